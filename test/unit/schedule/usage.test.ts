// What is taken of somebody when: room is found where counting every hour finds it, forwards and backwards.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Usage } from '../../../server/schedule/usage.ts';
import { at, calendars } from './calendar-builder.ts';

const made = calendars({
  standard: { days: 'mon-fri', hours: '09:00-12:00 13:00-17:00' },
  evening: { days: 'mon-sun', hours: '16:00-20:00' },
  night: { days: 'mon-sun', hours: '22:00-06:00' },
});
const times = ['standard', 'evening', 'night'].map((id) => made.of(id));
const [origin, hour, capacity] = [at('2026-03-02'), 60, 100];

const anyStretch = fc.record({
  from: fc.integer({ min: 0, max: 24 * 6 }),
  length: fc.integer({ min: 1, max: 24 * 3 }),
  units: fc.constantFrom(30, 50, 100),
  calendar: fc.integer({ min: 0, max: 2 }),
});

test('work fits where no hour is over the capacity; else it is told where the last such hours end and the first begin', () => {
  fc.assert(
    fc.property(fc.array(anyStretch, { maxLength: 7 }), anyStretch, (taken, asked) => {
      const usage = new Usage(capacity);
      const timeOf = ({ calendar }: { calendar: number }) => times[calendar] ?? made.of('standard');
      const spanOf = ({ from, length }: { from: number; length: number }) =>
        [origin + from * hour, origin + (from + length) * hour] as const;
      for (const each of taken) usage.take(...spanOf(each), each.units, timeOf(each));
      const isAtWork = (each: (typeof taken)[number], index: number) =>
        index >= each.from &&
        index < each.from + each.length &&
        timeOf(each).between(origin + index * hour, origin + (index + 1) * hour) > 0;
      const over = Array.from({ length: asked.length }, (_, index) => asked.from + index).filter(
        (index) =>
          isAtWork(asked, index) &&
          taken.reduce<number>((sum, each) => sum + (isAtWork(each, index) ? each.units : 0), asked.units) > capacity,
      );
      const [until, from] = [
        usage.blockedUntil(...spanOf(asked), asked.units, timeOf(asked)),
        usage.blockedFrom(...spanOf(asked), asked.units, timeOf(asked)),
      ];
      const [first, last] = [over[0], over.at(-1)];
      if (first === undefined || last === undefined) {
        expect([until, from]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
        return;
      }
      // No room is passed over: between the last such hour and the end that is told the calendar has none that is free, and likewise before the first.
      expect(until).toBeGreaterThanOrEqual(origin + (last + 1) * hour);
      expect(from).toBeLessThanOrEqual(origin + first * hour);
      expect(timeOf(asked).between(origin + (last + 1) * hour, Math.min(until, spanOf(asked)[1]))).toBe(0);
      expect(timeOf(asked).between(Math.max(from, spanOf(asked)[0]), origin + first * hour)).toBe(0);
    }),
    { numRuns: 1000 },
  );
});
