// Money in the plan's currency: `1200`, `1_200.50`; and rates: `800/d`.
import type { Rate, Read } from '../scalar.ts';
import { amountOf, formatAmount, isStandardAmount } from './amount.ts';
import { unitOf } from './duration-units.ts';
import { halfWidth } from './half-width.ts';
import { inner, refused, understood } from './outcome.ts';

/** Signs and codes of currencies before or behind an amount: the plan's currency is said once, for all of it. */
const marked =
  /^(?<before>[$€£¥￥₩₹]|[A-Z]{3}\b|US\$|RMB)?\s*(?<amount>[^$€£¥￥₩₹A-Z元]+?)\s*(?<after>[$€£¥￥₩₹]|[A-Z]{3}|美元|欧元|日元|港元|英镑)?$/;

/** An amount of money, zero or more. Problems: `schema`. */
export function parseMoney(text: string): Read<number> {
  const slice = inner(text);
  const args = { text: text.trim() };
  const plain = halfWidth(text)
    .trim()
    .replace(/(?:人民币|元整|(?<![美欧日港加澳])元|块)$/, '');
  const value = amountOf(plain);
  if (value === undefined) {
    const groups = marked.exec(plain)?.groups;
    const amount = groups === undefined ? undefined : amountOf(groups.amount ?? '');
    const currency = groups?.before ?? groups?.after;
    if (amount === undefined || currency === undefined) return refused('schema', 'not-money', args, slice);
    return refused('schema', 'currency-in-money', { ...args, currency }, slice, formatMoney(amount));
  }
  if (value < 0) return refused('schema', 'negative-money', args, slice);
  return isStandardAmount(text) ? { ok: true, value } : { ok: true, value, informal: formatMoney(value) };
}

/** `1_200.50` without idle digits: `1200`, `1_200_000`. */
export function formatMoney(value: number): string {
  return formatAmount(value, true);
}

/** Money for a unit of time. Problems: `schema`. */
export function parseRate(text: string): Read<Rate> {
  const slice = inner(text);
  const args = { text: text.trim() };
  const match = /^\s*(.+?)\s*(?:\/|每|per )\s*(\S+)\s*$/.exec(halfWidth(text));
  if (match === null) {
    const money = parseMoney(text);
    if (!money.ok) return refused('schema', 'not-a-rate', args, slice);
    return refused('schema', 'rate-without-unit', args, slice, `${formatMoney(money.value)}/d`);
  }
  const [, amount = '', word = ''] = match;
  const money = parseMoney(amount);
  const unit = unitOf(word);
  if (!money.ok && money.problem.code === 'currency-in-money') {
    const suggestion = money.problem.suggestion === undefined ? undefined : `${money.problem.suggestion}/${word}`;
    return refused(
      'schema',
      'currency-in-money',
      { ...args, currency: String(money.problem.args.currency) },
      slice,
      suggestion,
    );
  }
  if (!money.ok || unit === undefined || unit === 'ambiguous' || unit.elapsed) {
    return refused('schema', 'not-a-rate', args, slice);
  }
  const rate: Rate = { amount: money.value, per: unit.unit };
  const standard = formatRate(rate);
  const written = money.informal === undefined && isStandardAmount(amount) && text === `${amount}/${unit.unit}`;
  return understood(rate, written ? standard : text, standard);
}

/** `800/d`. */
export function formatRate({ amount, per }: Rate): string {
  return `${formatMoney(amount)}/${per}`;
}
