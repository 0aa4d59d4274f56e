// The room that all rows of a chart take, drawn or not, so that the scroller is as long as the plan.
import type { ChartHead } from '../../server/charts/chart.ts';
import type { Frame } from './frame.ts';
import { rowHeight } from './row-height.ts';
import type { Skeleton } from './skeleton.ts';

/** Gives names and drawing their size; without a chart none. */
export function giveRoom(
  { chart, names, drawing }: Pick<Skeleton, 'chart' | 'names' | 'drawing'>,
  { head, frame }: { readonly head?: Pick<ChartHead, 'rowCount'>; readonly frame?: Pick<Frame, 'width' | 'names'> },
): void {
  const height = `${(head?.rowCount ?? 0) * rowHeight}px`;
  names.style.height = height;
  drawing.style.height = height;
  drawing.style.width = `${head === undefined || head.rowCount === 0 ? 0 : (frame?.width ?? 0)}px`;
  chart.style.setProperty('--names', `${frame?.names ?? 0}px`);
}

/** The width of what is seen of the picture, in pixels. */
export function roomFor({ chart, names }: Pick<Skeleton, 'chart' | 'names'>): number {
  return chart.clientWidth - names.offsetWidth;
}
