// Wording: a phrase in every language we speak, filled with arguments that are formatted for the reader.
import type { TaskName } from '../plan/plan.ts';
import { weekdayIndex, weekdays } from '../plan/scalars/civil.ts';
import type { MessageArgument, MessageArguments } from '../rules/finding.ts';
import { madeNames, terms } from './terms.ts';

export type Locale = 'en' | 'zh-cn';

/** One thing said in every language: a missing translation is a type error. `{name}` is replaced by the argument. */
export type Phrase = Readonly<Record<Locale, string>>;

/** The phrases of one room, by key. */
export type Phrases<Key extends string = string> = Readonly<Record<Key, Phrase>>;

/** How arguments are put into words: depends on the plan's units and language. */
export interface Wording {
  readonly locale: Locale;
  /** Working minutes of a day, for "3.5 working days". */
  readonly dayMinutes: number;
  readonly currency?: string;
}

/** The phrase in the reader's language, arguments filled in; an argument that is not given stays visible as `{name}`. */
export function say(phrase: Phrase, args: MessageArguments, wording: Wording): string {
  const text = phrase[wording.locale];
  return text.replaceAll(/ ?\{(\w+)\} ?/g, (whole, name: string, at: number) => {
    const argument = Object.hasOwn(args, name) ? args[name] : undefined;
    if (argument === undefined) return whole;
    const said = word(argument, wording);
    const before = whole.startsWith(' ') && !areChinese(text[at - 1], said[0]) ? ' ' : '';
    const behind = whole.endsWith(' ') && !areChinese(said.at(-1), text[at + whole.length]) ? ' ' : '';
    return `${before}${said}${behind}`;
  });
}

/** Blanks stand between Chinese and other scripts, not between Chinese and Chinese. */
function areChinese(one = '', other = ''): boolean {
  return han.test(one) && han.test(other);
}

const han = /\p{Script=Han}/u;

/** For what is said outside any plan. */
export function plainWording(locale: Locale): Wording {
  return { locale, dayMinutes: 480 };
}

/** The locale that fits a BCP 47 tag or a `LANG` value: Chinese of any kind reads Simplified Chinese, all else English. */
export function localeOf(tag: string | undefined): Locale {
  return /^zh\b|^zh[_-]/i.test(tag ?? '') ? 'zh-cn' : 'en';
}

/** One argument in words. */
export function word(argument: MessageArgument, wording: Wording): string {
  if (typeof argument === 'string') return argument;
  if (typeof argument === 'number') return number(argument, wording);
  if ('minute' in argument) return moment(argument.minute, argument.withTime === true);
  if ('day' in argument) return dayWithWeekday(argument.day, wording);
  if ('workingMinutes' in argument) return span(argument.workingMinutes, wording.dayMinutes, units.working, wording);
  if ('elapsedMinutes' in argument) return span(argument.elapsedMinutes, 1440, units.elapsed, wording);
  if ('percent' in argument) return `${number(argument.percent, wording)}%`;
  if ('money' in argument) return money(argument.money, wording);
  if ('term' in argument) return terms[argument.term]?.[wording.locale] ?? argument.term;
  if ('terms' in argument)
    return list(
      argument.terms.map((term) => terms[term]?.[wording.locale] ?? term),
      wording,
    );
  if ('weekdays' in argument)
    return list(
      argument.weekdays.map((name) => weekday(mondayDay + weekdays.indexOf(name), wording)),
      wording,
    );
  if ('made' in argument) return nameOf(argument, wording);
  return list(
    argument.list.map((name) => nameOf(name, wording)),
    wording,
  );
}

/** What a task is called: as its author named it; a phase's reserve and gate, which nobody named, after their phase. */
export function nameOf(name: TaskName, wording: Wording): string {
  return typeof name === 'string' ? name : say(madeNames[name.made], { phase: name.of }, wording);
}

/** `2026-03-02 (Mon)`, `2026-03-02 周一`. */
function dayWithWeekday(day: number, wording: Wording): string {
  const name = weekday(day, wording);
  return `${isoDay(day)} ${wording.locale === 'en' ? `(${name})` : name}`;
}

/** Any Monday, as days since 1970-01-01 (a Thursday). */
const mondayDay = 4;

function list(items: readonly string[], wording: Wording): string {
  return listFormats[wording.locale].format(items);
}

/** `2026-03-02`, with the time where that matters. */
export function moment(minute: number, withTime: boolean): string {
  const iso = new Date(minute * 60_000).toISOString();
  return withTime ? iso.slice(0, 16).replace('T', ' ') : iso.slice(0, 10);
}

/** `2026-03-02` of days since 1970-01-01. */
export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

const units = {
  working: {
    day: { en: ['working day', 'working days'], 'zh-cn': ['个工作日', '个工作日'] },
    hour: { en: ['working hour', 'working hours'], 'zh-cn': ['工作小时', '工作小时'] },
    minute: { en: ['working minute', 'working minutes'], 'zh-cn': ['工作分钟', '工作分钟'] },
  },
  elapsed: {
    day: { en: ['day', 'days'], 'zh-cn': ['天', '天'] },
    hour: { en: ['hour', 'hours'], 'zh-cn': ['小时', '小时'] },
    minute: { en: ['minute', 'minutes'], 'zh-cn': ['分钟', '分钟'] },
  },
} as const;

function span(
  minutes: number,
  dayMinutes: number,
  words: (typeof units)[keyof typeof units],
  wording: Wording,
): string {
  const size = Math.abs(minutes);
  const [amount, unit] =
    size >= dayMinutes || size === 0
      ? [minutes / dayMinutes, words.day]
      : size >= 60
        ? [minutes / 60, words.hour]
        : [minutes, words.minute];
  const rounded = Math.round(amount * 10) / 10;
  const name = unit[wording.locale][Math.abs(rounded) === 1 ? 0 : 1];
  return `${number(rounded, wording)} ${name}`;
}

/** One per language: a formatter costs a hundred times what it is to use it. */
function perLocale<T>(make: (locale: Locale) => T): Readonly<Record<Locale, T>> {
  return { en: make('en'), 'zh-cn': make('zh-cn') };
}

const numberFormats = perLocale(
  (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: 'min2' }),
);
const listFormats = perLocale((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
const weekdayNames = perLocale((locale) => {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return weekdays.map((_, index) => format.format(new Date((mondayDay + index) * 86_400_000)));
});

function number(value: number, wording: Wording): string {
  return numberFormats[wording.locale].format(value);
}

function money(value: number, wording: Wording): string {
  const amount = numberFormats[wording.locale].format(value);
  return wording.currency === undefined ? amount : `${amount} ${wording.currency}`;
}

function weekday(day: number, wording: Wording): string {
  return weekdayNames[wording.locale][weekdayIndex(day)] ?? '';
}
