// Cadences: `weekly on mon 10:00`, `every 2w on fri`, `monthly on last fri`, `monthly on 15`, `daily`.
import { nearest } from '../nearest.ts';
import type { Cadence, Read, Weekday } from '../scalar.ts';
import { chineseCadence } from './chinese-cadence.ts';
import { weekdays } from './civil.ts';
import { nearestWeekday, weekdayOf } from './days.ts';
import { unitOf } from './duration-units.ts';
import { halfWidth } from './half-width.ts';
import { inner, refused, type Slice, understood } from './outcome.ts';
import { formatTime, minuteOfDay } from './time.ts';

type Rhythm = Pick<Cadence, 'unit' | 'every'>;

const rhythms: Readonly<Record<string, Rhythm>> = {
  daily: { unit: 'd', every: 1 },
  weekly: { unit: 'w', every: 1 },
  biweekly: { unit: 'w', every: 2 },
  fortnightly: { unit: 'w', every: 2 },
  monthly: { unit: 'mo', every: 1 },
  quarterly: { unit: 'mo', every: 3 },
  yearly: { unit: 'mo', every: 12 },
  annually: { unit: 'mo', every: 12 },
};

const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  fifth: 5,
  '5th': 5,
  last: -1,
};
/** Behind `every`: `every two weeks`, `every other week`. */
const counts: Readonly<Record<string, number>> = { ...ordinals, other: 2, two: 2, three: 3, four: 4, five: 5, six: 6 };
const ordinalNames: readonly string[] = ['', 'first', 'second', 'third', 'fourth', 'fifth'];
const workingWeek: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
/** More than this between two times is a slip of the keyboard. */
const largestEvery = 1000;

interface Word extends Slice {
  readonly text: string;
}

/** How often, on which day, at what time. Problems: `invalid-cadence`. */
export function parseCadence(text: string): Read<Cadence> {
  const plain = halfWidth(text);
  const translated = chineseCadence(plain.trim());
  if (translated !== undefined) {
    const read = parseCadence(translated);
    if (read.ok) return understood(read.value, text, formatCadence(read.value));
  }
  const words: Word[] = [...plain.matchAll(/[^\s,]+/g)].map((match) => ({
    text: match[0].toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));
  return new CadenceReader(text, words).read();
}

/** Reads word by word; each step takes the words that it understands. */
class CadenceReader {
  private at = 0;
  private readonly text: string;
  private readonly words: readonly Word[];

  constructor(text: string, words: readonly Word[]) {
    this.text = text;
    this.words = words;
  }

  read(): Read<Cadence> {
    const rhythm = this.rhythm();
    if ('ok' in rhythm) return rhythm;
    let cadence: Cadence = rhythm;
    const isOn = this.take('on');
    if (isOn || this.dayFollows()) {
      const on = rhythm.unit === 'mo' ? this.dayOfMonth() : this.daysOfWeek(rhythm);
      if ('ok' in on) return on;
      cadence = { ...cadence, ...on };
    }
    this.take('at');
    const time = this.words[this.at];
    if (time !== undefined && /^\d/.test(time.text) && time.text.includes(':')) {
      const minute = minuteOfDay(time.text);
      if (minute === undefined || minute === 1440) return this.refuse('no-time', time);
      this.at += 1;
      cadence = { ...cadence, minute };
    }
    if (this.at < this.words.length) return this.refuse('not-a-cadence');
    return understood(cadence, isStandard.test(this.text) ? formatCadence(cadence) : this.text, formatCadence(cadence));
  }

  private rhythm(): Cadence | Extract<Read<never>, { ok: false }> {
    const first = this.words[this.at];
    if (first === undefined) return this.refuse('not-a-cadence');
    const named = Object.hasOwn(rhythms, first.text) ? rhythms[first.text] : undefined;
    if (named !== undefined) {
      this.at += 1;
      return { ...named, weekdays: [] };
    }
    if (first.text === 'weekdays') {
      this.at += 1;
      return { unit: 'w', every: 1, weekdays: workingWeek };
    }
    if (first.text !== 'every') {
      const meant = nearest(first.text, [...Object.keys(rhythms), 'every']);
      return meant === undefined ? this.refuse('not-a-cadence') : this.refuse('not-a-cadence', first, meant);
    }
    this.at += 1;
    return this.everySo();
  }

  /** Behind `every`: `2w`, `2 weeks`, `second week`, `month`, `weekday`, `mon`. */
  private everySo(): Cadence | Extract<Read<never>, { ok: false }> {
    const next = this.words[this.at];
    if (next === undefined) return this.refuse('not-a-cadence');
    if (next.text === 'weekday' || next.text === 'workday') {
      this.at += 1;
      return { unit: 'w', every: 1, weekdays: workingWeek };
    }
    if (weekdayOf(next.text) !== undefined) return { unit: 'w', every: 1, weekdays: [] };
    const glued = /^(\d+)([a-z]*)$/.exec(next.text);
    const counted =
      glued === null ? (Object.hasOwn(counts, next.text) ? counts[next.text] : undefined) : Number(glued[1]);
    if (counted !== undefined) this.at += 1;
    const unitWord = glued?.[2] ?? '';
    const word = unitWord === '' ? (this.words[this.at]?.text ?? '') : unitWord;
    const unit = unitOf(word);
    const every = counted ?? 1;
    if (unit === undefined || unit === 'ambiguous' || unit.elapsed || unit.unit === 'm' || unit.unit === 'h') {
      return this.refuse('no-interval', next);
    }
    if (every < 1 || every > largestEvery) return this.refuse('no-interval', next);
    if (unitWord === '') this.at += 1;
    return { unit: unit.unit, every, weekdays: [] };
  }

  private daysOfWeek(rhythm: Cadence): Partial<Cadence> | Extract<Read<never>, { ok: false }> {
    const found = new Set<Weekday>();
    for (let word = this.words[this.at]; word !== undefined; word = this.words[this.at]) {
      if (word.text === 'and' && found.size > 0) {
        this.at += 1;
        continue;
      }
      const day = weekdayOf(word.text);
      if (day === undefined) break;
      found.add(day);
      this.at += 1;
    }
    if (found.size > 0) {
      return rhythm.unit === 'w'
        ? { weekdays: weekdays.filter((day) => found.has(day)) }
        : this.refuse('not-a-cadence');
    }
    const word = this.words[this.at];
    if (word === undefined) return this.refuse('not-a-cadence');
    const meant = nearestWeekday(word.text);
    return this.refuse('unknown-weekday', word, meant);
  }

  /** `last fri`, `second mon`, `15`, `last day`. */
  private dayOfMonth(): Partial<Cadence> | Extract<Read<never>, { ok: false }> {
    this.take('the');
    const first = this.words[this.at];
    if (first === undefined) return this.refuse('not-a-cadence');
    this.take('day');
    const number = /^(\d{1,3})(?:st|nd|rd|th)?$/.exec(this.words[this.at]?.text ?? '');
    const next = this.words[this.at + 1];
    const weekday = next === undefined ? undefined : weekdayOf(next.text);
    const nth = Object.hasOwn(ordinals, first.text) ? ordinals[first.text] : undefined;
    if (nth !== undefined && weekday !== undefined) {
      this.at += 2;
      return { weekdays: [weekday], nth };
    }
    if (nth === -1 && next?.text === 'day') {
      this.at += 2;
      return { monthDay: -1 };
    }
    if (number !== null) {
      const monthDay = Number(number[1]);
      if (monthDay < 1 || monthDay > 31) return this.refuse('no-day-of-month', first);
      this.at += 1;
      return { monthDay };
    }
    if (weekdayOf(first.text) !== undefined)
      return this.refuse('which-weekday', first, `first ${weekdayOf(first.text)}`);
    const meant = next === undefined ? undefined : nearestWeekday(next.text);
    return nth === undefined || next === undefined
      ? this.refuse('not-a-cadence', first)
      : this.refuse('unknown-weekday', next, meant);
  }

  private dayFollows(): boolean {
    const next = this.words[this.at];
    return next !== undefined && (weekdayOf(next.text) !== undefined || Object.hasOwn(ordinals, next.text));
  }

  private take(word: string): boolean {
    if (this.words[this.at]?.text !== word) return false;
    this.at += 1;
    return true;
  }

  private refuse(
    code: 'not-a-cadence' | 'unknown-weekday' | 'no-time' | 'no-interval' | 'no-day-of-month' | 'which-weekday',
    word?: Word,
    suggestion?: string,
  ): Extract<Read<never>, { ok: false }> {
    const slice = word === undefined ? inner(this.text) : { from: word.from, to: word.to };
    return refused('invalid-cadence', code, { text: this.text.slice(slice.from, slice.to) }, slice, suggestion);
  }
}

const isStandard =
  /^(?:daily|weekly|monthly|every [1-9]\d*(?:d|w|mo))(?: on (?:(?:first|second|third|fourth|fifth|last) (?:mon|tue|wed|thu|fri|sat|sun)|\d{1,2}|last day|(?:mon|tue|wed|thu|fri|sat|sun)(?:(?:, ?| )(?:mon|tue|wed|thu|fri|sat|sun))*))?(?: \d\d:\d\d)?$/;

/** Standard text: `weekly on mon 10:00`, `every 2w on fri`, `monthly on last fri`. */
export function formatCadence(cadence: Cadence): string {
  const { unit, every, nth, monthDay, minute } = cadence;
  const words = [every === 1 ? { d: 'daily', w: 'weekly', mo: 'monthly' }[unit] : `every ${every}${unit}`];
  if (monthDay !== undefined) words.push('on', monthDay === -1 ? 'last day' : String(monthDay));
  else if (nth !== undefined)
    words.push('on', nth === -1 ? 'last' : (ordinalNames[nth] ?? ''), cadence.weekdays.join());
  else if (cadence.weekdays.length > 0) words.push('on', cadence.weekdays.join(','));
  if (minute !== undefined) words.push(formatTime(minute));
  return words.join(' ');
}
