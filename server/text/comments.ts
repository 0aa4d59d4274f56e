// The comments of a text, placed.
import { type Block, Branch } from './block.ts';
import type { Container } from './container.ts';
import type { CutText } from './cut-text.ts';
import type { Comment } from './tree.ts';

/** Which comments: all, or those that may be more than a remark to people. */
type Choice = keyof Pick<Container, 'commented' | 'notable'>;

/** The comments below a root, in the order of the text. Blocks that have none are passed over. */
export function commentsOf(root: Branch, cut: CutText, choice: Choice): readonly Comment[] {
  const comments: Comment[] = [];
  const visit = (block: Block): void => {
    if (block instanceof Branch) {
      for (const inner of block.container?.[choice] ?? []) visit(inner);
      return;
    }
    const index = cut.indexOf(block) ?? 0;
    const from = cut.startOf(index);
    const firstLine = cut.lines[index] ?? 0;
    for (const { start, end, line, text, ownLine, notable } of block.parsed.comments)
      if (notable || choice === 'commented')
        comments.push({ span: { start: from + start, end: from + end }, line: firstLine + line, text, ownLine });
  };
  visit(root);
  return comments;
}
