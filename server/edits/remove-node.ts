// Takes a pair out of a map or an item out of a list, with the comma or the lines that belong to it, and nothing else.
import type { ListNode, MapNode, Node, Pair } from '../text/node.ts';
import type { Span, Tree } from '../text/tree.ts';
import { lastLineOf } from './insert-pair.ts';
import { lastLine, lineStart } from './lines.ts';
import type { TextEdit } from './text-edit.ts';

/** What goes, and what stands before and behind it in the same collection. */
interface Place {
  readonly own: Span;
  readonly before: Span | undefined;
  readonly next: Span | undefined;
}

/** The edit that removes a pair of this map. */
export function removePair(tree: Tree, map: MapNode, pair: Pair): TextEdit {
  const index = map.pairs.indexOf(pair);
  const place = placeOfPairs(tree, map, index, index);
  return { span: map.flow ? withComma(tree, place) : blockSpan(tree, place, lastLineOf(tree, pair)), text: '' };
}

/** The edits that remove several pairs of this map: neighbours go together. */
export function removePairs(tree: Tree, map: MapNode, pairs: readonly Pair[]): readonly TextEdit[] {
  if (!map.flow) return pairs.map((pair) => removePair(tree, map, pair));
  const gone = new Set<Pair | undefined>(pairs);
  const edits: TextEdit[] = [];
  for (let first = 0; first < map.pairs.length; first++) {
    if (!gone.has(map.pairs[first])) continue;
    let last = first;
    while (gone.has(map.pairs[last + 1])) last++;
    edits.push({ span: withComma(tree, placeOfPairs(tree, map, first, last)), text: '' });
    first = last;
  }
  return edits;
}

function placeOfPairs(tree: Tree, { pairs }: MapNode, first: number, last: number): Place {
  const spanAt = (index: number): Span | undefined => {
    const pair = pairs[index];
    if (pair === undefined) return undefined;
    const key = tree.spanOf(pair.key);
    return { start: key.start, end: Math.max(key.end, tree.spanOf(pair.value).end) };
  };
  const own = { start: spanAt(first)?.start ?? 0, end: spanAt(last)?.end ?? 0 };
  return { own, before: spanAt(first - 1), next: spanAt(last + 1) };
}

/** The edit that removes a list's item, or a link that stands alone behind its key; with the last item the whole pair goes. */
export function removeItem(tree: Tree, node: Node): TextEdit | undefined {
  const holder = tree.parentOf(node);
  if (holder === undefined) return undefined;
  if (holder.node.kind === 'list' && holder.node.items.length > 1) return removeFromList(tree, holder.node, node);
  const list = holder.node.kind === 'list' ? tree.parentOf(holder.node) : holder;
  if (list?.node.kind !== 'map' || list.pair === undefined) return undefined;
  return removePair(tree, list.node, list.pair);
}

function removeFromList(tree: Tree, list: ListNode, item: Node): TextEdit {
  const index = list.items.indexOf(item);
  const spanAt = (at: number): Span | undefined => {
    const other = list.items[at];
    return other && tree.spanOf(other);
  };
  const own = tree.spanOf(item);
  const place: Place = { own, before: spanAt(index - 1), next: spanAt(index + 1) };
  const span = list.flow ? withComma(tree, place) : blockSpan(tree, place, lastLine(tree, own.start, own.end));
  return { span, text: '' };
}

/** Nobody leaves more blanks before a bracket. */
const farthest = 100;

/** With the comma and blank behind it, or, for the last, those before it. */
function withComma(tree: Tree, { own, before, next }: Place): Span {
  if (next !== undefined) return { start: own.start, end: next.start };
  if (before !== undefined) return { start: before.end, end: own.end };
  // Alone: the blanks inside the brackets go with it.
  const ahead = tree.text({ start: Math.max(0, own.start - farthest), end: own.start });
  const behind = tree.text({ start: own.end, end: Math.min(tree.length, own.end + farthest) });
  const blanks = /[ \t]*$/.exec(ahead)?.[0].length ?? 0;
  return { start: own.start - blanks, end: own.end + (/^\s*,?[ \t]*/.exec(behind)?.[0].length ?? 0) };
}

/** Whole lines; where something else stands before it on its first line (`- a: 1`), only up to the next sibling. */
function blockSpan(tree: Tree, { own, next }: Place, last: number): Span {
  const { line, character } = tree.positionAt(own.start);
  const before = tree.line(line).slice(0, character);
  if (/^ *(- +)?$/.test(before) && !(before.includes('-') && next !== undefined && sharesDash(tree, line, next))) {
    const start = lineStart(tree, line);
    const end = lineStart(tree, last + 1);
    return end === tree.length && last + 1 >= tree.lineCount && line > 0
      ? { start: previousLineEnd(tree, line), end }
      : { start, end };
  }
  return next === undefined ? own : { start: own.start, end: next.start };
}

/** Whether the next sibling is a key of the same list item rather than an item of its own. */
function sharesDash(tree: Tree, line: number, next: Span): boolean {
  const position = tree.positionAt(next.start);
  return position.line > line && !tree.line(position.line).slice(0, position.character).includes('-');
}

function previousLineEnd(tree: Tree, line: number): number {
  return tree.offsetAt({ line: line - 1, character: tree.line(line - 1).length });
}
