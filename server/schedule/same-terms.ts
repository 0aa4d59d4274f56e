// Whether two plain values say the same: what was made from one can stand for the other.

/** Numbers, texts, lists, maps and records, by what they hold; anything else by identity. */
export function sameTerms(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) {
    return Array.isArray(other) && one.length === other.length && one.every((each, i) => sameTerms(each, other[i]));
  }
  if (one instanceof Map) {
    return other instanceof Map && one.size === other.size && sameTerms([...one], [...other]);
  }
  if (Array.isArray(other) || other instanceof Map) return false;
  const [mine, theirs] = [Object.entries(one), new Map(Object.entries(other))];
  return (
    mine.length === theirs.size && mine.every(([key, value]) => theirs.has(key) && sameTerms(value, theirs.get(key)))
  );
}
