// The comments of a text, placed.
import { Branch } from './block.ts';
import type { CutText } from './cut-text.ts';
import { type Entry, lineBreaks } from './entry.ts';
import type { Comment } from './tree.ts';

/** All comments below a root, in the order of the text. */
export function commentsOf(root: Branch, cut: CutText): readonly Comment[] {
  const comments: Comment[] = [];
  const visit = (branch: Branch): void => {
    if (!branch.container?.comments) return;
    if (branch.head) place(branch.head, cut, comments);
    for (const child of branch.children) {
      if (child instanceof Branch) visit(child);
      else place(child, cut, comments);
    }
  };
  visit(root);
  return comments;
}

function place(entry: Entry, cut: CutText, into: Comment[]): void {
  const { comments } = entry.parsed;
  if (comments.length === 0) return;
  const index = cut.indexOf(entry) ?? 0;
  const from = cut.startOf(index);
  let line = cut.lines[index] ?? 0;
  let counted = 0;
  for (const { start, end, ownLine } of comments) {
    line += lineBreaks(entry.text.slice(counted, start));
    counted = start;
    const text = entry.text.slice(start + 1, end).trim();
    into.push({ span: { start: from + start, end: from + end }, line, text, ownLine });
  }
}
