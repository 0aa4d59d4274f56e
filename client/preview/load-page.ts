// Puts the page's document into a preview's panel.
import { Uri, type WebviewPanel } from 'vscode';
import { clientLocale } from '../words.ts';
import { freshNonce, pageHtml } from './page-html.ts';

/** The page begins to run; what listens to it has to be there already. */
export function loadPage(panel: WebviewPanel, extension: Uri): void {
  const { webview } = panel;
  const page = Uri.joinPath(extension, 'dist', 'page');
  const icon = (theme: string) => Uri.joinPath(extension, 'client', 'images', `plan-${theme}.svg`);
  panel.iconPath = { light: icon('light'), dark: icon('dark') };
  webview.options = { enableScripts: true, localResourceRoots: [page] };
  webview.html = pageHtml({
    source: webview.cspSource,
    script: webview.asWebviewUri(Uri.joinPath(page, 'main.js')).toString(),
    style: webview.asWebviewUri(Uri.joinPath(page, 'main.css')).toString(),
    nonce: freshNonce(),
    language: clientLocale() === 'zh-cn' ? 'zh-CN' : 'en',
  });
}
