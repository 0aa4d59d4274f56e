/** A list as it is now; `old` itself where that holds the same things. */
export function sameOr<T>(now: readonly T[], old: readonly T[] | undefined): readonly T[] {
  return old?.length === now.length && now.every((one, index) => one === old[index]) ? old : now;
}
