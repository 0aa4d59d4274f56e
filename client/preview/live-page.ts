// The page in a preview's panel: loaded, and loaded anew where it does not begin to listen, so that nobody looks at an empty panel.

/** A page that says nothing for so long after it is seen was not loaded, in milliseconds; each further time it is given twice as long. */
export const patience = 20_000;
/** Where it never comes, it is not the loading. */
export const mostLoads = 4;

/** What is asked of a panel. */
export interface PagePanel {
  readonly visible: boolean;
  onDidChangeViewState(hear: () => void): { dispose(): unknown };
}

export class LivePage {
  readonly #panel: PagePanel;
  readonly #load: () => void;
  readonly #silent: (seconds: number) => void;
  readonly #subscription: { dispose(): unknown };
  #listens = false;
  /** Since it listened last. */
  #loads = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** `load` puts the page into the panel; `silent` hears that it said nothing for so many seconds and is loaded again. */
  constructor(panel: PagePanel, load: () => void, silent: (seconds: number) => void) {
    this.#panel = panel;
    this.#load = load;
    this.#silent = silent;
    this.#subscription = panel.onDidChangeViewState(() => {
      // A hidden page is taken down; when it is seen again it begins anew and says that it listens.
      if (!panel.visible) this.#rest();
      else if (!this.#listens) this.#wait();
    });
    this.load();
  }

  /** The page's program listens. */
  get listens(): boolean {
    return this.#listens;
  }

  /** It has said so. */
  begun(): void {
    this.#rest();
    this.#listens = true;
    this.#loads = 1;
  }

  /** Loads it, with all its tries before it. */
  load(): void {
    this.#loads = 0;
    this.#loadOnce();
  }

  dispose(): void {
    this.#rest();
    this.#subscription.dispose();
  }

  #loadOnce(): void {
    this.#rest();
    this.#loads += 1;
    this.#load();
    this.#wait();
  }

  #rest(): void {
    this.#listens = false;
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
  }

  #wait(): void {
    if (this.#waiting !== undefined || this.#loads === mostLoads) return;
    const time = patience * 2 ** (this.#loads - 1);
    this.#waiting = setTimeout(() => {
      this.#waiting = undefined;
      if (!this.#panel.visible) return;
      this.#silent(time / 1000);
      this.#loadOnce();
    }, time);
  }
}
