// Takes a pair out of a map or an item out of a list, with the comma or the lines that belong to it, and nothing else.
import type { ListNode, MapNode, Node, Pair } from '../text/node.ts';
import type { Span, Tree } from '../text/tree.ts';
import { lastLineOf } from './insert-pair.ts';
import { lastLine, lineStart } from './lines.ts';
import type { TextEdit } from './text-edit.ts';

/** The edit that removes a pair of this map. */
export function removePair(tree: Tree, map: MapNode, pair: Pair): TextEdit {
  const spans = spansOf(tree, map);
  const index = map.pairs.indexOf(pair);
  if (map.flow) return { span: withComma(tree, spans, index), text: '' };
  return { span: blockSpan(tree, spans, index, lastLineOf(tree, pair)), text: '' };
}

/** The edits that remove several pairs of this map: neighbours go together. */
export function removePairs(tree: Tree, map: MapNode, pairs: readonly Pair[]): readonly TextEdit[] {
  if (!map.flow) return pairs.map((pair) => removePair(tree, map, pair));
  const spans = spansOf(tree, map);
  const gone = map.pairs.map((pair) => pairs.includes(pair));
  return gone.flatMap((is, first): TextEdit[] => {
    if (!is || gone[first - 1] === true) return [];
    const behind = gone.indexOf(false, first);
    const last = (behind < 0 ? gone.length : behind) - 1;
    const run = { start: spans[first]?.start ?? 0, end: spans[last]?.end ?? 0 };
    const around = [...spans.slice(0, first), run, ...spans.slice(last + 1)];
    return [{ span: withComma(tree, around, first), text: '' }];
  });
}

function spansOf(tree: Tree, map: MapNode): readonly Span[] {
  return map.pairs.map(({ key, value }) => ({
    start: tree.spanOf(key).start,
    end: Math.max(tree.spanOf(key).end, tree.spanOf(value).end),
  }));
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
  const spans = list.items.map((each) => tree.spanOf(each));
  const index = list.items.indexOf(item);
  if (list.flow) return { span: withComma(tree, spans, index), text: '' };
  const { start, end } = spans[index] ?? { start: 0, end: 0 };
  return { span: blockSpan(tree, spans, index, lastLine(tree, start, end)), text: '' };
}

/** Nobody leaves more blanks before a bracket. */
const farthest = 100;

/** With the comma and blank behind it, or, for the last, those before it. */
function withComma(tree: Tree, spans: readonly Span[], index: number): Span {
  const own = spans[index] ?? { start: 0, end: 0 };
  const next = spans[index + 1];
  if (next !== undefined) return { start: own.start, end: next.start };
  const before = spans[index - 1];
  if (before !== undefined) return { start: before.end, end: own.end };
  // Alone: the blanks inside the brackets go with it.
  const ahead = tree.text({ start: Math.max(0, own.start - farthest), end: own.start });
  const behind = tree.text({ start: own.end, end: Math.min(tree.length, own.end + farthest) });
  const blanks = /[ \t]*$/.exec(ahead)?.[0].length ?? 0;
  return { start: own.start - blanks, end: own.end + (/^\s*,?[ \t]*/.exec(behind)?.[0].length ?? 0) };
}

/** Whole lines; where something else stands before it on its first line (`- a: 1`), only up to the next sibling. */
function blockSpan(tree: Tree, spans: readonly Span[], index: number, last: number): Span {
  const own = spans[index] ?? { start: 0, end: 0 };
  const { line, character } = tree.positionAt(own.start);
  const before = tree.line(line).slice(0, character);
  const next = spans[index + 1];
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
