// All previews of the window: one that follows the active plan, and those that are locked to theirs.
import { Disposable, Uri, ViewColumn, type WebviewPanel, type WebviewPanelSerializer, window, workspace } from 'vscode';
import { foldingOf, keptView } from '../page/messages.ts';
import { clientText } from '../words.ts';
import { activePlan, isPlan } from './plan-documents.ts';
import type { PlanSource } from './plan-source.ts';
import { type Log, Preview, type PreviewState, previewTitle, viewType } from './preview.ts';
import type { ViewMemory } from './view-memory.ts';

export class Previews implements WebviewPanelSerializer<unknown>, Disposable {
  readonly #extension: Uri;
  readonly #source: PlanSource;
  readonly #log: Log;
  readonly #memory: ViewMemory;
  readonly #open = new Set<Preview>();
  readonly #subscriptions: Disposable[];

  constructor(extension: Uri, source: PlanSource, log: Log, memory: ViewMemory) {
    this.#extension = extension;
    this.#source = source;
    this.#log = log;
    this.#memory = memory;
    this.#subscriptions = [
      window.registerWebviewPanelSerializer(viewType, this),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor === undefined || !isPlan(editor.document)) return;
        this.#following()?.follow(editor.document.uri);
        for (const preview of this.#of(editor.document.uri)) preview.mark(true);
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        for (const preview of this.#of(textEditor.document.uri)) preview.mark(true);
      }),
      workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.#moved(oldUri, newUri);
      }),
      workspace.onDidDeleteFiles(({ files }) => {
        for (const uri of files) for (const preview of this.#within(uri)) preview.gone();
      }),
      this.#watchFiles(),
    ];
  }

  /** The preview that the reader is in. */
  get active(): Preview | undefined {
    return [...this.#open].find(({ panel }) => panel.active);
  }

  /** Shows a plan: in the preview that follows or (`locked`) in one of its own; those that show it already are brought to the front. */
  show(uri: Uri, { column, locked }: { readonly column: ViewColumn; readonly locked: boolean }): void {
    const found = locked ? this.#of(uri).find((preview) => preview.locked) : this.#following();
    if (found !== undefined) {
      found.follow(uri);
      found.panel.reveal(column === ViewColumn.Beside ? undefined : column, column === ViewColumn.Beside);
      return;
    }
    const panel = window.createWebviewPanel(
      viewType,
      previewTitle(uri, locked),
      { viewColumn: column, preserveFocus: column === ViewColumn.Beside },
      { enableFindWidget: true },
    );
    this.#add(panel, { uri: uri.toString(), locked });
  }

  /** The preview of a plan: the one that the reader is in, or one that shows it, or one that is opened for it. */
  of(uri: Uri): Preview {
    if (this.shown(uri) === undefined) this.show(uri, { column: ViewColumn.Beside, locked: false });
    const preview = this.shown(uri);
    if (preview === undefined) throw new Error(clientText('no-picture'));
    return preview;
  }

  /** The preview of a plan that is open. */
  shown(uri: Uri): Preview | undefined {
    return this.#of(uri).find((preview) => preview === this.active) ?? this.#of(uri)[0];
  }

  /** Draws anew: the preview that the reader is in, or all. */
  refresh(): void {
    const { active } = this;
    for (const preview of active === undefined ? this.#open : [active]) preview.reload();
  }

  /** The server has analysed a version of a plan. */
  analysed(uri: Uri): void {
    for (const preview of this.#of(uri)) preview.analysed();
  }

  /** The server has died: what is shown stays. */
  serverGone(startsAgain: boolean): void {
    for (const preview of this.#open) preview.serverGone(startsAgain);
  }

  /** A server answers, that may know other texts than the one before. */
  serverRuns(): void {
    for (const preview of this.#open) preview.refresh();
  }

  /** A panel comes back after the window was reloaded; what it kept may be anything. */
  async deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    const uri = activePlan()?.toString();
    const kept = stateOf(state) ?? (uri === undefined ? undefined : { uri, locked: false });
    if (kept === undefined) panel.dispose();
    else this.#add(panel, kept);
  }

  dispose(): void {
    for (const preview of [...this.#open]) preview.panel.dispose();
    Disposable.from(...this.#subscriptions).dispose();
  }

  #add(panel: WebviewPanel, state: PreviewState): void {
    // Two that follow would show the same.
    const locked = state.locked || this.#following() !== undefined;
    const preview = new Preview(panel, this.#extension, this.#source, { ...state, locked }, this.#log, this.#memory);
    this.#open.add(preview);
    preview.onClosed(() => this.#open.delete(preview));
  }

  /** A plan that no editor holds is read again when its file changes; of those that editors hold the server tells. */
  #watchFiles(): Disposable {
    const watcher = workspace.createFileSystemWatcher('**/*.plan.{yaml,yml}');
    const read = (uri: Uri): void => {
      const isOpen = workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
      if (!isOpen) for (const preview of this.#of(uri)) preview.refresh();
    };
    watcher.onDidChange(read);
    watcher.onDidCreate(read);
    watcher.onDidDelete((uri) => {
      for (const preview of this.#of(uri)) preview.gone();
    });
    return watcher;
  }

  #following(): Preview | undefined {
    return [...this.#open].find((preview) => !preview.locked);
  }

  #of(uri: Uri): Preview[] {
    return [...this.#open].filter((preview) => preview.uri.toString() === uri.toString());
  }

  #within(uri: Uri): Preview[] {
    const folder = `${uri.toString()}/`;
    return [...this.#open].filter((preview) => `${preview.uri.toString()}/`.startsWith(folder));
  }

  #moved(from: Uri, to: Uri): void {
    for (const preview of this.#within(from)) {
      preview.moved(Uri.parse(to.toString() + preview.uri.toString().slice(from.toString().length)));
    }
  }
}

function stateOf(state: unknown): PreviewState | undefined {
  if (typeof state !== 'object' || state === null || !('uri' in state) || typeof state.uri !== 'string')
    return undefined;
  const folding = 'folding' in state ? foldingOf(state.folding) : undefined;
  const view = 'view' in state ? keptView(state.view) : undefined;
  return {
    uri: state.uri,
    locked: 'locked' in state && state.locked === true,
    ...(folding === undefined ? {} : { folding }),
    ...(view === undefined ? {} : { view }),
  };
}
