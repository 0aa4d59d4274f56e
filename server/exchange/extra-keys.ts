// What a plan says under `x-…` keys, which the language leaves free.
import type { Node } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';

/** Keys and their texts, in order; undefined for what is no text. */
export function extraKeys(tree: Tree, written: Node): ReadonlyMap<string, string | undefined> {
  const node = tree.resolve(written);
  if (node?.kind !== 'map') return new Map();
  return new Map(
    tree.pairsOf(node).flatMap(({ key, value }) => {
      const target = tree.resolve(value);
      return key.text.startsWith('x-')
        ? [[key.text, target?.kind === 'scalar' ? target.text : undefined] as const]
        : [];
    }),
  );
}
