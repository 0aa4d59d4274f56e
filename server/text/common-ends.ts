// What two versions of a list have in common at their ends: an edit changes something in between.

/** How many items are the same at the start, and how many at the end behind that. */
export interface CommonEnds {
  readonly head: number;
  readonly tail: number;
}

/** The common ends of two lists of the same objects. Linear in the items; the lists are long, so nothing is called for each. */
export function commonEnds<T>(some: readonly T[], others: readonly T[]): CommonEnds {
  const most = Math.min(some.length, others.length);
  let head = 0;
  while (head < most && some[head] === others[head]) head++;
  let tail = 0;
  while (tail < most - head && some[some.length - 1 - tail] === others[others.length - 1 - tail]) tail++;
  return { head, tail };
}
