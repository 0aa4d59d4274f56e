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
