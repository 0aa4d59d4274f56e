// The command that brings a chart into a file or to the clipboard.
import {
  commands,
  type Disposable,
  env,
  ProgressLocation,
  type QuickPickItem,
  QuickPickItemKind,
  Uri,
  window,
  workspace,
} from 'vscode';
import { fileName } from '../preview/plan-documents.ts';
import type { PlanSource } from '../preview/plan-source.ts';
import type { Previews } from '../preview/previews.ts';
import { type ClientWord, clientText } from '../words.ts';
import { planOf } from './plan-of.ts';

const formats = ['svg', 'png', 'html', 'md', 'mermaid'] as const;
type Format = (typeof formats)[number];

/** How each is told, and how its files end. */
const about: Readonly<
  Record<Format, { readonly ending: string; readonly says: ClientWord; readonly isText: boolean }>
> = {
  svg: { ending: 'svg', says: 'as-svg', isText: true },
  png: { ending: 'png', says: 'as-png', isText: false },
  html: { ending: 'html', says: 'as-html', isText: true },
  md: { ending: 'md', says: 'as-markdown', isText: true },
  mermaid: { ending: 'mmd', says: 'as-mermaid', isText: true },
};
/** What people paste as text. */
const copied: readonly Format[] = ['mermaid', 'md', 'svg'];

/** Where to: a file, or the clipboard. Other extensions and keyboard shortcuts may say it all; what they don't, people are asked. */
interface Wish {
  readonly format: Format;
  readonly to?: Uri | 'clipboard';
}

interface Parts {
  readonly extension: Uri;
  readonly previews: Previews;
  readonly source: PlanSource;
}

/** Registers it. */
export function registerExport(parts: Parts): Disposable {
  return commands.registerCommand('planAsCode.exportChart', async (asked: unknown, wish: unknown) => {
    const uri = planOf(asked, parts.previews);
    if (uri !== undefined) await exportChart(uri, isWish(wish) ? wish : await askWish(), parts);
  });
}

async function exportChart(uri: Uri, wish: Wish | undefined, parts: Parts): Promise<void> {
  if (wish === undefined) return;
  const to = wish.to ?? (await askFile(uri, wish.format));
  if (to === undefined) return;
  try {
    const content = await window.withProgress(
      { location: ProgressLocation.Window, title: clientText('exporting') },
      () => made(uri, wish.format, parts),
    );
    if (to === 'clipboard') {
      await env.clipboard.writeText(typeof content === 'string' ? content : '');
      window.setStatusBarMessage(clientText('copied'), 4_000);
      return;
    }
    await workspace.fs.writeFile(to, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    void offerToOpen(to);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(clientText('not-exported', { reason }));
  }
}

/** Pictures are painted by the preview, as it shows the plan now; all else is the whole plan. */
async function made(uri: Uri, format: Format, { extension, previews, source }: Parts): Promise<string | Uint8Array> {
  if (format === 'svg' || format === 'png') return previews.of(uri).painted(format);
  const text = await source.exported(uri, {
    format,
    ...(format === 'html' ? { assets: await assets(extension) } : {}),
  });
  if (text === undefined) throw new Error(clientText('no-picture'));
  return text;
}

async function assets(extension: Uri): Promise<{ readonly script: string; readonly style: string }> {
  const read = async (name: string): Promise<string> =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension, 'dist', 'export', name)));
  const [script, style] = await Promise.all([read('export.js'), read('export.css')]);
  return { script, style };
}

async function askWish(): Promise<Wish | undefined> {
  const item = (wish: Wish, label: string): QuickPickItem & { readonly wish?: Wish } => ({ label, wish });
  const picked = await window.showQuickPick(
    [
      ...formats.map((format) => item({ format }, clientText(about[format].says))),
      { label: clientText('clipboard'), kind: QuickPickItemKind.Separator },
      ...copied.map((format) =>
        item({ format, to: 'clipboard' }, clientText('copy', { what: clientText(about[format].says) })),
      ),
    ],
    { placeHolder: clientText('export-how'), matchOnDescription: true },
  );
  return picked?.wish;
}

/** Beside the plan, under its name. */
function askFile(plan: Uri, format: Format): Thenable<Uri | undefined> {
  const { ending, says } = about[format];
  const name = `${fileName(plan).replace(/(?:\.plan)?\.ya?ml$/i, '')}.${ending}`;
  const folder = plan.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(plan, '..');
  return window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }),
    filters: { [clientText(says)]: [ending] },
    title: clientText('export-how'),
  });
}

async function offerToOpen(file: Uri): Promise<void> {
  const open = clientText('open');
  const answer = await window.showInformationMessage(clientText('exported', { name: fileName(file) }), open);
  if (answer === open) await commands.executeCommand('vscode.open', file);
}

function isWish(value: unknown): value is Wish {
  if (typeof value !== 'object' || value === null || !('format' in value)) return false;
  const isKnown = formats.some((format) => format === value.format);
  return isKnown && (!('to' in value) || value.to instanceof Uri || value.to === 'clipboard');
}
