// Whether a map says the same as before an edit, but for what is read elsewhere.
import type { Node } from '../text/node.ts';

/** Whether two versions of a map have the same pairs, up to what the maps under the keys in `inside` hold. */
export function isSameAround(old: Node, now: Node, inside: ReadonlySet<string>): boolean {
  if (!isBlockMap(old) || !isBlockMap(now) || old.pairs.length !== now.pairs.length) return false;
  return now.pairs.every(({ key, value }, index) => {
    const before = old.pairs[index];
    if (before?.key !== key) return false;
    return before.value === value || (inside.has(key.text) && isBlockMap(value) && isBlockMap(before.value));
  });
}

function isBlockMap(node: Node): node is Extract<Node, { kind: 'map' }> {
  return node.kind === 'map' && !node.flow && node.anchor === undefined;
}
