// Words between brackets that begin with a sign of YAML's: `{ name: @all }`, `tags: [%x]`, `{ name: [draft] terms }`.
import type { ListNode, MapNode } from '../text/node.ts';
import type { Span, Step, Tree } from '../text/tree.ts';
import { isText, shapeAt } from './shape-at.ts';

/** The innermost brackets around the node in which a path ends. */
export function bracketsOf(steps: readonly Step[]): MapNode | ListNode | undefined {
  const holder = steps.at(-2)?.node;
  return (holder?.kind === 'map' || holder?.kind === 'list') && holder.flow ? holder : undefined;
}

/** Nobody wrote longer words by hand. */
const longest = 2000;
const signs = /^[@`%[{*!|>]/;
/** Up to what ends the words: the brackets' end, a comma before another item. */
const itemEnd = /^([^,[\]{}"\r\n]*?)\s*[\],]/;
/** A comma that no key follows may belong to the words. */
const valueEnd = /^([^,[\]{}"\r\n]*?)\s*(?:\}|,\s*(?:\}|[^\s,:[\]{}]+\s*:\s))/;

/** The words that a finding at an offset is about; undefined where something else may be meant. `steps`: the path there. */
export function textInBrackets(tree: Tree, offset: number, steps: readonly Step[]): Span | undefined {
  const brackets = bracketsOf(steps);
  const node = steps.at(-1)?.node;
  const shape = shapeAt(steps);
  if (brackets === undefined || node === undefined || !isText(shape)) return undefined;
  const span = tree.spanOf(node);
  const start = Math.min(span.start, offset);
  const isCollection = node.kind === 'map' || node.kind === 'list';
  // The brackets with which the words begin are no list where none belongs there.
  if (isCollection && (shape?.kind === 'list' || shape?.kind === 'record' || offset < span.end)) return undefined;
  const from = isCollection ? span.end : start;
  const rest = tree.text({ start: from, end: Math.min(tree.length, from + longest) });
  const words = (brackets.kind === 'map' ? valueEnd : itemEnd).exec(rest)?.[1];
  if (words === undefined || /:\s|\s#/.test(words)) return undefined;
  const end = from + words.length;
  const text = tree.text({ start, end });
  return signs.test(text) && !/[\r\n]/.test(text) ? { start, end } : undefined;
}
