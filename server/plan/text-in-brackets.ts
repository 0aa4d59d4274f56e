// Words between brackets that begin with a sign of YAML's: `{ name: @all }`, `tags: [%x]`, `{ name: [draft] terms }`.
import type { ListNode, MapNode } from '../text/node.ts';
import type { Span, Step, Tree } from '../text/tree.ts';
import { isKeyOf } from './meant-key.ts';
import { keysOf } from './record-shapes.ts';
import type { Shape } from './schema.generated.ts';
import { isText, shapeAt } from './shape-at.ts';

/** The innermost brackets around the node in which a path ends. */
export function bracketsOf(steps: readonly Step[]): MapNode | ListNode | undefined {
  const holder = steps.at(-2)?.node;
  return (holder?.kind === 'map' || holder?.kind === 'list') && holder.flow ? holder : undefined;
}

/** Nobody wrote longer words by hand. */
const longest = 2000;
const signs = /^[@`%[{*!|>"']/;
/** Up to what ends the words: the brackets' end, a comma before another item. */
const itemEnd = /^([^,[\]{}"\r\n]*?)\s*[\],]/;
/** A comma that no key follows belongs to the words. */
const valueEnd = /^([^[\]{}"\r\n]*?)\s*(?:\}|,\s*(?:\}|[^\s,:[\]{}]+\s*:\s))/;

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
  const isQuoted = node.kind === 'scalar' && (node.style === 'single' || node.style === 'double');
  const from = isCollection || isQuoted ? span.end : start;
  const rest = tree.text({ start: from, end: Math.min(tree.length, from + longest) });
  const words = (brackets.kind === 'map' ? valueEnd : itemEnd).exec(rest)?.[1];
  if (words === undefined || /:\s|\s#/.test(words)) return undefined;
  // Behind a quote, too, a comma may be what is missing.
  if (mayBeKeys(isQuoted ? `,${words}` : words, shapeAt(steps.slice(0, -1)))) return undefined;
  const end = from + words.length;
  const text = tree.text({ start, end });
  // What is escaped shows that the author knows how.
  if (isQuoted && /\\|''/.test(text)) return undefined;
  return signs.test(text) && !/[\r\n]/.test(text) ? { start, end } : undefined;
}

/** Whether keys may be meant by words behind commas, be they half typed. */
function mayBeKeys(words: string, shape: Shape | undefined): boolean {
  const [, ...pieces] = words.split(',').map((piece) => piece.trim());
  if (pieces.length === 0) return false;
  if (shape?.kind !== 'record') return true;
  const { name } = shape;
  return pieces.some((piece) => isKeyOf(name, piece) || keysOf(name).some((key) => key.startsWith(piece)));
}

/** The path to the outermost brackets around a place that stand where the language wants words. */
export function bracketsForText(steps: readonly Step[]): readonly Step[] | undefined {
  const at = steps.findIndex(
    ({ node }, index) =>
      (node.kind === 'map' || node.kind === 'list') && node.flow && isWords(shapeAt(steps.slice(0, index + 1))),
  );
  return at < 0 ? undefined : steps.slice(0, at + 1);
}

function isWords(shape: Shape | undefined): boolean {
  return shape?.kind === 'scalar' && isText(shape);
}
