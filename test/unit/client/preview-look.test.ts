// What of an answer a page is told: all that it has not got, and nothing where that is nothing.
import { describe, expect, it } from 'vitest';
import { isNews } from '../../../client/preview/look.ts';

describe('an answer', () => {
  it('is passed on when anything of it is new: a map or a list of what moved comes alone too', () => {
    expect(isNews({ blocks: [] })).toBe(false);
    expect(isNews({ blocks: [], overview: { stripes: [[0, 1000, 0]], tag: 'a' } })).toBe(true);
    expect(isNews({ blocks: [], changes: { summary: '', lines: [], more: 0, tag: 'b' } })).toBe(true);
    expect(isNews({ blocks: [{ first: 0, rows: [], links: [], ends: [], groupsBefore: 0, tag: 'c' }] })).toBe(true);
  });
});
