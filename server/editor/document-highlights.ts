// The id under the cursor, marked wherever this text says it.
import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { externalIds } from '../plan/ids-across.ts';
import { identifierAt, useSpan } from './identifier.ts';
import { nodeRange, rangeOf, sliceSpan, touches } from './place.ts';
import { scalarAt } from './scalar-at.ts';

/** The definition as written, its uses as read. */
export function documentHighlights(analysis: Analysis, offset: number): DocumentHighlight[] {
  const { tree, plan } = analysis;
  const definition = identifierAt(analysis, offset)?.definition;
  if (!definition) return ofSubplan(analysis, offset);
  const uses = plan.referencesTo(definition).map((use) => ({
    range: rangeOf(tree, useSpan(tree, use)),
    kind: DocumentHighlightKind.Read,
  }));
  if (definition.file !== undefined) return uses;
  return [{ range: nodeRange(tree, definition.key), kind: DocumentHighlightKind.Write }, ...uses];
}

/** The uses of another plan's task. */
function ofSubplan({ tree, plan, snapshot: { files } }: Analysis, offset: number): DocumentHighlight[] {
  const scalar = scalarAt(tree, offset)?.scalar;
  const asked =
    scalar &&
    externalIds({ plan, files }, scalar).find(({ node, from, to }) => touches(sliceSpan(tree, node, from, to), offset));
  if (!asked) return [];
  return externalIds({ plan, files })
    .filter(({ id, path }) => id === asked.id && path === asked.path)
    .map(({ node, from, to }) => ({
      range: rangeOf(tree, sliceSpan(tree, node, from, to)),
      kind: DocumentHighlightKind.Read,
    }));
}
