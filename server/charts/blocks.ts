// The parts that a chart is drawn in: rows in blocks of a fixed number, each with what is drawn around its bars.
import type { ChartBlock, ChartHead, ChartRow, LinkEnd, RowLink } from './chart.ts';

/** Rows of a block: a window of usual height shows one or two of them. */
export const blockRows = 50;
/** A link over more rows than this is drawn at its ends only: nobody sees both at once, and many that pass would hide the bars. */
const farRows = 100;

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
  const links = [...source.links(first, end)];
  const outside = new Set(links.flatMap(({ from, to }) => [from, to]).filter((row) => row < first || row >= end));
  return {
    first,
    rows,
    links,
    ends: Array.from(outside, (row) => source.end(row)),
    groupsBefore: source.groupsBefore(first),
  };
}

/** A link with both of its ends, as it is drawn. */
export interface BlockLink extends Pick<RowLink, 'type' | 'critical'> {
  readonly from: LinkEnd;
  readonly to: LinkEnd;
}

/** The links of a block with their ends. */
export function linksOf({ first, rows, links, ends }: ChartBlock): readonly BlockLink[] {
  const known = new Map(ends.map((end) => [end.row, end]));
  for (const [index, row] of rows.entries()) known.set(first + index, endOf(row, first + index));
  return links.flatMap(({ from, to, ...link }) => {
    const [source, target] = [known.get(from), known.get(to)];
    return source && target ? [{ from: source, to: target, ...link }] : [];
  });
}

/** A row as an end of links. */
export function endOf({ planId, kind, drawn }: ChartRow, row: number): LinkEnd {
  return { row, planId, kind, start: drawn.start, finish: drawn.finish };
}
