// One preview: a webview beside the text, the plan that it shows, and what goes between the two.
import { commands, Disposable, EventEmitter, Uri, type WebviewPanel, window } from 'vscode';
import type { ChartParams } from '../../server/protocol.ts';
import { ServerGivenUp } from '../language-server.ts';
import type { AgainstChoice, FromPage, PageState, PictureFormat, ToPage, ViewName } from '../page/messages.ts';
import { clientLocale, clientText } from '../words.ts';
import { columnOfText, editorOf } from './column-of-text.ts';
import { Gestures } from './gestures.ts';
import { LivePage } from './live-page.ts';
import { loadPage } from './load-page.ts';
import { isLookedAt, isNews, type Look, lookAt, lookFor, lookFrom, withKnown } from './look.ts';
import { Paintings, type Picture } from './paintings.ts';
import { fileName } from './plan-documents.ts';
import type { PlanSource } from './plan-source.ts';
import { SingleFlight } from './single-flight.ts';
import { TextBeside } from './text-beside.ts';
import type { ViewMemory } from './view-memory.ts';
import { VisibleView } from './visible-view.ts';
import { Wanted } from './wanted.ts';

export const viewType = 'planAsCode.preview';

/** What a preview begins with, or comes back with after the window was reloaded. */
export type PreviewState = Pick<PageState, 'uri' | 'locked' | 'folding' | 'view'>;

/** Says what went wrong, where people can read it later. */
export type Log = (message: string, error: unknown) => void;

/** What a preview's tab says. */
export function previewTitle(uri: Uri, locked: boolean): string {
  return clientText(locked ? 'locked-title' : 'title', { name: fileName(uri) });
}

export class Preview {
  readonly panel: WebviewPanel;
  readonly #source: PlanSource;
  readonly #log: Log;
  readonly #closed = new EventEmitter<void>();
  readonly #begun = new EventEmitter<void>();
  readonly #subscriptions: Disposable[] = [];
  readonly #charts = new SingleFlight(() => this.#askChart());
  readonly #marks = new SingleFlight(() => this.#askMark());
  readonly #paintings: Paintings;
  readonly #gestures: Gestures;
  readonly #page: LivePage;
  readonly #text: TextBeside;
  readonly #view: VisibleView;
  #uri: Uri;
  #locked: boolean;
  #folding: PageState['folding'];
  readonly #wanted: Wanted;
  /** The rows that the page looks at, and what it has of them. */
  #look: Look = { rows: {}, known: { blocks: {} } };
  /** The page has been told that no chart comes. */
  #troubled = false;
  #revealMark = false;
  /** The version of the text whose chart the page has. */
  #version = -1;

  /** Fires when the panel is gone. */
  readonly onClosed = this.#closed.event;

  constructor(
    panel: WebviewPanel,
    extension: Uri,
    source: PlanSource,
    state: PreviewState,
    log: Log,
    memory: ViewMemory,
  ) {
    this.panel = panel;
    this.#source = source;
    this.#log = log;
    this.#uri = Uri.parse(state.uri);
    this.#locked = state.locked;
    this.#folding = state.folding;
    this.#text = new TextBeside(
      panel,
      source,
      () => this.#uri,
      (what, error) => this.#failed(what, error),
    );
    this.#paintings = new Paintings(source, (message) => this.#say(message));
    this.#gestures = new Gestures({
      source,
      shown: () => ({ uri: this.#uri, version: this.#version }),
      say: (message) => this.#say(message),
      failed: (what, error) => this.#failed(`${what}: ${this.#uri.toString(true)}`, error),
    });
    const failed = (error: unknown): void => this.#gotNone(this.#uri, error);
    const say = (message: ToPage): void => this.#say(message);
    this.#view = new VisibleView({ source, memory, uri: () => this.#uri, say, failed }, state.view);
    this.#wanted = new Wanted(source, () => void this.#charts.go(), say);
    this.#subscriptions.push(
      panel.webview.onDidReceiveMessage((message: FromPage) => this.#hear(message)),
      panel.onDidDispose(() => this.#close()),
    );
    this.#name();
    this.#page = new LivePage(
      panel,
      () => loadPage(panel, extension),
      (seconds) =>
        this.#log(`The preview of ${this.#uri.toString(true)} is loaded again`, `no page listens after ${seconds} s`),
    );
  }

  get uri(): Uri {
    return this.#uri;
  }

  get locked(): boolean {
    return this.#locked;
  }

  /** Shows another plan. */
  follow(uri: Uri): void {
    if (uri.toString() === this.#uri.toString()) return;
    this.#uri = uri;
    this.#folding = undefined;
    this.#view.follow();
    this.#wanted.begin();
    this.#look = { rows: {}, known: { blocks: {} } };
    this.#name();
    this.refresh();
  }

  /** The plan's file has another name now; it is the same plan, and the reader stays where they are. */
  moved(uri: Uri): void {
    const was = this.#uri.toString();
    if (uri.toString() === was) return;
    this.#uri = uri;
    this.#look = lookFor(this.#look.rows.around);
    this.#name();
    this.#about(was);
    this.refresh();
  }

  lock(locked: boolean): void {
    this.#locked = locked;
    this.#name();
    this.#about();
  }

  /** Asks for the chart anew. */
  refresh(): void {
    if (!this.#page.listens) return;
    this.#look = { ...this.#look, known: { blocks: {} } };
    this.#view.forget();
    this.#wanted.forget();
    this.#about();
    this.#askVisible(false);
    this.mark(false);
  }

  /** The reader wants all of it anew: the page too, where it does not listen. */
  reload(): void {
    if (this.#page.listens) this.refresh();
    else this.#page.load();
  }

  /** The server has analysed a version of the plan. */
  analysed(): void {
    if (!this.#page.listens) return;
    this.#askVisible(true);
    this.mark(false);
  }

  /** The view that is shown. */
  get view(): ViewName {
    return this.#view.name;
  }

  /** A picture of all of a view, as it is shown now where it is. Rejects, in words, where there is none. */
  async painted(format: PictureFormat, view: ViewName): Promise<Picture> {
    await this.#listening(format === 'clipboard');
    if (view === 'gantt')
      return this.#paintings.chart(format, this.#uri, {
        ...this.#shown(),
        ...(await this.#wanted.question(this.#uri)),
      });
    return this.#paintings.view(format, this.#uri, view === this.view ? (this.#view.question ?? { view }) : { view });
  }

  /** Compares with something else. */
  async compare(against: AgainstChoice): Promise<void> {
    await this.#listening();
    this.#wanted.compare(against);
    void this.#charts.go();
  }

  /** Resolves when the page's program listens; it is brought to the front for that; the focus goes there only where it has to. */
  #listening(withFocus = false): Promise<void> {
    if (withFocus || !this.panel.visible) this.panel.reveal(undefined, !withFocus);
    if (this.#page.listens) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#begun.event(() => resolve());
      this.#closed.event(() => reject(new Error(clientText('no-picture'))));
    });
  }

  /** Goes to the text. */
  async showSource(): Promise<void> {
    try {
      await window.showTextDocument(this.#uri, { viewColumn: columnOfText(this.#uri, this.panel) });
    } catch (error) {
      this.#log(`${this.#uri.toString(true)} can't be shown`, error);
      this.gone();
    }
  }

  /** The plan's file is gone. */
  gone(): void {
    this.#trouble(clientText('gone', { name: fileName(this.#uri) }));
  }

  /** The server has died: what is shown stays, and the next one brings it up to date. */
  serverGone(startsAgain: boolean): void {
    this.#trouble(clientText(startsAgain ? 'server-starts-again' : 'server-given-up'));
  }

  /** Marks the cursor's task. */
  mark(reveal: boolean): void {
    if (!this.#page.listens) return;
    this.#revealMark ||= reveal;
    void this.#marks.go();
  }

  async #askChart(): Promise<void> {
    const uri = this.#uri;
    try {
      const question = { ...this.#shown(), ...(await this.#wanted.question(uri)) };
      const { rows, known } = this.#look;
      const chart = await this.#source.chart(uri, { ...rows, known, ...question });
      if (uri !== this.#uri || chart === undefined || !this.#page.listens) return;
      this.#version = chart.version;
      // Of what it does not look at any more, the page has forgotten all.
      const blocks = chart.blocks.filter(({ first }) => isLookedAt(this.#look, first));
      this.#look = withKnown(this.#look, { ...chart, blocks });
      const isDrawn = chart.head !== undefined || blocks.length > 0 || this.#troubled;
      if (!isDrawn && !isNews({ ...chart, blocks })) return;
      this.#troubled = false;
      // The page knows the plan by the name that VS Code gives it.
      this.#say({ type: isDrawn ? 'chart' : 'beside-chart', chart: { ...chart, blocks, uri: uri.toString() } });
    } catch (error) {
      if (uri === this.#uri) this.#gotNone(uri, error);
    }
  }

  /** What is not seen is not asked for. */
  #askVisible(isTyping: boolean): void {
    if (!this.#view.ask(isTyping)) void this.#charts.go();
  }

  #gotNone(uri: Uri, error: unknown): void {
    this.#failed(`No chart of ${uri.toString(true)}`, error);
    const reason = error instanceof Error ? error.message : String(error);
    this.#trouble(error instanceof ServerGivenUp ? reason : clientText('no-answer', { reason }));
  }

  #shown(): Pick<ChartParams, 'folding' | 'filter'> {
    return { ...(this.#folding === undefined ? {} : { folding: this.#folding }), ...this.#wanted.shown };
  }

  #trouble(text: string): void {
    this.#troubled = true;
    this.#say({ type: 'trouble', text });
  }

  async #askMark(): Promise<void> {
    const uri = this.#uri;
    const reveal = this.#revealMark;
    this.#revealMark = false;
    const editor = editorOf(uri);
    try {
      const task = editor ? await this.#source.taskAt(uri, editor.selection.active, this.#shown()) : null;
      if (uri !== this.#uri) return;
      // The next version's answer brings it into view.
      if (task === undefined) this.#revealMark ||= reveal;
      else this.#say({ type: 'mark', path: task?.path ?? [], reveal, ...(task && task.row >= 0 && { row: task.row }) });
    } catch (error) {
      this.#failed(`No task at the cursor of ${uri.toString(true)}`, error);
    }
  }

  #hear(message: FromPage): void {
    switch (message.type) {
      case 'ready':
        this.#page.begun();
        this.#begun.fire();
        this.#look = lookFor(message.around);
        if (message.want !== undefined) this.#wanted.set(message.want);
        this.refresh();
        break;
      case 'look':
        this.#look = lookAt(this.#look, message);
        void this.#charts.go();
        break;
      case 'at':
        this.#look = lookFrom(this.#look, message.around);
        break;
      case 'select':
        void this.#text.go({ kind: 'task', id: message.planId }, message.takeFocus);
        break;
      case 'hover':
        void this.#hover(message.planId);
        break;
      case 'view':
        if (!this.#view.choose(message)) void this.#charts.go();
        break;
      case 'go':
        void this.#text.go(message.target, message.takeFocus);
        break;
      case 'fold':
        this.#folding = message.folding;
        void this.#charts.go();
        break;
      case 'painted':
        this.#paintings.hear(message);
        break;
      case 'export':
        void commands.executeCommand('planAsCode.exportChart', this.#uri);
        break;
      case 'try':
        this.#gestures.try(message);
        break;
      case 'make':
        void this.#gestures.make(message);
        break;
      case 'undo':
      case 'redo':
        void this.#text.stepBack(message.type);
        break;
      case 'want':
        this.#wanted.set(message.want);
        void this.#charts.go();
        break;
      case 'pick-revision':
        void commands.executeCommand('planAsCode.compareWithRevision', this.#uri);
        break;
      case 'failed':
        this.#log(
          `The chart of version ${message.version} of ${this.#uri.toString(true)} was not drawn`,
          message.reason,
        );
        break;
    }
  }

  async #hover(planId: string): Promise<void> {
    try {
      const markdown = await this.#source.hover(this.#uri, planId);
      if (markdown !== undefined) this.#say({ type: 'hover', planId, markdown });
    } catch (error) {
      this.#failed(`No hover text of ${planId}`, error);
    }
  }

  /** `was`: the plan's name before it was moved. */
  #about(was?: string): void {
    const uri = this.#uri.toString();
    this.#say({
      type: 'about',
      locale: clientLocale(),
      uri,
      locked: this.#locked,
      view: this.#view.name,
      ...(was === undefined ? {} : { was }),
    });
  }

  /** That there is no server has been said already. */
  #failed(what: string, error: unknown): void {
    if (!(error instanceof ServerGivenUp)) this.#log(what, error);
  }

  #name(): void {
    this.panel.title = previewTitle(this.#uri, this.#locked);
  }

  #say(message: ToPage): void {
    if (this.#page.listens) void this.panel.webview.postMessage(message);
  }

  #close(): void {
    this.#page.dispose();
    this.#view.dispose();
    this.#paintings.close();
    this.#wanted.dispose();
    Disposable.from(...this.#subscriptions).dispose();
    this.#closed.fire();
    this.#closed.dispose();
    this.#begun.dispose();
  }
}
