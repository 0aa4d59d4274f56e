// Adds `key: value` to a record, in the style in which the record is written.
import type { MapNode, Node, Pair } from '../text/node.ts';
import { scalarSource } from '../text/quoting.ts';
import type { Tree } from '../text/tree.ts';
import { lastLine, lineBreak, lineEnd, lineStart } from './lines.ts';
import type { TextEdit } from './text-edit.ts';

/** Keys that hold whole blocks of work: other keys go before them. */
const blockKeys: readonly string[] = ['tasks', 'phases'];

/**
 * The edits that add a pair to the record at `node`: a map, or a scalar that stands for it (`shorthand` is the key that
 * the scalar means). `value` is YAML source. None where the node can't take a key.
 */
export function insertPair(
  tree: Tree,
  node: Node,
  key: string,
  value: string,
  shorthand: string | undefined,
): readonly TextEdit[] {
  if (node.kind === 'map') return node.flow ? intoFlow(tree, node, key, value) : intoBlock(tree, node, key, value);
  if (node.kind !== 'scalar') return [];
  const span = tree.spanOf(node);
  if (node.source === '')
    return [standsInFlow(tree, node) ? asValue(tree, node, key, value) : underKey(tree, node, key, value)];
  if (shorthand === undefined) return [];
  return [{ span, text: `{ ${shorthand}: ${scalarSource(node.text, true)}, ${key}: ${value} }` }];
}

function intoFlow(tree: Tree, map: MapNode, key: string, value: string): readonly TextEdit[] {
  const last = map.pairs.at(-1);
  if (last === undefined) return [{ span: tree.spanOf(map), text: `{ ${key}: ${value} }` }];
  const end = Math.max(tree.spanOf(last.value).end, tree.spanOf(last.key).end);
  return [{ span: { start: end, end }, text: `, ${key}: ${value}` }];
}

function intoBlock(tree: Tree, map: MapNode, key: string, value: string): readonly TextEdit[] {
  const first = map.pairs[0];
  if (first === undefined) return [];
  const indent = ' '.repeat(tree.positionAt(tree.spanOf(first.key).start).character);
  const blocks = map.pairs.findIndex(
    (pair) => blockKeys.includes(pair.key.text) && pair.value.kind === 'map' && !pair.value.flow,
  );
  const before = blocks < 0 ? map.pairs.at(-1) : map.pairs[blocks - 1];
  if (before === undefined) {
    // A comment above the key is about it.
    const { line } = tree.positionAt(tree.spanOf(first.key).start);
    const above = firstLineOf(tree, first);
    const start = above === line ? tree.spanOf(first.key).start : lineStart(tree, above) + indent.length;
    return [{ span: { start, end: start }, text: `${key}: ${value}${lineBreak(tree)}${indent}` }];
  }
  const end = lineEnd(tree, lastLineOf(tree, before));
  return [{ span: { start: end, end }, text: `${lineBreak(tree)}${indent}${key}: ${value}` }];
}

/** `id:` with nothing behind it: the first key goes on a line of its own below, behind comments that stand there. */
function underKey(tree: Tree, empty: Node, key: string, value: string): TextEdit {
  const { line } = tree.positionAt(tree.spanOf(empty).start);
  const indent = /^[ ]*/.exec(tree.line(line))?.[0] ?? '';
  const pair = tree.parentOf(empty)?.pair;
  const end = lineEnd(tree, pair === undefined ? line : lastLineOf(tree, pair));
  return { span: { start: end, end }, text: `${lineBreak(tree)}${indent}  ${key}: ${value}` };
}

/** Nobody leaves more before a comma. */
const mostBlanks = 100;

/** `{ a: , b: 1d }`, `{ a, b: 1d }`: the record goes where the value is missing. */
function asValue(tree: Tree, empty: Node, key: string, value: string): TextEdit {
  const { start } = tree.spanOf(empty);
  const hasColon = tree.text({ start: Math.max(0, start - 1), end: start }) === ':';
  const blanks =
    /^[ \t]+(?=,)/.exec(tree.text({ start, end: Math.min(tree.length, start + mostBlanks) }))?.[0].length ?? 0;
  return { span: { start, end: start + blanks }, text: `${hasColon ? '' : ':'} { ${key}: ${value} }` };
}

/** Whether a node stands between brackets. */
export function standsInFlow(tree: Tree, node: Node): boolean {
  for (let holder = tree.parentOf(node); holder !== undefined; holder = tree.parentOf(holder.node)) {
    if ((holder.node.kind === 'map' || holder.node.kind === 'list') && holder.node.flow) return true;
  }
  return false;
}

/** Where a pair of a block map begins: with the comments right above it that are indented as it is. */
export function firstLineOf(tree: Tree, { key }: Pair): number {
  const { line, character } = tree.positionAt(tree.spanOf(key).start);
  const lead = ' '.repeat(character);
  let first = line;
  while (first > 0 && tree.line(first - 1).startsWith(`${lead}#`)) first -= 1;
  return first;
}

/** The last line that belongs to a pair of a block map: comments behind it that are indented deeper than its key do. */
export function lastLineOf(tree: Tree, { key, value }: Pair): number {
  const { start, end } = tree.spanOf(key);
  let last = lastLine(tree, start, Math.max(end, tree.spanOf(value).end));
  const { character } = tree.positionAt(start);
  for (let line = last + 1; line < tree.lineCount; line += 1) {
    const at = tree.line(line).search(/\S/);
    if (at < 0) continue;
    if (at <= character || tree.line(line)[at] !== '#') break;
    last = line;
  }
  return last;
}

/** Adds a pair at the end of a top-level section, or the section itself at the end of the text. `value` is YAML source on one line. */
export function insertIntoSection(tree: Tree, section: string, key: string, value: string): readonly TextEdit[] {
  const { root } = tree;
  if (root !== undefined && root.kind !== 'map') return [];
  const own = root?.pairs.find((pair) => pair.key.text === section)?.value;
  if (own !== undefined) return insertPair(tree, own, key, value, undefined);
  if (root?.flow === true) return insertPair(tree, root, section, `{ ${key}: ${value} }`, undefined);
  const eol = lineBreak(tree);
  const last = root?.pairs.at(-1);
  const line = last === undefined ? tree.lineCount - 1 : lastLineOf(tree, last);
  const at = last === undefined ? lineStart(tree, tree.lineCount) : lineEnd(tree, line);
  const text = `${section}:${eol}  ${key}: ${value}`;
  return [{ span: { start: at, end: at }, text: last === undefined ? `${text}${eol}` : `${eol}${text}` }];
}
