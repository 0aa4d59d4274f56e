// The id under the cursor, marked wherever this text says it.
import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { identifierAt, useSpan } from './identifier.ts';
import { nodeRange, rangeOf } from './place.ts';

/** The definition as written, its uses as read. */
export function documentHighlights(analysis: Analysis, offset: number): DocumentHighlight[] {
  const { tree, plan } = analysis;
  const definition = identifierAt(analysis, offset)?.definition;
  if (!definition) return [];
  const uses = plan.referencesTo(definition).map((use) => ({
    range: rangeOf(tree, useSpan(tree, use)),
    kind: DocumentHighlightKind.Read,
  }));
  const written = { range: nodeRange(tree, definition.key), kind: DocumentHighlightKind.Write };
  return definition.file === undefined ? [written, ...uses] : uses;
}
