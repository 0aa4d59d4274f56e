// The plan's units from the week of its default calendar.
import { describe, expect, it } from 'vitest';
import { deriveUnits, extendsChain, weekOf } from '../../../server/plan/units.ts';
import { type CalendarText, terms } from './calendar-builder.ts';
import { planOf } from './plan-builder.ts';

function units(...chain: readonly CalendarText[]) {
  return deriveUnits(weekOf(chain.map((text, index) => terms(`c${index}`, text))));
}

describe('derived units', () => {
  it('are 8 h, 40 h and 20 days of the standard week', () => {
    expect(units()).toEqual({ dayMinutes: 480, weekMinutes: 2400, monthMinutes: 9600 });
  });

  it('take the commonest day and the whole week', () => {
    // Four days of 9 h and one of 4 h: a day is 9 h, a week 40 h, a month 20 days.
    expect(units({ hours: { 'mon-thu': '09:00-18:00', fri: '09:00-13:00' } })).toEqual({
      dayMinutes: 540,
      weekMinutes: 2400,
      monthMinutes: 10_800,
    });
  });

  it('take the longer of equally common days', () => {
    expect(units({ hours: { mon: '09:00-13:00', tue: '09:00-17:00' } }).dayMinutes).toBe(480);
  });

  it('count overlapping hours once, and night shifts whole', () => {
    expect(units({ days: 'mon-fri', hours: '09:00-13:00 12:00-17:00' }).dayMinutes).toBe(480);
    expect(units({ days: 'mon-fri', hours: '22:00-06:00' }).dayMinutes).toBe(480);
  });

  it('are those of a week without work where there is none', () => {
    expect(units({ days: 'mon-fri', hours: '' })).toEqual({ dayMinutes: 480, weekMinutes: 2400, monthMinutes: 9600 });
  });

  it('take over what a calendar extends', () => {
    // Six days of the base's seven hours.
    expect(units({ days: 'mon-sat' }, { days: 'mon-fri', hours: '09:00-16:00' }).weekMinutes).toBe(6 * 420);
  });

  it('give way to written ones, which may be counted in each other', () => {
    const plan = planOf('start: 2026-03-02\nunits: { day: 7h 30m, week: 4d, month: 4w }\ntasks:\n  a: 1d\n');
    expect(plan.units).toEqual({ dayMinutes: 450, weekMinutes: 1800, monthMinutes: 7200 });
  });
});

describe('weeks', () => {
  it('work a weekday that the nearer calendar gives hours, or takes away', () => {
    const base: CalendarText = { days: 'mon-fri', hours: '09:00-17:00' };
    const { works } = weekOf([terms('near', { hours: { sat: '10:00-12:00', mon: '' } }), terms('base', base)]);
    expect(works).toEqual([false, true, true, true, true, true, false]);
  });
});

describe('a chain of calendars', () => {
  it('takes each once, and ends where nobody defines one', () => {
    const bases = new Map([
      ['a', 'b'],
      ['b', 'a'],
      ['c', 'gone'],
    ]);
    const chain = (id: string) =>
      extendsChain(
        id,
        (of) => (bases.has(of) ? of : undefined),
        (of) => bases.get(of),
      );
    expect(chain('a')).toEqual(['a', 'b']);
    expect(chain('c')).toEqual(['c']);
    expect(chain('gone')).toEqual([]);
  });
});
