// What the page of a preview looks at, and what it has of that: what is unchanged is not sent to it again.
import type { ChartAnswer, ChartParams } from '../../server/protocol.ts';
import type { FromPage } from '../page/messages.ts';

export interface Look {
  /** Empty until the page has said: then the server gives what is at the top. */
  readonly rows: Pick<ChartParams, 'first' | 'count' | 'around'>;
  readonly known: NonNullable<ChartParams['known']>;
}

/** A page that begins. One that was somewhere before learns first how long the chart is, and where that is now. */
export function lookFor(around: string | undefined): Look {
  return { rows: around === undefined ? {} : { count: 0, around }, known: { blocks: {} } };
}

/** The page looks elsewhere: what lies outside it has forgotten. */
export function lookAt({ known }: Look, { first, count, around }: Extract<FromPage, { readonly type: 'look' }>): Look {
  const rows = { first, count, ...(around === undefined ? {} : { around }) };
  const blocks = Object.entries(known.blocks).filter(([start]) => isWithin(rows, Number(start)));
  return { rows, known: { ...known, blocks: Object.fromEntries(blocks) } };
}

/** Another task is at the top. */
export function lookFrom({ rows, known }: Look, around: string): Look {
  return { rows: { ...rows, around }, known };
}

/** Whether the block that begins with this row is wanted. */
export function isLookedAt({ rows }: Look, start: number): boolean {
  return isWithin(rows, start);
}

/** The page has been sent this; of a chart that got shorter it forgets the end. */
export function withKnown(
  { rows, known }: Look,
  { head, changes, overview, blocks }: Pick<ChartAnswer, 'head' | 'changes' | 'overview' | 'blocks'>,
): Look {
  const tags = new Map(Object.entries(known.blocks));
  for (const { first, tag } of blocks) tags.set(String(first), tag);
  const rowCount = head?.rowCount ?? Number.POSITIVE_INFINITY;
  const kept = [...tags].filter(([start]) => Number(start) < rowCount);
  const whole = {
    ...(head && { head: head.tag }),
    ...(changes && { changes: changes.tag }),
    ...(overview && { overview: overview.tag }),
  };
  return { rows, known: { ...known, ...whole, blocks: Object.fromEntries(kept) } };
}

/** Whether there is anything in an answer that the page has not got: an overview or a list of what moved may come alone. */
export function isNews({
  head,
  changes,
  overview,
  blocks,
}: Pick<ChartAnswer, 'head' | 'changes' | 'overview' | 'blocks'>): boolean {
  return head !== undefined || changes !== undefined || overview !== undefined || blocks.length > 0;
}

/** Whether a block is wanted; before the page has said which, all are. */
function isWithin({ first, count }: Look['rows'], start: number): boolean {
  return first === undefined || count === undefined || (start >= first && start < first + count);
}
