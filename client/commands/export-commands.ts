// The command that brings a view of a plan into a file or to the clipboard.
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
import { hasMermaid, keptView, type ViewName } from '../page/messages.ts';
import { fileName } from '../preview/plan-documents.ts';
import type { PlanSource } from '../preview/plan-source.ts';
import type { Previews } from '../preview/previews.ts';
import { type ClientWord, clientText, viewTitle } from '../words.ts';
import { planOf } from './plan-of.ts';

const formats = ['svg', 'png', 'html', 'md', 'mermaid'] as const;
type Format = (typeof formats)[number];

/** How each is told, and how its files end. */
const about: Readonly<Record<Format, { readonly ending: string; readonly says: ClientWord }>> = {
  svg: { ending: 'svg', says: 'as-svg' },
  png: { ending: 'png', says: 'as-png' },
  html: { ending: 'html', says: 'as-html' },
  md: { ending: 'md', says: 'as-markdown' },
  mermaid: { ending: 'mmd', says: 'as-mermaid' },
};
/** What people paste. */
const copied: Partial<Record<Format, ClientWord>> = {
  png: 'as-picture',
  mermaid: 'as-mermaid',
  md: 'as-markdown',
  svg: 'as-svg-text',
};

/** What and where to: a file, or the clipboard. Other extensions and keyboard shortcuts may say it all; what they don't, people are asked. */
interface Wish {
  readonly format: Format;
  readonly to?: Uri | 'clipboard';
  /** Undefined: what the plan's preview shows. */
  readonly view?: ViewName;
}

interface Parts {
  readonly extension: Uri;
  readonly previews: Previews;
  readonly source: PlanSource;
}

/** A view of a plan. */
interface Subject {
  readonly uri: Uri;
  readonly view: ViewName;
}

/** Registers it. */
export function registerExport(parts: Parts): Disposable {
  return commands.registerCommand('planAsCode.exportChart', async (asked: unknown, said: unknown) => {
    const uri = planOf(asked, parts.previews);
    if (uri === undefined) return;
    const named = isWish(said) ? said : undefined;
    const view = named?.view ?? parts.previews.shown(uri)?.view ?? 'gantt';
    const wish = named ?? (await askWish(view));
    if (wish !== undefined) await exportView({ uri, view }, wish, parts);
  });
}

async function exportView(subject: Subject, { format, to }: Wish, parts: Parts): Promise<void> {
  const view = viewTitle(subject.view);
  try {
    if (to === 'clipboard') {
      if (format === 'png') await copyPicture(subject, parts);
      else {
        await env.clipboard.writeText(new TextDecoder().decode(await made(subject, format, parts)));
        window.setStatusBarMessage(clientText('copied', { view }), 4_000);
      }
      return;
    }
    const file = to ?? (await askFile(subject, format));
    if (file !== undefined) await save(await made(subject, format, parts), file, view);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(clientText('not-exported', { view, reason }));
  }
}

async function save(content: Uint8Array, file: Uri, view: string): Promise<void> {
  await workspace.fs.writeFile(file, content);
  void offerToOpen(file, view);
}

function drawing<T>(work: () => Promise<T>): Thenable<T> {
  return window.withProgress({ location: ProgressLocation.Window, title: clientText('exporting') }, work);
}

/** Browsers take a picture only from a page that has the focus, which goes back to the text afterwards. Where it is not taken, it can be saved. */
async function copyPicture(subject: Subject, { previews }: Parts): Promise<void> {
  const editor = previews.active === undefined ? window.activeTextEditor : undefined;
  const { content, unwelcome } = await drawing(() => previews.of(subject.uri).painted('clipboard', subject.view));
  if (editor !== undefined) await window.showTextDocument(editor.document, editor.viewColumn);
  if (unwelcome === undefined) {
    window.setStatusBarMessage(clientText('copied', { view: viewTitle(subject.view) }), 4_000);
    return;
  }
  void offerToSave(bytesOf(content), subject, unwelcome);
}

async function offerToSave(png: Uint8Array, subject: Subject, reason: string): Promise<void> {
  const saves = clientText('save-png');
  if ((await window.showWarningMessage(clientText('not-copied', { reason }), saves)) !== saves) return;
  const file = await askFile(subject, 'png');
  if (file !== undefined) await save(png, file, viewTitle(subject.view));
}

/** Pictures are painted by the preview, as it shows the plan now; all else is the whole plan. */
function made({ uri, view }: Subject, format: Format, { extension, previews, source }: Parts): Thenable<Uint8Array> {
  return drawing(async () => {
    if (format === 'svg' || format === 'png') return bytesOf((await previews.of(uri).painted(format, view)).content);
    const question = { format, ...(format === 'html' ? { assets: await assets(extension, view) } : {}) };
    if (view === 'gantt') {
      const text = await source.exported(uri, question);
      if (text === undefined) throw new Error(clientText('no-picture'));
      return bytesOf(text);
    }
    const answer = await source.exportedView(uri, { ...question, view });
    if (answer === undefined || 'refused' in answer) throw new Error(answer?.refused ?? clientText('no-picture'));
    return bytesOf(answer.text);
  });
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

async function assets(extension: Uri, view: ViewName): Promise<{ readonly script: string; readonly style: string }> {
  const bundle = view === 'gantt' ? 'export/export' : 'export-view/view';
  const read = async (ending: string): Promise<string> =>
    new TextDecoder().decode(
      await workspace.fs.readFile(Uri.joinPath(extension, 'dist', ...`${bundle}.${ending}`.split('/'))),
    );
  const [script, style] = await Promise.all([read('js'), read('css')]);
  return { script, style };
}

async function askWish(view: ViewName): Promise<Wish | undefined> {
  const item = (wish: Wish, label: string): QuickPickItem & { readonly wish?: Wish } => ({ label, wish });
  const existing = formats.filter((format) => format !== 'mermaid' || hasMermaid(view));
  const picked = await window.showQuickPick(
    [
      ...existing.map((format) => item({ format }, clientText(about[format].says))),
      { label: clientText('clipboard'), kind: QuickPickItemKind.Separator },
      ...existing.flatMap((format) => {
        const what = copied[format];
        return what === undefined
          ? []
          : [item({ format, to: 'clipboard' }, clientText('copy', { what: clientText(what) }))];
      }),
    ],
    { placeHolder: clientText('export-how', { view: viewTitle(view) }), matchOnDescription: true },
  );
  return picked?.wish;
}

/** Beside the plan, under its name. */
function askFile({ uri, view }: Subject, format: Format): Thenable<Uri | undefined> {
  const { ending, says } = about[format];
  const part = view === 'gantt' ? '' : `-${view}`;
  const name = `${fileName(uri).replace(/(?:\.plan)?\.ya?ml$/i, '')}${part}.${ending}`;
  const folder = uri.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(uri, '..');
  return window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }),
    filters: { [clientText(says)]: [ending] },
    title: clientText('export-how', { view: viewTitle(view) }),
  });
}

async function offerToOpen(file: Uri, view: string): Promise<void> {
  const open = clientText('open');
  const answer = await window.showInformationMessage(clientText('exported', { view, name: fileName(file) }), open);
  if (answer === open) await commands.executeCommand('vscode.open', file);
}

function isWish(value: unknown): value is Wish {
  if (typeof value !== 'object' || value === null || !('format' in value)) return false;
  const isKnown = formats.some((format) => format === value.format);
  const hasPlace = !('to' in value) || value.to instanceof Uri || value.to === 'clipboard';
  return isKnown && hasPlace && (!('view' in value) || keptView(value.view) !== undefined);
}
