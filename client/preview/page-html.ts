// The document of the webview: its policy, its style sheet and its one script.

export interface PageParts {
  /** What webviews are served from (`webview.cspSource`). */
  readonly source: string;
  readonly script: string;
  readonly style: string;
  readonly nonce: string;
  /** BCP 47. */
  readonly language: string;
}

/**
 * The document. Its policy: nothing by default; scripts that bear the nonce, and what these import; styles also in elements, which Mermaid
 * makes while it draws; pictures and fonts that are part of the style sheet. Nothing is fetched from anywhere.
 */
export function pageHtml({ source, script, style, nonce, language }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source} 'unsafe-inline'`,
    `font-src data:`,
    `img-src data:`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width">
<title>Plan</title>
<link rel="stylesheet" href="${attribute(style)}">
</head>
<body>
<script type="module" nonce="${nonce}" src="${attribute(script)}"></script>
</body>
</html>`;
}

/** A fresh nonce: 128 random bits, in letters and digits. */
export function freshNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
