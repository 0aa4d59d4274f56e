// Ids that only a broken line keeps from being read: they are there, and nothing tells that they are unknown.
import { describe, expect, it } from 'vitest';
import { bound, told } from './bound.ts';

/** A plan in which a quote that is not closed hides some of its tasks. */
function broken(after: readonly string[], keys: readonly string[]): string {
  const hidden = keys.map((key) => `    ${key} {duration: 2d}\n`).join('');
  const waiting = after.map((id, i) => `  w${i}: { duration: 1d, after: ${id} }\n`).join('');
  return `start: 2026-03-02\ntasks:\n  open:\n    duration: [1d\n${hidden}${waiting}`;
}

describe('ids on lines that can not be read', () => {
  const unknown = (text: string) => told(bound(text)).filter((one) => one.startsWith('unknown-reference'));

  it('are not unknown where they stand before a colon', () => {
    expect(unknown(broken(['hidden'], ['hidden:']))).toEqual([]);
    expect(unknown(broken(['hidden'], ['- hidden :']))).toEqual([]);
    expect(unknown(broken(['任务'], ['任务：']))).toEqual([]);
  });

  it('are unknown where they only stand inside of other words, or behind them', () => {
    expect(unknown(broken(['hidden'], ['unhidden:', 'hidden2:', 'x hidden:', '# hidden:']))).toEqual([
      'unknown-reference.task «hidden»',
    ]);
  });

  it('are looked for in the same way where they are many', () => {
    const ids = Array.from({ length: 40 }, (_, i) => `far${i}away`);
    const keys = ids.flatMap((id, i) => (i === 7 ? [] : `${id}:`));
    expect(unknown(broken(ids, keys))).toEqual(['unknown-reference.task «far7away»']);
  });
});
