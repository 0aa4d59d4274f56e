// Where the cursor stands in the condition of a team's own check: the expression as it is meant, whatever YAML writes around it.
import { isExpression } from '../plan/check-literals.ts';
import { checksKey } from '../rules/rule-sets.ts';
import type { ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { segmentsOf } from './shape.ts';

export interface ConditionPlace {
  /** The expression, without YAML's quotes and escapes. */
  readonly text: string;
  /** Of the cursor in `text`. */
  readonly at: number;
  readonly style: ScalarNode['style'];
  /** Whether a comma or bracket would end it: it stands plainly between brackets. */
  readonly endsAtComma: boolean;
  /** Where a letter of `text` stands in the document. */
  offsetOf(index: number): number;
  /** How a quote of the expression is written, if it is not one that YAML's own quotes would end at. */
  readonly quote: string;
}

/** Signs that say something in a condition alone: elsewhere nothing is offered behind them of itself. */
export const conditionSigns: readonly string[] = ['.', '=', '!', '<', '>', '&', '|'];

/**
 * Whether a letter that was just typed before an offset asks what could follow, nobody else having asked: signs do in conditions, and a space where
 * the condition can't end yet. Behind a whole one Enter shall end the line, not take what is offered.
 */
export function asksWhatFollows(tree: Tree, offset: number, typed: string): boolean {
  const isSign = conditionSigns.includes(typed);
  if (!isSign && typed !== ' ') return true;
  const place = conditionPlace(tree, offset);
  return place === undefined ? !isSign : isSign || !isExpression(place.text.slice(0, place.at));
}

/** The condition around an offset; undefined elsewhere. */
export function conditionPlace(tree: Tree, offset: number): ConditionPlace | undefined {
  const { steps, onKey } = tree.pathAt(offset);
  const [section, checks, item, key, ...deeper] = segmentsOf({ steps });
  const isCondition =
    named(section) === 'rules' && named(checks) === checksKey && item === 'item' && named(key) === 'when';
  const step = steps.at(-1);
  if (!isCondition || deeper.length > 0 || onKey || step?.node.kind !== 'scalar' || step.pair === undefined)
    return undefined;
  const { node } = step;
  const { start, end } = tree.spanOf(node);
  const { line, character } = tree.positionAt(offset);
  const rest = tree.line(line).slice(character);
  if (line > tree.positionAt(start).line && character < indentOf(tree, line)) return undefined;
  // What is typed must not run into a comment, nor stand right behind the key's colon.
  if (offset >= end && !/^\s*(?:$|\s#|[,\]}])/.test(rest)) return undefined;
  const behind = tree.text({ start: Math.min(end, offset), end: offset });
  if (offset < start || (node.source === '' && behind === '')) return undefined;
  const read = letters(node, behind);
  const at = read.places.findIndex((place) => start + place >= offset);
  if (read.text === undefined || at < 0 || offset < start + (read.places[0] ?? 0)) return undefined;
  const inFlow = steps.some((one) => (one.node.kind === 'map' || one.node.kind === 'list') && one.node.flow);
  return {
    text: read.text,
    at,
    style: node.style,
    endsAtComma: inFlow && node.style === 'plain',
    offsetOf: (index) => start + (read.places[index] ?? 0),
    quote: node.style === 'double' ? "'" : '"',
  };
}

/** Of a line, or of the next one above it that is not blank. */
function indentOf(tree: Tree, line: number): number {
  for (let above = line; above > 0; above -= 1) {
    const column = tree.line(above).search(/\S/);
    if (column >= 0) return column;
  }
  return 0;
}

function named(segment: ReturnType<typeof segmentsOf>[number] | undefined): string | undefined {
  return typeof segment === 'object' ? segment.key : undefined;
}

interface Letters {
  /** Undefined where quotes are closed before the cursor. */
  readonly text: string | undefined;
  /** Where each letter, and what follows the last one, begins in the source. */
  readonly places: readonly number[];
}

/** A scalar's source letter by letter. `behind`: blanks between it and the cursor. */
function letters({ style, source }: ScalarNode, behind: string): Letters {
  const first = style === 'plain' ? 0 : style === 'single' || style === 'double' ? 1 : headerEnd(source);
  const isClosed = first === 1 && source.length > 1 && source.at(-1) === source[0];
  const end = isClosed ? source.length - 1 : source.length;
  if (isClosed && behind !== '') return { text: undefined, places: [] };
  const places: number[] = [];
  let text = '';
  for (let at = first; at < end; ) {
    const written = escapes[style]?.exec(source.slice(at, at + 2))?.[0] ?? source.charAt(at);
    places.push(at);
    text += written.at(-1) ?? '';
    at += written.length;
  }
  for (const [index, blank] of [...behind].entries()) {
    places.push(end + index);
    text += blank;
  }
  return { text, places: [...places, end + behind.length] };
}

/** Two letters that stand for the second. */
const escapes: Readonly<Partial<Record<ScalarNode['style'], RegExp>>> = { single: /^''/, double: /^\\[\s\S]/ };

/** Behind the `>-` of a text of several lines. */
function headerEnd(source: string): number {
  return /^[^\r\n]*(?:\r\n?|\n|$)/.exec(source)?.[0].length ?? 0;
}
