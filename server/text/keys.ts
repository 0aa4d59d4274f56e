// Keys of a map: when two are the same, and where one stands.
import type { Pair, ScalarNode } from './node.ts';

/** Canonical composition (NFC), in which ids and keys compare. */
export function canonical(text: string): string {
  // Nothing below U+0300 combines, and most keys have nothing above it.
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x300) return text.normalize();
  return text;
}

/** Whether a key is `<<`, which takes over the pairs of other maps. A quoted one is a key like any other. */
export function isMergeKey(key: ScalarNode): boolean {
  return key.text === '<<' && key.style === 'plain';
}

/** Up to this many pairs are compared one by one. */
const few = 12;

/** Which pairs have the same key as one before them, and which one that is. Merge keys may stand more than once. */
export function repeatedKeys(pairs: readonly Pair[]): readonly (readonly [index: number, first: number])[] {
  if (pairs.length > few) return positionsOf(pairs).repeated;
  let repeated: [number, number][] | undefined;
  for (let i = 1; i < pairs.length; i++) {
    const key = pairs[i]?.key;
    if (!key || isMergeKey(key)) continue;
    const name = canonical(key.text);
    const first = pairs.findIndex((pair) => pair.key.text === key.text || canonical(pair.key.text) === name);
    if (first < i) repeated = [...(repeated ?? []), [i, first]];
  }
  return repeated ?? none;
}

const none: readonly (readonly [number, number])[] = [];

export interface KeyPositions {
  /** Key (NFC) → index of the first pair that has it. */
  readonly first: ReadonlyMap<string, number>;
  readonly repeated: readonly (readonly [index: number, first: number])[];
}

/** Where each key stands. Linear time. */
export function positionsOf(pairs: readonly Pair[]): KeyPositions {
  const first = new Map<string, number>();
  const repeated: [number, number][] = [];
  pairs.forEach(({ key }, index) => {
    if (isMergeKey(key)) return;
    const name = canonical(key.text);
    const known = first.get(name);
    if (known === undefined) first.set(name, index);
    else repeated.push([index, known]);
  });
  return { first, repeated };
}

/** Index of the first pair with this key (NFC); -1 where there is none. */
export function indexOfKey(pairs: readonly Pair[], name: string): number {
  return pairs.findIndex(({ key }) => key.text === name || canonical(key.text) === name);
}

/** Whether finding a key by going through the pairs is cheap enough. */
export function isFew(pairs: readonly Pair[]): boolean {
  return pairs.length <= few;
}
