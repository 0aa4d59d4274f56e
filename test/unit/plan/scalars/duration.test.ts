// Durations in every form that people write, and what they come to in minutes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Duration, DurationUnit, Units } from '../../../../server/plan/scalar.ts';
import {
  durationMinutes,
  formatDuration,
  formatMinutes,
  parseDuration,
} from '../../../../server/plan/scalars/duration.ts';
import { parseSignedDuration } from '../../../../server/plan/scalars/signed-duration.ts';
import { parseWork } from '../../../../server/plan/scalars/work.ts';
import { itRefuses, type Refusal, refusalOf } from './reading-of.ts';

const units: Units = { dayMinutes: 480, weekMinutes: 2400, monthMinutes: 9600 };

function duration(text: string): Duration {
  const read = parseDuration(text);
  if (!read.ok) throw new Error(text);
  return read.value;
}

describe('durations', () => {
  it.each<[string, boolean, [number, DurationUnit][]]>([
    ['30m', false, [[30, 'm']]],
    ['4h', false, [[4, 'h']]],
    ['3d', false, [[3, 'd']]],
    ['2w', false, [[2, 'w']]],
    ['1mo', false, [[1, 'mo']]],
    [
      '1w 2d',
      false,
      [
        [1, 'w'],
        [2, 'd'],
      ],
    ],
    ['0.5d', false, [[0.5, 'd']]],
    ['0d', false, [[0, 'd']]],
    ['3ed', true, [[3, 'd']]],
    ['12eh', true, [[12, 'h']]],
    [
      '1ew 2ed',
      true,
      [
        [1, 'w'],
        [2, 'd'],
      ],
    ],
    ['30em', true, [[30, 'm']]],
    ['1emo', true, [[1, 'mo']]],
  ])('%s', (text, elapsed, parts) => {
    const value = { elapsed, parts: parts.map(([amount, unit]) => ({ amount, unit })) };
    expect(parseDuration(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['3天', '3d'],
    ['2周', '2w'],
    ['1个月', '1mo'],
    ['两周', '2w'],
    ['三天', '3d'],
    ['十天', '10d'],
    ['十五天', '15d'],
    ['二十一天', '21d'],
    ['半天', '0.5d'],
    ['一个半月', '1.5mo'],
    ['两天半', '2.5d'],
    ['4小时', '4h'],
    ['30分钟', '30m'],
    ['3个工作日', '3d'],
    ['2 个星期', '2w'],
    ['3个自然日', '3ed'],
    ['1周2天', '1w 2d'],
    ['3 days', '3d'],
    ['1 week', '1w'],
    ['2 Weeks', '2w'],
    ['2 hrs', '2h'],
    ['1w2d', '1w 2d'],
    ['2h30m', '2h 30m'],
    ['1w, 2d', '1w 2d'],
    ['３d', '3d'],
    ['３天', '3d'],
    ['P3D', '3d'],
    ['PT8H', '8h'],
    ['P1WT4H', '1w 4h'],
    ['3D', '3d'],
    [' 3d', '3d'],
    ['.5d', '0.5d'],
  ])('%s is %s', (text, standard) => {
    expect(parseDuration(text)).toEqual({ ok: true, value: duration(standard), informal: standard });
  });

  it('is printed as it was written', () => {
    const amount = fc.integer({ min: 0, max: 4000 }).map((quarters) => quarters / 4);
    const unit = fc.constantFrom<DurationUnit>('m', 'h', 'd', 'w');
    const parts = fc.array(fc.record({ amount, unit }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.boolean(), parts, (elapsed, each) => {
        const value = { elapsed, parts: each };
        expect(parseDuration(formatDuration(value))).toEqual({ ok: true, value });
      }),
    );
  });
});

const refusals: readonly Refusal[] = [
  ['5', 'no-unit', '5', '5d'],
  ['1.5', 'no-unit', '1.5', '1.5d'],
  ['1w 2', 'no-unit', '2', '2d'],
  ['1,200h', 'not-a-duration', '1,200h'],
  ['2-3d', 'not-a-duration', '2-3d'],
  ['3.d', 'not-a-duration', '3.d'],
  ['-3d', 'negative', '-3d', '3d'],
  ['1,5d', 'decimal-comma', '1,5d', '1.5d'],
  ['3M', 'ambiguous-unit', '3M', '3mo'],
  ['3y', 'unknown-unit', '3y', '36mo'],
  ['1年', 'unknown-unit', '1年', '12mo'],
  ['3 dyas', 'unknown-unit', '3 dyas', '3d'],
  ['3x', 'unknown-unit', '3x'],
  ['1w 2ed', 'mixed-elapsed', '1w 2ed'],
  ['soon', 'not-a-duration', 'soon'],
  ['', 'not-a-duration', ''],
  ['tbd 3d', 'not-a-duration', 'tbd 3d'],
  ['9999999d', 'too-long', '9999999d'],
  ['99999999999999999999d', 'too-long', '99999999999999999999d'],
];

describe('durations that are refused', () => {
  itRefuses(parseDuration, 'invalid-duration', refusals);

  it('suggests what can be read', () => {
    for (const [text] of refusals) {
      const read = parseDuration(text);
      if (!read.ok && read.problem.suggestion !== undefined) {
        const { from, to, suggestion } = read.problem;
        expect(parseDuration(text.slice(0, from) + suggestion + text.slice(to)).ok).toBe(true);
      }
    }
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '1',
      '0.',
      '半',
      '十',
      '个',
      '天',
      'e',
      'mo',
      'P',
      'T',
      ' ',
      ',',
      '-',
      '\u{1f600}',
      '月',
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => void parseDuration(pieces.join(''))));
  });
});

describe('minutes', () => {
  it.each<[string, number]>([
    ['30m', 30],
    ['4h', 240],
    ['3d', 1440],
    ['2w', 4800],
    ['1mo', 9600],
    ['1w 2d', 3360],
    ['0.5d', 240],
    ['3ed', 4320],
    ['12eh', 720],
    ['1ew', 10_080],
    ['1emo', 43_200],
    // 0.1 h = 6 min; 0.025 h = 1.5 min, half up; two halves are summed before they are rounded.
    ['0.1h', 6],
    ['0.025h', 2],
    ['0.5m 0.5m', 1],
    ['0.4m', 0],
    ['0.075h', 5],
  ])('%s = %i', (text, minutes) => {
    expect(durationMinutes(duration(text), units)).toBe(minutes);
  });

  it('counts in the units of the plan', () => {
    const short = { dayMinutes: 450, weekMinutes: 2250, monthMinutes: 9000 };
    expect(durationMinutes(duration('1mo 1w 1d 1h'), short)).toBe(9000 + 2250 + 450 + 60);
  });

  it('are written in days, hours or minutes', () => {
    expect([1440, 720, 180, 50, 0].map((minutes) => formatMinutes(minutes, false, units))).toEqual([
      '3d',
      '1.5d',
      '3h',
      '50m',
      '0d',
    ]);
    expect([4320, 720, 90].map((minutes) => formatMinutes(minutes, true, units))).toEqual(['3ed', '0.5ed', '90em']);
  });

  it('come back from their text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000 }), fc.boolean(), (minutes, elapsed) => {
        expect(durationMinutes(duration(formatMinutes(minutes, elapsed, units)), units)).toBe(minutes);
      }),
    );
  });
});

describe('work and shifts', () => {
  it('work is never elapsed', () => {
    expect(parseWork('5d')).toEqual(parseDuration('5d'));
    expect(refusalOf(parseWork('3ed'), '3ed')).toEqual(['invalid-duration.elapsed-work', '3ed', '3d']);
  });

  it('a shift has a direction', () => {
    expect(parseSignedDuration('+5d')).toEqual({ ok: true, value: { sign: 1, duration: duration('5d') } });
    expect(parseSignedDuration('-2d')).toEqual({ ok: true, value: { sign: -1, duration: duration('2d') } });
    expect(parseSignedDuration('5d')).toEqual({ ok: true, value: { sign: 1, duration: duration('5d') } });
    expect(parseSignedDuration('＋5天')).toMatchObject({ ok: true, informal: '+5d' });
    expect(refusalOf(parseSignedDuration('+ 5'), '+ 5')).toEqual(['invalid-duration.no-unit', '5', '5d']);
    expect(refusalOf(parseSignedDuration('+ -2d'), '+ -2d')).toEqual(['invalid-duration.negative', '-2d']);
  });
});
