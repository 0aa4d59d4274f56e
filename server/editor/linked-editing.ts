// Linked editing: while an id is being edited where it is defined, its uses in the same text change along.
import type { Analysis } from '../analysis.ts';
import type { Range, Span } from '../text/tree.ts';
import { useSpan } from './identifier.ts';
import { rangeOf, sliceSpan } from './place.ts';
import { scalarAt } from './scalar-at.ts';

/** Places that change together. */
export interface LinkedEditing {
  readonly ranges: Range[];
  readonly wordPattern: string;
}

/** What is typed may hold these characters, else each place is on its own again. An editor may read it without Unicode classes. */
const wordPattern = String.raw`[^\s:,\[\]{}#'"/+&*]+`;

/**
 * The id at an offset with all its uses; null where no id is defined there, where nothing uses it, or where some use
 * writes it in another way. On a use there is nothing to link: there somebody wants another id.
 */
export function linkedEditing({ tree, plan }: Analysis, offset: number): LinkedEditing | null {
  const at = scalarAt(tree, offset);
  const definition = at?.onKey ? plan.definedAt(at.scalar) : undefined;
  if (!at || !definition || at.scalar.text === '') return null;
  const own = sliceSpan(tree, at.scalar, 0, at.scalar.text.length);
  const spans: Span[] = [own, ...plan.referencesTo(definition).map((use) => useSpan(tree, use))];
  const word = tree.text(own);
  if (spans.length < 2 || word !== at.scalar.text || spans.some((span) => tree.text(span) !== word)) return null;
  return { ranges: spans.map((span) => rangeOf(tree, span)), wordPattern };
}
