// Numbers, percentages, money, rates, figures, assignments: read, refused, printed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAmount } from '../../../../server/plan/scalars/amount.ts';
import { formatAssignment, parseAssignment } from '../../../../server/plan/scalars/assignment.ts';
import { parseBoolean } from '../../../../server/plan/scalars/boolean.ts';
import { formatMoney, formatRate, parseMoney, parseRate } from '../../../../server/plan/scalars/money.ts';
import { formatMeasure, parseInteger, parseMeasure, parseNumber } from '../../../../server/plan/scalars/number.ts';
import { formatPercent, parsePercent } from '../../../../server/plan/scalars/percent.ts';
import { itRefuses } from './reading-of.ts';

describe('numbers', () => {
  it.each([
    ['1200', 1200],
    ['1_200.50', 1200.5],
    ['-3', -3],
    ['0', 0],
    ['+4', 4],
  ])('%s', (text, value) => {
    expect(parseNumber(text)).toEqual({ ok: true, value });
  });
  it.each([
    ['1,200,000', 1_200_000, '1_200_000'],
    ['１２', 12, '12'],
    ['120万', 1_200_000, '1_200_000'],
    ['1.2亿', 120_000_000, '120_000_000'],
    ['3千', 3000, '3000'],
    ['2百万', 2_000_000, '2_000_000'],
    ['.5', 0.5, '0.5'],
  ])('%s', (text, value, informal) => expect(parseNumber(text)).toEqual({ ok: true, value, informal }));
  it('groups digits from five on', () => {
    expect([1200, 12_000, 1_234_567.25, -12_345].map((value) => formatAmount(value, true))).toEqual([
      '1200',
      '12_000',
      '1_234_567.25',
      '-12_345',
    ]);
  });
  itRefuses(parseNumber, 'schema', [
    ['many', 'not-a-number', 'many'],
    ['', 'not-a-number', ''],
    ['1,2', 'not-a-number', '1,2'],
    ['1e5', 'not-a-number', '1e5'],
    ['0x10', 'not-a-number', '0x10'],
    ['99999999999999999999', 'not-a-number', '99999999999999999999'],
  ]);
  itRefuses(parseInteger, 'schema', [
    ['1.5', 'not-an-integer', '1.5'],
    ['x', 'not-an-integer', 'x'],
  ]);
});

describe('figures', () => {
  it.each([
    ['200', 200, false],
    ['60%', 60, true],
    ['-20', -20, false],
    ['4.5', 4.5, false],
    ['120%', 120, true],
  ])('%s', (text, value, percent) => {
    expect(parseMeasure(text)).toEqual({ ok: true, value: { value, percent } });
    expect(formatMeasure({ value, percent })).toBe(text);
  });
  it('understands full-width digits', () => {
    expect(parseMeasure('６０％')).toEqual({ ok: true, value: { value: 60, percent: true }, informal: '60%' });
  });
  itRefuses(parseMeasure, 'schema', [
    ['high', 'not-a-measure', 'high'],
    ['%', 'not-a-measure', '%'],
  ]);
});

describe('percentages', () => {
  it.each([
    ['40%', 40],
    ['40', 40],
    ['0', 0],
    ['100%', 100],
    ['12.5%', 12.5],
    ['0.4%', 0.4],
    ['1', 1],
  ])('%s', (text, value) => {
    expect(parsePercent(text)).toEqual({ ok: true, value });
  });
  it.each([
    ['４０％', 40, '40%'],
    ['40 %', 40, '40%'],
    ['百分之40', 40, '40%'],
  ])('%s', (text, value, informal) => {
    expect(parsePercent(text)).toEqual({ ok: true, value, informal });
  });
  it('are printed as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (tenths) => {
        expect(parsePercent(formatPercent(tenths / 10))).toEqual({ ok: true, value: tenths / 10 });
      }),
    );
  });
  itRefuses(parsePercent, 'schema', [
    ['0.4', 'ambiguous-percent.fraction', '0.4', '40%'],
    ['.25', 'ambiguous-percent.fraction', '.25', '25%'],
    ['0.07', 'ambiguous-percent.fraction', '0.07', '7%'],
    ['120%', 'percent-range', '120%'],
    ['-5%', 'percent-range', '-5%'],
    ['half', 'not-a-percent', 'half'],
    ['', 'not-a-percent', ''],
    ['40%%', 'not-a-percent', '40%%'],
  ]);
});

describe('money', () => {
  it.each([
    ['1200', 1200],
    ['1_200.50', 1200.5],
    ['0', 0],
  ])('%s', (text, value) => expect(parseMoney(text)).toEqual({ ok: true, value }));
  it.each([
    ['120万', 1_200_000, '1_200_000'],
    ['120万元', 1_200_000, '1_200_000'],
    ['1,200,000', 1_200_000, '1_200_000'],
    ['1,200.5', 1200.5, '1200.5'],
    ['800元', 800, '800'],
    ['3.5万', 35_000, '35_000'],
    ['12k', 12_000, '12_000'],
  ])('%s', (text, value, informal) => expect(parseMoney(text)).toEqual({ ok: true, value, informal }));
  it('is printed as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (cents) => {
        expect(parseMoney(formatMoney(cents / 100))).toEqual({ ok: true, value: cents / 100 });
      }),
    );
  });
  itRefuses(parseMoney, 'schema', [
    ['¥1200', 'currency-in-money', '¥1200', '1200'],
    ['$1,200', 'currency-in-money', '$1,200', '1200'],
    ['1200 EUR', 'currency-in-money', '1200 EUR', '1200'],
    ['USD 500', 'currency-in-money', 'USD 500', '500'],
    ['120万美元', 'currency-in-money', '120万美元', '1_200_000'],
    ['-5', 'negative-money', '-5'],
    ['much', 'not-money', 'much'],
    ['', 'not-money', ''],
  ]);
});

describe('rates', () => {
  it.each([
    ['800/d', 800, 'd'],
    ['100/h', 100, 'h'],
    ['5000/mo', 5000, 'mo'],
    ['12_000/w', 12_000, 'w'],
  ] as const)('%s', (text, amount, per) => {
    expect(parseRate(text)).toEqual({ ok: true, value: { amount, per } });
    expect(formatRate({ amount, per })).toBe(text);
  });
  it.each([
    ['800/day', '800/d'],
    ['800元/天', '800/d'],
    ['800每天', '800/d'],
    ['100 per hour', '100/h'],
    ['1.5万/月', '15_000/mo'],
    ['800 / d', '800/d'],
  ])('%s is %s', (text, standard) => {
    expect(parseRate(text)).toEqual({ ...parseRate(standard), informal: standard });
  });
  itRefuses(parseRate, 'schema', [
    ['800', 'rate-without-unit', '800', '800/d'],
    ['€80/h', 'currency-in-money', '€80/h', '80/h'],
    ['800/ed', 'not-a-rate', '800/ed'],
    ['800/x', 'not-a-rate', '800/x'],
    ['x/d', 'not-a-rate', 'x/d'],
    ['', 'not-a-rate', ''],
  ]);
});

describe('assignments', () => {
  it.each([
    ['li', { who: 'li' }],
    ['李伟', { who: '李伟' }],
    ['Li Wei', { who: 'Li Wei' }],
    ['li 50%', { who: 'li', percent: 50 }],
    ['crane x2', { who: 'crane', pieces: 2 }],
    ['concrete 40t', { who: 'concrete', amount: { value: 40, unit: 't' } }],
    ['砂石 12.5吨', { who: '砂石', amount: { value: 12.5, unit: '吨' } }],
    ['cable 300m2', { who: 'cable', amount: { value: 300, unit: 'm2' } }],
  ])('%s', (text, value) => {
    expect(parseAssignment(text)).toEqual({ ok: true, value: { ...value, whoLength: value.who.length } });
    expect(formatAssignment({ ...value, whoLength: 0 })).toBe(text);
  });
  it.each([
    ['li  50 %', 'li 50%'],
    ['李伟 ５０％', '李伟 50%'],
    ['crane ×2', 'crane x2'],
    ['crane X 2', 'crane x2'],
    ['concrete 40 t', 'concrete 40t'],
  ])('%s is %s', (text, standard) => {
    expect(parseAssignment(text)).toMatchObject({ ok: true, informal: standard });
  });
  itRefuses(parseAssignment, 'schema', [
    ['li50%', 'not-an-assignment', 'li50%', 'li 50%'],
    ['li (50%)', 'not-an-assignment', 'li (50%)', 'li 50%'],
    ['li@50%', 'not-an-assignment', 'li@50%', 'li 50%'],
    ['li 0.5', 'ambiguous-percent.fraction', '0.5', '50%'],
    ['crane 2', 'assignment-without-unit', '2', 'x2'],
    ['li 50', 'assignment-without-unit', '50', '50%'],
    ['', 'not-an-assignment', ''],
    ['li 5000%', 'percent-range', 'li 5000%'],
  ]);
});

describe('booleans', () => {
  it('true and false', () => {
    expect([parseBoolean('true'), parseBoolean('false')]).toEqual([
      { ok: true, value: true },
      { ok: true, value: false },
    ]);
  });
  it.each([
    ['yes', true],
    ['No', false],
    ['是', true],
    ['否', false],
    ['TRUE', true],
    ['off', false],
  ])('%s', (text, value) => {
    expect(parseBoolean(text)).toEqual({ ok: true, value, informal: String(value) });
  });
  itRefuses(parseBoolean, 'schema', [
    ['maybe', 'not-a-boolean', 'maybe'],
    ['1', 'not-a-boolean', '1'],
    ['constructor', 'not-a-boolean', 'constructor'],
  ]);
});
