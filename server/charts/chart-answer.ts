// What a page is told of a chart: what it looks at, and of that what it doesn't have already.
import { Retold } from '../rules/retold.ts';
import { blockOf, blockRows, blockStarts, type RowSource } from './blocks.ts';
import type { ChartBlock, ChartHead, ChartRow } from './chart.ts';
import type { Against, Changes } from './compare.ts';
import type { Filter } from './filter.ts';
import type { Folding } from './folding.ts';
import type { Overview } from './overview.ts';

/** What of a chart is looked at, and what of that the asker has. */
export interface ChartQuestion {
  /** Undefined: large plans fold themselves. */
  readonly folding?: Folding;
  readonly filter?: Filter;
  /** Undefined: the newest baseline, where there is one. */
  readonly against?: Against;
  /** Whether what moved is to be told. */
  readonly changes?: boolean;
  /** All rows at one glance, in at most so many stripes; undefined: not wanted. */
  readonly overview?: number;
  /** The rows that are looked at, from `first` on; undefined: those at the top. Answered in whole blocks. */
  readonly first?: number;
  readonly count?: number;
  /** A task by its plan id: the answer says where it is now. */
  readonly around?: string;
  /** Tags of the head and of blocks, by their first row: what is unchanged is not sent again. */
  readonly known?: {
    readonly head?: string;
    readonly changes?: string;
    readonly overview?: string;
    readonly blocks: Readonly<Record<number, string>>;
  };
}

/** Names a content: while it is the same, so is the content. */
export interface Tagged {
  readonly tag: string;
}

/** What is new of a chart. */
export interface News {
  readonly head?: ChartHead & Tagged;
  readonly blocks: readonly (ChartBlock & Tagged)[];
  readonly changes?: Changes & Tagged;
  readonly overview?: Overview & Tagged;
  /** The row of the task that was asked about, or of what it is folded into. */
  readonly anchor?: { readonly planId: string; readonly row: number };
}

/** What was last asked about: who scrolls asks about most of it again. */
interface Given {
  readonly head: ChartHead & Tagged;
  readonly blocks: ReadonlyMap<number, ChartBlock & Tagged>;
}
const given = new WeakMap<RowSource, Given>();

/** More rows at once are not sent, whoever asks. */
const mostRows = 60 * blockRows;

/** A content with its tag, unless that is known. */
export function unlessKnown<T extends object>(content: T, known: string | undefined): (T & Tagged) | undefined {
  const news = tagged(content);
  return news.tag === known ? undefined : news;
}

/** A content with its tag. */
export function tagged<T extends object>(content: T): T & Tagged {
  return { ...content, tag: tagOf(content) };
}

/** Blocks by their first rows: one with the same rows and links is the same one, and has its tag. */
const blocksMade = new Retold<ChartRow, ChartBlock & Tagged>();

function taggedBlock(block: ChartBlock): ChartBlock & Tagged {
  const { first, rows, links, ends, groupsBefore } = block;
  const [top] = rows;
  if (top === undefined) return tagged(block);
  const around = [...links, ...ends].flatMap((each) => Object.values(each));
  return blocksMade.of(top, [first, groupsBefore, rows.length, links.length, ...rows, ...around], () => tagged(block));
}

/** The parts of a chart that are wanted and are not as the asker knows them; the chart is folded already. */
export function answerFrom(rows: RowSource, question: ChartQuestion): News {
  const { first = 0, count = 2 * blockRows, around, known } = question;
  const before = given.get(rows);
  const head = before?.head ?? tagged(rows.head);
  const row = around === undefined ? undefined : rows.rowNamed(around);
  const starts = blockStarts(first, first + Math.min(count, mostRows), head.rowCount);
  const blocks = starts.map((start) => before?.blocks.get(start) ?? taggedBlock(blockOf(rows, start)));
  given.set(rows, { head, blocks: new Map(blocks.map((block) => [block.first, block])) });
  return {
    ...(known?.head === head.tag ? {} : { head }),
    blocks: blocks.filter(({ first: start, tag }) => known?.blocks[start] !== tag),
    ...(around === undefined || row === undefined ? {} : { anchor: { planId: around, row } }),
  };
}

/** A short name for a content: two FNV-1a hashes of its JSON, 64 bits. */
export function tagOf(content: object): string {
  const text = JSON.stringify(content);
  let [a, b] = [0x811c9dc5, 0x9747b28c];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code ^ (index & 0xff), 0x01000193);
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}
