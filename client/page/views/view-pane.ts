// A view that is no Gantt chart, on the page: takes what is new of it, draws it out of sight and swaps it in; the last picture stays until then.
import { type Folding, fitting } from '../../../server/charts/folding.ts';
import type { OtherView, Target, View } from '../../../server/charts/view.ts';
import { viewTitles } from '../../../server/charts/view-titles.ts';
import type { ViewAnswer } from '../../../server/charts/views.ts';
import { Banner } from '../banner.ts';
import { toggled } from '../folding-by-hand.ts';
import { Latest } from '../latest.ts';
import type { Skeleton } from '../skeleton.ts';
import { withCode } from '../with-code.ts';
import { type PageLocale, wordsIn } from '../words.ts';
import { beginInSight } from './begin-in-sight.ts';
import type { DrawnDiagram } from './draw-diagram.ts';
import { type DrawnDrawing, drawDrawings, finishDrawings } from './draw-drawings.ts';
import type { DrawnElement } from './drawn-elements.ts';
import { viewLegend } from './view-legend.ts';
import { type ViewTool, viewParts, viewTools, wordView } from './view-parts.ts';
import { viewTables } from './view-table.ts';
import { sayView } from './view-words.ts';
import { elementFor, reachBy } from './walk-elements.ts';

/** How much of a view is wanted. */
export interface Narrowing {
  readonly folding?: Folding;
  readonly criticalOnly?: boolean;
}

export interface ViewPaneEvents {
  /** A place in the text was chosen. */
  go(target: Target, takeFocus: boolean): void;
  /** More or less of the view is wanted. */
  narrows(narrowing: Narrowing): void;
  failed(version: number, reason: string): void;
  /** What is shown is wanted in a file; undefined where nobody could write one. */
  readonly exports?: () => void;
  /** Whether tables stand in the place of pictures has changed. */
  tabulated(on: boolean): void;
}

const zoomStep = 1.25;
const mostZoom = 4;
const leastZoom = 0.1;
/** Names are still read at this size: a picture that would be smaller scrolls. */
const readable = 0.8;
/** One picture is not blown up to fill the room. */
const mostFit = 1.15;

interface Shown {
  readonly uri: string;
  readonly view: View;
  readonly pictures: readonly DrawnDiagram[];
  readonly elements: readonly DrawnElement[];
}

export class ViewPane {
  readonly #page: Pick<Skeleton, 'page' | 'title' | 'when' | 'notes' | 'live'>;
  readonly #events: ViewPaneEvents;
  readonly #parts;
  readonly #queue = new Latest(() => this.#draw());
  #locale: PageLocale = 'en';
  #name: OtherView | undefined;
  #held: (ViewAnswer & { readonly view: View }) | undefined;
  #shown: Shown | undefined;
  #narrowing: Narrowing = {};
  #isTable = false;
  readonly #banner: Banner;
  #current: string | undefined;
  /** Pictures of their own size are 1; undefined: as wide as there is room. */
  #zoom: number | undefined;

  constructor(
    page: Pick<Skeleton, 'page' | 'title' | 'when' | 'notes' | 'live'>,
    around: HTMLElement,
    events: ViewPaneEvents,
  ) {
    this.#page = page;
    this.#events = events;
    this.#parts = viewParts(around);
    this.#banner = new Banner(page);
    this.#useTools();
    this.#useHands();
    let width = 0;
    new ResizeObserver(() => {
      const now = this.#parts.scroller.clientWidth;
      if (now > 0 && now !== width && this.#held !== undefined) this.#queue.ask();
      width = now;
    }).observe(this.#parts.scroller);
  }

  /** Shows this view when it comes; until then what was drawn of it. */
  show(name: OtherView, table: boolean): void {
    const { pane, pictures, tables, legend, summary, empty } = this.#parts;
    pane.hidden = false;
    this.#isTable = table;
    if (this.#name === name) return;
    this.#name = name;
    this.#parts.find.clear();
    this.#narrowing = {};
    this.#zoom = undefined;
    this.#held = this.#shown = this.#banner.trouble = undefined;
    for (const part of [pictures, tables, legend, summary]) part.replaceChildren();
    empty.hidden = false;
    empty.textContent = sayView(name === 'finish' ? 'simulating' : 'loading', this.#locale);
    delete this.#page.page.dataset.viewVersion;
    this.#dressTools();
  }

  hide(): void {
    this.#parts.pane.hidden = true;
  }

  speak(locale: PageLocale): void {
    this.#locale = locale;
    wordView(this.#parts, locale);
  }

  /** Takes what is new, and draws it when its turn comes. */
  take(answer: ViewAnswer): void {
    this.#banner.trouble = undefined;
    if (answer.view === undefined) {
      // The same as before, of a newer text.
      if (this.#held?.uri === answer.uri && this.#held.tag === answer.tag) this.#queue.ask();
      return;
    }
    if (answer.view.name !== this.#name) return;
    if (this.#shown !== undefined && this.#shown.uri !== answer.uri) {
      this.#zoom = undefined;
      this.#narrowing = {};
    }
    this.#held = { ...answer, view: answer.view };
    this.#queue.ask();
  }

  /** Says why no newer view comes. */
  trouble(text: string): void {
    this.#banner.trouble = text;
    this.#note(false);
  }

  /** Marks what stands for the cursor's task; `path`: its name and those around it, the outermost first. */
  mark(path: readonly string[]): void {
    this.#current = undefined;
    const targets = new Map(
      (this.#shown?.elements ?? []).flatMap(({ element: { target }, drawn }) =>
        target?.kind === 'task' ? [[target.id, drawn] as const] : [],
      ),
    );
    for (const drawn of targets.values()) drawn.classList.remove('current');
    for (const id of path.toReversed()) {
      const drawn = targets.get(id);
      if (drawn === undefined) continue;
      this.#current = id;
      drawn.classList.add('current');
      return;
    }
  }

  async #draw(): Promise<void> {
    const held = this.#held;
    if (held === undefined || this.#parts.pane.hidden) return;
    const { view, uri, version } = held;
    const before = this.#shown?.uri === uri ? this.#shown : undefined;
    const isEmpty = view.drawings.length === 0 && view.tables.length === 0;
    const keepsOld =
      isEmpty &&
      !view.blank &&
      before !== undefined &&
      before.view.tables.length > 0 &&
      view.banner.some(({ severity }) => severity === 'error');
    if (!keepsOld) {
      try {
        const { clientWidth, clientHeight } = this.#parts.scroller;
        const room = { width: clientWidth || window.innerWidth, height: clientHeight || window.innerHeight };
        const drawn = this.#isTable ? [] : await drawDrawings(view.drawings, room);
        if (this.#held !== held) return;
        this.#swap(held, drawn);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        this.#events.failed(version, reason);
        this.#banner.trouble = wordsIn(this.#locale)('not-drawn', { reason: reason.split('\n')[0] ?? '' });
      }
    }
    this.#note(keepsOld);
    this.#page.page.dataset.viewVersion = String(version);
  }

  #swap({ view, uri }: ViewAnswer & { readonly view: View }, drawn: readonly DrawnDrawing[]): void {
    const { pictures, tables, empty, legend, summary, scroller, pane } = this.#parts;
    const focused = document.activeElement instanceof SVGElement ? keyOf(document.activeElement) : undefined;
    const isOpened = this.#shown?.uri !== uri;
    // Pictures that have no size yet leave nothing to scroll.
    const { scrollLeft, scrollTop } = scroller;
    const hadFocus = pictures.contains(document.activeElement);
    this.#shown = {
      uri,
      view,
      pictures: drawn.map(({ diagram }) => diagram),
      elements: drawn.flatMap(({ elements }) => elements),
    };
    const title = viewTitles[view.name][this.#locale];
    const label = sayView('picture', this.#locale, { view: title, plan: view.title });
    pane.dataset.view = view.name;
    pictures.classList.toggle('several', view.drawings.length > 1);
    pictures.replaceChildren(
      ...drawn.map(({ drawing, diagram, elements }) => figureOf(diagram, elements, drawing.caption, label)),
    );
    this.#size();
    finishDrawings(drawn);
    const showsTables = this.#isTable || view.drawings.length === 0;
    tables.hidden = !showsTables;
    tables.replaceChildren(...(showsTables ? viewTables(view.tables, (target) => this.#events.go(target, false)) : []));
    empty.hidden = view.empty === undefined;
    empty.replaceChildren(...withCode(view.empty ?? ''));
    summary.textContent = view.summary;
    legend.replaceChildren(...(showsTables ? [] : viewLegend(view.legend)));
    legend.hidden = showsTables || view.legend.length === 0;
    scroller.setAttribute('aria-label', label);
    this.#page.title.textContent = view.title;
    this.#page.when.textContent = '';
    this.#parts.find.take(this.#shown.elements, tables);
    this.#dressTools();
    const again = this.#shown.elements.find(({ drawn }) => focused !== undefined && keyOf(drawn) === focused);
    reachBy(this.#shown.elements, again?.drawn);
    if (hadFocus) again?.drawn.focus({ preventScroll: true });
    if (this.#current !== undefined) this.mark([this.#current]);
    if (isOpened) beginInSight(scroller, this.#shown.elements);
    else scroller.scrollTo({ left: scrollLeft, top: scrollTop, behavior: 'instant' });
  }

  /** How large pictures are: as wide as there is room where they can still be read then. */
  #size(): void {
    const { scroller } = this.#parts;
    const room = Math.max((scroller.clientWidth || window.innerWidth) - 32, 100);
    for (const { svg, width, height } of this.#shown?.pictures ?? []) {
      const fit = Math.min(Math.max(room / width, readable), mostFit);
      const scale = this.#zoom ?? (this.#shown?.pictures.length === 1 ? fit : 1);
      svg.setAttribute('width', String(Math.round(width * scale)));
      svg.setAttribute('height', String(Math.round(height * scale)));
    }
    this.#parts.buttons.fit.setAttribute('aria-pressed', String(this.#zoom === undefined));
  }

  #zoomBy(factor: number | undefined): void {
    const [first] = this.#shown?.pictures ?? [];
    if (first === undefined) return;
    const now = Number(first.svg.getAttribute('width')) / first.width;
    this.#zoom = factor === undefined ? undefined : Math.min(Math.max(now * factor, leastZoom), mostZoom);
    this.#size();
  }

  #note(keepsOld: boolean): void {
    this.#banner.show(this.#held?.view.banner ?? [], keepsOld ? sayView('stale', this.#locale) : undefined);
  }

  #dressTools(): void {
    const { buttons } = this.#parts;
    const view = this.#shown?.view;
    const hasPicture = (view?.drawings.length ?? 0) > 0;
    for (const name of ['fold-all', 'unfold-all'] as const)
      buttons[name].hidden = view?.narrows !== true || this.#isTable;
    buttons['critical-only'].hidden = view?.name !== 'network' || this.#isTable;
    buttons['critical-only'].setAttribute('aria-pressed', String(this.#narrowing.criticalOnly === true));
    for (const name of ['zoom-in', 'zoom-out', 'fit'] as const) buttons[name].hidden = !hasPicture || this.#isTable;
    buttons.table.hidden = !hasPicture;
    buttons.export.hidden = this.#events.exports === undefined;
    buttons.table.setAttribute('aria-pressed', String(this.#isTable));
  }

  #narrow(narrowing: Narrowing): void {
    this.#narrowing = narrowing;
    this.#events.narrows(narrowing);
    this.#dressTools();
  }

  #useTools(): void {
    const fold = (base: Folding['base']) => (): void =>
      this.#narrow({ ...this.#narrowing, folding: { base, folded: [], unfolded: [] } });
    const actions: Readonly<Record<ViewTool, () => void>> = {
      'critical-only': () => this.#narrow({ ...this.#narrowing, criticalOnly: this.#narrowing.criticalOnly !== true }),
      'fold-all': fold('all'),
      'unfold-all': fold('none'),
      'zoom-out': () => this.#zoomBy(1 / zoomStep),
      fit: () => this.#zoomBy(undefined),
      'zoom-in': () => this.#zoomBy(zoomStep),
      export: () => this.#events.exports?.(),
      table: () => {
        this.#isTable = !this.#isTable;
        this.#events.tabulated(this.#isTable);
        this.#queue.ask();
      },
    };
    const { buttons } = this.#parts;
    for (const name of viewTools) buttons[name].addEventListener('click', actions[name]);
  }

  #elementAt(target: EventTarget | null): DrawnElement | undefined {
    const drawn = target instanceof Element ? target.closest('.element') : null;
    return this.#shown?.elements.find((one) => one.drawn === drawn);
  }

  #useHands(): void {
    const { pane, find, pictures, scroller, buttons } = this.#parts;
    pictures.addEventListener('click', ({ target }) => {
      const found = this.#elementAt(target);
      if (found === undefined) return;
      reachBy(this.#shown?.elements ?? [], found.drawn);
      if (found.element.target !== undefined) this.#events.go(found.element.target, false);
      // Where there is no text to lead to, one click folds.
      else this.#toggle(found);
    });
    pictures.addEventListener('dblclick', ({ target }) => {
      const found = this.#elementAt(target);
      if (found?.element.target !== undefined) this.#toggle(found);
    });
    pictures.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const found = this.#elementAt(event.target);
      if (found === undefined) return;
      const next = elementFor(event.key, found.drawn, this.#shown?.elements ?? []);
      if (next !== undefined) {
        reachBy(this.#shown?.elements ?? [], next);
        next.focus();
      } else if (foldsWith(event.key, found)) this.#toggle(found);
      else if ((event.key === 'Enter' || event.key === ' ') && found.element.target !== undefined)
        this.#events.go(found.element.target, event.key === 'Enter');
      else return;
      event.preventDefault();
    });
    // Before the Gantt chart's own filter hears of it.
    document.addEventListener(
      'keydown',
      (event) => {
        const types = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
        if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || types || pane.hidden) return;
        event.preventDefault();
        find.field.focus();
      },
      { capture: true },
    );
    scroller.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '+' || event.key === '=') buttons['zoom-in'].click();
      else if (event.key === '-') buttons['zoom-out'].click();
      else if (event.key === '0') buttons.fit.click();
      else return;
      event.preventDefault();
    });
    scroller.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        this.#zoomBy(Math.exp(-Math.sign(event.deltaY) * Math.min(Math.abs(event.deltaY), 60) * 0.004));
      },
      { passive: false },
    );
  }

  #toggle({ element: { folds, signs } }: DrawnElement): void {
    if (folds === undefined) return;
    const folded = signs?.includes('folded') === true;
    this.#narrow({
      ...this.#narrowing,
      folding: toggled(this.#narrowing.folding ?? fitting, { planId: folds, folded }),
    });
  }
}

/** What tells an element from the others in each picture of a view. */
function keyOf({ dataset }: SVGElement): string | undefined {
  return dataset.target ?? dataset.folds;
}

/** Space folds; so does Enter where there is no text to lead to. */
function foldsWith(key: string, { element: { folds, target } }: DrawnElement): boolean {
  return folds !== undefined && (key === ' ' || (key === 'Enter' && target === undefined));
}

function figureOf(
  { svg }: DrawnDiagram,
  elements: readonly DrawnElement[],
  caption: string | undefined,
  label: string,
): HTMLElement {
  const figure = document.createElement('figure');
  svg.setAttribute('role', elements.length === 0 ? 'img' : 'group');
  svg.setAttribute('aria-label', caption === undefined ? label : `${caption}: ${label}`);
  if (caption !== undefined) {
    const words = document.createElement('figcaption');
    words.textContent = caption;
    figure.append(words);
  }
  figure.append(svg);
  return figure;
}
