// How a reader looks at a chart beside scrolling and folding: filter, comparison, zoom level, and the map of a long one.
import type { ChartHead } from '../../server/charts/chart.ts';
import type { ChartAnswer } from '../../server/protocol.ts';
import { againstOf, ChangesPanel } from './changes-panel.ts';
import type { ChartView } from './chart-view.ts';
import { FilterBar, filterOf } from './filter-bar.ts';
import type { Holder } from './holder.ts';
import type { AgainstChoice, PageState, Want } from './messages.ts';
import { Minimap } from './minimap.ts';
import type { Skeleton } from './skeleton.ts';
import type { Say } from './words.ts';
import { ZoomLevels } from './zoom-levels.ts';

export interface ReadingEvents {
  /** Something else of the chart is wanted now. */
  wants(want: Want): void;
  /** Something that is kept has changed. */
  moved(): void;
}

type Kept = Pick<PageState, 'filter' | 'filtering' | 'against' | 'comparing'>;

export class Reading {
  readonly #parts: Skeleton;
  readonly #events: ReadingEvents;
  readonly #bar: FilterBar;
  readonly #panel: ChangesPanel;
  readonly #minimap: Minimap;
  readonly #levels: ZoomLevels;
  readonly #view: ChartView;
  #against: AgainstChoice | undefined;
  #stripes: number | undefined;
  #uri: string | undefined;
  #head: ChartHead | undefined;

  constructor(parts: Skeleton, view: ChartView, say: Say, holder: Holder, events: ReadingEvents) {
    this.#parts = parts;
    this.#events = events;
    this.#bar = new FilterBar(say, () => this.#changed());
    this.#panel = new ChangesPanel(say, !holder.present, {
      chosen: (against) => {
        this.#against = against;
        this.#changed();
      },
      pick: () => holder.send({ type: 'pick-revision' }),
      go: (planId) => holder.send({ type: 'select', planId, takeFocus: false }),
    });
    this.#minimap = new Minimap(parts.chart);
    this.#view = view;
    this.#levels = new ZoomLevels(view, parts.chart, say);
    parts.views.before(this.#bar.element);
    parts.views.append(this.#minimap.element);
    parts.views.after(this.#panel.element);
    parts.buttons['zoom-in'].after(this.#levels.element);
    parts.buttons.filter.addEventListener('click', () => this.#openBar(this.#bar.element.hidden === true));
    parts.buttons.compare.addEventListener('click', () => this.#openPanel(this.#panel.element.hidden === true));
    parts.buttons.compare.hidden = !holder.present;
    document.addEventListener('keydown', (event) => this.#key(event));
    new ResizeObserver(() => this.#glance()).observe(parts.chart);
  }

  /** What is wanted beside rows and folding. */
  get want(): Want {
    return {
      filter: this.#bar.filter,
      ...(this.#against === undefined ? {} : { against: this.#against }),
      changes: this.#panel.element.hidden === false,
      ...(this.#stripes === undefined ? {} : { overview: this.#stripes }),
    };
  }

  get kept(): Kept {
    return {
      filter: this.#bar.filter,
      ...(this.#bar.element.hidden ? {} : { filtering: true }),
      ...(this.#against === undefined ? {} : { against: this.#against }),
      ...(this.#panel.element.hidden ? {} : { comparing: true }),
    };
  }

  restore({ filter, filtering, against, comparing }: Kept): void {
    this.#bar.show(filterOf(filter));
    this.#bar.element.hidden = filtering !== true;
    this.#against = againstOf(against);
    this.#panel.show(this.#against);
    this.#panel.element.hidden = comparing !== true;
    this.#press();
  }

  /** What is new of a chart. Another plan is looked at anew. */
  take({ uri, head, changes, overview }: ChartAnswer): void {
    if (this.#uri !== undefined && this.#uri !== uri) {
      this.#bar.show({});
      this.#against = undefined;
      this.#panel.show(undefined);
      this.#minimap.forget();
      this.#stripes = undefined;
    }
    this.#uri = uri;
    this.#head = head ?? this.#head;
    if (head !== undefined) this.#bar.take(head);
    this.#panel.take(head?.choices, changes);
    this.#minimap.take(overview, this.#head?.rowCount ?? 0);
    this.#glance();
  }

  /** The panel compares with something else now. */
  compare(against: AgainstChoice): void {
    this.#against = against;
    this.#panel.show(against);
    this.#openPanel(against.kind !== 'nothing');
  }

  speak(say: Say): void {
    this.#bar.speak(say);
    this.#panel.speak(say);
    this.#levels.speak(say);
  }

  /** The view has moved or is drawn anew. */
  follow(): void {
    this.#levels.follow();
    this.#minimap.follow();
    this.#parts.buttons.fit.setAttribute('aria-pressed', String(this.#view.zoom === undefined));
    const isTable = this.#parts.sheet.hidden === false;
    this.#levels.element.disabled = isTable;
  }

  #openBar(on: boolean): void {
    this.#bar.open(on);
    this.#press();
    if (!on) this.#parts.buttons.filter.focus();
    this.#events.moved();
  }

  #openPanel(on: boolean): void {
    this.#panel.element.hidden = !on;
    this.#press();
    this.#changed();
  }

  #press(): void {
    this.#parts.buttons.filter.setAttribute('aria-pressed', String(!this.#bar.element.hidden));
    this.#parts.buttons.compare.setAttribute('aria-pressed', String(!this.#panel.element.hidden));
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const isInBar = event.target instanceof Node && this.#bar.element.contains(event.target);
    if (event.key === 'Escape' && isInBar) this.#openBar(false);
    else if (event.key === '/' && !isInBar && !isField(event.target)) this.#openBar(true);
    else return;
    event.preventDefault();
  }

  /** Asks for the map where the chart has become long, or the window short. */
  #glance(): void {
    const stripes = this.#minimap.stripesFor(this.#head?.rowCount ?? 0);
    if (stripes === this.#stripes) return;
    this.#stripes = stripes;
    if (stripes !== undefined) this.#events.wants(this.want);
  }

  #changed(): void {
    this.#events.wants(this.want);
    this.#events.moved();
  }
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
  );
}
