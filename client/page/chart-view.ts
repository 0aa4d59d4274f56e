// The chart on the page: takes what is new of it, draws what is looked at out of sight, and swaps it in; keeps the reader's place, marks and zoom.
import { blockRows, blockStart, blockStarts } from '../../server/charts/blocks.ts';
import type { ChartRow } from '../../server/charts/chart.ts';
import type { ChartAnswer } from '../../server/protocol.ts';
import { Banner } from './banner.ts';
import { drawPattern, type Pattern } from './bars.ts';
import { type Frame, frameOf } from './frame.ts';
import { type HeldChart, only, rowAt, rowNamed, updated } from './held-chart.ts';
import { Latest } from './latest.ts';
import { legendOf } from './legend.ts';
import { type Rows, rowsSeen } from './looked-at.ts';
import { Marks } from './marks.ts';
import { showTitle } from './notes.ts';
import { type Place, scrollTopFor } from './place.ts';
import { rowHeight } from './row-height.ts';
import { giveRoom } from './rows-room.ts';
import type { Skeleton } from './skeleton.ts';
import { drawStrip, place, type Strip, type Strips } from './strip.ts';
import { putTable, tableOf } from './table.ts';
import { timeAxis } from './time-axis.ts';
import { dayMilliseconds, localMoment, type TimeScale, timeOf } from './time-scale.ts';
import type { PageLocale, Say } from './words.ts';

const leastZoom = 0.02;
const mostZoom = 2_000;

export interface ChartViewEvents {
  /** What is seen, or how, has changed. */
  moved(): void;
  failed(version: number, reason: string): void;
  /** The blocks of these rows are wanted now, and no others. */
  looks(rows: Rows): void;
}

/** What is seen. */
interface Shown {
  readonly uri: string;
  readonly head: HeldChart['head'];
  readonly frame: Frame;
  /** Undefined where there are no rows. */
  readonly pattern: Pattern | undefined;
  readonly strips: Strips;
}

export class ChartView {
  readonly #parts: Skeleton;
  readonly #events: ChartViewEvents;
  /** Rows that are got ready on both sides of those that are seen. */
  readonly #margin: number;
  readonly marks: Marks;
  readonly #queue = new Latest(() => this.#draw());
  #locale: PageLocale = 'en';
  #say: Say;
  /** The newest of what has come. */
  #held: HeldChart | undefined;
  #shown: Shown | undefined;
  /** Where to go when the next picture is there; else the reader stays where they are. */
  #goal: Place | undefined;
  #wanted: readonly number[] = [];
  #isFilling = false;
  readonly #banner: Banner;
  /** Another view may be in its place. */
  isShown = true;
  /** Pixels per day; undefined: as wide as there is room. */
  zoom: number | undefined;

  constructor(parts: Skeleton, say: Say, margin: number, events: ChartViewEvents) {
    this.#parts = parts;
    this.marks = new Marks(parts);
    this.#banner = new Banner(parts);
    this.#say = say;
    this.#margin = margin;
    this.#events = events;
  }

  /** The plan that is shown. */
  get uri(): string | undefined {
    return this.#shown?.uri;
  }

  get rowCount(): number {
    return this.#shown?.head.rowCount ?? 0;
  }

  /** Whether dates are shown with their time. */
  get withTime(): boolean {
    return this.#shown?.head.withTime ?? false;
  }

  /** A row that is drawn, or could be at once. */
  row(index: number | undefined): ChartRow | undefined {
    if (index === undefined || this.#shown === undefined) return undefined;
    const start = index < this.rowCount ? blockStart(index) : -1;
    const rows = this.#shown.strips.get(start)?.block.rows ?? this.#heldBlocks.get(start)?.rows;
    return rows?.[index - start];
  }

  /** Blocks of the plan that is shown. */
  get #heldBlocks(): HeldChart['blocks'] {
    return this.#held !== undefined && this.#held.uri === this.#shown?.uri ? this.#held.blocks : new Map();
  }

  speak(locale: PageLocale, say: Say): void {
    this.#locale = locale;
    this.#say = say;
  }

  /** Takes what is new, and draws it when its turn comes; `goal` is where to go then. */
  take(update: ChartAnswer, goal?: Place): void {
    if (this.#held?.uri !== update.uri) this.#wanted = [];
    this.#held = updated(this.#held, update);
    this.#goal = goal ?? this.#goal;
    this.#banner.trouble = undefined;
    this.#settle();
  }

  /** Draws anew: the room or the zoom has changed. */
  redraw(goal?: Place): void {
    this.#goal = goal ?? this.#goal;
    this.#settle();
  }

  /** Says why no newer chart comes. */
  trouble(text: string): void {
    this.#banner.trouble = text;
    this.#note(false);
  }

  /** The rows whose blocks are wanted. */
  get wanted(): Rows {
    return { first: this.#wanted[0] ?? 0, end: (this.#wanted.at(-1) ?? 0) + blockRows };
  }

  /** The reader has scrolled. */
  scrolled(): void {
    if (this.#held === undefined || this.#held.uri !== this.#shown?.uri || this.#goal !== undefined) return;
    if (!this.#look(this.#scroller.scrollTop)) return;
    const { strips } = this.#shown;
    for (const start of strips.keys()) if (!this.#wanted.includes(start)) strips.delete(start);
    this.#placeStrips();
    this.#tabulate();
    void this.#fill();
  }

  /** Draws what is to be seen, if it is there; of a chart that is shown already at least a part has to be. */
  #settle(): void {
    if (this.#held === undefined) return;
    const top = this.#nextTop(this.#held);
    this.#look(top);
    const { head, blocks } = this.#held;
    const seen = this.#starts(top, head.rowCount);
    if (head.rowCount === 0 || seen.some((start) => blocks.has(start))) this.#queue.ask();
  }

  get #scroller(): HTMLElement {
    const { sheet, chart } = this.#parts;
    return sheet.hidden ? chart : sheet;
  }

  /** The blocks that are seen at this place, and those with rows up to `margin` around. */
  #starts(top: number, rowCount: number, margin = 0): number[] {
    const { first, end } = rowsSeen(top, this.#scroller.clientHeight || window.innerHeight, rowCount);
    return blockStarts(first - margin, end + margin, rowCount);
  }

  /** Says which rows are wanted at this place; true where these are others than before. */
  #look(top: number): boolean {
    if (this.#held === undefined) return false;
    const { rowCount } = this.#held.head;
    const wanted = this.#starts(top, rowCount, this.#margin);
    // What has come may have been asked for from where the reader is no more.
    this.#held = only(this.#held, wanted);
    if (wanted.join() === this.#wanted.join()) return false;
    this.#wanted = wanted;
    this.#events.looks(this.wanted);
    return true;
  }

  async #draw(): Promise<void> {
    const held = this.#held;
    // Where another view is shown there is no room to draw in: it is drawn when it has room again.
    if (held === undefined || !this.isShown) return;
    const { head, uri } = held;
    const isSamePlan = this.#shown?.uri === uri;
    const keepsOld = isSamePlan && head.rowCount === 0 && !head.blank && !head.filtered && this.rowCount > 0;
    if (head.rowCount > 0) {
      try {
        const frame = this.#frame(held);
        const known = this.#shown?.frame.key === frame.key ? this.#shown.pattern : undefined;
        const pattern = known ?? (await drawPattern(head, frame.width, frame.grain));
        const strips: Strips = new Map();
        for (const start of this.#starts(this.#nextTop(held), head.rowCount)) {
          const block = held.blocks.get(start);
          if (block === undefined) continue;
          strips.set(start, this.#reusable(start, held, frame) ?? drawStrip(head, block, pattern, this.#say));
        }
        if (strips.size > 0) this.#swap(held, frame, pattern, strips);
      } catch (error) {
        this.#failed(held.version, error);
      }
    } else if (!keepsOld) {
      this.#shown = { uri, head, frame: this.#frame(held), pattern: undefined, strips: new Map() };
      const { times, names, drawing, legend, sheet } = this.#parts;
      for (const part of [times, names, drawing, legend, sheet]) part.replaceChildren();
      giveRoom(this.#parts, this.#shown ?? {});
      showTitle(this.#parts, held.head);
    }
    this.#note(keepsOld);
    this.#parts.empty.textContent = this.rowCount === 0 ? this.#say(head.filtered ? 'nothing-found' : 'empty') : '';
    this.#parts.empty.hidden = this.rowCount > 0;
    this.#parts.buttons.fit.setAttribute('aria-pressed', String(this.zoom === undefined));
    this.#parts.page.dataset.version = String(held.version);
    this.#events.moved();
    setTimeout(() => void this.#fill());
  }

  #frame(held: HeldChart): Frame {
    return frameOf(held, this.#parts.chart.clientWidth || window.innerWidth, this.zoom, this.#locale);
  }

  /** A strip that is drawn already just as it would be drawn. */
  #reusable(start: number, { blocks }: HeldChart, frame: Frame): Strip | undefined {
    const strip = this.#shown?.frame.key === frame.key ? this.#shown.strips.get(start) : undefined;
    return strip !== undefined && strip.block.tag === blocks.get(start)?.tag ? strip : undefined;
  }

  #swap(held: HeldChart, frame: Frame, pattern: Pattern, strips: Strips): void {
    const parts = this.#parts;
    const top = this.#nextTop(held);
    const left = this.#goal?.left ?? (this.#shown?.uri === held.uri ? this.place().left : undefined);
    this.#goal = undefined;
    for (const start of held.blocks.keys()) {
      const strip = strips.get(start) ?? this.#reusable(start, held, frame);
      if (strip !== undefined) strips.set(start, strip);
    }
    this.#shown = { uri: held.uri, head: held.head, frame, pattern, strips };
    giveRoom(this.#parts, this.#shown ?? {});
    this.#placeStrips();
    const [strip] = strips.values();
    if (strip !== undefined) {
      parts.times.replaceChildren(timeAxis(held.head, strip.picture, frame.grain, this.#locale, this.#say));
      parts.legend.replaceChildren(...legendOf(held.head, strip.picture.scale, this.#say));
    }
    showTitle(this.#parts, held.head);
    if (this.#scroller.scrollTop !== top) this.#scroller.scrollTop = top;
    if (left !== undefined && strip !== undefined)
      parts.chart.scrollLeft = Math.max(0, strip.picture.scale.x(timeOf(left)));
    this.#tabulate();
  }

  #placeStrips(): void {
    const strips = [...this.strips.values()].sort((a, b) => a.block.first - b.block.first);
    const { names, drawing } = this.#parts;
    const hadFocus = names.contains(document.activeElement);
    place(
      names,
      strips.map((strip) => strip.names),
    );
    place(
      drawing,
      strips.map((strip) => strip.picture.svg),
    );
    names.classList.toggle('flat', this.#shown?.head.nested === false);
    this.marks.dress(
      {
        strips: this.strips,
        rowCount: this.rowCount,
        rowNamed: (planId) => rowNamed(this.#heldBlocks, planId),
        planIdOf: (row) => this.row(row)?.planId,
      },
      hadFocus,
    );
  }

  /** Draws the strips that are wanted but were not seen, the nearest first, each in a turn of its own. */
  async #fill(): Promise<void> {
    if (this.#isFilling) return;
    this.#isFilling = true;
    try {
      for (let next = this.#nextToFill(); next !== undefined; next = this.#nextToFill()) {
        const { shown, pattern, block } = next;
        shown.strips.set(block.first, drawStrip(shown.head, block, pattern, this.#say));
        this.#placeStrips();
        await new Promise((resume) => setTimeout(resume));
      }
    } catch (error) {
      this.#failed(this.#held?.version ?? 0, error);
      this.#note(false);
    } finally {
      this.#isFilling = false;
    }
  }

  #nextToFill() {
    const shown = this.#shown;
    if (shown?.pattern === undefined || this.#queue.busy) return undefined;
    if (this.#held?.head.tag !== shown.head.tag) return undefined;
    const [nearest = 0] = this.#starts(this.#scroller.scrollTop, shown.head.rowCount);
    const distance = (start: number): number => Math.abs(start - nearest);
    const [block] = [...this.#heldBlocks.values()]
      .filter(({ first: start, tag }) => shown.strips.get(start)?.block.tag !== tag)
      .sort((a, b) => distance(a.first) - distance(b.first));
    return block === undefined ? undefined : { shown, pattern: shown.pattern, block };
  }

  #failed(version: number, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.#events.failed(version, reason);
    this.#banner.trouble = this.#say('not-drawn', { reason: reason.split('\n')[0] ?? '' });
  }

  #note(keepsOld: boolean): void {
    this.#banner.show(this.#held?.head.banner ?? [], keepsOld ? this.#say('stale') : undefined);
  }

  /** Shows the chart as a table, or as a picture again, at the same rows. */
  showTable(on: boolean): void {
    const { chart, sheet, legend } = this.#parts;
    const { scrollTop } = this.#scroller;
    chart.hidden = on;
    legend.hidden = on;
    sheet.hidden = !on;
    this.#tabulate();
    this.#scroller.scrollTop = scrollTop;
    this.#settle();
  }

  #tabulate(): void {
    const { sheet } = this.#parts;
    const head = this.#shown?.head;
    const { first } = this.wanted;
    const end = Math.min(this.wanted.end, this.rowCount);
    const isShown = !sheet.hidden && head !== undefined && head.rowCount > 0;
    const rowOf = (row: number): ChartRow | undefined => rowAt(this.#heldBlocks, row);
    putTable(sheet, isShown ? tableOf(head, { first, end }, rowOf, this.#say) : undefined);
  }

  /** Where the reader is now. */
  place(): Place {
    const { scrollTop, scrollLeft } = this.#parts.chart;
    const planId = this.row(Math.floor(scrollTop / rowHeight))?.planId;
    const top = planId === undefined || scrollTop === 0 ? {} : { top: { planId, offset: scrollTop % rowHeight } };
    const scale = this.scale;
    if (scale === undefined || this.zoom === undefined) return top;
    return { ...top, left: localMoment(scale.time(scrollLeft)) };
  }

  /** What is drawn, by first rows. */
  get strips(): Strips {
    return this.#shown?.strips ?? new Map();
  }

  /** The row of a task, where it is known. */
  rowNamed(planId: string): number | undefined {
    return rowNamed(this.#heldBlocks, planId);
  }

  get scale(): TimeScale | undefined {
    const [strip] = this.strips.values();
    return strip?.picture.scale;
  }

  /** How far this chart is to be scrolled, so that the reader is where they want to be. */
  #nextTop(held: HeldChart): number {
    const { scrollTop } = this.#scroller;
    const isSamePlan = this.#shown?.uri === held.uri;
    return scrollTopFor(held, {
      goal: this.#goal?.top,
      stays: isSamePlan ? { scrollTop, ...(this.#parts.sheet.hidden ? this.place() : {}) } : { scrollTop: 0 },
      rowShown: (planId) => rowNamed(new Map([...this.strips].map(([start, { block }]) => [start, block])), planId),
    });
  }

  /** Zooms to so many pixels a day, or to fit (undefined); what is at `x` (pixels from the picture's visible left edge) stays there. */
  zoomTo(zoom: number | undefined, x?: number): void {
    const scale = this.scale;
    if (scale === undefined) return;
    const { chart, names } = this.#parts;
    this.zoom = zoom === undefined ? undefined : Math.min(Math.max(zoom, leastZoom), mostZoom);
    if (this.zoom === undefined) this.redraw();
    else {
      const at = x ?? (chart.clientWidth - names.offsetWidth) / 2;
      const time = scale.time(chart.scrollLeft + at) - (at / this.zoom) * dayMilliseconds;
      this.redraw({ ...this.place(), left: localMoment(time) });
    }
    this.#events.moved();
  }
}
