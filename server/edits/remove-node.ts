// Takes a pair out of a map or an item out of a list, with the comma or the lines that belong to it, and nothing else.
import type { ListNode, MapNode, Node, Pair } from '../text/node.ts';
import type { Span, Tree } from '../text/tree.ts';
import { lastLine, lineEnd, lineStart } from './lines.ts';
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
  if (map.flow) return fromFlow(tree, place);
  const { start, end } = place.own;
  return { span: blockSpan(tree, place, lastLine(tree, start, end)), text: '' };
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
    edits.push(fromFlow(tree, placeOfPairs(tree, map, first, last)));
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
  if (list.flow) return fromFlow(tree, place);
  return { span: blockSpan(tree, place, lastLine(tree, own.start, own.end)), text: '' };
}

/** Nobody leaves more blanks before a bracket. */
const farthest = 100;

/** With the comma and blank behind it, or, for the last, those before it. Comments about what stays keep their place. */
function fromFlow(tree: Tree, { own, before, next }: Place): TextEdit {
  if (next !== undefined) return { span: upToNext(tree, own, before, next), text: '' };
  if (before !== undefined) return lastOfFlow(tree, own, before);
  // Alone: the blanks inside the brackets go with it.
  const ahead = tree.text({ start: Math.max(0, own.start - farthest), end: own.start });
  const behind = tree.text({ start: own.end, end: Math.min(tree.length, own.end + farthest) });
  const end = own.end + (/^\s*,?[ \t]*/.exec(behind)?.[0].length ?? 0);
  return { span: { start: own.start - blanksBehind(ahead), end }, text: '' };
}

/** A comment behind several on one line is not its own, and lines of comments below it are about the next. */
function upToNext(tree: Tree, own: Span, before: Span | undefined, next: Span): Span {
  const gap = tree.text({ start: own.end, end: next.start });
  const [, comma = '', rest = '', below = ''] = /^([ \t]*,)([^\r\n]*)(.*)$/s.exec(gap) ?? [];
  const ahead = before && tree.text({ start: before.end, end: own.start });
  if (rest.includes('#') && ahead !== undefined && !/[\r\n]/.test(ahead))
    return { start: own.start - blanksBehind(ahead), end: own.end + comma.length };
  const remark = below.indexOf('#');
  return { start: own.start, end: remark < 0 ? next.start : next.start - below.length + remark };
}

/** On a line of its own it goes with that line, and otherwise up to its end: the lines above it are about others. */
function lastOfFlow(tree: Tree, own: Span, before: Span): TextEdit {
  const gap = tree.text({ start: before.end, end: own.start });
  const broken = /(?:\r\n|\r|\n)[^\r\n]*$/.exec(gap);
  const behind = tree.text({ start: own.end, end: lineEnd(tree, tree.positionAt(own.end).line) });
  const hasLine = /^[ \t]*,?[ \t]*(?:#|$)/.test(behind);
  const above = gap.slice(0, broken?.index ?? 0);
  if (broken === null || !(hasLine || above.includes('#')))
    return { span: { start: before.end, end: own.end }, text: '' };
  const comma = /^[ \t]*,/.exec(behind)?.[0] ?? '';
  const kept = (comma === '' ? above.replace(/^[ \t]*,/, '') : above).trimEnd();
  return hasLine
    ? { span: { start: before.end, end: own.end + behind.length }, text: kept }
    : { span: { start: before.end, end: own.end + comma.length }, text: kept + broken[0] };
}

function blanksBehind(text: string): number {
  return /[ \t]*$/.exec(text)?.[0].length ?? 0;
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
