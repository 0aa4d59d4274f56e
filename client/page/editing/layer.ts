// What lies over the picture while hands are at work: ghosts of bars that would move, and a text that says what would happen.
import type { TriedGesture } from '../messages.ts';
import { barHeight, barInset, rowHeight, summaryHeight } from '../row-height.ts';
import { timeOf } from '../time-scale.ts';
import type { EditingView } from './editing-view.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
  /** Stands there, and is not to be covered. */
  readonly form?: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;
}

/** Between the pointer and the text, in pixels. */
const room = 32;
/** Between the text and a form, and from the edges of the window. */
const gaps = { form: 14, edge: 4 } as const;
/** Beside a form the text is not made narrower than this. */
const leastWidth = 180;

/** What can be done now: said, or to be pressed. */
export interface Prompt {
  readonly hint: string;
  /** Said while nothing is changed yet. */
  readonly idle?: string;
  readonly button?: HTMLButtonElement;
}

/** The layer lies over the picture, on the same scale; the text lies over the page and is read out. */
export class EditingLayer {
  readonly element: HTMLElement;
  /** Lies over the names. */
  readonly beside = make('div', 'hands-beside');
  readonly #ghosts = make('div', 'ghosts');
  readonly #text = make('div', 'outcome');
  readonly #view: EditingView;

  constructor(chart: HTMLElement, view: EditingView) {
    this.#view = view;
    this.element = make('div', 'hands');
    this.element.setAttribute('aria-hidden', 'true');
    this.element.append(this.#ghosts);
    chart.append(this.beside, this.element);
    this.#text.setAttribute('role', 'status');
    (chart.closest('.page') ?? chart).append(this.#text);
    this.clear();
  }

  /** Shows what a gesture would do. `about`: the task that it is about; `hint`: what to do now. */
  show(answer: TriedGesture, about: string, near: Point, { hint, button }: Prompt): void {
    this.#ghosts.replaceChildren(
      ...answer.moved.flatMap(({ planId, drawn }) => {
        const row = this.#view.rowNamed(planId);
        const task = this.#view.row(row);
        const scale = this.#view.scale;
        if (row === undefined || task === undefined || scale === undefined) return [];
        const left = scale.x(timeOf(drawn.start));
        const ghost = make('div', `ghost ${task.kind}${planId === about ? ' own' : ''}`);
        const height = task.kind === 'summary' ? summaryHeight : barHeight;
        const isPoint = task.kind === 'milestone';
        const width = isPoint ? barHeight : Math.max(scale.x(timeOf(drawn.finish)) - left, 3);
        ghost.style.left = `${isPoint ? left - barHeight / 2 : left}px`;
        ghost.style.top = `${row * rowHeight + barInset}px`;
        ghost.style.width = `${width}px`;
        ghost.style.height = `${height}px`;
        ghost.dataset.planId = planId;
        return [ghost];
      }),
    );
    const lines = [
      ...(answer.refused === undefined ? [] : [line('refused', answer.refused)]),
      ...(answer.dates === undefined ? [] : [line('dates', answer.dates)]),
      ...(answer.writes === undefined ? [] : [line('writes', answer.writes)]),
      ...answer.lines.map(({ kind, text }) => line(kind, text)),
      ...(hint === '' ? [] : [line('hint', hint)]),
    ];
    if (button !== undefined) lines.push(button);
    this.#say(lines, near);
  }

  /** Says what to do now. */
  hint(text: string, near: Point): void {
    this.#ghosts.replaceChildren();
    this.#say([line('hint', text)], near);
  }

  /** Says one thing, as why something can't be. */
  tell(text: string, near: Point): void {
    this.#ghosts.replaceChildren();
    this.#say([line('refused', text)], near);
  }

  clear(): void {
    this.#ghosts.replaceChildren();
    this.#text.replaceChildren();
    this.#text.hidden = true;
  }

  /** Whether something is said. */
  get isSaying(): boolean {
    return !this.#text.hidden;
  }

  #say(lines: readonly HTMLElement[], near: Point): void {
    // The same text again would be read out again.
    const isNew = lines.map(({ textContent }) => textContent).join('\n') !== this.#said();
    if (isNew) this.#text.replaceChildren(...lines);
    this.#text.hidden = false;
    this.#place(near);
  }

  #place({ x, y, form }: Point): void {
    const { style } = this.#text;
    const beside = form === undefined ? 0 : window.innerWidth - form.right - gaps.form - gaps.edge;
    const isBeside = beside >= leastWidth;
    style.left = '0';
    style.maxWidth = isBeside ? `min(380px, ${beside}px)` : '';
    const { offsetWidth, offsetHeight } = this.#text;
    const left = isBeside && form !== undefined ? form.right : x;
    style.left = `${Math.max(gaps.edge, Math.min(left + gaps.form, window.innerWidth - offsetWidth - gaps.edge))}px`;
    // A row is left free, so that the one below is seen.
    const [above, below] =
      form === undefined || isBeside ? [y - gaps.form, y + room] : [form.top - gaps.edge, form.bottom + gaps.edge];
    const fitsBelow = below + offsetHeight < window.innerHeight;
    style.top = `${fitsBelow ? below : Math.max(gaps.edge, above - offsetHeight)}px`;
  }

  #said(): string {
    return [...this.#text.children].map(({ textContent }) => textContent).join('\n');
  }
}

function line(className: string, text: string): HTMLElement {
  const element = make('div', className);
  element.textContent = text;
  return element;
}

export function make(tag: string, className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
