// The comments of a text, placed.
import { type Block, Branch } from './block.ts';
import type { Container } from './container.ts';
import type { CutText } from './cut-text.ts';
import type { Entry } from './entry.ts';
import type { Comment } from './tree.ts';

/** Which comments: all, or those that may be more than a remark to people. */
type Choice = keyof Pick<Container, 'commented' | 'notable'>;

/** The comments below a root and of what is set aside, in the order of the text. Blocks that have none are passed over. */
export function commentsOf(
  root: Branch,
  cut: CutText,
  choice: Choice,
  aside: readonly Entry[] = [],
): readonly Comment[] {
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
  if (aside.length === 0) return comments;
  for (const entry of aside) visit(entry);
  return comments.sort((a, b) => a.span.start - b.span.start);
}
