// Lists that are kept for as long as a plan is open.

const none: never[] = [];

/**
 * A list that nobody writes into any more, as small as it can be: one that grew by pushing has room for sixteen more, and a plan has a dozen
 * short lists for each of its lines. All that are empty are one.
 */
export function fitted<T>(list: T[]): T[] {
  return list.length === 0 ? none : list.slice();
}
