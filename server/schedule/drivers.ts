// Why each early start is where it is: one byte and one number per task.
import type { MovedRows } from './moved-rows.ts';
import type { Driver } from './schedule.ts';

/** Codes of what may drive a start. */
export const drivenBy = {
  planStart: 0,
  link: 1,
  fixed: 2,
  earliest: 3,
  summary: 4,
  constraint: 5,
  actual: 6,
  statusDate: 7,
  until: 8,
} as const;

export type DriverCode = (typeof drivenBy)[keyof typeof drivenBy];

const names = [
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

/** By task index. */
export class Drivers {
  readonly #code: Uint8Array;
  readonly #index: Int32Array;

  constructor(
    count: number,
    code: Uint8Array = new Uint8Array(count),
    index: Int32Array = new Int32Array(count).fill(-1),
  ) {
    this.#code = code;
    this.#index = index;
  }

  copy(): Drivers {
    return new Drivers(this.#code.length, this.#code.slice(), this.#index.slice());
  }

  /** The same where tasks and links have moved; by row before: the row now. */
  moved(rows: MovedRows, taskNow: Int32Array, linkNow: Int32Array): Drivers {
    const code = rows.bytes(this.#code);
    const index = rows.integers(this.#index, -1);
    for (let task = 0; task < index.length; task += 1) {
      const old = index[task] ?? -1;
      if (old >= 0) index[task] = (code[task] === drivenBy.link ? linkNow : taskNow)[old] ?? -1;
    }
    return new Drivers(code.length, code, index);
  }

  /** `index` is a link where a link drives, a task else. */
  set(task: number, code: DriverCode, index: number): void {
    this.#code[task] = code;
    this.#index[task] = index;
  }

  of(task: number): Driver {
    const kind = names[this.#code[task] ?? 0] ?? 'plan-start';
    const index = this.#index[task] ?? -1;
    if (kind === 'link') return { kind, link: index };
    return kind === 'plan-start' ? { kind } : { kind, task: index };
  }

  /** The link that drives a task; -1 where something else does. */
  linkOf(task: number): number {
    return this.#code[task] === drivenBy.link ? (this.#index[task] ?? -1) : -1;
  }
}
