// Which rows of a long chart are seen.
import { rowHeight } from './row-height.ts';

/** Rows from `first` up to `end`. */
export interface Rows {
  readonly first: number;
  readonly end: number;
}

/** The rows that a scroller shows: `top` is how far it is scrolled, in pixels. */
export function rowsSeen(top: number, height: number, rowCount: number): Rows {
  const first = Math.min(Math.max(Math.floor(top / rowHeight), 0), Math.max(rowCount - 1, 0));
  return { first, end: Math.min(Math.ceil((Math.max(top, 0) + height) / rowHeight), rowCount) };
}
