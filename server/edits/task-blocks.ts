// The entries of a map of tasks with the lines that belong to them: what is moved, indented or sorted as a whole.
import type { MapNode, Node, Pair } from '../text/node.ts';
import type { Span, Tree } from '../text/tree.ts';
import { lastLineOf } from './insert-pair.ts';
import { lineStart } from './lines.ts';

/** An entry of a block map: its own lines, comment lines right above it, and what stands deeper or blank behind it. Lines `first` … `last`. */
export interface Block {
  readonly pair: Pair;
  readonly first: number;
  readonly last: number;
  /** Column of the key. */
  readonly indent: number;
}

/** The blocks of a map in block style, one behind the other; undefined where a key doesn't stand first on its line. */
export function blocksOf(tree: Tree, map: MapNode): readonly Block[] | undefined {
  const blocks: Block[] = [];
  let before = -1;
  for (const pair of map.pairs) {
    const { line, character: indent } = tree.positionAt(tree.spanOf(pair.key).start);
    if (map.flow || tree.line(line).slice(0, indent).trim() !== '') return undefined;
    let first = line;
    while (first - 1 > before && isCommentAt(tree, first - 1, indent)) first -= 1;
    const last = lastLineOf(tree, pair);
    const previous = blocks.at(-1);
    if (previous !== undefined) blocks[blocks.length - 1] = { ...previous, last: first - 1 };
    blocks.push({ pair, first, last, indent });
    before = last;
  }
  return blocks;
}

/** A comment line that is not indented deeper than the key below it. */
function isCommentAt(tree: Tree, line: number, indent: number): boolean {
  const at = tree.line(line).search(/\S/);
  return at >= 0 && at <= indent && tree.line(line)[at] === '#';
}

/** From the beginning of a line to the beginning of the line behind another: with its line break, where it has one. */
export function linesSpan(tree: Tree, first: number, last: number): Span {
  return { start: lineStart(tree, first), end: lineStart(tree, last + 1) };
}

/** A pair from its key to the end of its value. */
export function pairSpan(tree: Tree, { key, value }: Pair): Span {
  return { start: tree.spanOf(key).start, end: Math.max(tree.spanOf(key).end, tree.spanOf(value).end) };
}

/** The lines with so many blanks more (or fewer) before each that says something. */
export function shifted(text: string, by: number): string {
  if (by >= 0) return text.replace(/^(?=[^\r\n])/gm, ' '.repeat(by));
  return text.replace(new RegExp(`^ {1,${-by}}`, 'gm'), '');
}

/** The map that an entry of the work is written in, where its key stands in a map of the plan's own text. */
export function holderOf(tree: Tree, key: Node): { readonly map: MapNode; readonly pair: Pair } | undefined {
  const holder = tree.parentOf(key);
  const map = holder?.node;
  if (map?.kind !== 'map') return undefined;
  const pair = map.pairs.find((each) => each.key === key);
  return pair === undefined ? undefined : { map, pair };
}
