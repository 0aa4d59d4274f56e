// The handles of the bar that is pointed at: its right end, its progress, and a dot at each end from which a link is drawn.
import type { ChartRow } from '../../../server/charts/chart.ts';
import { barHeight, barInset, rowHeight } from '../row-height.ts';
import type { Hold } from './drag.ts';
import { type EditingView, spanOf } from './editing-view.ts';
import { make } from './layer.ts';

const holds = ['finish', 'progress', 'from-start', 'from-finish'] as const satisfies readonly Hold[];
/** Bars that are thinner have their end outside, so that there is something left to take. */
const thin = 18;
const dot = 11;

export class Handles {
  readonly element = make('div', 'handles');
  readonly #parts = new Map(holds.map((hold) => [hold, make('div', `handle ${hold}`)]));
  readonly #view: EditingView;
  #row: number | undefined;

  constructor(view: EditingView) {
    this.#view = view;
    for (const [hold, part] of this.#parts) part.dataset.hold = hold;
    this.element.append(...this.#parts.values());
    this.show(undefined);
  }

  get row(): number | undefined {
    return this.#row;
  }

  /** Puts the handles at a row's bar; undefined: nowhere. */
  show(row: number | undefined): void {
    const task = this.#view.row(row);
    const span = row === undefined ? undefined : spanOf(this.#view, row);
    this.#row = span === undefined ? undefined : row;
    this.element.hidden = row === undefined || task === undefined || span === undefined;
    if (row === undefined || task === undefined || span === undefined) return;
    const isPoint = task.kind === 'milestone';
    const right = isPoint ? span.right + barHeight / 2 : span.right;
    const left = isPoint ? span.left - barHeight / 2 : span.left;
    const top = row * rowHeight;
    const isThin = right - left < thin;
    this.#put('finish', hasLength(task), isThin ? right : right - 5, top + barInset, 7, barHeight);
    const done = left + ((right - left) * Math.min(task.progress, 100)) / 100;
    this.#put('progress', hasLength(task) && !isThin, done - 5, top + barInset + barHeight - 3, 10, 9);
    const middle = top + (rowHeight - dot) / 2;
    this.#put('from-start', true, left - dot - 4, middle, dot, dot);
    this.#put('from-finish', true, right + (isThin ? 9 : 5), middle, dot, dot);
  }

  #put(hold: (typeof holds)[number], isThere: boolean, left: number, top: number, width: number, height: number): void {
    const part = this.#parts.get(hold);
    if (part === undefined) return;
    part.hidden = !isThere;
    Object.assign(part.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  }
}

function hasLength({ kind, cancelled }: ChartRow): boolean {
  return (kind === 'task' || kind === 'buffer') && !cancelled;
}
