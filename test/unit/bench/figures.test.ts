// The arithmetic of the bench: percentiles, growth, bounds.
import { describe, expect, it, test } from 'vitest';
import { optionsOf } from '../../../bench/asked.mts';
import { growthExponent } from '../../../bench/figures/growth.mts';
import { percentile, percentiles } from '../../../bench/figures/percentiles.mts';
import { isHeld, markdown, rowsTable } from '../../../bench/printing.mts';

describe('a percentile', () => {
  // The example of the nearest-rank method in textbooks: ordinal ranks 1, 2, 2, 3, 5 of five values.
  const values = [40, 15, 50, 20, 35];

  it.each([
    [0.05, 15],
    [0.3, 20],
    [0.4, 20],
    [0.5, 35],
    [1, 50],
  ])('%d is the least value that so many don’t exceed: %d', (share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });

  it('of one value is that value, of nothing no number', () => {
    expect(percentile([7], 0.01)).toBe(7);
    expect(percentile([], 0.5)).toBeNaN();
  });

  it('leaves its values in their order', () => {
    percentiles(values);
    expect(values).toEqual([40, 15, 50, 20, 35]);
  });

  it('p95 of a hundred is the 95th, p99 the 99th', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentiles(hundred)).toEqual({ count: 100, p50: 50, p95: 95, p99: 99, worst: 100 });
  });
});

describe('the growth exponent', () => {
  const sizes = [100, 1_000, 10_000];

  it.each([
    ['constant', 0, (_size: number) => 5],
    ['linear', 1, (size: number) => 3 * size],
    ['quadratic', 2, (size: number) => size * size],
    ['a square root', 0.5, (size: number) => Math.sqrt(size)],
  ])('of what is %s is %d', (_, exponent, cost) => {
    expect(growthExponent(sizes.map((size) => ({ size, cost: cost(size) })))).toBeCloseTo(exponent, 10);
  });

  it('of points that are on no line is that of the nearest one', () => {
    // Logarithms to base 10: (0, 0), (1, 0), (2, 3). Slope: ((-1)(-1) + 0 + (1)(2)) / 2 = 1.5.
    const points = [
      { size: 1, cost: 1 },
      { size: 10, cost: 1 },
      { size: 100, cost: 1_000 },
    ];
    expect(growthExponent(points)).toBeCloseTo(1.5, 10);
  });

  it('of a single size is no number', () => {
    expect(growthExponent([{ size: 10, cost: 1 }])).toBeNaN();
  });
});

describe('a row', () => {
  it('is held at its bound and below, not above, and never without a figure', () => {
    const row = { what: 'a', unit: 'ms', bound: 5 } as const;
    expect(isHeld({ ...row, figure: 5 })).toBe(true);
    expect(isHeld({ ...row, figure: 5.001 })).toBe(false);
    expect(isHeld({ ...row, figure: Number.NaN })).toBe(false);
    expect(isHeld({ what: 'a', unit: 'ms', figure: 1 })).toBeUndefined();
  });

  it('prints bound, figure, peer, ratio and whether it is held', () => {
    const rows = [
      { what: 'open', unit: 'ms', bound: 16, figure: 12.34, peer: { name: 'theirs', figure: 1_234 } },
      { what: 'heap', unit: 'MB', bound: 150, figure: 151, note: 'of ours' },
      { what: 'growth', unit: 'exponent', figure: 1 },
    ] as const;
    expect(rowsTable('All', rows).rows).toEqual([
      ['open', '≤ 16.0 ms', '12.3 ms', '1234 ms (theirs)', '100 ×', 'held'],
      ['heap (of ours)', '≤ 150 MB', '151 MB', '', '', '**not held**'],
      ['growth', '', '1.00', '', '', ''],
    ]);
  });

  test('a table is Markdown with aligned columns', () => {
    expect(markdown({ title: 'T', head: ['a', 'bcd'], rows: [['xx', 'y']] })).toBe(
      ['### T', '', '| a  | bcd |', '| -- | --- |', '| xx | y   |', ''].join('\n'),
    );
  });
});

describe('the command line', () => {
  const known = ['open', 'memory'];

  it('asks for everything where nothing is said', () => {
    expect(optionsOf([], known)).toEqual({
      names: [],
      sizes: [100, 1_000, 10_000, 50_000],
      keystrokes: 360,
      peers: true,
      strict: false,
    });
  });

  it('asks for parts', () => {
    const args = ['memory', '--sizes', '1000,5000', '--keystrokes', '20', '--no-peers', '--strict'];
    expect(optionsOf(args, known)).toEqual({
      names: ['memory'],
      sizes: [1_000, 5_000],
      keystrokes: 20,
      peers: false,
      strict: true,
    });
  });

  it.each([
    [['speed'], 'No such section: speed. There are open, memory.'],
    [['--sizes', 'many'], '“many” is not a whole number'],
    [['--keystrokes', '0'], '“0” is not a whole number'],
  ])('%j says what would work', (args, message) => {
    expect(() => optionsOf(args, known)).toThrow(message);
  });
});
