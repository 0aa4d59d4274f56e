// The chart on the page: takes what is new of it, draws what is looked at out of sight, and swaps it in; keeps the reader's place, marks and zoom.
import { blockRows, blockStart, blockStarts } from '../../server/charts/blocks.ts';
import type { ChartRow } from '../../server/charts/chart.ts';
import type { ChartAnswer } from '../../server/protocol.ts';
import { Banner } from './banner.ts';
import type { Pattern } from './bars.ts';
import { type Frame, frameOf, paceOf, withinWidths } from './frame.ts';
import { Glide } from './glide.ts';
import { glimpse } from './glimpse.ts';
import { type HeldChart, only, rowAt, rowNamed, updated } from './held-chart.ts';
import { Latest } from './latest.ts';
import { legendOf } from './legend.ts';
import { type Rows, rowsSeen } from './looked-at.ts';
import { Marks, type Stage } from './marks.ts';
import { showTitle } from './notes.ts';
import { Patterns } from './patterns.ts';
import { type Place, placeIn, scrollTopFor } from './place.ts';
import { giveRoom, roomFor } from './rows-room.ts';
import { edgeAfterZoom, namesKept, nearestMissing, reusable, type Shown } from './shown.ts';
import type { Skeleton } from './skeleton.ts';
import { drawStrip, place, type Strips } from './strip.ts';
import { putTable, tableOf } from './table.ts';
import { timeAxis } from './time-axis.ts';
import { type TimeScale, timeOf } from './time-scale.ts';
import { Turns } from './turns.ts';
import type { PageLocale, Say } from './words.ts';

const leastZoom = 0.02;
const mostZoom = 2_000;
/** A place is kept to the minute: less than this, in pixels, is no reason to scroll. */
const nearby = 2;

export interface ChartViewEvents {
  /** What is seen, or how, has changed. */
  moved(): void;
  /** A hand zooms: another frame of that is seen. */
  glided(): void;
  failed(version: number, reason: string): void;
  /** The blocks of these rows are wanted now, and no others. */
  looks(rows: Rows): void;
}

export class ChartView {
  readonly #parts: Skeleton;
  readonly #events: ChartViewEvents;
  /** Rows that are got ready on both sides of those that are seen. */
  readonly #margin: number;
  readonly marks: Marks;
  readonly #queue = new Latest(() => this.#draw());
  readonly #patterns = new Patterns();
  readonly #glide: Glide;
  readonly #turns = new Turns(() => this.#nextStrip());
  #locale: PageLocale = 'en';
  #say: Say;
  /** The newest of what has come. */
  #held: HeldChart | undefined;
  #shown: Shown | undefined;
  /** Where to go when the next picture is there; else the reader stays where they are. */
  #goal: Place | undefined;
  #wanted: readonly number[] = [];
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
    this.#glide = new Glide(parts.chart, { frame: () => this.#glimpse(), rested: () => this.redraw() });
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
    // The rows are as they were while a hand zooms; else it is not the zoom that scrolls.
    if (this.#glide.isOn && !this.#glide.isDisturbed) return;
    this.#glide.end();
    if (this.#held === undefined || this.#held.uri !== this.#shown?.uri || this.#goal !== undefined) return;
    if (!this.#look(this.#scroller.scrollTop)) return;
    const { strips } = this.#shown;
    for (const start of strips.keys()) if (!this.#wanted.includes(start)) strips.delete(start);
    this.#placeStrips();
    this.#tabulate();
    this.#fill();
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
    // Where another view is shown there is no room to draw in: it is drawn when it has room again; while a hand zooms, when that rests.
    if (held === undefined || !this.isShown || this.#glide.isOn) return;
    const { head, uri } = held;
    const isSamePlan = this.#shown?.uri === uri;
    const keepsOld = isSamePlan && head.rowCount === 0 && !head.blank && !head.filtered && this.rowCount > 0;
    if (head.rowCount > 0) {
      try {
        const frame = this.#frame(held);
        const pattern = (await this.#patterns.drawn(head, frame.width, frame.grain)).on(frame.width);
        if (this.#glide.isOn) return;
        const strips: Strips = new Map();
        for (const start of this.#starts(this.#nextTop(held), head.rowCount)) {
          const block = held.blocks.get(start);
          if (block === undefined) continue;
          const names = namesKept(this.#shown, block, frame);
          strips.set(start, reusable(this.#shown, block, frame) ?? drawStrip(head, block, pattern, this.#say, names));
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
    this.#parts.page.dataset.version = String(held.version);
    this.#events.moved();
    setTimeout(() => this.#fill());
  }

  #frame(held: HeldChart): Frame {
    return frameOf(held, this.#parts.chart.clientWidth || window.innerWidth, this.zoom, this.#locale);
  }

  #swap(held: HeldChart, frame: Frame, pattern: Pattern, strips: Strips): void {
    const parts = this.#parts;
    const top = this.#nextTop(held);
    const left = this.#goal?.left ?? (this.#shown?.uri === held.uri ? this.place().left : undefined);
    this.#goal = undefined;
    for (const [start, block] of held.blocks) {
      const strip = strips.get(start) ?? reusable(this.#shown, block, frame);
      if (strip !== undefined) strips.set(start, strip);
    }
    this.#shown = { uri: held.uri, head: held.head, frame, pattern, strips };
    giveRoom(this.#parts, this.#shown ?? {});
    this.#placeStrips();
    parts.times.replaceChildren(timeAxis(held.head, pattern, frame.grain, this.#locale, this.#say));
    parts.legend.replaceChildren(...legendOf(held.head, pattern.scale, this.#say));
    showTitle(this.#parts, held.head);
    if (this.#scroller.scrollTop !== top) this.#scroller.scrollTop = top;
    const from = left === undefined ? undefined : Math.max(0, pattern.scale.x(timeOf(left)));
    if (from !== undefined && Math.abs(parts.chart.scrollLeft - from) > nearby) parts.chart.scrollLeft = from;
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
    this.marks.dress(this.#stage, hadFocus);
  }

  get #stage(): Stage {
    return {
      strips: this.strips,
      rowCount: this.rowCount,
      rowNamed: (planId) => rowNamed(this.#heldBlocks, planId),
      planIdOf: (row) => this.row(row)?.planId,
    };
  }

  /** Draws the strips that are wanted but were not seen, the nearest first. */
  #fill(): void {
    this.#turns.go().catch((error) => {
      this.#failed(this.#held?.version ?? 0, error);
      this.#note(false);
    });
  }

  #nextStrip(): (() => void) | undefined {
    const shown = this.#shown;
    const pattern = shown?.pattern;
    if (shown === undefined || pattern === undefined || this.#queue.busy || this.#glide.isOn) return undefined;
    if (this.#held?.head.tag !== shown.head.tag) return undefined;
    const [nearest = 0] = this.#starts(this.#scroller.scrollTop, shown.head.rowCount);
    const block = nearestMissing(shown, this.#heldBlocks, nearest);
    if (block === undefined) return undefined;
    return () => {
      const names = namesKept(shown, block, shown.frame);
      shown.strips.set(block.first, drawStrip(shown.head, block, pattern, this.#say, names));
      this.#placeStrips();
    };
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
    const planIdOf = (row: number): string | undefined => this.row(row)?.planId;
    return placeIn(this.#parts.chart, planIdOf, this.zoom === undefined ? undefined : this.scale);
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
    return this.#shown?.pattern?.scale;
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

  /** Zooms to so many pixels a day, or to fit (undefined), at once; what is in the middle stays there. */
  zoomTo(zoom: number | undefined): void {
    const shown = this.#shown;
    if (shown?.pattern === undefined) return;
    this.#glide.end();
    this.zoom = zoom === undefined ? undefined : Math.min(Math.max(zoom, leastZoom), mostZoom);
    if (this.zoom === undefined) this.redraw();
    else {
      const { width } = paceOf(shown.head, 0, this.zoom);
      const at = { left: this.#parts.chart.scrollLeft, x: roomFor(this.#parts) / 2 };
      this.redraw({ ...this.place(), left: edgeAfterZoom(shown.pattern.scale, shown.frame.width, width, at) });
    }
    this.#events.moved();
  }

  /** Zooms by a factor, as often as a hand likes; what is at `x`, in pixels from the picture's visible left edge, stays there. */
  glide(factor: number, x: number): void {
    const shown = this.#shown;
    if (shown?.pattern === undefined) return;
    const zoom = (this.zoom ?? shown.pattern.scale.pixelsPerDay) * factor;
    this.zoom = withinWidths(shown.head, Math.min(Math.max(zoom, leastZoom), mostZoom));
    this.#glide.move(shown.frame.width, paceOf(shown.head, 0, this.zoom).width, x, roomFor(this.#parts));
  }

  /** Draws what is seen of a zoom that goes on, and nothing else. */
  #glimpse(): void {
    if (this.#shown === undefined) return;
    const { chart, drawing, times } = this.#parts;
    const rows = rowsSeen(chart.scrollTop, chart.clientHeight, this.rowCount);
    const look = { zoom: this.zoom, left: this.#glide.left, room: roomFor(this.#parts), rows };
    const shown = glimpse(this.#shown, look, this.#patterns);
    if (shown === undefined) return;
    this.#shown = shown;
    drawing.style.width = `${shown.frame.width}px`;
    drawing.replaceChildren(...[...shown.strips.values()].map(({ picture }) => picture.svg));
    times.replaceChildren(timeAxis(shown.head, shown.pattern, shown.frame.grain, this.#locale, this.#say));
    this.#glide.take();
    this.marks.repeat(this.#stage);
    this.#events.glided();
  }
}
