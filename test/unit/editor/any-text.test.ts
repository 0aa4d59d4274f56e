// Every feature on texts that are broken in any way: an answer, with ranges that lie in the text.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeActions } from '../../../server/editor/code-actions.ts';
import { completion } from '../../../server/editor/completion.ts';
import { definition } from '../../../server/editor/definition.ts';
import { diagnostics } from '../../../server/editor/diagnostics.ts';
import { documentHighlights } from '../../../server/editor/document-highlights.ts';
import { documentSymbols, KnownSymbols } from '../../../server/editor/document-symbols.ts';
import { foldingRanges } from '../../../server/editor/folding-ranges.ts';
import { formatting, onTypeFormatting } from '../../../server/editor/formatting.ts';
import { hover } from '../../../server/editor/hover.ts';
import { linkedEditing } from '../../../server/editor/linked-editing.ts';
import { references } from '../../../server/editor/references.ts';
import { prepareRename, rename } from '../../../server/editor/rename.ts';
import { selectionRanges } from '../../../server/editor/selection-ranges.ts';
import { KnownTokens, semanticTokens } from '../../../server/editor/semantic-tokens.ts';
import { tagColours } from '../../../server/editor/tag-colours.ts';
import { rowOf } from '../../../server/editor/token-row.ts';
import { workspaceSymbols } from '../../../server/editor/workspace-symbols.ts';
import { applyEdits } from '../../../server/edits/apply-edits.ts';
import { formatEdits } from '../../../server/edits/format.ts';
import { sameMeaning } from '../../../server/edits/same-meaning.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import { completed } from '../../../server/text/steps.ts';
import { alone, analysed, chinese, english } from './analysed.ts';
import { tokensIn } from './tokens.ts';

const samples = readdirSync('samples', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.plan\.ya?ml$/.test(name))
  .sort()
  .map((name) => readFileSync(`samples/${name}`, 'utf8'));

/** Pieces that break texts in every way. */
const pieces = [
  '',
  ' ',
  '\n',
  '\t',
  ':',
  ': ',
  '- ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '#',
  ' # ',
  '&a ',
  '*a',
  '<<: *a\n',
  '|\n',
  '---\n',
  '：',
  '，',
  '🚀',
  '\ud83d',
  '\r',
  '\0',
  'after: ',
  'tasks:\n',
  '__proto__: ',
  '2026-02-30',
  '3d',
];

/** A stretch of a sample with some of it cut out or overwritten. */
const broken = fc
  .record({
    sample: fc.constantFrom(...samples),
    from: fc.nat(4000),
    length: fc.integer({ min: 0, max: 1500 }),
    cuts: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        removed: fc.nat(12),
        piece: fc.constantFrom(...pieces),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ sample, from, length, cuts }) => {
    let text = `start: 2026-03-02\n${sample.slice(from % sample.length, (from % sample.length) + length)}`;
    for (const { at, removed, piece } of cuts) {
      const offset = Math.floor(at * text.length);
      text = text.slice(0, offset) + piece + text.slice(offset + removed);
    }
    return text;
  });

function all(text: string, offset: number): unknown[] {
  const analysis = analysed(text);
  const range = {
    start: analysis.tree.positionAt(offset),
    end: analysis.tree.positionAt(Math.min(text.length, offset + 20)),
  };
  return [
    hover(analysis, offset, english),
    hover(analysis, offset, chinese),
    completion(analysis, offset, english),
    definition(analysis, offset, english),
    references(alone(analysis), offset, true),
    documentHighlights(analysis, offset),
    completed(documentSymbols(analysis, new KnownSymbols())),
    completed(foldingRanges(analysis, english)),
    selectionRanges(analysis.tree, [offset]),
    prepareRename(alone(analysis), offset, english),
    rename(alone(analysis), offset, 'another', english),
    diagnostics(analysis, english),
    diagnostics(analysis, chinese),
    codeActions(analysis, range, undefined, english),
    workspaceSymbols([{ ...analysis, uri: analysis.snapshot.uri }], ''),
    formatting(analysis, undefined),
    formatting(analysis, { tabSize: 4 }, range),
    onTypeFormatting(analysis, range.start, undefined),
    linkedEditing(analysis, offset),
    completed(tagColours(analysis)),
    tokensIn(rowOf(completed(semanticTokens(analysis, new KnownTokens())))).map(({ line, character, length }) => ({
      start: { line, character },
      end: { line, character: character + length },
    })),
  ];
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** Every range in an answer, however deep. */
function* rangesIn(value: unknown): Generator<{ start: Position; end: Position }> {
  if (Array.isArray(value)) for (const item of value) yield* rangesIn(item);
  else if (typeof value === 'object' && value !== null) {
    if ('start' in value && 'end' in value && isPosition(value.start) && isPosition(value.end))
      yield { start: value.start, end: value.end };
    else for (const item of Object.values(value)) yield* rangesIn(item);
  }
}

function isPosition(value: unknown): value is Position {
  return typeof value === 'object' && value !== null && 'line' in value && 'character' in value;
}

it('answers on any text, at any place, with ranges that lie in it', () => {
  expect(samples.length).toBeGreaterThan(0);
  fc.assert(
    fc.property(broken, fc.double({ min: 0, max: 1, noNaN: true }), (text, place) => {
      const lines = text.split(/\r\n|\n|\r/);
      for (const { start, end } of rangesIn(all(text, Math.floor(place * text.length)))) {
        expect(start.line < end.line || (start.line === end.line && start.character <= end.character)).toBe(true);
        expect(start.character).toBeLessThanOrEqual(lines[start.line]?.length ?? -1);
        expect(end.character).toBeLessThanOrEqual(lines[end.line]?.length ?? -1);
      }
    }),
    { numRuns: 150 },
  );
});

it('formats any text without changing what it says, some lines of it neither', () => {
  fc.assert(
    fc.property(broken, fc.nat(60), fc.nat(20), (text, first, more) => {
      const tree = openTree(text);
      for (const lines of [undefined, { first, last: first + more }]) {
        const formatted = applyEdits(text, formatEdits(tree, { indent: 2, ...(lines && { lines }) }));
        expect(formatted.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(sameMeaning(tree, openTree(formatted))).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});
