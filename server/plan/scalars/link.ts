// Links: `design`, `design + 2d`, `design SS`, `build FF-1d`, `survey + 50%`, `pour + 3ed`, `pour + 50e%`, `platform/launch`.
import type { Lag, Link, LinkType, Read, ReadProblem } from '../scalar.ts';
import { amountOf, formatAmount } from './amount.ts';
import { formatDuration, parseDuration, toUnit } from './duration.ts';
import { halfWidth } from './half-width.ts';
import { idCharacters, idOf } from './id.ts';
import { groupSlice, inner, refused, type Slice } from './outcome.ts';

const plainId = /^[\w.-]+(?:\/[\w.-]+)?$/;
/** The usual link in standard form: plans have ten thousands of them. */
const usual = /^([\w.-]+(?:\/[\w.-]+)?)(?: (FS|SS|FF|SF))?(?: ?([+-]) ?(\d{1,3}(?:\.\d)?)(e?)(mo|[mhdw]))?$/;
const id = `${idCharacters}+`;
/** The target; then a type behind white space; then what is left. */
const shape = new RegExp(
  String.raw`^\s*(?<target>${id}(?:/${id})?)(?:\s+(?<type>[A-Za-z]{2})(?![A-Za-z]))?(?<rest>.*)$`,
  'dsu',
);
const lagShape = /^\s*(?<sign>[+-])\s*(?<amount>.*?)\s*$/ds;
const percentShape = /^(\d+(?:\.\d+)?)\s*(e?)%$/;
const typeNames: ReadonlyMap<string, LinkType> = new Map(
  (['FS', 'SS', 'FF', 'SF'] as const).map((type): [string, LinkType] => [type, type]),
);

/** More than this share of a predecessor is no lag that anybody means. */
const largestPercent = 1000;

/** A link to a task, `phase/task` or `alias/task`. Problems: `invalid-link`. */
export function parseLink(text: string): Read<Link> {
  if (plainId.test(text)) return { ok: true, value: { target: text, targetLength: text.length, type: 'FS' } };
  const quick = usualLink(text);
  if (quick !== undefined) return { ok: true, value: quick };
  const slice = inner(text);
  const args = { text: text.trim() };
  if (/^\s*$/.test(text)) return refused('invalid-link', 'no-target', args, slice);
  const match = shape.exec(text);
  if (match === null) {
    const code = /^\s*(?:[+-]|[A-Za-z]{2}\s*[+-])/.test(text) ? 'no-target' : 'not-a-link';
    return refused('invalid-link', code, args, slice);
  }
  const { target = '', type: typeText, rest = '' } = match.groups ?? {};
  const type = typeNames.get((typeText ?? 'FS').toUpperCase());
  const link: Link = { target: idOf(target), targetLength: slice.from + target.length, type: type ?? 'FS' };
  const restSlice = groupSlice(match, 'rest');
  if (type === undefined) {
    // `design by` is two words, `design XX+2d` a type that does not exist.
    return refused('invalid-link', 'unknown-type', { ...args, type: typeText ?? '' }, groupSlice(match, 'type'));
  }
  if (rest.trim() === '') return outcome(link, text);
  const lag = lagOf(halfWidth(rest), rest, restSlice, args.text, link);
  return 'problem' in lag ? { ok: false, problem: lag.problem } : outcome({ ...link, lag: lag.lag }, text);
}

function usualLink(text: string): Link | undefined {
  const match = usual.exec(text);
  if (match === null) return undefined;
  const [, target = '', typeText = 'FS', sign, amount, elapsed, unit] = match;
  const link = { target, targetLength: target.length, type: typeNames.get(typeText) ?? 'FS' };
  if (sign === undefined || amount === undefined) return link;
  const duration = { elapsed: elapsed === 'e', parts: [{ amount: Number(amount), unit: toUnit(unit) }] };
  return { ...link, lag: { kind: 'time', sign: sign === '-' ? -1 : 1, duration } };
}

/** Behind the target: a type, a lag with or without blanks around its sign. */
const standardRest =
  /^(?: (?:FS|SS|FF|SF))?(?: ?[+-] ?\d+(?:\.\d+)?e?(?:mo|[mhdw%])(?: \d+(?:\.\d+)?e?(?:mo|[mhdw]))*)?$/;

function outcome(link: Link, text: string): Read<Link> {
  const isStandard = standardRest.test(text.slice(link.targetLength)) && !/^\s/.test(text);
  return isStandard ? { ok: true, value: link } : { ok: true, value: link, informal: formatLink(link) };
}

type LagRead = { readonly lag: Lag } | { readonly problem: ReadProblem };

function lagOf(plain: string, written: string, slice: Slice, text: string, link: Link): LagRead {
  const here = { from: slice.from + inner(written).from, to: slice.from + inner(written).to };
  const match = lagShape.exec(plain);
  if (match === null) return withoutSign(plain.trim(), written.trim(), here, text, link);
  const { sign: signText, amount = '' } = match.groups ?? {};
  const sign = signText === '-' ? -1 : 1;
  const share = percentShape.exec(amount);
  if (share !== null) {
    const percent = Number(share[1]) * sign;
    if (Math.abs(percent) > largestPercent) return problemOf(refused('invalid-link', 'lag-too-long', { text }, here));
    return { lag: { kind: 'percent', percent, elapsed: share[2] === 'e' } };
  }
  const read = parseDuration(amount);
  if (read.ok) return { lag: { kind: 'time', sign, duration: read.value } };
  const { code } = read.problem;
  if (code === 'too-long') return problemOf(refused('invalid-link', 'lag-too-long', { text }, here));
  const lagCode = code === 'no-unit' && amountOf(amount) !== undefined ? 'lag-without-unit' : 'bad-lag';
  return problemOf(
    refused('invalid-link', lagCode, { text, lag: written.trim() }, here, mended(signText, amount, read.problem)),
  );
}

/** The lag with what is suggested in place of what can't be read; `+ -1d` is a lead, `- -1d` can be a lag or a lead. */
function mended(
  sign: string | undefined,
  amount: string,
  { code, from, to, suggestion }: ReadProblem,
): string | undefined {
  if (suggestion === undefined || (code === 'negative' && sign === '-')) return undefined;
  const whole = amount.slice(0, from) + suggestion + amount.slice(to);
  return parseDuration(whole).ok ? `${code === 'negative' ? '-' : sign} ${whole}` : undefined;
}

/** `design 2d`: a lag that lacks its sign; `design build`: something else. */
function withoutSign(plain: string, written: string, here: Slice, text: string, link: Link): LagRead {
  if (parseDuration(plain).ok || percentShape.test(plain)) {
    return problemOf(refused('invalid-link', 'lag-without-sign', { text, lag: written }, here, `+ ${plain}`));
  }
  const type = typeNames.get(plain.toUpperCase());
  const suggestion = type === undefined || link.type !== 'FS' ? undefined : type;
  return problemOf(refused('invalid-link', 'extra-text', { text, extra: written }, here, suggestion));
}

function problemOf(read: Extract<Read<never>, { ok: false }>): { readonly problem: ReadProblem } {
  return { problem: read.problem };
}

/** Standard text: `design SS + 2d`; FS is left out. */
export function formatLink({ target, type, lag }: Pick<Link, 'target' | 'type' | 'lag'>): string {
  const head = type === 'FS' ? target : `${target} ${type}`;
  return lag === undefined ? head : `${head} ${formatLag(lag)}`;
}

/** `+ 2d`, `- 50%`. */
export function formatLag(lag: Lag): string {
  if (lag.kind === 'time') return `${lag.sign < 0 ? '-' : '+'} ${formatDuration(lag.duration)}`;
  return `${lag.percent < 0 ? '-' : '+'} ${formatAmount(Math.abs(lag.percent))}${lag.elapsed ? 'e' : ''}%`;
}
