// Looking something up among ascending numbers.

/** Where the first of ascending numbers stands that is greater than one; their number where none is. */
export function firstBehind(numbers: readonly number[], one: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) > one) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Adds those of some ascending numbers that stand in a stretch, each moved. */
export function pushBetween(into: number[], all: readonly number[], from: number, to: number, shift: number): void {
  for (let at = firstBehind(all, from - 1); (all[at] ?? to) < to; at++) into.push((all[at] ?? 0) + shift);
}
