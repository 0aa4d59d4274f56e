// The panel of a preview without VS Code: carries charts from a real server to the page in a real browser, and the page's wishes back.
import type { Browser, Page } from 'playwright-core';
import type { FromPage } from '../../client/page/messages.ts';
import { isLookedAt, type Look, lookAt, lookFor, withKnown } from '../../client/preview/look.ts';
import { SingleFlight } from '../../client/preview/single-flight.ts';
import type { ChartParams } from '../../server/protocol.ts';
import { type OpenedPage, openPage } from '../../test/page/open-page.ts';
import type { Editor } from '../language-servers/editor.mts';
import type { Change } from '../typing/text-lines.mts';

export class Panel {
  readonly #editor: Editor;
  readonly #opened: OpenedPage;
  #look: Look = lookFor(undefined);
  #folding: ChartParams['folding'];
  #heard = 0;
  #rowCount = 0;
  #firstPicture = Number.NaN;

  private constructor(editor: Editor, opened: OpenedPage) {
    this.#editor = editor;
    this.#opened = opened;
  }

  /** Opens the page and shows the chart of what is open in the editor, as far as a window of this height lets see it. */
  static async open(editor: Editor, browser: Browser, height: number): Promise<Panel> {
    const start = performance.now();
    const tries = new Tries(editor);
    const opened = await openPage(browser, { height, hears: (message, tell) => tries.hear(message, tell) });
    await opened.tell({ type: 'about', locale: 'en', uri: editor.uri, locked: false });
    const panel = new Panel(editor, opened);
    await panel.#show();
    panel.#firstPicture = performance.now() - start;
    await panel.#bring();
    return panel;
  }

  /** From opening the page until something of the chart was painted, in milliseconds. */
  get firstPicture(): number {
    return this.#firstPicture;
  }

  get page(): Page {
    return this.#opened.page;
  }

  /** Unfolds everything. */
  async unfold(): Promise<void> {
    this.#folding = { base: 'none', folded: [], unfolded: [] };
    await this.#bring();
  }

  /** Gives the page the rows that it wishes for while somebody scrolls it, until that has ended. */
  async serve(scrolling: Promise<unknown>): Promise<void> {
    let goesOn = true;
    const ended = scrolling.finally(() => {
      goesOn = false;
    });
    while (goesOn) if (await this.#hear(5)) await this.#show();
    await ended;
  }

  /** Of the whole chart. */
  get rowCount(): number {
    return this.#rowCount;
  }

  /** From the keystroke until the picture has been painted that shows it, in milliseconds; undefined where the picture stays as it is. */
  async type(change: Change): Promise<number | undefined> {
    const start = performance.now();
    await this.#editor.type(change);
    return (await this.#show()) ? performance.now() - start : undefined;
  }

  close(): Promise<void> {
    return this.#opened.close();
  }

  /** Shows charts until the page wishes for nothing more. */
  async #bring(): Promise<void> {
    do await this.#show();
    while (await this.#hear());
  }

  /** Whether the page wished for other rows. */
  async #hear(patience = 200): Promise<boolean> {
    await this.#opened.page.waitForTimeout(patience);
    const said = await this.#opened.said();
    const looks = said.slice(this.#heard).filter((message): message is LookMessage => message.type === 'look');
    this.#heard = said.length;
    for (const message of looks) this.#look = lookAt(this.#look, message);
    return looks.length > 0;
  }

  /** Asks for what is new and gives it to the page; false where nothing is. */
  async #show(): Promise<boolean> {
    const folding = this.#folding && { folding: this.#folding };
    const chart = await this.#editor.chart({ ...this.#look.rows, ...folding, known: this.#look.known });
    this.#rowCount = chart.head?.rowCount ?? this.#rowCount;
    const blocks = chart.blocks.filter(({ first }) => isLookedAt(this.#look, first));
    this.#look = withKnown(this.#look, { ...chart, blocks });
    if (chart.head === undefined && blocks.length === 0) return false;
    // As one text: what Playwright makes of an object takes the page longer than drawing it.
    await this.#opened.page.evaluate(
      async ([version, text]) => {
        const shown = document.querySelector<HTMLElement>('.page');
        if (shown === null) throw new Error('There is no page');
        await new Promise<void>((drawn) => {
          const watch = new MutationObserver(() => {
            if (shown.dataset.version !== version) return;
            watch.disconnect();
            drawn();
          });
          watch.observe(shown, { attributeFilter: ['data-version'] });
          window.postMessage({ type: 'chart', chart: JSON.parse(text) }, '*');
        });
        // Until the frame is painted.
        await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
      },
      [String(chart.version), JSON.stringify({ ...chart, blocks })] as const,
    );
    return true;
  }
}

/** Answers what a gesture would do, as the real panel does: the newest one, when the one before is answered. */
class Tries {
  readonly #flight: SingleFlight;
  #newest: { readonly message: TryMessage; readonly tell: OpenedPage['tell'] } | undefined;

  constructor(editor: Editor) {
    this.#flight = new SingleFlight(async () => {
      if (this.#newest === undefined) return;
      const { message, tell } = this.#newest;
      const { version: _, edits: __, ...answer } = await editor.gesture(message.gesture);
      await tell({ type: 'tried', id: message.id, answer });
    });
  }

  async hear(message: FromPage, tell: OpenedPage['tell']): Promise<void> {
    if (message.type !== 'try') return;
    this.#newest = { message, tell };
    await this.#flight.go();
  }
}

type TryMessage = Extract<FromPage, { readonly type: 'try' }>;
type LookMessage = Extract<FromPage, { readonly type: 'look' }>;
