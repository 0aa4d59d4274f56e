// The grammar of links: targets, types, lags and leads, and what is close to a link but none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lag, LinkType } from '../../../../server/plan/scalar.ts';
import { formatLink, parseLink } from '../../../../server/plan/scalars/link.ts';
import { itRefuses, type Refusal } from './reading-of.ts';

function time(sign: 1 | -1, amount: number, unit: 'd' | 'h' | 'w', elapsed = false): Lag {
  return { kind: 'time', sign, duration: { elapsed, parts: [{ amount, unit }] } };
}

describe('links', () => {
  it.each<[string, string, LinkType, Lag?]>([
    ['design', 'design', 'FS'],
    ['3', '3', 'FS'],
    ['m1.kickoff', 'm1.kickoff', 'FS'],
    ['a-b', 'a-b', 'FS'],
    ['a-1d', 'a-1d', 'FS'],
    ['设计-1d', '设计-1d', 'FS'],
    ['design + 2d', 'design', 'FS', time(1, 2, 'd')],
    ['design +2d', 'design', 'FS', time(1, 2, 'd')],
    ['design+2d', 'design', 'FS', time(1, 2, 'd')],
    ['design - 2d', 'design', 'FS', time(-1, 2, 'd')],
    ['a -1d', 'a', 'FS', time(-1, 1, 'd')],
    ['design SS', 'design', 'SS'],
    ['build FF-1d', 'build', 'FF', time(-1, 1, 'd')],
    ['build SS+5d', 'build', 'SS', time(1, 5, 'd')],
    ['x FS + 2d', 'x', 'FS', time(1, 2, 'd')],
    ['x SF', 'x', 'SF'],
    ['survey + 50%', 'survey', 'FS', { kind: 'percent', percent: 50, elapsed: false }],
    ['survey SS - 12.5%', 'survey', 'SS', { kind: 'percent', percent: -12.5, elapsed: false }],
    ['pour + 3ed', 'pour', 'FS', time(1, 3, 'd', true)],
    ['pour + 50e%', 'pour', 'FS', { kind: 'percent', percent: 50, elapsed: true }],
    ['platform/launch', 'platform/launch', 'FS'],
    ['平台/上线 SS + 1w', '平台/上线', 'SS', time(1, 1, 'w')],
    ['SS', 'SS', 'FS'],
  ])('%s', (text, target, type, lag) => {
    const link = { target, targetLength: target.length, type };
    expect(parseLink(text)).toEqual({ ok: true, value: lag === undefined ? link : { ...link, lag } });
  });

  it.each([
    ['design ss', 'design SS'],
    ['设计＋２d', '设计 + 2d'],
    ['设计 ＋ 2天', '设计 + 2d'],
    ['build + 2 days', 'build + 2d'],
    ['design  SS', 'design SS'],
    [' design', 'design'],
    ['build — 1d', 'build - 1d'],
  ])('%s is %s', (text, standard) => {
    expect(parseLink(text)).toMatchObject({ ok: true, informal: standard });
  });

  it('keeps several parts of a lag', () => {
    expect(parseLink('a + 1w 2d')).toMatchObject({
      value: { lag: { duration: { parts: [{ unit: 'w' }, { unit: 'd' }] } } },
    });
  });

  it('compares ids as NFC text, and counts the letters as they are written', () => {
    const decomposed = 'u\u0308ber SS';
    expect(parseLink(decomposed)).toMatchObject({ value: { target: '\u00fcber', targetLength: 5, type: 'SS' } });
  });

  it('is printed as it was written', () => {
    const targets = fc.constantFrom('a', '设计', 'a-1', 'm1.k', 'p/x', 'FS');
    const types = fc.constantFrom<LinkType>('FS', 'SS', 'FF', 'SF');
    const amount = fc.integer({ min: 0, max: 400 });
    const lags = fc.oneof(
      fc
        .record({
          sign: fc.constantFrom<1 | -1>(1, -1),
          amount,
          unit: fc.constantFrom<'d' | 'h' | 'w'>('d', 'h', 'w'),
          elapsed: fc.boolean(),
        })
        .map((lag) => time(lag.sign, lag.amount, lag.unit, lag.elapsed)),
      fc
        .record({ percent: fc.integer({ min: 1, max: 300 }), elapsed: fc.boolean() })
        .map((lag): Lag => ({ kind: 'percent', ...lag })),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(targets, types, lags, (target, type, lag) => {
        const link = lag === undefined ? { target, type } : { target, type, lag };
        expect(parseLink(formatLink(link))).toEqual({ ok: true, value: { ...link, targetLength: target.length } });
      }),
    );
  });
});

const refusals: readonly Refusal[] = [
  ['', 'no-target', ''],
  ['+ 2d', 'no-target', '+ 2d'],
  ['build + 5', 'lag-without-unit', '+ 5', '+ 5d'],
  ['design 2d', 'lag-without-sign', '2d', '+ 2d'],
  ['design SS 2d', 'lag-without-sign', '2d', '+ 2d'],
  ['design XX', 'unknown-type', 'XX'],
  ['design XX+1d', 'unknown-type', 'XX'],
  ['build + soon', 'bad-lag', '+ soon'],
  ['build +', 'bad-lag', '+'],
  ['build + 1,5d', 'bad-lag', '+ 1,5d', '+ 1.5d'],
  ['build + -1d', 'bad-lag', '+ -1d', '- 1d'],
  ['build - -1d', 'bad-lag', '- -1d'],
  ['build + 1w 2', 'bad-lag', '+ 1w 2', '+ 1w 2d'],
  ['build + 1,200h', 'bad-lag', '+ 1,200h'],
  ['build + 2-3d', 'bad-lag', '+ 2-3d'],
  ['build + 9999mo', 'lag-too-long', '+ 9999mo'],
  ['build + 2000%', 'lag-too-long', '+ 2000%'],
  ['a b c', 'extra-text', 'b c'],
  ['a/b/c', 'extra-text', '/c'],
  ['test!', 'extra-text', '!'],
  ['!test', 'not-a-link', '!test'],
];

describe('links that are refused', () => {
  itRefuses(parseLink, 'invalid-link', refusals);

  it('never throws, and underlines what is there', () => {
    const piece = fc.constantFrom('a', '设', ' ', 'SS', '+', '-', '2d', '50%', 'e', '/', ',', '\u{1f600}', '＋', '5');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        const read = parseLink(text);
        if (!read.ok) expect(read.problem.to).toBeLessThanOrEqual(text.length);
        else expect(text.slice(0, read.value.targetLength).trim().normalize()).toBe(read.value.target);
      }),
    );
  });
});
