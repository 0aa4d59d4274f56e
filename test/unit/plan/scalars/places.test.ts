// Hours, weekdays, ids, addresses, zones and countries; and the nearest known word.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../../../server/plan/nearest.ts';
import { parsePath, parseUrl } from '../../../../server/plan/scalars/address.ts';
import { weekdays } from '../../../../server/plan/scalars/civil.ts';
import { formatDays, parseDays } from '../../../../server/plan/scalars/days.ts';
import { halfWidth } from '../../../../server/plan/scalars/half-width.ts';
import { idOf, parseId } from '../../../../server/plan/scalars/id.ts';
import { formatInterval, parseInterval } from '../../../../server/plan/scalars/interval.ts';
import { parseCountry, parseTimezone } from '../../../../server/plan/scalars/region.ts';
import { itRefuses, type Refusal, refusalOf } from './reading-of.ts';

describe('intervals', () => {
  it.each([
    ['09:00-12:00', 540, 720],
    ['22:00-06:00', 1320, 1800],
    ['00:00-24:00', 0, 1440],
    ['13:00-00:00', 780, 1440],
  ])('%s', (text, from, to) => {
    expect(parseInterval(text)).toMatchObject({ ok: true, value: { from, to } });
  });
  it.each([
    ['9:00-12:00', '09:00-12:00'],
    ['9-12', '09:00-12:00'],
    ['09:00 – 12:00', '09:00-12:00'],
    ['９：００－１２：００', '09:00-12:00'],
    ['09:00至12:00', '09:00-12:00'],
    ['09:00~12:00', '09:00-12:00'],
  ])('%s is %s', (text, standard) => {
    expect(parseInterval(text)).toEqual({ ...parseInterval(standard), informal: standard });
  });
  it('is printed as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1439 }), (from, length) => {
        const interval = { from, to: from + length };
        expect(parseInterval(formatInterval(interval))).toMatchObject({ ok: true, value: interval });
      }),
    );
  });
  const refusals: readonly Refusal[] = [
    ['25:00-26:00', 'not-an-interval', '25:00-26:00'],
    ['09:00', 'not-an-interval', '09:00'],
    ['24:00-25:00', 'not-an-interval', '24:00-25:00'],
    ['09:00-09:00', 'empty-interval', '09:00-09:00'],
    ['', 'not-an-interval', ''],
  ];
  itRefuses(parseInterval, 'schema', refusals);
});

describe('weekdays', () => {
  it.each([
    ['mon-fri', ['mon', 'tue', 'wed', 'thu', 'fri']],
    ['mon,wed', ['mon', 'wed']],
    ['mon, wed', ['mon', 'wed']],
    ['sat', ['sat']],
    ['sat-mon', ['mon', 'sat', 'sun']],
    ['mon-thu,sat', ['mon', 'tue', 'wed', 'thu', 'sat']],
    ['wed,mon', ['mon', 'wed']],
  ])('%s', (text, value) => expect(parseDays(text)).toEqual({ ok: true, value }));
  it.each([
    ['周一至周五', 'mon-fri'],
    ['周一到周五', 'mon-fri'],
    ['星期六', 'sat'],
    ['Mon–Fri', 'mon-fri'],
    ['Monday to Friday', 'mon-fri'],
    ['tues', 'tue'],
    ['周一、周三', 'mon,wed'],
    ['mon wed', 'mon,wed'],
  ])('%s is %s', (text, standard) => {
    expect(parseDays(text)).toEqual({ ...parseDays(standard), informal: standard });
  });
  it('are printed as they were written', () => {
    fc.assert(
      fc.property(fc.subarray([...weekdays], { minLength: 1 }), (days) => {
        expect(parseDays(formatDays(days))).toEqual({ ok: true, value: days });
      }),
    );
  });
  const refusals: readonly Refusal[] = [
    ['mon-fry', 'unknown-weekday', 'fry', 'fri'],
    ['wedsday', 'unknown-weekday', 'wedsday', 'wed'],
    ['xyz', 'unknown-weekday', 'xyz'],
    ['', 'not-weekdays', ''],
    ['mon-', 'not-weekdays', 'mon-'],
    ['--', 'not-weekdays', '--'],
  ];
  itRefuses(parseDays, 'schema', refusals);
});

describe('ids', () => {
  it.each(['charter', '阶段一', 'm1.kickoff', '3', '1.10', 'a_b-c', 'می\u200cخواهم', 'हिन्दी', '__proto__'])(
    '%s',
    (text) => {
      expect(parseId(text)).toEqual({ ok: true, value: text.normalize() });
    },
  );
  it('compare as NFC', () => {
    expect(parseId('u\u0308ber')).toEqual({ ok: true, value: '\u00fcber' });
    expect(idOf('cafe\u0301')).toBe('caf\u00e9');
  });
  const refusals: readonly Refusal[] = [
    ['my task', 'not-an-id', 'my task', 'my-task'],
    ['阶段一（试点）', 'not-an-id', '阶段一（试点）', '阶段一-试点'],
    ['a/b', 'not-an-id', 'a/b', 'a-b'],
    ['🚀', 'not-an-id', '🚀'],
    ['', 'not-an-id', ''],
  ];
  itRefuses(parseId, 'schema', refusals);
});

describe('addresses and paths', () => {
  it.each([
    'https://example.org/issues/12',
    'http://localhost:8080',
    'mailto:li@example.org',
    'docs/plan.md',
    '../specs/需求.md',
  ])('%s', (text) => {
    expect(parseUrl(text)).toEqual({ ok: true, value: text });
  });
  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'vscode:extension',
    'command:x',
    'file:///etc/passwd',
    'JIRA 12',
    '',
  ])('%s is no address', (text) => {
    expect(parseUrl(text)).toMatchObject({ ok: false, problem: { code: 'not-a-url' } });
  });
  it('knows what a page without a scheme means', () => {
    expect(refusalOf(parseUrl('www.example.org'), 'www.example.org')).toEqual([
      'schema.not-a-url',
      'www.example.org',
      'https://www.example.org',
    ]);
  });
  it.each(['team.yaml', '../platform/platform.plan.yaml', './基线/v1.yaml', 'with space.yaml'])(
    '%s is a path',
    (text) => expect(parsePath(text)).toEqual({ ok: true, value: text }),
  );
  const refusals: readonly Refusal[] = [
    ['/etc/passwd', 'not-a-path', '/etc/passwd'],
    ['C:\\plans\\a.yaml', 'not-a-path', 'C:\\plans\\a.yaml'],
    ['plans\\a.yaml', 'not-a-path', 'plans\\a.yaml', 'plans/a.yaml'],
    ['https://x.org/a.yaml', 'not-a-path', 'https://x.org/a.yaml'],
    ['\\\\host\\share', 'not-a-path', '\\\\host\\share'],
    ['', 'not-a-path', ''],
  ];
  itRefuses(parsePath, 'schema', refusals);
});

describe('zones and countries', () => {
  it('are those of the lists', () => {
    expect(parseTimezone('Asia/Shanghai')).toEqual({ ok: true, value: 'Asia/Shanghai' });
    for (const name of ['UTC', 'Asia/Kolkata', 'europe/berlin'])
      expect(parseTimezone(name)).toEqual({ ok: true, value: name });
    expect(refusalOf(parseTimezone('Mars/Base'), 'Mars/Base')).toEqual(['schema.unknown-timezone', 'Mars/Base']);
    expect([parseCountry('CN'), parseCountry('DE-BY')]).toEqual([
      { ok: true, value: 'CN' },
      { ok: true, value: 'DE-BY' },
    ]);
    expect([parseCountry('cn'), parseCountry('中国')]).toEqual([
      { ok: true, value: 'CN', informal: 'CN' },
      { ok: true, value: 'CN', informal: 'CN' },
    ]);
    expect(refusalOf(parseCountry('Germany'), 'Germany')).toEqual(['schema.not-a-country', 'Germany']);
  });
});

describe('half width', () => {
  it('keeps every position', () => {
    expect(halfWidth('３ｄ：（ａ，ｂ）　—、')).toBe('3d:(a,b) -,');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(halfWidth(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe('the nearest word', () => {
  it.each([
    ['desing', ['design', 'build'], 'design'],
    ['Design', ['design'], 'design'],
    ['buidl', ['build', 'bundle'], 'build'],
    ['lii', ['li', 'wang'], 'li'],
    ['progess', ['priority', 'progress'], 'progress'],
    ['设汁', ['设计'], '设计'],
    ['x', ['y', 'z'], undefined],
    ['ab', ['cd'], undefined],
    ['launch', ['review'], undefined],
    ['', ['a'], undefined],
    ['design', [], undefined],
  ])('%s of %j', (written, words, meant) => {
    expect(nearest(written, words)).toBe(meant);
  });
  it('is not far: one edit up to four letters, two up to eight', () => {
    expect(nearest('abcd', ['abxy'])).toBeUndefined();
    expect(nearest('abcdefgh', ['abcdefxy'])).toBe('abcdefxy');
    expect(nearest('abcdefgh', ['abcdexyz'])).toBeUndefined();
  });

  it('is as near as counting edits one by one says', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 10 });
    fc.assert(
      fc.property(word, word, (written, known) => {
        const allowed = written.length <= 1 ? 0 : written.length <= 4 ? 1 : written.length <= 8 ? 2 : 3;
        const count = edits(written, known);
        const isNear = count <= allowed && count < Math.max(written.length, known.length);
        expect(nearest(written, [known])).toBe(isNear ? known : undefined);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Optimal string alignment, by its definition. */
function edits(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_, j) => i + j),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= one.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const ways = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1)];
      if (i > 1 && j > 1 && isSwapped) ways.push(at(i - 2, j - 2) + 1);
      const row = table[i];
      if (row !== undefined) row[j] = Math.min(...ways);
    }
  }
  return at(one.length, other.length);
}
