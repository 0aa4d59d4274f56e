// Durations: `30m` `4h` `3d` `2w` `1mo` `1w 2d` `0.5d` of working time, `3ed` of elapsed time; and what they are in minutes.
import type { Duration, DurationUnit, Read, Units } from '../scalar.ts';
import { formatAmount } from './amount.ts';
import { chineseDuration } from './chinese-duration.ts';
import { nearestUnit, unitOf } from './duration-units.ts';
import { halfWidth } from './half-width.ts';
import { inner, refused, type Slice, understood } from './outcome.ts';

type Part = Duration['parts'][number];

const quick = /^(\d{1,6}(?:\.\d{1,6})?)(e?)(mo|[mhdw])$/;
const pieces = /(\d+(?:\.\d+)?|\.\d+)\s*([^\d\s.,+-]*)[\s,]*/y;
const iso = /^P(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** Elapsed minutes; working units are the plan's. */
const elapsedMinutes: Readonly<Record<DurationUnit, number>> = { m: 1, h: 60, d: 1440, w: 10_080, mo: 43_200 };

/** What can't be a plan's any more, and would lead dates out of the calendar: 500 years. */
const longestMinutes = 500 * 366 * 1440;

/** A length of time, zero or more. Problems: `invalid-duration`. */
export function parseDuration(text: string): Read<Duration> {
  const simple = quick.exec(text);
  if (simple !== null) {
    const part = { amount: Number(simple[1]), unit: toUnit(simple[3]) };
    return bounded({ elapsed: simple[2] === 'e', parts: [part] }, text, text);
  }
  const slice = inner(text);
  const trimmed = text.slice(slice.from, slice.to);
  const plain = halfWidth(trimmed);
  if (/^[-−]/.test(plain) && parseDuration(plain.slice(1)).ok) {
    return refused('invalid-duration', 'negative', { text: trimmed }, slice, standardOf(plain.slice(1)));
  }
  if (/^\d+,\d{1,2}\D/.test(plain)) {
    return refused('invalid-duration', 'decimal-comma', { text: trimmed }, slice, standardOf(plain.replace(',', '.')));
  }
  if (/^(?:\d+(?:\.\d+)?|\.\d+)$/.test(plain)) {
    return refused('invalid-duration', 'no-unit', { text: trimmed }, slice, `${formatAmount(Number(plain))}d`);
  }
  const translated = chineseDuration(plain);
  if (translated !== undefined) return reworded(parseDuration(translated), text, slice);
  const coded = iso.exec(plain);
  if (coded !== null && plain.length > 2) {
    const parts = ['mo', 'w', 'd', 'h', 'm'].flatMap((unit, i) =>
      coded[i + 1] === undefined ? [] : `${coded[i + 1]}${unit}`,
    );
    return reworded(parseDuration(parts.join(' ')), text, slice);
  }
  return partByPart(text, plain, slice);
}

/** A reading of the same words in another form, told about the text as it is written. */
function reworded(read: Read<Duration>, text: string, slice: Slice): Read<Duration> {
  if (read.ok) return understood(read.value, text, formatDuration(read.value));
  return { ok: false, problem: { ...read.problem, ...slice, args: { ...read.problem.args, text: text.trim() } } };
}

function partByPart(text: string, plain: string, slice: Slice): Read<Duration> {
  const parts: Part[] = [];
  const kinds = new Set<boolean>();
  const args = { text: text.trim() };
  pieces.lastIndex = 0;
  while (pieces.lastIndex < plain.length) {
    const at = slice.from + pieces.lastIndex;
    const match = pieces.exec(plain);
    if (match === null) return refused('invalid-duration', 'not-a-duration', args, slice);
    const [, amount = '', word = ''] = match;
    const here = { from: at, to: at + match[0].trimEnd().length };
    const known = unitOf(word);
    if (known === undefined) {
      if (word === '') {
        // With more behind it, the number isn't all that was meant: `1,200h`, `2-3d`.
        if (pieces.lastIndex < plain.length) return refused('invalid-duration', 'not-a-duration', args, slice);
        return refused('invalid-duration', 'no-unit', args, here, `${amount}d`);
      }
      return refused('invalid-duration', 'unknown-unit', { ...args, unit: word }, here, meant(amount, word));
    }
    if (known === 'ambiguous') return refused('invalid-duration', 'ambiguous-unit', args, here, `${amount}mo`);
    kinds.add(known.elapsed);
    parts.push({ amount: Number(amount), unit: known.unit });
  }
  if (parts.length === 0) return refused('invalid-duration', 'not-a-duration', args, slice);
  if (kinds.size > 1) return refused('invalid-duration', 'mixed-elapsed', args, slice);
  const duration = { elapsed: kinds.has(true), parts };
  return bounded(duration, text, formatDuration(duration));
}

function bounded(duration: Duration, text: string, standard: string): Read<Duration> {
  if (elapsedTotal(duration) > longestMinutes) {
    return refused('invalid-duration', 'too-long', { text: text.trim() }, inner(text));
  }
  return understood(duration, text, standard);
}

function elapsedTotal(duration: Duration): number {
  return duration.parts.reduce((sum, { amount, unit }) => sum + amount * elapsedMinutes[unit], 0);
}

/** Years in months; the unit that a misspelt word is nearest to. */
function meant(amount: string, word: string): string | undefined {
  if (/^(?:y|yrs?|years?|年)$/i.test(word)) return `${formatAmount(Number(amount) * 12)}mo`;
  const unit = nearestUnit(word);
  return unit && formatDuration({ elapsed: unit.elapsed, parts: [{ amount: Number(amount), unit: unit.unit }] });
}

function standardOf(text: string): string | undefined {
  const read = parseDuration(text);
  return read.ok ? formatDuration(read.value) : undefined;
}

/** The unit that a standard sign names; `d` for what is none. */
export function toUnit(text: string | undefined): DurationUnit {
  return text === 'm' || text === 'h' || text === 'w' || text === 'mo' ? text : 'd';
}

/** Standard text: `1w 2d`, `3ed`. */
export function formatDuration({ elapsed, parts }: Duration): string {
  return parts.map(({ amount, unit }) => `${formatAmount(amount)}${elapsed ? 'e' : ''}${unit}`).join(' ');
}

/** Minutes of a duration: working minutes, or clock minutes where it is elapsed. Summed first, rounded once, half up. */
export function durationMinutes({ elapsed, parts }: Duration, units: Units): number {
  let sum = 0;
  for (const { amount, unit } of parts) sum += amount * (elapsed ? elapsedMinutes[unit] : workingMinutes(unit, units));
  // Decimal fractions are inexact in binary: a written half must not round down for that.
  return Math.floor(sum + 0.5 + 1e-9);
}

function workingMinutes(unit: DurationUnit, { dayMinutes, weekMinutes, monthMinutes }: Units): number {
  if (unit === 'd') return dayMinutes;
  if (unit === 'h') return 60;
  if (unit === 'w') return weekMinutes;
  return unit === 'm' ? 1 : monthMinutes;
}

/** Standard text for whole minutes: in days where whole or half ones fit, else in hours, else in minutes. */
export function formatMinutes(minutes: number, elapsed: boolean, units: Units): string {
  const sizes: readonly (readonly [DurationUnit, number])[] = elapsed
    ? [
        ['d', 1440],
        ['h', 60],
      ]
    : [
        ['d', units.dayMinutes],
        ['h', 60],
      ];
  const mark = elapsed ? 'e' : '';
  for (const [unit, size] of sizes) {
    const amount = minutes / size;
    if (Number.isInteger(amount) || (unit === 'd' && Number.isInteger(amount * 2))) return `${amount}${mark}${unit}`;
  }
  return `${minutes}${mark}m`;
}
