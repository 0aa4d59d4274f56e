// Why each early start is where it is: one byte and one number per task, and the chains that follow from them.
import type { Driver } from './schedule.ts';

const kinds = [
  'plan-start',
  'link',
  'fixed',
  'earliest',
  'summary',
  'constraint',
  'actual',
  'status-date',
  'until',
] as const;

export type DriverKind = (typeof kinds)[number];

const codes = new Map(kinds.map((kind, code) => [kind, code]));

/** Summaries are driven by what is inside. */
const inside = kinds.length;

/** By task index. */
export class Drivers {
  readonly #kind: Uint8Array;
  readonly #index: Int32Array;

  constructor(count: number) {
    this.#kind = new Uint8Array(count);
    this.#index = new Int32Array(count).fill(-1);
  }

  /** `index` is a link for `link`, a task else. */
  set(task: number, kind: DriverKind, index: number): void {
    this.#kind[task] = codes.get(kind) ?? 0;
    this.#index[task] = index;
  }

  setSummary(task: number): void {
    this.#kind[task] = inside;
  }

  of(task: number): Driver {
    const kind = kinds[this.#kind[task] ?? 0] ?? 'plan-start';
    const index = this.#index[task] ?? -1;
    if (kind === 'link') return { kind, link: index };
    return kind === 'plan-start' ? { kind } : { kind, task: index };
  }

  /** The link that drives a task; -1 where something else does. */
  linkOf(task: number): number {
    return this.#kind[task] === 1 ? (this.#index[task] ?? -1) : -1;
  }
}
