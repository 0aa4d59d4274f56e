// The usual fineness of time, by name: chosen from a list, or by a key.
import type { ChartView } from './chart-view.ts';
import type { PageWord, Say } from './words.ts';

/** Name → pixels a day and its key; undefined: as wide as there is room. */
const levels = [
  { name: 'fit-width', key: '0', zoom: undefined },
  { name: 'days', key: '1', zoom: 32 },
  { name: 'weeks', key: '2', zoom: 8 },
  { name: 'months', key: '3', zoom: 2.4 },
  { name: 'quarters', key: '4', zoom: 0.8 },
] as const satisfies readonly { readonly name: PageWord; readonly key: string; readonly zoom: number | undefined }[];

export class ZoomLevels {
  readonly element = document.createElement('select');
  readonly #view: ChartView;

  /** `chart` hears the keys. */
  constructor(view: ChartView, chart: HTMLElement, say: Say) {
    this.#view = view;
    this.element.className = 'zoom-level';
    this.element.addEventListener('change', () => {
      const level = levels.find(({ name }) => name === this.element.value);
      if (level !== undefined) view.zoomTo(level.zoom);
    });
    chart.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const level = levels.find(({ key }) => key === event.key);
      if (level === undefined) return;
      event.preventDefault();
      view.zoomTo(level.zoom);
    });
    this.speak(say);
  }

  speak(say: Say): void {
    this.element.title = say('zoom-level');
    this.element.setAttribute('aria-label', say('zoom-level'));
    this.element.replaceChildren(
      new Option(say('own-zoom'), ''),
      ...levels.map(({ name, key }) => new Option(`${say(name)} (${key})`, name)),
    );
    this.follow();
  }

  /** Shows the level that the view has. */
  follow(): void {
    const level = levels.find(({ zoom }) => zoom === this.#view.zoom);
    const [own] = this.element.options;
    if (own !== undefined) own.hidden = level !== undefined;
    this.element.value = level?.name ?? '';
  }
}

/** Changes the zoom by a factor, or to fit (undefined). */
export function zoomBy(view: ChartView, factor: number | undefined): void {
  const before = view.zoom ?? view.scale?.pixelsPerDay ?? 1;
  view.zoomTo(factor === undefined ? undefined : before * factor);
}
