// Public holidays as data packages know them: date-holidays for the world, chinese-days for China with its make-up days (调休).

import type Holidays from 'date-holidays';
import { grouped } from '../plan/grouped.ts';
import { dayNumber } from '../plan/scalars/civil.ts';
import type { CountryDay, CountryHolidays, CountryYear } from './country-holidays.ts';

/** Dates of China's holidays and make-up days; a value is `English,中文,…`. */
export interface ChineseDays {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

export interface HolidayPackages {
  readonly Holidays: typeof Holidays;
  readonly chineseDays: ChineseDays;
}

/** Countries that move working days by a decree for each year, which the package doesn't have. */
const movesWorkdays = new Set(['AM', 'BY', 'HU', 'KZ', 'LV', 'RU', 'TW', 'UA', 'UZ', 'VN']);

const countryCode = /^([A-Z]{2})(?:-([A-Z0-9]{1,4}))?(?:-([A-Z0-9]{1,4}))?$/;

/** Loads the packages, which are large, and answers from them. Names are in `language` (`en`, `zh-cn`) where the data has it. */
export async function loadPublishedHolidays(language: string): Promise<CountryHolidays> {
  const [world, china] = await Promise.all([
    import('date-holidays'),
    import('chinese-days/dist/chinese-days.json', { with: { type: 'json' } }),
  ]);
  return publishedHolidays({ Holidays: world.default, chineseDays: china.default }, language);
}

/** Answers from packages that were loaded. Keeps what it answered; drop it with its owner. */
export function publishedHolidays(packages: HolidayPackages, language: string): CountryHolidays {
  const [short = 'en'] = language.toLowerCase().split('-');
  const known = new Set(Object.keys(new packages.Holidays().getCountries()));
  const china = chineseYears(packages.chineseDays, short);
  const places = new Map<string, Holidays>();
  const answers = new Map<string, CountryYear>();

  return (country, year) => {
    const [, code, state = '', region = ''] = countryCode.exec(country) ?? [];
    if (code === undefined || !known.has(code)) return undefined;
    const published = code === 'CN' ? china.get(year) : undefined;
    if (published !== undefined) return { days: published, complete: true };
    const key = `${country} ${year}`;
    const place = places.get(country) ?? new packages.Holidays(code, state, region, { languages: [short] });
    const answer = answers.get(key) ?? {
      days: fullDays(place.getHolidays(year)),
      complete: code !== 'CN' && !movesWorkdays.has(code),
    };
    places.set(country, place);
    answers.set(key, answer);
    return answer;
  };
}

/** Public holidays that take the whole day; one that takes several counts on each. */
function fullDays(holidays: ReturnType<Holidays['getHolidays']>): readonly CountryDay[] {
  return holidays.flatMap(({ date, type, name, start, end }) => {
    const [, year, month, day, time] = /^(-?\d+)-(\d\d)-(\d\d) (\d\d:\d\d)/.exec(date) ?? [];
    if (type !== 'public' || time !== '00:00') return [];
    const first = dayNumber(Number(year), Number(month), Number(day));
    // A day with a change of clocks has 23 or 25 hours.
    const length = Math.max(Math.round((end.getTime() - start.getTime()) / 86_400_000), 1);
    return Array.from({ length }, (_, index) => ({ day: first + index, name, kind: 'holiday' as const }));
  });
}

/** China's days by year. Only years for which a decree is known are in it. */
function chineseYears(
  { holidays, workdays }: ChineseDays,
  language: string,
): ReadonlyMap<number, readonly CountryDay[]> {
  const dayOf =
    (kind: CountryDay['kind']) =>
    ([date, names]: [string, string]): CountryDay & { readonly year: number } => {
      const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
      const [english = '', chinese = english] = names.split(',');
      return { year, day: dayNumber(year, month, day), name: language === 'zh' ? chinese : english, kind };
    };
  const days = [...Object.entries(holidays).map(dayOf('holiday')), ...Object.entries(workdays).map(dayOf('workday'))];
  return grouped(days, ({ year }) => year);
}
