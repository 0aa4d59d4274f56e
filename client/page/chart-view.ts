// The chart on the page: takes charts, draws them out of sight, and swaps them in; keeps the reader's place, marks and zoom.
import type { ChartRow } from '../../server/charts/chart.ts';
import type { ChartAnswer } from '../../server/protocol.ts';
import { drawBars } from './bars.ts';
import { Latest } from './latest.ts';
import { legendOf } from './legend.ts';
import type { PageState } from './messages.ts';
import { nameRow } from './names.ts';
import { namesWidth } from './names-width.ts';
import { dress, type Picture } from './picture.ts';
import { rowHeight } from './row-height.ts';
import { dateText, finishText, showsTimes } from './row-text.ts';
import type { Skeleton } from './skeleton.ts';
import { tableOf } from './table.ts';
import { timeAxis } from './time-axis.ts';
import { dayMilliseconds, grainFor, timeOf } from './time-scale.ts';
import type { PageLocale, Say } from './words.ts';

/** Wider pictures than this are not made: browsers refuse them. */
const widest = 30_000;
const leastZoom = 0.02;
const mostZoom = 2_000;

/** Where the reader is: what is at the top and at the left edge. */
type Place = Pick<PageState, 'top' | 'left'>;

export interface ChartViewEvents {
  /** Something to be kept has changed. */
  moved(): void;
  failed(version: number, reason: string): void;
}

export class ChartView {
  readonly #parts: Skeleton;
  readonly #events: ChartViewEvents;
  readonly #queue = new Latest<{ chart: ChartAnswer; place: Place | undefined }>((job) =>
    this.#draw(job.chart, job.place),
  );
  #locale: PageLocale = 'en';
  #say: Say;
  /** The last chart that came. */
  #chart: ChartAnswer | undefined;
  /** The chart that is seen, and its picture. */
  #shown: ChartAnswer | undefined;
  #picture: Picture | undefined;
  #trouble: string | undefined;
  #path: readonly string[] = [];
  #focused: string | undefined;
  #pointed: number | undefined;
  /** Pixels per day; undefined: as wide as there is room. */
  zoom: number | undefined;

  constructor(parts: Skeleton, say: Say, events: ChartViewEvents) {
    this.#parts = parts;
    this.#say = say;
    this.#events = events;
  }

  get shown(): ChartAnswer | undefined {
    return this.#shown;
  }

  get rows(): readonly ChartRow[] {
    return this.#shown?.rows ?? [];
  }

  speak(locale: PageLocale, say: Say): void {
    this.#locale = locale;
    this.#say = say;
  }

  /** Draws a chart when its turn comes; `place` is where to go then, else the reader stays where they are. */
  show(chart: ChartAnswer, place?: Place): void {
    this.#chart = chart;
    this.#trouble = undefined;
    this.#queue.put({ chart, place });
  }

  /** Draws the same chart again: the room or the zoom has changed. */
  redraw(place?: Place): void {
    if (this.#chart !== undefined) this.#queue.put({ chart: this.#chart, place });
  }

  /** Says why no newer chart comes. */
  trouble(text: string): void {
    this.#trouble = text;
    this.#note();
  }

  async #draw(chart: ChartAnswer, place: Place | undefined): Promise<void> {
    const isSamePlan = this.#shown?.uri === chart.uri;
    const keepsOld = isSamePlan && chart.rows.length === 0 && !chart.blank && this.rows.length > 0;
    if (chart.rows.length > 0) {
      const room = this.#parts.chart.clientWidth || window.innerWidth;
      const names = namesWidth(chart.rows, room);
      const days = (timeOf(chart.to) - timeOf(chart.from)) / dayMilliseconds;
      const fit = Math.max(room - names - 2, 160);
      const width = Math.round(Math.min(this.zoom === undefined ? fit : Math.max(this.zoom * days, 40), widest));
      const grain = grainFor(width / days);
      try {
        const picture = dress(chart, await drawBars(chart, width, grain));
        this.#swap(chart, picture, names, place ?? (isSamePlan ? this.place() : {}), grain);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        this.#events.failed(chart.version, reason);
        this.#trouble = this.#say('not-drawn', { reason: reason.split('\n')[0] ?? '' });
      }
    } else if (!keepsOld) {
      this.#shown = chart;
      this.#picture = undefined;
      for (const part of [
        this.#parts.times,
        this.#parts.names,
        this.#parts.drawing,
        this.#parts.legend,
        this.#parts.sheet,
      ])
        part.replaceChildren();
      this.#head(chart);
    }
    this.#parts.page.classList.toggle('stale', keepsOld || this.#trouble !== undefined);
    this.#parts.empty.textContent = this.rows.length === 0 ? this.#say('empty') : '';
    this.#parts.empty.hidden = this.rows.length > 0;
    this.#note(keepsOld);
    this.#parts.buttons.fit.setAttribute('aria-pressed', String(this.zoom === undefined));
    this.#parts.page.dataset.version = String(chart.version);
  }

  #swap(
    chart: ChartAnswer,
    picture: Picture,
    names: number,
    place: Place,
    grain: Parameters<typeof timeAxis>[2],
  ): void {
    const { parts, hadFocus } = { parts: this.#parts, hadFocus: this.#parts.names.contains(document.activeElement) };
    this.#shown = chart;
    this.#picture = picture;
    this.#pointed = undefined;
    parts.chart.style.setProperty('--names', `${names}px`);
    const withTime = showsTimes(chart.rows);
    let group = 0;
    const rows = chart.rows.map((row, index) => {
      const element = nameRow(row, index, withTime, this.#say);
      if (row.depth === 0) group += 1;
      element.classList.add(row.depth === 0 && row.kind === 'summary' ? 'head' : group % 2 === 0 ? 'even' : 'odd');
      return element;
    });
    parts.names.replaceChildren(...rows);
    parts.names.classList.toggle('flat', !chart.rows.some(({ hasChildren }) => hasChildren));
    parts.times.replaceChildren(timeAxis(chart, picture, grain, this.#locale, this.#say));
    parts.drawing.replaceChildren(picture.svg);
    parts.legend.replaceChildren(...legendOf(chart, picture.scale, this.#say));
    parts.sheet.replaceChildren(...(parts.sheet.hidden ? [] : [tableOf(chart, this.#say)]));
    this.#head(chart);
    this.#goTo(place);
    this.#markCurrent();
    this.#rove(hadFocus);
  }

  #head(chart: ChartAnswer): void {
    const { title, when } = this.#parts;
    const withTime = showsTimes(chart.rows);
    title.textContent = chart.title;
    when.textContent =
      chart.rows.length === 0 ? '' : `${dateText(chart.start, withTime)} → ${finishText(chart, withTime)}`;
  }

  #note(keepsOld = false): void {
    const lines = [
      ...(this.#trouble === undefined ? [] : [{ severity: 'error' as const, text: this.#trouble }]),
      ...(this.#chart?.banner ?? []),
      ...(keepsOld ? [{ severity: 'info' as const, text: this.#say('stale') }] : []),
    ];
    const before = [...this.#parts.notes.children].map((line) => line.textContent).join('\n');
    if (before === lines.map(({ text }) => text).join('\n')) return;
    this.#parts.notes.replaceChildren(
      ...lines.map(({ severity, text }) => {
        const line = document.createElement('li');
        line.className = severity;
        line.textContent = text;
        return line;
      }),
    );
    const { live } = this.#parts;
    // What scrolls has to be reachable by the keyboard.
    if (live.scrollHeight > live.clientHeight) live.tabIndex = 0;
    else live.removeAttribute('tabindex');
  }

  /** Shows the chart as a table, or as a picture again. */
  showTable(on: boolean): void {
    const { chart, sheet, legend } = this.#parts;
    chart.hidden = on;
    legend.hidden = on;
    sheet.hidden = !on;
    sheet.replaceChildren(...(on && this.#shown !== undefined ? [tableOf(this.#shown, this.#say)] : []));
  }

  // The reader's place.

  /** Where the reader is now. */
  place(): Place {
    const { scrollTop, scrollLeft } = this.#parts.chart;
    const row = this.rows[Math.floor(scrollTop / rowHeight)];
    const top =
      row === undefined || scrollTop === 0 ? {} : { top: { planId: row.planId, offset: scrollTop % rowHeight } };
    if (this.#picture === undefined || this.zoom === undefined) return top;
    return { ...top, left: localMoment(this.#picture.scale.time(scrollLeft)) };
  }

  #goTo({ top, left }: Place): void {
    const { chart } = this.#parts;
    if (top !== undefined) {
      const row = this.rows.findIndex(({ planId }) => planId === top.planId);
      if (row >= 0) chart.scrollTop = row * rowHeight + top.offset;
    }
    if (left !== undefined && this.#picture !== undefined)
      chart.scrollLeft = Math.max(0, this.#picture.scale.x(timeOf(left)));
  }

  /** Changes the zoom by a factor, or to fit (undefined); what is at `x` (pixels from the picture's visible left edge) stays there. */
  zoomBy(factor: number | undefined, x?: number): void {
    const picture = this.#picture;
    if (picture === undefined) return;
    const { chart, names } = this.#parts;
    const before = this.zoom ?? picture.scale.pixelsPerDay;
    this.zoom = factor === undefined ? undefined : Math.min(Math.max(before * factor, leastZoom), mostZoom);
    if (this.zoom === undefined) this.redraw();
    else {
      const at = x ?? (chart.clientWidth - names.offsetWidth) / 2;
      const time = picture.scale.time(chart.scrollLeft + at) - (at / this.zoom) * dayMilliseconds;
      this.redraw({ ...this.place(), left: localMoment(time) });
    }
    this.#events.moved();
  }

  // Marks.

  /** Marks the cursor's task, or what it is folded into, and brings it into view where asked to. */
  mark(path: readonly string[], reveal: boolean): void {
    this.#path = path;
    const row = this.#markCurrent();
    if (row === undefined || !reveal) return;
    const { chart, corner, names } = this.#parts;
    const seen = { top: chart.scrollTop, bottom: chart.scrollTop + chart.clientHeight - corner.offsetHeight };
    const top = row * rowHeight;
    if (top < seen.top || top + rowHeight > seen.bottom)
      chart.scrollTop = Math.max(0, top - (seen.bottom - seen.top) / 2);
    const span = this.#picture?.span(row);
    const room = chart.clientWidth - names.offsetWidth;
    if (span !== undefined && (span.right < chart.scrollLeft || span.left > chart.scrollLeft + room))
      chart.scrollLeft = Math.max(0, span.left - room / 3);
  }

  #markCurrent(): number | undefined {
    const rows = new Map(this.rows.map(({ planId }, index) => [planId, index]));
    const row = this.#path.map((planId) => rows.get(planId)).findLast((index) => index !== undefined);
    for (const element of this.#parts.names.querySelectorAll('.current')) {
      element.classList.remove('current');
      element.removeAttribute('aria-current');
    }
    this.#picture?.mark('current', row);
    const element = row === undefined ? undefined : this.#parts.names.children[row];
    element?.classList.add('current');
    element?.setAttribute('aria-current', 'true');
    return row;
  }

  /** Marks the row under the pointer or with the focus, with its links. */
  point(row: number | undefined): void {
    if (row === this.#pointed) return;
    this.#pointed = row;
    for (const element of this.#parts.names.querySelectorAll('.pointed')) element.classList.remove('pointed');
    if (row !== undefined) this.#parts.names.children[row]?.classList.add('pointed');
    this.#picture?.mark('pointed', row);
  }

  // The keyboard's place in the tree: one row can be reached by Tab.

  /** The row that the keyboard is at. */
  get focusedRow(): number {
    return Math.max(
      0,
      this.rows.findIndex(({ planId }) => planId === this.#focused),
    );
  }

  /** Takes the keyboard to a row. */
  focus(row: number): void {
    this.#focused = this.rows[row]?.planId;
    this.#rove(true);
  }

  #rove(takeFocus: boolean): void {
    const { names } = this.#parts;
    for (const element of names.querySelectorAll<HTMLElement>('[tabindex="0"]')) element.tabIndex = -1;
    const element = names.children[this.focusedRow];
    if (!(element instanceof HTMLElement)) return;
    element.tabIndex = 0;
    if (!takeFocus) return;
    element.focus({ preventScroll: true });
    const { chart, corner } = this.#parts;
    const top = this.focusedRow * rowHeight;
    const room = chart.clientHeight - corner.offsetHeight;
    if (top < chart.scrollTop) chart.scrollTop = top;
    else if (top + rowHeight > chart.scrollTop + room) chart.scrollTop = top + rowHeight - room;
  }
}

/** A time as a moment on the reader's clock. */
function localMoment(time: number): string {
  const at = new Date(time);
  return new Date(time - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
