// Numbers, whole numbers, and the figures of a key figure or goal (`200`, `60%`).
import type { Measure, Read } from '../scalar.ts';
import { amountOf, formatAmount, isStandardAmount } from './amount.ts';
import { halfWidth } from './half-width.ts';
import { inner, refused } from './outcome.ts';

/** Any number. Problems: `schema`. */
export function parseNumber(text: string): Read<number> {
  const value = amountOf(text);
  if (value === undefined) return refused('schema', 'not-a-number', { text: text.trim() }, inner(text));
  return isStandardAmount(text) ? { ok: true, value } : { ok: true, value, informal: formatAmount(value, true) };
}

/** A whole number. Problems: `schema`. */
export function parseInteger(text: string): Read<number> {
  const read = parseNumber(text);
  if (read.ok && Number.isInteger(read.value)) return read;
  return refused('schema', 'not-an-integer', { text: text.trim() }, inner(text));
}

/** A figure, as a number or in percent. Problems: `schema`. */
export function parseMeasure(text: string): Read<Measure> {
  const match = /^(.*?)\s*%\s*$/s.exec(halfWidth(text));
  const value = amountOf(match?.[1] ?? text);
  if (value === undefined) return refused('schema', 'not-a-measure', { text: text.trim() }, inner(text));
  const measure = { value, percent: match !== null };
  const written = text.endsWith('%') ? text.slice(0, -1) : text;
  return isStandardAmount(written)
    ? { ok: true, value: measure }
    : { ok: true, value: measure, informal: formatMeasure(measure) };
}

/** `200`, `60%`. */
export function formatMeasure({ value, percent }: Measure): string {
  return `${formatAmount(value, true)}${percent ? '%' : ''}`;
}
