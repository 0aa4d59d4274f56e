// A text with edits made, as if somebody typed them: what they leave alone is not read again.
import type { Tree } from '../text/tree.ts';
import type { TextEdit } from './text-edit.ts';

/** The edits must not overlap; of insertions at one place the first comes first. What stays is the same object in both. */
export function editedTree(tree: Tree, edits: readonly TextEdit[]): Tree {
  // From the end on, so that the places of those that are still to come stay as they are.
  const changes = edits
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .reverse()
    .map(({ span, text }) => ({ range: { start: tree.positionAt(span.start), end: tree.positionAt(span.end) }, text }));
  return tree.edit(changes);
}
