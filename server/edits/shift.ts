// By how much changes of a text move what stands behind them: prefix sums, so that many places cost little beside many changes.
import { firstBehind } from '../plan/ascending.ts';

/** Something of a text that is replaced, and how long it is afterwards. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly width: number;
}

/** By how much an offset moves: what the changes that begin before it add. They are in the order of the text. */
export function shiftBy(changes: readonly Change[]): (offset: number) => number {
  const starts = changes.map(({ start }) => start);
  const sums = [0];
  let sum = 0;
  for (const { start, end, width } of changes) {
    sum += width - (end - start);
    sums.push(sum);
  }
  return (offset) => sums[firstBehind(starts, offset - 1)] ?? 0;
}
