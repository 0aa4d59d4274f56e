// Whatever is typed: every finding has words and a place, every fix is an edit inside the text that can be taken back.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixEdits } from '../../server/edits/fixes.ts';
import { silenceEdits } from '../../server/edits/silence.ts';
import { standardFormEdit } from '../../server/edits/standard-form.ts';
import type { TextEdit } from '../../server/edits/text-edit.ts';
import { spanOf } from '../../server/rules/check.ts';
import { fixTitle, message, wordingFor } from '../../server/words/findings.ts';
import { fixtures } from './all-fixtures.ts';
import { analysed } from './fixture.ts';

const pieces = [
  '',
  '\n',
  '  ',
  '\t',
  ': ',
  '：',
  ', ',
  '，',
  '- ',
  '#',
  ' #1',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '&a ',
  '*a',
];
const words = [
  '<<: *a',
  '%',
  '__proto__: 1',
  'after: ',
  'start: 2026-13-01',
  'tasks:',
  '3天',
  '-1d',
  '🚀',
  '\0',
  '\r\n',
];

const mutated = fc
  .record({
    fixture: fc.constantFrom(...fixtures),
    edits: fc.array(fc.record({ at: fc.nat(1000), cut: fc.nat(12), put: fc.constantFrom(...pieces, ...words) }), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ fixture: { text, files }, edits }) => ({
    files,
    text: edits.reduce((all, { at, cut, put }) => {
      const from = at % (all.length + 1);
      return all.slice(0, from) + put + all.slice(from + cut);
    }, text),
  }));

test('no text leads to a finding without words, or to a fix that is no edit of it', () => {
  fc.assert(
    fc.property(mutated, ({ text, files }) => {
      const analysis = analysed(text, files);
      const wordings = [wordingFor(analysis.plan, 'en'), wordingFor(analysis.plan, 'zh-cn')];
      for (const finding of analysis.findings) {
        const { start, end } = spanOf(finding.place, analysis);
        expect(start >= 0 && end <= text.length && (start < end || text === ''), finding.message).toBe(true);
        for (const wording of wordings) {
          const said = [finding, ...(finding.related ?? [])].map((each) => message(each, wording));
          said.push(...(finding.fixes ?? []).map((fix) => fixTitle(fix, finding, wording)));
          expect(said.filter((each) => each.trim() === '')).toEqual([]);
        }
        for (const fix of finding.fixes ?? []) expectEdits(fixEdits(fix, analysis), text);
        expectEdits(silenceEdits(finding, analysis), text);
      }
      for (const informal of analysis.plan.informal) expectEdits([standardFormEdit(informal, analysis)], text);
    }),
    { numRuns: 300 },
  );
});

/** Inside the text, in no other's way. */
function expectEdits(edits: readonly TextEdit[], text: string): void {
  let last = 0;
  for (const { span } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    expect(span.start).toBeGreaterThanOrEqual(last);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    last = span.end;
  }
  expect(last).toBeLessThanOrEqual(text.length);
}
