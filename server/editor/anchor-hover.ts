// What an anchor stands for, on it and on its aliases.
import type { Node } from '../text/node.ts';
import type { Span, Tree } from '../text/tree.ts';
import { editorWords } from '../words/editor.ts';
import { say, type Wording } from '../words/words.ts';
import { lines, plain } from './markdown.ts';
import { anchorNamedAt } from './name-of-anchor.ts';

/** Markdown and the span that it speaks of; undefined where no anchor is named. */
export function anchorHover(
  tree: Tree,
  offset: number,
  wording: Wording,
): { readonly span: Span; readonly text: string } | undefined {
  const found = anchorNamedAt(tree, offset);
  if (found === undefined) return undefined;
  const { anchor, span } = found;
  const uses = say(editorWords['anchor-uses'], { count: anchor.aliases.length }, wording);
  const title = `**${plain(anchor.name)}** · ${say(editorWords.anchor, {}, wording)}`;
  return { span, text: `${lines(title, uses)}\n\n${anchored(tree, anchor.node)}` };
}

/** Markdown: a node as it is written. */
export function anchored(tree: Tree, node: Node): string {
  const { start, end } = tree.spanOf(node);
  // From the line's first column, so that a map's lines stand below each other.
  const text = ' '.repeat(tree.positionAt(start).character) + tree.text({ start, end: Math.min(end, start + longest) });
  const shown = text.includes('\n') ? text : text.trimStart();
  return `\`\`\`yaml\n${shown.replaceAll('```', '')}${end > start + longest ? '…' : ''}\n\`\`\``;
}

const longest = 1000;
