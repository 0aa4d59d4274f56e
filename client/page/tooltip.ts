// The tooltip of a row: what the chart knows at once, and the editor's hover text when it comes.
import type { ChartRow } from '../../server/charts/chart.ts';
import { hoverElements } from './hover-text.ts';
import { detailsOf } from './row-text.ts';
import type { Say } from './words.ts';

const delayMilliseconds = 350;

export class Tooltip {
  readonly element: HTMLElement;
  #shown: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.element = document.createElement('div');
    this.element.className = 'tooltip';
    this.element.hidden = true;
    // What it says, the row's own label says to screen readers.
    this.element.setAttribute('aria-hidden', 'true');
  }

  /** Shows a row's text near a point, after a moment; `ask` may bring more. */
  show(
    row: ChartRow,
    near: { readonly x: number; readonly y: number },
    withTime: boolean,
    say: Say,
    ask: () => void,
  ): void {
    if (this.#shown === row.planId) return;
    this.hide();
    this.#shown = row.planId;
    this.#timer = setTimeout(() => {
      const name = document.createElement('strong');
      name.textContent = row.name;
      const lines = detailsOf(row, withTime, say).map((text) => {
        const line = document.createElement('div');
        line.textContent = text;
        return line;
      });
      this.element.replaceChildren(name, ...lines);
      this.element.hidden = false;
      this.#place(near);
      ask();
    }, delayMilliseconds);
  }

  /** The task that it tells of, or will in a moment. */
  get planId(): string | undefined {
    return this.#shown;
  }

  /** The editor's hover text for a task; it replaces the first text, if that task's is still shown. */
  fill(planId: string, markdown: string): void {
    if (this.#shown !== planId || this.element.hidden || markdown.trim() === '') return;
    const { left, top } = this.element.getBoundingClientRect();
    this.element.replaceChildren(...hoverElements(markdown));
    this.#place({ x: left - 12, y: top - 14 });
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#shown = undefined;
    this.element.hidden = true;
  }

  /** Beside the point, inside the window. */
  #place({ x, y }: { readonly x: number; readonly y: number }): void {
    const { offsetWidth, offsetHeight } = this.element;
    const below = y + 14 + offsetHeight < window.innerHeight;
    this.element.style.left = `${Math.max(4, Math.min(x + 12, window.innerWidth - offsetWidth - 4))}px`;
    this.element.style.top = `${below ? y + 14 : Math.max(4, y - offsetHeight - 10)}px`;
  }
}
