// Lines around a place of a text: where they begin and end, how they are indented and broken.
import type { Tree } from '../text/tree.ts';

/** The line break that this text uses. */
export function lineBreak(tree: Tree): string {
  const start = tree.offsetAt({ line: 0, character: tree.line(0).length });
  return tree.text({ start, end: Math.min(tree.length, start + 2) }) === '\r\n' ? '\r\n' : '\n';
}

/** The offset behind the last character of a line, before its line break. */
export function lineEnd(tree: Tree, line: number): number {
  return tree.offsetAt({ line, character: tree.line(line).length });
}

/** The offset of the first character of a line; the text's end for lines past it. */
export function lineStart(tree: Tree, line: number): number {
  return line >= tree.lineCount ? tree.length : tree.offsetAt({ line, character: 0 });
}

/** The line on which something that ends at `offset` ends: an end at the very start of a line belongs to the one before. */
export function lastLine(tree: Tree, start: number, offset: number): number {
  const { line, character } = tree.positionAt(offset);
  return character === 0 && offset > start && line > 0 ? line - 1 : line;
}
