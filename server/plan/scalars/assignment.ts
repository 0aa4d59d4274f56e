// Assignments: `li`, `li 50%`, `crane x2`, `concrete 40t`.
import type { Assignment, Read } from '../scalar.ts';
import { formatAmount } from './amount.ts';
import { halfWidth } from './half-width.ts';
import { idOf } from './id.ts';
import { inner, refused, type Slice, understood } from './outcome.ts';
import { formatPercent } from './percent.ts';

const number = String.raw`\d+(?:_\d+)*(?:\.\d+)?`;
/** Behind the name: a share of full time, pieces, or an amount with its unit. */
const forms = {
  percent: new RegExp(String.raw`^(.+?)\s+(${number})\s*%$`, 's'),
  pieces: new RegExp(String.raw`^(.+?)\s+[xX*]\s*(${number})$`, 's'),
  amount: new RegExp(String.raw`^(.+?)\s+(${number})\s*(\p{L}[\p{L}\p{N}²³/]*)$`, 'su'),
};
/** What people write for a share without the space: `li50%`, `li(50%)`, `li@50%`, `li 0.5`. */
const glued = new RegExp(String.raw`^(.+?)\s*[(@:[]?\s*(${number})\s*%\s*[)\]]?$`, 's');
const bare = new RegExp(String.raw`^(.+?)\s+(${number})$`, 's');

/** Behind the name, in standard form. */
const standardRest = /^ (?:\d[\d_.]*%|x\d[\d_.]*|\d[\d_.]*\p{L}[^\s%]*)$/u;
/** Nobody works more than this share of full time on one thing. */
const largestPercent = 1000;

/** Who or what does the work, and how much of it. Problems: `schema`, `ambiguous-percent`. */
export function parseAssignment(text: string): Read<Assignment> {
  const slice = inner(text);
  const args = { text: text.trim() };
  const plain = halfWidth(args.text);
  if (plain === '') return refused('schema', 'not-an-assignment', args, slice);
  for (const form of ['percent', 'pieces', 'amount'] as const) {
    const match = forms[form].exec(plain);
    if (match === null) continue;
    const value = Number((match[2] ?? '').replaceAll('_', ''));
    const who = named(args.text, match[1] ?? '', slice.from);
    if (form === 'percent' && value > largestPercent) return refused('schema', 'percent-range', args, slice);
    const assignment: Assignment =
      form === 'percent'
        ? { ...who, percent: value }
        : form === 'pieces'
          ? { ...who, pieces: value }
          : { ...who, amount: { value, unit: match[3] ?? '' } };
    const standard = formatAssignment(assignment);
    return understood(assignment, standardRest.test(text.slice(who.whoLength)) ? standard : text, standard);
  }
  const share = glued.exec(plain);
  if (share !== null) return refused('schema', 'not-an-assignment', args, slice, `${share[1]} ${share[2]}%`);
  const count = bare.exec(plain);
  if (count !== null) {
    const [, who = '', amount = ''] = count;
    const value = Number(amount);
    const number: Slice = { from: slice.to - amount.length, to: slice.to };
    if (value > 0 && value < 1) {
      const share = formatPercent(Math.round(value * 1e8) / 1e6);
      return refused('ambiguous-percent', 'fraction', { text: amount }, number, share);
    }
    const likely = value > 20 ? `${amount}%` : `x${amount}`;
    return refused('schema', 'assignment-without-unit', { ...args, who }, number, likely);
  }
  return { ok: true, value: named(args.text, args.text, slice.from) };
}

/** The name as it is written (its full-width letters too), and how far into the text it reaches. */
function named(trimmed: string, who: string, offset: number): Pick<Assignment, 'who' | 'whoLength'> {
  const length = who.trimEnd().length;
  return { who: idOf(trimmed.slice(0, length)), whoLength: offset + length };
}

/** `li 50%`, `crane x2`, `concrete 40t`. */
export function formatAssignment({ who, percent, pieces, amount }: Assignment): string {
  if (percent !== undefined) return `${who} ${formatAmount(percent)}%`;
  if (pieces !== undefined) return `${who} x${formatAmount(pieces)}`;
  return amount === undefined ? who : `${who} ${formatAmount(amount.value)}${amount.unit}`;
}
