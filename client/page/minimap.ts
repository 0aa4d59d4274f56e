// A long chart at one glance beside its scroll bar: where the work is, which part of it is seen, and a hand on it.
import type { Overview } from '../../server/charts/overview.ts';
import { rowHeight } from './row-height.ts';

/** Charts that are longer than so many windows have one. */
const windows = 2;
/** Pixels of a stripe: thinner ones can't be seen. */
const thinnest = 2;

export class Minimap {
  readonly element = document.createElement('div');
  readonly #canvas = document.createElement('canvas');
  readonly #window = document.createElement('div');
  readonly #chart: HTMLElement;
  #overview: Overview | undefined;
  #rowCount = 0;

  /** `chart` is what it scrolls. */
  constructor(chart: HTMLElement) {
    this.#chart = chart;
    this.element.className = 'minimap';
    // All that it does, the keyboard does in the tree; what it shows, the tree says.
    this.element.setAttribute('aria-hidden', 'true');
    this.element.hidden = true;
    this.#window.className = 'minimap-window';
    this.element.append(this.#canvas, this.#window);
    chart.addEventListener('scroll', () => this.follow());
    let isHeld = false;
    const go = (event: PointerEvent): void => {
      const { top, height } = this.element.getBoundingClientRect();
      const share = (event.clientY - top) / Math.max(height, 1);
      chart.scrollTop = share * this.#height - chart.clientHeight / 2;
    };
    this.element.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      isHeld = true;
      this.element.setPointerCapture(event.pointerId);
      go(event);
    });
    this.element.addEventListener('pointermove', (event) => {
      if (isHeld) go(event);
    });
    for (const end of ['pointerup', 'pointercancel'] as const)
      this.element.addEventListener(end, () => (isHeld = false));
  }

  /** How many stripes are wanted for a chart of so many rows; undefined where it is seen as a whole anyway. */
  stripesFor(rowCount: number): number | undefined {
    const seen = this.#chart.clientHeight || window.innerHeight;
    if (rowCount * rowHeight <= windows * seen) return undefined;
    // Steps of a hundred: a panel that is pulled longer does not ask at every pixel.
    return Math.max(Math.floor(seen / thinnest / 100) * 100, 100);
  }

  take(overview: Overview | undefined, rowCount: number): void {
    this.#overview = overview ?? this.#overview;
    this.#rowCount = rowCount;
    // Its room is taken before the first picture, which would be drawn again else.
    this.element.hidden = this.stripesFor(rowCount) === undefined;
    this.element.parentElement?.classList.toggle('with-minimap', !this.element.hidden);
    this.#draw();
    this.follow();
  }

  forget(): void {
    this.#overview = undefined;
    this.take(undefined, 0);
  }

  get #height(): number {
    return this.#rowCount * rowHeight;
  }

  /** Shows which part is seen. */
  follow(): void {
    if (this.element.hidden) return;
    const { scrollTop, scrollLeft, clientHeight, clientWidth, scrollWidth } = this.#chart;
    const share = (part: number, whole: number): number => Math.min((part / Math.max(whole, 1)) * 100, 100);
    Object.assign(this.#window.style, {
      // Where it is moved only, nothing has to be laid out: this happens at every frame of a scroll.
      translate: `${share(scrollLeft, scrollWidth)}cqw ${share(scrollTop, this.#height)}cqh`,
      height: `${share(clientHeight, this.#height)}%`,
      width: `${share(clientWidth, scrollWidth)}%`,
    });
  }

  #draw(): void {
    const stripes = this.#overview?.stripes ?? [];
    if (this.element.hidden || stripes.length === 0) return;
    const { clientWidth: width, clientHeight: height } = this.element;
    const sharpness = window.devicePixelRatio || 1;
    this.#canvas.width = Math.max(1, Math.round(width * sharpness));
    this.#canvas.height = Math.max(1, Math.round(height * sharpness));
    const context = this.#canvas.getContext('2d');
    if (context === null) return;
    const style = getComputedStyle(this.element);
    const colours = [style.getPropertyValue('--stripe'), style.getPropertyValue('--stripe-critical')] as const;
    const step = this.#canvas.height / stripes.length;
    for (const [index, [start, finish, critical]] of stripes.entries()) {
      context.fillStyle = colours[critical];
      const left = (start / 1000) * this.#canvas.width;
      const right = Math.max((finish / 1000) * this.#canvas.width, left + sharpness);
      context.fillRect(left, index * step, right - left, Math.max(step - (step > 3 ? 1 : 0), sharpness * 0.75));
    }
  }
}
