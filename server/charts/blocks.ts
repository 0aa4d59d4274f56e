// The parts that a chart is drawn in: rows in blocks of a fixed number, each with what is drawn around its bars.
import type { Wording } from '../words/words.ts';
import type { BlockLink, ChartBlock, ChartHead, ChartLink, ChartRow, LinkEnd } from './chart.ts';
import { ganttSource } from './gantt-source.ts';

/** Rows of a block: Mermaid draws so many in about 25 ms, and a window of usual height shows one or two of them. */
export const blockRows = 50;
/** Arrows that only pass a block: more of them would hide the bars. */
const mostPassing = 100;

/** A link between two rows of a chart. */
export interface RowLink {
  readonly from: number;
  readonly to: number;
  readonly type: ChartLink['type'];
  readonly critical: boolean;
}

/** A chart whose rows are made when they are asked for. */
export interface RowSource {
  readonly wording: Wording;
  readonly head: ChartHead;
  /** By its number, from 0 up to `head.rowCount`. */
  row(index: number): ChartRow;
  /** The row of a task or, where that is folded, of what stands for it; by its name on charts. */
  rowNamed(planId: string): number | undefined;
  end(index: number): LinkEnd;
  /** The links whose arrows touch or pass the rows from `first` up to `end`. */
  links(first: number, end: number): Iterable<RowLink>;
  /** How many rows at the top of the tree come before this one. */
  groupsBefore(index: number): number;
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
  const { head, wording } = source;
  const end = Math.min(first + blockRows, head.rowCount);
  const rows = Array.from({ length: end - first }, (_, index) => source.row(first + index));
  const isHere = (row: number): boolean => row >= first && row < end;
  const touching: RowLink[] = [];
  const passing: RowLink[] = [];
  for (const link of source.links(first, end)) (isHere(link.from) || isHere(link.to) ? touching : passing).push(link);
  const span = ({ from, to }: RowLink): number => Math.abs(to - from);
  passing.sort((a, b) => span(a) - span(b));
  return {
    first,
    rows,
    links: [...touching, ...passing.slice(0, mostPassing)].map(
      ({ from, to, type, critical }): BlockLink => ({ from: source.end(from), to: source.end(to), type, critical }),
    ),
    groupsBefore: source.groupsBefore(first),
    mermaid: ganttSource(rows, { title: '', range: { from: head.from, to: head.to }, everyRow: true }, wording),
  };
}
