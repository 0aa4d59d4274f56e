// The name under the cursor, marked wherever this text says it.
import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { externalIds } from '../plan/ids-across.ts';
import { nameAt } from './names.ts';
import { rangeOf, sliceSpan, touches } from './place.ts';
import { scalarAt } from './scalar-at.ts';

/** The definition as written, its uses as read. */
export function documentHighlights(analysis: Analysis, offset: number): DocumentHighlight[] {
  const { tree, plan, snapshot } = analysis;
  const { uri, version, files } = snapshot;
  const name = nameAt([{ uri, path: uri, version, tree, plan, files }], offset);
  if (!name) return ofSubplan(analysis, offset);
  return name
    .places()
    .filter(({ path }) => path === uri)
    .map(({ span, defines }) => ({
      range: rangeOf(tree, span),
      kind: defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
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
