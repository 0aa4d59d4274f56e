// The entry of a task as text: taken out with the comments that belong to it, and put in elsewhere, indented as its new neighbours are.
import type { MapNode, Pair } from '../text/node.ts';
import type { Span, Tree } from '../text/tree.ts';
import { firstLineOf, lastLineOf } from './insert-pair.ts';
import { lineBreak, lineEnd, lineStart } from './lines.ts';
import { removePair } from './remove-node.ts';
import type { TextEdit } from './text-edit.ts';

/** An entry out of its place: whole lines without their common indentation, or what stands between commas. */
export interface EntryText {
  readonly lines: readonly string[];
  /** Lines that a comment takes, above the entry or behind it: between braces there is no room for them. */
  readonly hasComments: boolean;
}

/** Where an entry goes: before or behind another of a map. */
export interface EntryPlace {
  readonly map: MapNode;
  readonly pair: Pair;
  readonly side: 'before' | 'after';
}

/** What the entry says where it stands. */
export function entryText(tree: Tree, map: MapNode, pair: Pair): EntryText {
  const { start } = tree.spanOf(pair.key);
  if (map.flow) {
    const end = Math.max(tree.spanOf(pair.key).end, tree.spanOf(pair.value).end);
    return { lines: tree.text({ start, end }).split(/\r\n|\r|\n/), hasComments: false };
  }
  const { first, last } = linesOf(tree, pair);
  const indent = tree.positionAt(start).character;
  const lines = Array.from({ length: last - first + 1 }, (_, index) => tree.line(first + index));
  const own = tree.comments.some(({ line }) => line >= first && line <= last);
  return { lines: lines.map((line) => withoutIndent(line, indent)), hasComments: own };
}

/** The edit that takes an entry out; the last one takes the key of its map with it, where `holder` says what that is. */
export function withoutEntry(
  tree: Tree,
  map: MapNode,
  pair: Pair,
  holder: { readonly map: MapNode; readonly pair: Pair } | undefined,
): TextEdit {
  const isOnly = map.pairs.length === 1 && holder !== undefined;
  const edit = isOnly ? removePair(tree, holder.map, holder.pair) : removePair(tree, map, pair);
  if (map.flow) return edit;
  const { first, last } = linesOf(tree, pair);
  if (isOnly) return { ...edit, span: { ...edit.span, end: Math.max(edit.span.end, lineStart(tree, last + 1)) } };
  return { span: wholeLines(tree, first, last), text: '' };
}

/** The edit that puts an entry there; undefined where it doesn't fit between braces. */
export function withEntry(
  tree: Tree,
  { map, pair, side }: EntryPlace,
  { lines, hasComments }: EntryText,
): TextEdit | undefined {
  const [only = ''] = lines;
  if (map.flow) {
    if (lines.length > 1 || hasComments) return undefined;
    const { start } = tree.spanOf(pair.key);
    const end = Math.max(tree.spanOf(pair.key).end, tree.spanOf(pair.value).end);
    return side === 'before' ? insert(start, `${only}, `) : insert(end, `, ${only}`);
  }
  const indent = ' '.repeat(tree.positionAt(tree.spanOf(pair.key).start).character);
  const eol = lineBreak(tree);
  const text = lines.map((line) => (line === '' ? line : `${indent}${line}`)).join(eol);
  const { first, last } = linesOf(tree, pair);
  return side === 'before'
    ? insert(lineStart(tree, first), `${text}${eol}`)
    : insert(lineEnd(tree, last), `${eol}${text}`);
}

function insert(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}

/** The lines of an entry of a block map, with the comments that belong to it. */
function linesOf(tree: Tree, pair: Pair): { readonly first: number; readonly last: number } {
  return { first: firstLineOf(tree, pair), last: lastLineOf(tree, pair) };
}

function wholeLines(tree: Tree, first: number, last: number): Span {
  const start = lineStart(tree, first);
  const end = lineStart(tree, last + 1);
  return end === tree.length && last + 1 >= tree.lineCount && first > 0
    ? { start: lineEnd(tree, first - 1), end }
    : { start, end };
}

function withoutIndent(line: string, indent: number): string {
  const blanks = /^ */.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(blanks, indent)).replace(/^[ \t]+$/, '');
}
