// The names of units of time, as people and other tools write them.
import { nearest } from '../nearest.ts';
import type { DurationUnit } from '../scalar.ts';

const words: Readonly<Record<DurationUnit, readonly string[]>> = {
  m: ['m', 'min', 'mins', 'minute', 'minutes', '分', '分钟', '分鐘'],
  h: [
    'h',
    'hr',
    'hrs',
    'hour',
    'hours',
    '时',
    '時',
    '小时',
    '小時',
    '个小时',
    '個小時',
    '工时',
    '个工时',
    '钟头',
    '个钟头',
  ],
  d: ['d', 'day', 'days', 'wd', '天', '日', '工作日', '个工作日', '個工作日', '工作天', '人天', '人日', '工日'],
  w: ['w', 'wk', 'wks', 'week', 'weeks', '周', '週', '星期', '个星期', '個星期', '礼拜', '个礼拜', '工作周', '人周'],
  mo: ['mo', 'mos', 'mon', 'mth', 'mths', 'month', 'months', '月', '个月', '個月', '个工作月', '人月'],
};

const elapsedWords: Readonly<Record<DurationUnit, readonly string[]>> = {
  m: ['em', 'emin', 'emins', 'eminute', 'eminutes'],
  h: ['eh', 'ehr', 'ehrs', 'ehour', 'ehours'],
  d: ['ed', 'eday', 'edays', '自然日', '个自然日', '個自然日', '日历天', '日历日', '个日历日', '自然天', '天（日历）'],
  w: ['ew', 'ewk', 'ewks', 'eweek', 'eweeks', '自然周', '个自然周'],
  mo: ['emo', 'emon', 'emons', 'emonth', 'emonths', '自然月', '个自然月'],
};

interface Known {
  readonly unit: DurationUnit;
  readonly elapsed: boolean;
}

const known: ReadonlyMap<string, Known> = new Map([...entries(words, false), ...entries(elapsedWords, true)]);

function entries(table: Readonly<Record<DurationUnit, readonly string[]>>, elapsed: boolean): [string, Known][] {
  const units: readonly DurationUnit[] = ['m', 'h', 'd', 'w', 'mo'];
  return units.flatMap((unit) => table[unit].map((word): [string, Known] => [word, { unit, elapsed }]));
}

/** The unit that a word names; `M` alone may be minutes or months. */
export function unitOf(word: string): Known | 'ambiguous' | undefined {
  if (word === 'M' || word === 'eM') return 'ambiguous';
  return known.get(word) ?? known.get(word.toLowerCase().replace(/\.$/, ''));
}

/** The unit that a misspelt word probably names: `dyas`. */
export function nearestUnit(word: string): Known | undefined {
  const spelt = [...known.keys()].filter((name) => /^[a-z]{3,}$/.test(name));
  const meant = word.length < 3 ? undefined : nearest(word, spelt);
  return meant === undefined ? undefined : known.get(meant);
}
