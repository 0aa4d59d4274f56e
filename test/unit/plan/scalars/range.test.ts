// Ranges of days: both ends inside, and where the fault lies when there is one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../../server/plan/scalars/date.ts';
import { formatRange, parseRange } from '../../../../server/plan/scalars/range.ts';
import { itRefuses, type Refusal } from './reading-of.ts';

function date(text: string) {
  const read = parseDate(text);
  if (!read.ok) throw new Error(text);
  return read.value;
}

describe('ranges', () => {
  it.each([
    ['2026-03-02..2026-03-06', '2026-03-02', '2026-03-06'],
    ['2026-03-02', '2026-03-02', '2026-03-02'],
    ['2026-03-02 09:00..2026-03-06 12:00', '2026-03-02 09:00', '2026-03-06 12:00'],
    // The ends may be in the wrong order: a rule reports that.
    ['2026-03-06..2026-03-02', '2026-03-06', '2026-03-02'],
  ])('%s', (text, from, to) => {
    expect(parseRange(text)).toEqual({ ok: true, value: { from: date(from), to: date(to) } });
  });

  it.each([
    ['2026-03-02 .. 2026-03-06', '2026-03-02..2026-03-06'],
    ['2026-03-02 - 2026-03-06', '2026-03-02..2026-03-06'],
    ['2026-03-02 to 2026-03-06', '2026-03-02..2026-03-06'],
    ['2026-03-02～2026-03-06', '2026-03-02..2026-03-06'],
    ['2026年3月2日至2026年3月6日', '2026-03-02..2026-03-06'],
    ['2026-03-02...2026-03-06', '2026-03-02..2026-03-06'],
    ['2026-03-02..06', '2026-03-02..2026-03-06'],
    ['2026-03-02..04-06', '2026-03-02..2026-04-06'],
    ['2026/3/2', '2026-03-02'],
  ])('%s is %s', (text, standard) => {
    expect(parseRange(text)).toEqual({ ...parseRange(standard), informal: standard });
  });

  it('is printed as it was written', () => {
    const days = fc.integer({ min: 0, max: 40_000 });
    fc.assert(
      fc.property(days, days, (from, to) => {
        const range = { from: { day: from }, to: { day: to } };
        expect(parseRange(formatRange(range))).toEqual({ ok: true, value: range });
      }),
    );
  });
});

const refusals: readonly Refusal[] = [
  ['2026-03-02..', 'not-a-range', '2026-03-02..'],
  ['..2026-03-02', 'not-a-range', '..2026-03-02'],
  ['..', 'not-a-date', '..'],
  ['2026-02-01..2026-02-30', 'no-day', '30'],
  ['2026-13-01..2026-02-03', 'no-month', '13'],
  ['2026-02-01..30', 'no-day', '30'],
  ['all summer', 'not-a-date', 'all summer'],
];

describe('ranges that are refused', () => {
  itRefuses(parseRange, 'invalid-date', refusals);

  it('never throws, and underlines what is there', () => {
    const piece = fc.constantFrom('2026-02-', '30', '..', ' - ', '至', '13-', ' ', '2026年', '月', '9:99', '\u{1f600}');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join('');
        const read = parseRange(text);
        if (read.ok) return;
        expect(read.problem.from).toBeLessThanOrEqual(read.problem.to);
        expect(read.problem.to).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
