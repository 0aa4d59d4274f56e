// Edits of several rounds as edits of the first text: they come to the same.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits } from '../../../server/edits/apply-edits.ts';
import { composedEdits } from '../../../server/edits/composed-edits.ts';
import type { TextEdit } from '../../../server/edits/text-edit.ts';

/** Sorted, apart from each other. */
function someEdits(length: number, cuts: readonly number[], texts: readonly string[]): readonly TextEdit[] {
  const places = [...new Set(cuts.map((cut) => cut % (length + 1)))].sort((a, b) => a - b);
  return texts.flatMap((text, index) => {
    const [start, end] = [places[2 * index], places[2 * index + 1]];
    return start === undefined || end === undefined ? [] : [{ span: { start, end }, text }];
  });
}

const aRound = fc.tuple(
  fc.array(fc.nat(60), { maxLength: 8 }),
  fc.array(fc.string({ maxLength: 6 }), { maxLength: 4 }),
);

it('come to what all of them make of the text, sorted and apart', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.array(aRound, { maxLength: 5 }), (first, drawn) => {
      let text = first;
      const rounds = drawn.map(([cuts, texts]) => {
        const edits = someEdits(text.length, cuts, texts);
        text = applyEdits(text, edits);
        return edits;
      });
      const edits = composedEdits(first.length, rounds);
      expect(applyEdits(first, edits)).toBe(text);
      let end = -1;
      for (const { span } of edits) {
        expect(span.start).toBeGreaterThan(end);
        end = span.end;
      }
    }),
    { numRuns: 2000 },
  );
});

it('touch nothing beside what was changed', () => {
  const rounds = [[{ span: { start: 2, end: 3 }, text: 'xyz' }], [{ span: { start: 3, end: 4 }, text: '' }]];
  expect(applyEdits('abcdef', composedEdits(6, rounds))).toBe('abxzdef');
  expect(composedEdits(6, rounds)).toEqual([{ span: { start: 2, end: 3 }, text: 'xz' }]);
  expect(composedEdits(6, [])).toEqual([]);
});
