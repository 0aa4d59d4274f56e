// A link with another lag: its text, in the form in which it is written.
import type { PlanLink } from '../plan/plan.ts';
import type { Lag, Units } from '../plan/scalar.ts';
import { formatMinutes } from '../plan/scalars/duration.ts';
import { formatLink, parseLink } from '../plan/scalars/link.ts';
import type { ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { rewriteScalar } from './rewrite-scalar.ts';
import type { TextEdit } from './text-edit.ts';

/** The lag of so many minutes (negative: a lead); undefined for none. */
export function lagOf(minutes: number, elapsed: boolean, units: Units): Lag | undefined {
  if (minutes === 0) return undefined;
  const text = formatMinutes(Math.abs(minutes), elapsed, units);
  const read = parseLink(`a ${minutes < 0 ? '-' : '+'} ${text}`);
  return read.ok ? read.value.lag : undefined;
}

/** The edit that gives a written link this lag; undefined where nobody wrote it as a text. */
export function withLag(tree: Tree, { node }: Pick<PlanLink, 'node'>, lag: Lag | undefined): TextEdit | undefined {
  if (node.kind !== 'scalar') return undefined;
  const text = relagged(node, lag);
  return text === undefined ? undefined : rewriteScalar(tree, node, text);
}

/** Behind the target: a type, the blanks before and behind the sign, the lag. */
const parts = /^(?<type>.*?)(?<before>\s*)(?<sign>[+-])(?<behind>\s*)\S.*$/s;

function relagged({ text }: ScalarNode, lag: Lag | undefined): string | undefined {
  const read = parseLink(text);
  if (!read.ok) return undefined;
  const { target, targetLength, type } = read.value;
  if (read.informal !== undefined) return formatLink({ target, type, ...(lag === undefined ? {} : { lag }) });
  const head = text.slice(0, targetLength);
  const { type: written = '', before = '', sign, behind = '' } = parts.exec(text.slice(targetLength))?.groups ?? {};
  if (lag === undefined) return `${head}${written}`.trimEnd();
  const [, newSign = '+', amount = ''] = /([+-]) (\S.*)$/.exec(formatLink({ target: 'a', type: 'FS', lag })) ?? [];
  // A lead needs a blank or a type before its sign: `a-2d` is an id.
  if (sign === newSign) return `${head}${written}${before}${sign}${behind}${amount}`;
  const typeText = type === 'FS' ? '' : ` ${type}`;
  return `${head}${typeText} ${newSign} ${amount}`;
}
