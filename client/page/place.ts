// Where the reader is in a chart, and where that is in the next one.
import { type HeldChart, rowNamed } from './held-chart.ts';
import type { PageState } from './messages.ts';
import { rowHeight } from './row-height.ts';
import { localMoment, type TimeScale } from './time-scale.ts';

/** What is at the top and at the left edge. */
export type Place = Pick<PageState, 'top' | 'left'>;

export interface Reader {
  /** Where they want to go; undefined: they stay. */
  readonly goal: Place['top'];
  /** How far the chart before is scrolled, and what is at its top. */
  readonly stays: { readonly scrollTop: number; readonly top?: Place['top'] };
  /** A task's row in the chart before. */
  rowShown(planId: string): number | undefined;
}

/** Where a scroller stands; without a scale nothing is said of the time. */
export function placeIn(
  { scrollTop, scrollLeft }: Pick<HTMLElement, 'scrollTop' | 'scrollLeft'>,
  planIdOf: (row: number) => string | undefined,
  scale: TimeScale | undefined,
): Place {
  const planId = planIdOf(Math.floor(scrollTop / rowHeight));
  return {
    ...(planId === undefined || scrollTop === 0 ? {} : { top: { planId, offset: scrollTop % rowHeight } }),
    ...(scale === undefined ? {} : { left: localMoment(scale.time(scrollLeft)) }),
  };
}

/** How far a chart is to be scrolled, in pixels, so that what a reader was at stands where it was; past the end means the end. */
export function scrollTopFor({ blocks, anchor }: HeldChart, { goal, stays, rowShown }: Reader): number {
  const rowOf = (planId: string): number | undefined =>
    rowNamed(blocks, planId) ?? (anchor?.planId === planId ? anchor.row : undefined);
  const at = (row: number, offset: number): number => Math.max(0, row * rowHeight + offset);
  if (goal !== undefined) return at(rowOf(goal.planId) ?? 0, goal.offset);
  const { scrollTop, top } = stays;
  if (top === undefined) return scrollTop;
  const row = rowOf(top.planId);
  if (row !== undefined) return at(row, top.offset);
  // The row itself has gone too far, or is gone: one that was near it tells how far.
  const before = anchor === undefined ? undefined : rowShown(anchor.planId);
  return anchor === undefined || before === undefined ? scrollTop : at(anchor.row - before, scrollTop);
}
