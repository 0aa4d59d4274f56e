// Working time of calendars, against dates worked out by hand. March 2026: the 2nd is a Monday.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, type CalendarText, calendars, day, shown } from './calendar-builder.ts';

const nineToFive: CalendarText = { days: 'mon-fri', hours: '09:00-17:00' };
const withLunch: CalendarText = { days: 'mon-fri', hours: '09:00-12:00 13:00-18:00' };

function calendar(text: CalendarText, others: Readonly<Record<string, CalendarText>> = {}) {
  return calendars({ ...others, standard: text }).default;
}

describe('adding work', () => {
  it('ends at the close of working time, not at the next opening', () => {
    // Monday 09:00 + 8 h is Monday 17:00.
    expect(shown(calendar(nineToFive).add(at('2026-03-02 09:00'), 480))).toBe('2026-03-02 17:00');
  });

  it('passes nights, lunch and weekends', () => {
    // Friday 16:00: 2 h to 18:00, then Monday 09:00-12:00 (3 h), then 1 h after lunch.
    expect(shown(calendar(withLunch).add(at('2026-03-06 16:00'), 360))).toBe('2026-03-09 14:00');
  });

  it('with no work stays where it is, even on a Sunday', () => {
    expect(shown(calendar(nineToFive).add(at('2026-03-08 11:00'), 0))).toBe('2026-03-08 11:00');
  });

  it('from a closed moment begins at the next opening', () => {
    expect(shown(calendar(nineToFive).add(at('2026-03-07 11:00'), 60))).toBe('2026-03-09 10:00');
  });

  it('covers years in one step', () => {
    // 2026-03-02 is a Monday; 522 weeks of 5 days later it is Monday 2036-03-03 (10 years of 365 days and three leap days, 2028, 2032, 2036: 3653 days;
    // 522 * 7 = 3654). 522 * 5 days of work end at the close of the Friday before.
    expect(shown(calendar(nineToFive).add(at('2026-03-02 09:00'), 522 * 5 * 480))).toBe('2036-02-29 17:00');
  });
});

describe('subtracting work', () => {
  it('begins at the opening of working time', () => {
    expect(shown(calendar(nineToFive).subtract(at('2026-03-03 09:00'), 480))).toBe('2026-03-02 09:00');
    expect(shown(calendar(nineToFive).subtract(at('2026-03-02 17:00'), 480))).toBe('2026-03-02 09:00');
  });

  it('passes weekends', () => {
    // Monday 10:00 - 2 h: 1 h on Monday, 1 h on Friday before 17:00.
    expect(shown(calendar(nineToFive).subtract(at('2026-03-09 10:00'), 120))).toBe('2026-03-06 16:00');
  });
});

describe('rolling to working time', () => {
  it('goes to the next opening or the last closing', () => {
    const it = calendar(withLunch);
    expect(shown(it.nextWorking(at('2026-03-07')))).toBe('2026-03-09 09:00');
    expect(shown(it.nextWorking(at('2026-03-02 12:00')))).toBe('2026-03-02 13:00');
    expect(shown(it.nextWorking(at('2026-03-02 12:30')))).toBe('2026-03-02 13:00');
    expect(shown(it.nextWorking(at('2026-03-02 10:15')))).toBe('2026-03-02 10:15');
    expect(shown(it.previousWorking(at('2026-03-09')))).toBe('2026-03-06 18:00');
    expect(shown(it.previousWorking(at('2026-03-09 09:00')))).toBe('2026-03-06 18:00');
    expect(shown(it.previousWorking(at('2026-03-02 13:00')))).toBe('2026-03-02 12:00');
    expect(shown(it.previousWorking(at('2026-03-02 10:15')))).toBe('2026-03-02 10:15');
  });
});

describe('work between two moments', () => {
  it('counts working minutes only, negative backwards', () => {
    const it = calendar(withLunch);
    // Friday 17:00 to Monday 10:00: 1 h + 1 h.
    expect(it.between(at('2026-03-06 17:00'), at('2026-03-09 10:00'))).toBe(120);
    expect(it.between(at('2026-03-09 10:00'), at('2026-03-06 17:00'))).toBe(-120);
    expect(it.between(at('2026-03-06 18:00'), at('2026-03-09 09:00'))).toBe(0);
  });
});

describe('days', () => {
  it('are off for holidays and on for make-up days, with their names', () => {
    const it = calendar({
      ...nineToFive,
      holidays: { '2026-03-04': 'Founders', '2026-03-09..2026-03-11': 'Shutdown' },
      workdays: ['2026-03-07', '2026-03-10'],
    });
    expect(it.minutesOfDay(day('2026-03-04'))).toBe(0);
    expect(it.dayNote(day('2026-03-04'))).toEqual({ kind: 'holiday', name: 'Founders' });
    expect(it.dayNote(day('2026-03-03'))).toBeUndefined();
    // A Saturday that is made up for has the week's hours.
    expect(it.intervalsOfDay(day('2026-03-07'))).toEqual([{ from: 540, to: 1020 }]);
    expect(it.dayNote(day('2026-03-07'))?.kind).toBe('workday');
    // A make-up day wins over a holiday.
    expect(it.minutesOfDay(day('2026-03-10'))).toBe(480);
    // Tuesday 3rd 17:00 → 4th off, 5th and 6th, then Saturday 7th, then 9th off, 10th on: 4 days end on the 10th.
    expect(shown(it.add(at('2026-03-03 17:00'), 4 * 480))).toBe('2026-03-10 17:00');
  });

  it('have hours by weekday and by date', () => {
    const it = calendar({
      hours: { 'mon-thu': '09:00-18:00', fri: '09:00-13:00', '2026-03-05': '09:00-12:00', '2026-03-08': '10:00-11:00' },
    });
    // Mon-Wed 9 h each, Thursday 5th 3 h, Friday 4 h, Saturday none, Sunday 8th 1 h by its date.
    expect(it.between(at('2026-03-02'), at('2026-03-09'))).toBe((27 + 3 + 4 + 1) * 60);
    expect(it.minutesOfDay(day('2026-03-07'))).toBe(0);
  });

  it('give a make-up Saturday the usual hours where hours are by weekday', () => {
    const it = calendar({ hours: { 'mon-thu': '09:00-18:00', fri: '09:00-13:00' }, workdays: ['2026-03-07'] });
    expect(it.minutesOfDay(day('2026-03-07'))).toBe(540);
  });
});

describe('night shifts', () => {
  const nights: CalendarText = { days: 'mon-fri', hours: '22:00-06:00' };

  it('belong to the day they begin on', () => {
    const it = calendar(nights);
    expect(it.minutesOfDay(day('2026-03-06'))).toBe(480);
    expect(it.minutesOfDay(day('2026-03-07'))).toBe(0);
    // Monday begins at 22:00; Friday's shift ends on Saturday 06:00.
    expect(shown(it.nextWorking(at('2026-03-02')))).toBe('2026-03-02 22:00');
    expect(shown(it.add(at('2026-03-06 22:00'), 480))).toBe('2026-03-07 06:00');
    expect(it.between(at('2026-03-02'), at('2026-03-09'))).toBe(5 * 480);
  });

  it('of a holiday fall out with their morning, and that of the day before stays', () => {
    const it = calendar({ ...nights, holidays: { '2026-03-04': 'Off' } });
    // Tuesday night runs into Wednesday 4th 06:00; Wednesday night is off; Thursday begins at 22:00.
    expect(it.between(at('2026-03-04'), at('2026-03-05 22:00'))).toBe(360);
    expect(shown(it.nextWorking(at('2026-03-04 06:00')))).toBe('2026-03-05 22:00');
  });

  it('of a make-up Saturday run into Sunday', () => {
    const it = calendar({ ...nights, workdays: ['2026-03-07'] });
    // Saturday: Friday's shift until 06:00, then its own from 22:00 to Sunday 06:00.
    expect(it.between(at('2026-03-07'), at('2026-03-09'))).toBe(360 + 480);
    expect(shown(it.add(at('2026-03-07 22:00'), 480))).toBe('2026-03-08 06:00');
  });
});

describe('extends', () => {
  it('takes over what is not said', () => {
    const all = calendars({
      base: { ...withLunch, holidays: { '2026-03-04': 'Off' } },
      standard: { extends: 'base', days: 'mon-sat' },
    });
    // The week has a Saturday, the holiday stays: 5 days.
    expect(all.default.between(at('2026-03-02'), at('2026-03-09'))).toBe(5 * 480);
  });

  it('lets the nearer calendar win for a day that both speak of', () => {
    const all = calendars({
      base: { ...nineToFive, workdays: ['2026-03-07'] },
      standard: { extends: 'base', holidays: { '2026-03-07': 'Off after all' } },
    });
    expect(all.default.minutesOfDay(day('2026-03-07'))).toBe(0);
  });

  it('in a circle does no harm', () => {
    const all = calendars(
      {
        a: { extends: 'b', days: 'mon-thu' },
        b: { extends: 'a', hours: '10:00-12:00' },
      },
      'a',
    );
    expect(all.default.between(at('2026-03-02'), at('2026-03-09'))).toBe(4 * 120);
  });

  it('through a thousand calendars ends', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [
        `c${index}`,
        { extends: `c${index + 1}`, holidays: { '2026-03-04': 'x' } },
      ]),
    );
    const all = calendars({ ...chain, c0: { extends: 'c1', days: 'mon-thu' } }, 'c0');
    for (let index = 0; index < 1000; index += 1) all.of(`c${index}`);
    expect(all.default.minutesOfDay(day('2026-03-04'))).toBe(0);
  });

  it('of nobody is the standard week', () => {
    const all = calendars({ standard: { extends: 'gone' } });
    expect(all.default.intervalsOfDay(day('2026-03-02'))).toEqual([
      { from: 540, to: 720 },
      { from: 780, to: 1080 },
    ]);
    expect(all.default.minutesOfDay(day('2026-03-07'))).toBe(0);
  });
});

describe('country holidays', () => {
  const lookups: number[] = [];
  const country = (_: string, year: number) => {
    lookups.push(year);
    return {
      complete: year < 2028,
      days: [
        { day: day(`${year}-05-01`), name: 'Labour Day', kind: 'holiday' as const },
        { day: day(`${year}-05-02`), name: 'Labour Day', kind: 'workday' as const },
      ],
    };
  };

  it('come with make-up days, under the own days of the calendar', () => {
    const all = calendars(
      { standard: { ...nineToFive, country: 'XX', workdays: ['2026-05-01'], holidays: { '2027-05-02': 'Off' } } },
      'standard',
      country,
    );
    // 2026-05-01 is a Friday and worked by the calendar's own word; Saturday the 2nd is made up for by the country.
    expect(all.default.minutesOfDay(day('2026-05-01'))).toBe(480);
    expect(all.default.dayNote(day('2026-05-02'))).toEqual({ kind: 'workday', name: 'Labour Day' });
    expect(all.default.minutesOfDay(day('2027-05-02'))).toBe(0);
  });

  it('are looked up for the years that are asked about, in both directions', () => {
    lookups.length = 0;
    const all = calendars({ standard: { ...nineToFive, country: 'XX' } }, 'standard', country);
    // 2029-05-01 is a Tuesday.
    expect(all.default.between(at('2029-04-30'), at('2029-05-05'))).toBe(4 * 480);
    expect(all.default.between(at('2024-04-29'), at('2024-05-04'))).toBe(4 * 480);
    expect(Math.min(...lookups)).toBeGreaterThanOrEqual(2023);
    expect(Math.max(...lookups)).toBeLessThanOrEqual(2030);
    expect(all.unknownYears([all.default], day('2027-01-01'), day('2028-12-31'))).toEqual([
      { calendar: 'standard', country: 'XX', year: 2028 },
    ]);
  });

  it('are not looked up for all years of a plan that never ends', () => {
    lookups.length = 0;
    const all = calendars({ standard: { ...nineToFive, country: 'XX' } }, 'standard', country);
    expect(all.default.minutesOfDay(day('9000-05-01'))).toBe(480);
    const unknown = all.unknownYears([all.default], day('2026-01-01'), day('9999-12-31')).map(({ year }) => year);
    // Thirty years ahead of 2026; the first year behind them stands for the rest.
    expect(unknown.at(0)).toBe(2028);
    expect(unknown.at(-1)).toBe(2057);
    expect(new Set(lookups).size).toBeLessThanOrEqual(32);
  });

  it('are asked about again and again far behind the years that are looked up', () => {
    const all = calendars({ standard: { ...nineToFive, country: 'XX' } }, 'standard', country);
    // 2100-05-03 is a Monday.
    for (let ask = 0; ask < 600; ask += 1) {
      expect(all.default.between(at('2100-05-03'), at('2100-05-10'))).toBe(5 * 480);
    }
  });

  it('found late do not disturb what was counted before', () => {
    const all = calendars({ standard: { ...nineToFive, country: 'XX' } }, 'standard', country);
    // Backwards from March 2026 over May 2025, 2024 and 2023: 2023-05-01 Monday, 2024-05-01 Wednesday, 2025-05-01 Thursday and 2025-05-02 Friday (worked anyway).
    const from = at('2023-01-02 09:00');
    const minutes = all.default.between(from, at('2026-03-02 09:00'));
    const fresh = calendars({ standard: { ...nineToFive, country: 'XX' } }, 'standard', country).default;
    expect(shown(fresh.subtract(at('2026-03-02 09:00'), minutes))).toBe('2023-01-02 09:00');
    // 2023-01-02 to 2026-03-02 are 165 weeks of 40 h, less three Labour Days.
    expect(minutes).toBe(165 * 5 * 480 - 3 * 480);
  });
});

describe('leave', () => {
  const all = calendars({ standard: nineToFive });

  it('takes whole days and parts of days out', () => {
    const table = all.withLeave(undefined, [
      { from: at('2026-03-03'), to: at('2026-03-05') },
      { from: at('2026-03-05 13:00'), to: at('2026-03-06') },
    ]);
    // Monday 8 h, Tuesday and Wednesday away, Thursday 09:00-13:00, Friday 8 h.
    expect(table.between(at('2026-03-02'), at('2026-03-07'))).toBe((8 + 4 + 8) * 60);
    expect(shown(table.add(at('2026-03-02 17:00'), 300))).toBe('2026-03-06 10:00');
  });

  it('inside one day leaves the rest of it', () => {
    const table = all.withLeave(undefined, [{ from: at('2026-03-03 10:00'), to: at('2026-03-03 11:00') }]);
    expect(table.between(at('2026-03-03'), at('2026-03-04'))).toBe(420);
  });
});

describe('hostile calendars', () => {
  it('without any working time are replaced by the standard week and named', () => {
    const all = calendars({ standard: { days: 'mon-fri', hours: '' } });
    expect([all.isIdle(all.default), all.default.id]).toEqual([true, 'standard']);
    expect(shown(all.default.add(at('2026-03-02'), 480))).toBe('2026-03-02 18:00');
  });

  it('whose work ends for good answer with the horizon, at once', () => {
    const it = calendar({ ...nineToFive, holidays: { '2026-03-03..9999-12-31': 'Never again' } });
    // The year 10000 begins where the calendar ends.
    expect(it.add(at('2026-03-02 09:00'), 481)).toBe((day('9999-12-31') + 1) * 1440);
    expect(it.minutesOfDay(day('5000-01-01'))).toBe(0);
  });

  it('count far away without walking there', () => {
    const it = calendar(nineToFive);
    // 13,000 weeks of work are done on the Friday of the last: 250 years, which day by day would be 90,000 days for each question.
    const weeks = 13_000;
    const end = at('2026-03-02 17:00') + (weeks * 7 - 3) * 1440;
    expect(it.add(at('2026-03-02 09:00'), weeks * 2400)).toBe(end);
    expect(it.subtract(end, weeks * 2400)).toBe(at('2026-03-02 09:00'));
    expect(it.between(at('2026-03-02 09:00'), end)).toBe(weeks * 2400);
  });

  it('with backward ranges and thousands of holidays hold', () => {
    const holidays: Record<string, string> = { '2026-05-05..2026-04-01': 'backwards' };
    for (let index = 0; index < 5000; index += 1) {
      const date = new Date(Date.UTC(2026, 0, 1 + index * 2)).toISOString().slice(0, 10);
      holidays[date] = `day ${index}`;
    }
    const it = calendar({ days: 'mon-sun', hours: '00:00-24:00', holidays });
    // From 2026-01-01 on every other day is off.
    expect(it.between(at('2026-01-01'), at('2026-03-02'))).toBe(30 * 1440);
    expect(it.dayNote(day('2026-01-03'))?.name).toBe('day 1');
  });
});

describe('laws', () => {
  const texts = fc.record({
    days: fc.constantFrom('mon-fri', 'mon-sat', 'tue,thu', 'sun'),
    hours: fc.constantFrom('09:00-17:00', '22:00-06:00', '00:00-24:00', '08:00-12:00 13:00-17:30'),
    holidays: fc.dictionary(
      fc.integer({ min: 1, max: 28 }).map((d) => `2026-03-${String(d).padStart(2, '0')}`),
      fc.constant('x'),
    ),
    workdays: fc.array(fc.integer({ min: 1, max: 28 }).map((d) => `2026-03-${String(d).padStart(2, '0')}`)),
  });
  const minute = fc.integer({ min: at('2026-02-20'), max: at('2026-04-10') });

  it('agree with counting minute by minute', () => {
    fc.assert(
      fc.property(texts, minute, fc.integer({ min: 1, max: 4000 }), (text, from, work) => {
        const time = calendar(text);
        const isWorked = (moment: number) => {
          const today = Math.floor(moment / 1440);
          const inDay = (of: number, minuteOfDay: number) =>
            time.intervalsOfDay(of).some((interval) => interval.from <= minuteOfDay && minuteOfDay < interval.to);
          return inDay(today, moment - today * 1440) || inDay(today - 1, moment - today * 1440 + 1440);
        };
        let end = from;
        for (let left = work; left > 0 && end < from + 60 * 1440; end += 1) if (isWorked(end)) left -= 1;
        if (end >= from + 60 * 1440) return;
        expect(shown(time.add(from, work))).toBe(shown(end));
        expect(time.between(from, end)).toBe(work);
        let start = from;
        for (let left = work; left > 0 && start > from - 60 * 1440; start -= 1) if (isWorked(start - 1)) left -= 1;
        if (start > from - 60 * 1440) expect(shown(time.subtract(from, work))).toBe(shown(start));
        let next = from;
        while (!isWorked(next)) next += 1;
        expect(shown(time.nextWorking(from))).toBe(shown(next));
      }),
      { numRuns: 60 },
    );
  });

  it('answers the same however often it was asked', () => {
    fc.assert(
      fc.property(texts, minute, fc.integer({ min: 1, max: 4000 }), (text, from, work) => {
        const [fresh, used] = [calendar(text), calendar(text)];
        for (let asked = 0; asked < 600; asked += 1) used.between(from, from + asked * 60);
        expect(used.add(from, work)).toBe(fresh.add(from, work));
        expect(used.subtract(from, work)).toBe(fresh.subtract(from, work));
        expect(used.nextWorking(from)).toBe(fresh.nextWorking(from));
        expect(used.previousWorking(from)).toBe(fresh.previousWorking(from));
        expect(used.between(from, from + work)).toBe(fresh.between(from, from + work));
      }),
      { numRuns: 100 },
    );
  });
});
