// What the page has of a chart: its head, and the blocks around what is looked at. A value: an update makes another.
import { blockStart } from '../../server/charts/blocks.ts';
import type { ChartRow } from '../../server/charts/chart.ts';
import type { ChartAnswer } from '../../server/protocol.ts';

type Head = NonNullable<ChartAnswer['head']>;
type Block = ChartAnswer['blocks'][number];

export interface HeldChart {
  readonly uri: string;
  readonly version: number;
  readonly head: Head;
  readonly blocks: ReadonlyMap<number, Block>;
  readonly anchor: ChartAnswer['anchor'];
}

/** The chart with what is new; undefined where that is about a chart that isn't held. */
export function updated(held: HeldChart | undefined, update: ChartAnswer): HeldChart | undefined {
  const before = held?.uri === update.uri ? held : undefined;
  const head = update.head ?? before?.head;
  if (head === undefined) return held;
  const blocks = new Map(before?.blocks);
  for (const block of update.blocks) blocks.set(block.first, block);
  for (const start of blocks.keys()) if (start >= head.rowCount) blocks.delete(start);
  return { uri: update.uri, version: update.version, head, blocks, anchor: update.anchor };
}

/** The chart without the blocks that don't begin with one of these rows. */
export function only(held: HeldChart, starts: readonly number[]): HeldChart {
  return { ...held, blocks: new Map([...held.blocks].filter(([start]) => starts.includes(start))) };
}

/** A row by its number. */
export function rowAt(blocks: HeldChart['blocks'], row: number): ChartRow | undefined {
  const start = blockStart(row);
  return blocks.get(start)?.rows[row - start];
}

/** The row of a task, where that is held. */
export function rowNamed(blocks: HeldChart['blocks'], planId: string): number | undefined {
  for (const { first, rows } of blocks.values()) {
    const index = rows.findIndex((row) => row.planId === planId);
    if (index >= 0) return first + index;
  }
  return undefined;
}
