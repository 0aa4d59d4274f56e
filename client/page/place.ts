// Where the reader is in a chart, and where that is in the next one.
import { type HeldChart, rowNamed } from './held-chart.ts';
import type { PageState } from './messages.ts';
import { rowHeight } from './row-height.ts';

/** What is at the top and at the left edge. */
export type Place = Pick<PageState, 'top' | 'left'>;

export interface Reader {
  /** Where they want to go; undefined: they stay. */
  readonly goal: Place['top'];
  /** How far the chart before is scrolled, and what is at its top. */
  readonly stays: { readonly scrollTop: number; readonly top?: Place['top'] };
  /** A task's row in the chart before. */
  rowShown(planId: string): number | undefined;
  /** Of what is seen, in pixels. */
  readonly height: number;
}

/** How far a chart is to be scrolled, in pixels, so that what a reader was at stands where it was. */
export function scrollTopFor({ blocks, anchor, head }: HeldChart, { goal, stays, rowShown, height }: Reader): number {
  const most = Math.max(0, head.rowCount * rowHeight - height);
  const rowOf = (planId: string): number | undefined =>
    rowNamed(blocks, planId) ?? (anchor?.planId === planId ? anchor.row : undefined);
  const at = (row: number, offset: number): number => Math.max(0, Math.min(row * rowHeight + offset, most));
  if (goal !== undefined) return at(rowOf(goal.planId) ?? 0, goal.offset);
  const { scrollTop, top } = stays;
  if (top === undefined) return Math.min(scrollTop, most);
  const row = rowOf(top.planId);
  if (row !== undefined) return at(row, top.offset);
  // The row itself has gone too far, or is gone: one that was near it tells how far.
  const before = anchor === undefined ? undefined : rowShown(anchor.planId);
  return anchor === undefined || before === undefined ? Math.min(scrollTop, most) : at(anchor.row - before, scrollTop);
}
