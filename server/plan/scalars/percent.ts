// Percentages from 0 to 100: `40%` or `40`.
import type { Read } from '../scalar.ts';
import { amountOf, formatAmount } from './amount.ts';
import { halfWidth } from './half-width.ts';
import { inner, refused, understood } from './outcome.ts';

/** 0…100. A bare fraction such as `0.4` is asked about (`ambiguous-percent`). Other problems: `schema`. */
export function parsePercent(text: string): Read<number> {
  const slice = inner(text);
  const args = { text: text.trim() };
  const match = /^\s*(?:百分之)?\s*([^%\s]*)\s*(%?)\s*$/.exec(halfWidth(text));
  const value = amountOf(match?.[1] ?? '');
  if (match === null || value === undefined) return refused('schema', 'not-a-percent', args, slice);
  const signed = match[2] === '%' || text.includes('百分之');
  if (!signed && value > 0 && value < 1) {
    return refused('ambiguous-percent', 'fraction', args, slice, `${formatAmount(Math.round(value * 1e8) / 1e6)}%`);
  }
  if (value < 0 || value > 100) return refused('schema', 'percent-range', args, slice);
  return understood(value, /^\d+(?:\.\d+)?%?$/.test(text) ? formatPercent(value) : text, formatPercent(value));
}

/** `40%`. */
export function formatPercent(value: number): string {
  return `${formatAmount(value)}%`;
}
