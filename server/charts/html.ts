// A chart as one HTML file that opens anywhere, offline: the page's program, its style and the chart in it, and nothing from outside.
import type { CarriedView } from './carried-view.ts';
import type { GanttChart } from './chart.ts';

/** The page's bundle: one script without imports, and its style sheet. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/** A Gantt chart as a file: with the bundle `dist/export`. */
export function chartHtml(chart: GanttChart, assets: PageAssets): Promise<string> {
  return fileOf('plan-chart', chart, chart, assets);
}

/** Another view as a file: with the bundle `dist/export-view`. */
export function viewHtml(carried: CarriedView, assets: PageAssets): Promise<string> {
  return fileOf('plan-view', carried, carried.view, assets);
}

/** The file. Its policy lets run the page's own script, known by its hash, and nothing else; no request leaves it. */
async function fileOf(
  id: string,
  content: unknown,
  { title, locale }: Pick<GanttChart, 'title' | 'locale'>,
  assets: PageAssets,
): Promise<string> {
  // What would end the element, or hide its end, stands in strings and patterns only, where `\x3c` means the same.
  const script = assets.script.replaceAll(/<(?=\/script|!--)/gi, '\\x3c');
  const style = assets.style.replaceAll(/<\/(?=style)/gi, '<\\/');
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${await sha256(script)}'`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${locale === 'zh-cn' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${htmlText(title === '' ? '—' : title)}</title>
<style>${style}</style>
</head>
<body class="plan-export">
<script type="application/json" id="${id}">${JSON.stringify(content).replaceAll('<', '\\u003c')}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** Of the text as UTF-8, in base64: what a policy compares with. Line ends are compared as HTML reads them. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text.replaceAll(/\r\n?/g, '\n')));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

function htmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
