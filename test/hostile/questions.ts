// What an editor and a preview ask of an open plan: everything that the server offers.
import type { Position } from 'vscode-languageserver';
import { otherViews } from '../../server/charts/view.ts';

type Question = readonly [method: string, params: object];

/** About a place. */
export function questionsAt(uri: string, position: Position): readonly Question[] {
  const textDocument = { uri };
  const place = { textDocument, position };
  return [
    ['textDocument/hover', place],
    ['textDocument/completion', place],
    ['textDocument/definition', place],
    ['textDocument/references', { ...place, context: { includeDeclaration: true } }],
    ['textDocument/documentHighlight', place],
    ['textDocument/prepareRename', place],
    ['textDocument/rename', { ...place, newName: 'renamed' }],
    ['textDocument/linkedEditingRange', place],
    ['textDocument/prepareCallHierarchy', place],
    ['textDocument/selectionRange', { textDocument, positions: [position] }],
    ['textDocument/onTypeFormatting', { ...place, ch: '\n', options }],
    ['plan/taskAt', { uri, position }],
  ];
}

const options = { tabSize: 2, insertSpaces: true };

/** About a whole text, which ends at `end`. */
export function questionsAbout(uri: string, end: Position): readonly Question[] {
  const textDocument = { uri };
  const range = { start: { line: 0, character: 0 }, end };
  return [
    ['textDocument/formatting', { textDocument, options }],
    ['textDocument/rangeFormatting', { textDocument, range, options }],
    ['textDocument/semanticTokens/full', { textDocument }],
    ['textDocument/documentColor', { textDocument }],
    ['textDocument/foldingRange', { textDocument }],
    ['textDocument/documentSymbol', { textDocument }],
    ['textDocument/codeLens', { textDocument }],
    ['textDocument/documentLink', { textDocument }],
    ['textDocument/inlayHint', { textDocument, range }],
    ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
    ['plan/outlook', { uri }],
    ['plan/tree', { uri, list: 'work' }],
    ['plan/tree', { uri, list: 'critical-path' }],
    ['plan/chart', { uri, view: 'gantt', changes: true, overview: 100 }],
    ['plan/export', { uri, format: 'mermaid' }],
    ...otherViews.map((view): Question => ['plan/view', { uri, view, mostLines: 100 }]),
    ['plan/exportView', { uri, view: 'network', format: 'html' }],
  ];
}
