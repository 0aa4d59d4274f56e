// When files are renamed or moved: the paths that plans and included files write, brought up to date.
import { writtenPaths } from '../plan/written-paths.ts';
import type { ScalarNode } from '../text/node.ts';
import { quoted, scalarSource } from '../text/quoting.ts';
import type { Tree } from '../text/tree.ts';
import type { FileEdits } from './rename.ts';
import type { TextEdit } from './text-edit.ts';

/** How paths work where the files lie. */
export interface Paths {
  /** What a path means that is written in a file; undefined for what is no path. */
  readonly resolve: (path: string, from: string) => string | undefined;
  /** The path to a file as another one writes it; undefined where none leads there. */
  readonly relative: (from: string, to: string) => string | undefined;
  /** Where a file is after the move: itself, where it stays. */
  readonly moved: (path: string) => string;
}

/** The edits of one file, at the path where it still is; none where every path that it writes leads where it did. */
export function moveEdits(path: string, tree: Tree, { resolve, relative, moved }: Paths): FileEdits | undefined {
  const from = moved(path);
  const edits = new Map<number, TextEdit>();
  for (const node of writtenPaths(tree)) {
    const written = node.text.trim();
    const target = resolve(written, path);
    const to = target === undefined ? undefined : moved(target);
    if (to === undefined || resolve(written, from) === to) continue;
    const plain = relative(from, to);
    if (plain === undefined) continue;
    const edit = replaced(tree, node, written.startsWith('./') && !plain.startsWith('../') ? `./${plain}` : plain);
    edits.set(edit.span.start, edit);
  }
  return edits.size === 0
    ? undefined
    : { path, tree, edits: [...edits.values()].sort((a, b) => a.span.start - b.span.start) };
}

/** In the quotes that are there, as far as they will do. */
function replaced(tree: Tree, node: ScalarNode, text: string): TextEdit {
  const span = tree.spanOf(node);
  const offset = node.source.indexOf(node.text);
  if (node.style === 'plain') return { span, text: scalarSource(text, true) };
  if (offset !== 1 || /["'\\]/.test(text)) return { span, text: quoted(text) };
  return { span: { start: span.start + 1, end: span.start + 1 + node.text.length }, text };
}
