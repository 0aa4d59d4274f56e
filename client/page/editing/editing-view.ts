// What hands need of the chart that is seen.

import { blockStart } from '../../../server/charts/blocks.ts';
import type { ChartRow } from '../../../server/charts/chart.ts';
import { rowHeight } from '../row-height.ts';
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

/** The strip that shows a height of the picture, and where it begins, in pixels. */
export function blockAt(
  { strips }: EditingView,
  y: number,
): { readonly picture: Strip['picture']; readonly top: number } | undefined {
  const start = blockStart(Math.floor(y / rowHeight));
  const strip = strips.get(start);
  return strip && { picture: strip.picture, top: start * rowHeight };
}

/** The ends of a row's bar, in the picture's pixels. */
export function spanOf(
  { strips }: EditingView,
  row: number,
): { readonly left: number; readonly right: number } | undefined {
  return strips.get(blockStart(row))?.picture.spanOf(row);
}
