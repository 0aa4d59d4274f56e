// The parts that a chart is drawn in: rows in blocks of a fixed number, each with what is drawn around its bars.
import type { BlockLink, ChartBlock, ChartHead, ChartLink, ChartRow, LinkEnd } from './chart.ts';

/** Rows of a block: a window of usual height shows one or two of them. */
export const blockRows = 50;
/** A link over more rows than this is drawn at its ends only: nobody sees both at once, and many that pass would hide the bars. */
const farRows = 100;

/** A link between two rows of a chart. */
export interface RowLink {
  readonly from: number;
  readonly to: number;
  readonly type: ChartLink['type'];
  readonly critical: boolean;
}

/** A chart whose rows are made when they are asked for. */
export interface RowSource {
  readonly head: ChartHead;
  /** By its number, from 0 up to `head.rowCount`. */
  row(index: number): ChartRow;
  /** The row of a task or, where that is folded, of what stands for it; by its name on charts. */
  rowNamed(planId: string): number | undefined;
  end(index: number): LinkEnd;
  /** The links that are drawn in the rows from `first` up to `end`. */
  links(first: number, end: number): Iterable<RowLink>;
  /** How many rows at the top of the tree come before this one. */
  groupsBefore(index: number): number;
}

/** Whether a link is drawn at its ends only. */
export function isFar({ from, to }: { readonly from: number; readonly to: number }): boolean {
  return Math.abs(to - from) > farRows;
}

/** Whether anything of a link is drawn in the rows from `first` up to `end`: one of its ends, or all of it where it isn't far. */
export function isDrawnIn(link: { readonly from: number; readonly to: number }, first: number, end: number): boolean {
  const low = Math.min(link.from, link.to);
  const high = Math.max(link.from, link.to);
  if (isFar(link)) return (low >= first && low < end) || (high >= first && high < end);
  return high >= first && low < end;
}

/** The first row of the block that a row is in. */
export function blockStart(row: number): number {
  return row - (row % blockRows);
}

/** First rows of the blocks that hold the rows from `first` up to `end`, as far as the chart has them. */
export function blockStarts(first: number, end: number, rowCount: number): number[] {
  const starts: number[] = [];
  for (let start = blockStart(Math.max(first, 0)); start < Math.min(end, rowCount); start += blockRows)
    starts.push(start);
  return starts;
}

/** The block that begins with this row. */
export function blockOf(source: RowSource, first: number): ChartBlock {
  const { head } = source;
  const end = Math.min(first + blockRows, head.rowCount);
  const rows = Array.from({ length: end - first }, (_, index) => source.row(first + index));
  return {
    first,
    rows,
    links: Array.from(
      source.links(first, end),
      ({ from, to, type, critical }): BlockLink => ({ from: source.end(from), to: source.end(to), type, critical }),
    ),
    groupsBefore: source.groupsBefore(first),
  };
}
