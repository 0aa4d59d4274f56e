// Codes of standards where they can be written, against those who keep the lists.
import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { completion } from '../../../server/editor/completion.ts';
import { countries } from '../../../server/editor/standard-codes.ts';
import { analysedAt, chinese, english } from './analysed.ts';

function offered(withCursor: string, reader = english): readonly (readonly [string, string | undefined])[] {
  const { analysis, offset } = analysedAt(withCursor);
  return completion(analysis, offset, reader).items.map(({ label, detail }) => [label, detail]);
}

describe('countries', () => {
  it('are those whose holidays are known', () => {
    expect(countries).toEqual(Object.keys(new Holidays().getCountries('en')).sort());
  });

  it('stand by their names, and are found by them', () => {
    const text = 'calendars:\n  site: { country: ‸ }';
    expect(offered(text).slice(0, 2)).toEqual([
      ['AX', 'Åland Islands'],
      ['AL', 'Albania'],
    ]);
    expect(offered(text)).toContainEqual(['DE', 'Germany']);
    expect(offered(text, chinese)).toContainEqual(['DE', '德国']);
    const { analysis, offset } = analysedAt(text);
    expect(completion(analysis, offset, chinese).items.find(({ label }) => label === 'CN')?.filterText).toBe('CN 中国');
  });
});

describe('currencies and languages', () => {
  it('are those of the standard, what is used most first', () => {
    expect(offered('currency: ‸').slice(0, 2)).toEqual([
      ['USD', 'US Dollar'],
      ['EUR', 'Euro'],
    ]);
    expect(offered('currency: ‸', chinese)).toContainEqual(['CNY', '人民币']);
    expect(offered('language: ‸').map(([label]) => label)).toEqual(['en', 'zh-CN']);
  });

  it('stand nowhere else', () => {
    expect(offered('name: ‸')).toEqual([]);
    expect(offered('x: { currency: ‸ }')).toEqual([]);
  });
});

describe('working hours', () => {
  it.each([
    'calendars:\n  site:\n    hours: ‸',
    'calendars:\n  site:\n    hours: [09:00-12:00, ‸]',
    'calendars:\n  site:\n    hours:\n      - ‸',
    'calendars:\n  site:\n    hours: { fri: ‸ }',
    'calendars:\n  site: { hours: ‸ }',
  ])('%j', (text) => {
    expect(offered(text).map(([label]) => label)).toContain('13:00-18:00');
  });

  it.each([
    'calendars:\n  site: { hours: { ‸ } }',
    'calendars:\n  site: { hours: 09:00-12:00 ‸ }',
    'rules: { hours: ‸ }',
  ])('not %j', (text) => {
    expect(offered(text).map(([label]) => label)).not.toContain('13:00-18:00');
  });
});
