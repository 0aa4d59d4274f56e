// Which calendar holds where nothing else is said. 2026-03-02 is a Monday.
import { expect, it } from 'vitest';
import { scheduledText } from './plan-builder.ts';

const plan = (calendars: string) => `name: Test\nstart: 2026-03-02\n${calendars}\ntasks:\n  a: 2d\n`;

it('is the one that the plan names', () => {
  const text = plan('calendar: late\ncalendars: { standard: { hours: 09:00-17:00 }, late: { hours: 12:00-20:00 } }');
  expect(scheduledText(text).span('a')).toBe('2026-03-02 12:00 → 2026-03-03 20:00');
});

it('is the one called standard, where none is named', () => {
  // Monday 2nd is off.
  const text = plan(
    'calendars: { standard: { hours: 08:00-16:00, holidays: [2026-03-02] }, late: { hours: 12:00-20:00 } }',
  );
  expect(scheduledText(text).span('a')).toBe('2026-03-03 08:00 → 2026-03-04 16:00');
});

it('is not one that is there for single tasks', () => {
  // Monday to Friday, 09:00 to 12:00 and 13:00 to 18:00.
  expect(scheduledText(plan('calendars: { night: { hours: 18:00-22:00 } }')).span('a')).toBe(
    '2026-03-02 09:00 → 2026-03-03 18:00',
  );
});
