// Things by what they have in common. (`Map.groupBy` is younger than the oldest Node.js that the command line runs on.)

/** The items under each key, in their order; keys in the order of their first item. */
export function grouped<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
