// Elapsed work on the chart goes round the clock. 2026-03-02 is a Monday; a day has eight hours, 09:00 to 18:00.
import { describe, expect, it } from 'vitest';
import type { Gesture } from '../../../server/protocol.ts';
import { textAfter } from './gestures.ts';

const plan = (b: string): string => `name: P\nstart: 2026-03-02\ntasks:\n  a: 3d\n  c: 3d\n  b: { ${b} }\n`;
// Wednesday 18:00 to Saturday 18:00.
const free = 'duration: 3ed, after: [a, c]';
const fixed = 'duration: 3ed, start: 2026-03-04 18:00';

describe('elapsed work', () => {
  const set = (field: 'start' | 'finish', text: string): Gesture => ({ kind: 'set', planId: 'b', field, text });
  const by = (kind: 'move' | 'stretch', steps: number, grain: 'day' | 'hour'): Gesture => ({
    kind,
    planId: 'b',
    shift: { steps },
    grain,
  });
  const cases: readonly (readonly [string, string, Gesture, string])[] = [
    ['ends on a day off', free, set('finish', '2026-03-08'), 'duration: 4ed, after: [a, c]'],
    ['ends on a day off at noon', free, set('finish', '2026-03-08 12:00'), 'duration: 90eh, after: [a, c]'],
    [
      'is dragged to a day off',
      free,
      { kind: 'stretch', planId: 'b', shift: { drawn: '2026-03-08T10:00' }, grain: 'day' },
      'duration: 4ed, after: [a, c]',
    ],
    ['takes an hour more', free, by('stretch', 1, 'hour'), 'duration: 73eh, after: [a, c]'],
    ['takes a day more', fixed, by('stretch', 1, 'day'), 'duration: 4ed, start: 2026-03-04 18:00'],
    [
      'begins when nobody works',
      free,
      set('start', '2026-03-05 18:00'),
      'duration: 3ed, after: [a, c], earliest: 2026-03-05 18:00',
    ],
    ['begins a day later', free, by('move', 1, 'day'), 'duration: 3ed, after: [a, c], earliest: 2026-03-05 18:00'],
    ['has a fixed start', fixed, by('move', 1, 'day'), 'duration: 3ed, start: 2026-03-05 18:00'],
    ['begins with its day', 'duration: 3ed', by('move', 1, 'day'), 'duration: 3ed, earliest: 2026-03-03'],
  ];
  it.each(cases)('%s', (_, before, gesture, after) => {
    expect(textAfter(plan(before), gesture)).toBe(plan(after));
  });
});
