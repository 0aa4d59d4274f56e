// What hands do on a chart, as the page says it: by the names that charts have for tasks.
import type { ChartLink, Moment } from './chart.ts';

/** How fine a gesture is: whole working days, or hours where the chart is zoomed in. */
export type Grain = 'day' | 'hour';

/**
 * Where an end of a bar is taken: so many working days (hours) on from where it is, negative ones back; so many days of the calendar on; or to
 * a moment of the chart. What falls on time off goes to working time.
 */
export type Shift = { readonly steps: number } | { readonly days: number } | { readonly drawn: Moment };

/** A place among the rows: beside a task, or inside a summary, as its last. */
export interface RowPlace {
  readonly where: 'before' | 'after' | 'inside';
  readonly planId: string;
}

/** What of a task can be typed where its row stands; its name is another gesture. */
export type TypedField = 'duration' | 'start' | 'finish' | 'deadline' | 'progress' | 'owner';

export type Gesture =
  | { readonly kind: 'move'; readonly planId: string; readonly shift: Shift; readonly grain: Grain }
  /** The right end of the bar. */
  | { readonly kind: 'stretch'; readonly planId: string; readonly shift: Shift; readonly grain: Grain }
  | { readonly kind: 'progress'; readonly planId: string; readonly percent: number }
  | { readonly kind: 'link'; readonly from: string; readonly to: string; readonly type: ChartLink['type'] }
  | { readonly kind: 'unlink'; readonly from: string; readonly to: string; readonly type: ChartLink['type'] }
  | { readonly kind: 'place'; readonly planId: string; readonly at: RowPlace }
  | { readonly kind: 'rename'; readonly planId: string; readonly name: string }
  /** A value as it is typed; without a text it is only asked what stands there. */
  | { readonly kind: 'set'; readonly planId: string; readonly field: TypedField; readonly text?: string }
  /** A new task; without a place it goes to the end. `from`: not before this day of the chart. */
  | { readonly kind: 'create'; readonly name: string; readonly at?: RowPlace; readonly from?: Moment };
