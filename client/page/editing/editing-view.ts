// What hands need of the chart that is seen.

import { blockStart } from '../../../server/charts/blocks.ts';
import type { ChartRow } from '../../../server/charts/chart.ts';
import type { Strip } from '../strip.ts';
import type { TimeScale } from '../time-scale.ts';

export interface EditingView {
  readonly scale: TimeScale | undefined;
  readonly rowCount: number;
  /** Read by the hour. */
  readonly withTime: boolean;
  row(index: number | undefined): ChartRow | undefined;
  rowNamed(planId: string): number | undefined;
  /** What is drawn, by first rows. */
  readonly strips: ReadonlyMap<number, Strip>;
}

/** The ends of a row's bar, in the picture's pixels. */
export function spanOf(
  { strips }: EditingView,
  row: number,
): { readonly left: number; readonly right: number } | undefined {
  return strips.get(blockStart(row))?.picture.span(row);
}
