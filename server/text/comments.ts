// The comments of a text, placed.
import { Branch } from './block.ts';
import type { CutText } from './cut-text.ts';
import type { Entry } from './entry.ts';
import type { Comment } from './tree.ts';

/** All comments below a root, in the order of the text. */
export function commentsOf(root: Branch, cut: CutText): readonly Comment[] {
  const comments: Comment[] = [];
  const visit = (branch: Branch): void => {
    for (const block of branch.container?.commented ?? []) {
      if (block instanceof Branch) visit(block);
      else place(block, cut, comments);
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
  const firstLine = cut.lines[index] ?? 0;
  for (const { start, end, line, text, ownLine } of comments)
    into.push({ span: { start: from + start, end: from + end }, line: firstLine + line, text, ownLine });
}
