// Which view a preview shows, and what it asks for while that is no Gantt chart: the visible view only, and of that what is new.
import type { Uri } from 'vscode';
import type { ViewParams } from '../../server/protocol.ts';
import type { FromPage, ToPage } from '../page/messages.ts';
import type { PlanSource } from './plan-source.ts';
import { SingleFlight } from './single-flight.ts';
import type { ViewMemory, ViewName } from './view-memory.ts';

type OtherView = Exclude<ViewName, 'gantt'>;
type Narrowing = Pick<ViewParams, 'folding' | 'criticalOnly'>;

/** A simulation is begun when nobody has typed for so long, in milliseconds. */
const pause = 600;
/** Longer tables are not read on a screen. */
const mostLines = 1_000;

export interface VisibleViewParts {
  readonly source: PlanSource;
  readonly memory: ViewMemory;
  readonly uri: () => Uri;
  readonly say: (message: ToPage) => void;
  readonly failed: (error: unknown) => void;
}

export class VisibleView {
  readonly #parts: VisibleViewParts;
  readonly #flight = new SingleFlight(() => this.#ask());
  #name: ViewName;
  #narrowing: Narrowing = {};
  /** What the page has of it. */
  #known: string | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** `name`: what was shown before the window was reloaded. */
  constructor(parts: VisibleViewParts, name: ViewName | undefined) {
    this.#parts = parts;
    this.#name = name ?? parts.memory.of(parts.uri());
  }

  get name(): ViewName {
    return this.#name;
  }

  /** What is shown of it; undefined: the Gantt chart. */
  get question(): Omit<ViewParams, 'uri' | 'known'> | undefined {
    return this.#name === 'gantt' ? undefined : { view: this.#name, ...this.#narrowing };
  }

  /** Another plan is shown: in the view that it was seen in last. */
  follow(): void {
    this.#name = this.#parts.memory.of(this.#parts.uri());
    this.#narrowing = {};
    this.#known = undefined;
  }

  /** The page knows nothing any more. */
  forget(): void {
    this.#known = undefined;
  }

  /** The reader wants this view; false for the Gantt chart, which is asked for otherwise. */
  choose({ view, folding, criticalOnly }: Extract<FromPage, { readonly type: 'view' }>): boolean {
    if (view !== this.#name) this.#known = undefined;
    this.#name = view;
    this.#narrowing = {
      ...(folding === undefined ? {} : { folding }),
      ...(criticalOnly === undefined ? {} : { criticalOnly }),
    };
    this.#parts.memory.keep(this.#parts.uri(), view);
    return this.ask(false);
  }

  /** Asks for what is new; a simulation waits until nobody types (`isTyping`). False for the Gantt chart. */
  ask(isTyping: boolean): boolean {
    clearTimeout(this.#waiting);
    if (this.#name === 'gantt') return false;
    if (isTyping && this.#name === 'finish') this.#waiting = setTimeout(() => void this.#flight.go(), pause);
    else void this.#flight.go();
    return true;
  }

  dispose(): void {
    clearTimeout(this.#waiting);
  }

  async #ask(): Promise<void> {
    const { source, say, failed } = this.#parts;
    const uri = this.#parts.uri();
    const name = this.#name;
    if (name === 'gantt') return;
    const question = { view: name satisfies OtherView, ...this.#narrowing, mostLines };
    try {
      const answer = await source.view(uri, {
        ...question,
        ...(this.#known === undefined ? {} : { known: this.#known }),
      });
      if (answer === undefined || uri !== this.#parts.uri() || name !== this.#name) return;
      this.#known = answer.tag;
      say({ type: 'view', answer: { ...answer, uri: uri.toString() } });
    } catch (error) {
      if (uri === this.#parts.uri()) failed(error);
    }
  }
}
