// Plain amounts: digits with a decimal point, grouped by `_` or by thousands' commas, or counted in 万 and 亿.
import { halfWidth } from './half-width.ts';

/** Digits as a plan writes them: `1200`, `1_200.50`. */
const standard = /^[+-]?(?:\d+(?:_\d+)*)(?:\.\d+)?$/;
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const counted = /^([+-]?\d+(?:,\d{3})*(?:\.\d+)?|[+-]?\.\d+)\s*([千万萬亿億百]|百万|千万|[kK])?$/;

const factors: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  k: 1000,
  K: 1000,
  万: 10_000,
  萬: 10_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
  億: 100_000_000,
};

/** The number that a text writes, in standard or informal form; undefined where it writes none, or none that can be kept exactly. */
export function amountOf(text: string): number | undefined {
  const plain = halfWidth(text).trim();
  if (standard.test(plain)) return finite(Number(plain.replaceAll('_', '')));
  if (grouped.test(plain)) return finite(Number(plain.replaceAll(',', '')));
  const match = counted.exec(plain);
  if (match === null) return undefined;
  const [, digits = '', unit] = match;
  const factor = unit === undefined ? 1 : (factors[unit] ?? 1);
  // 1.2 × 10 000 has a rounding error in binary; amounts have at most a few decimals.
  return finite(Math.round(Number(digits.replaceAll(',', '')) * factor * 1e6) / 1e6);
}

function finite(value: number): number | undefined {
  return Math.abs(value) < 1e15 ? value : undefined;
}

/** A number in standard form: `1200`, `1_200_000`, `0.5`. Digits are grouped from five on where `group` is set. */
export function formatAmount(value: number, group = false): string {
  const text = String(value);
  if (!group || text.includes('e')) return text;
  const [whole = '', decimals] = text.split('.');
  const digits = whole.replace('-', '');
  if (digits.length < 5) return text;
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, '_');
  return decimals === undefined ? groups : `${groups}.${decimals}`;
}

/** Whether an amount is written in standard form. */
export function isStandardAmount(text: string): boolean {
  return standard.test(text);
}
