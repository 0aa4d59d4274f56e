// A tag of a task: which others have it.
import type { Analysis } from '../analysis.ts';
import type { Span } from '../text/tree.ts';
import { editorWords } from '../words/editor.ts';
import { taskName } from '../words/task-names.ts';
import { say, type Wording } from '../words/words.ts';
import { lines, plain } from './markdown.ts';
import type { ScalarAt } from './scalar-at.ts';

/** More than these aren't listed. */
const namedUses = 8;

/** Markdown and the span that it speaks of; undefined for what is no tag of a task. */
export function tagHover(
  { plan }: Pick<Analysis, 'plan'>,
  { scalar, span, onKey }: ScalarAt,
  wording: Wording,
): { readonly span: Span; readonly text: string } | undefined {
  if (onKey || scalar.text === '') return undefined;
  const tagged = plan.tasks.filter(
    ({ record, synthetic }) => synthetic === undefined && record.tags?.value.some(({ value }) => value === scalar.text),
  );
  if (!tagged.some(({ record }) => record.tags?.value.some(({ node }) => node === scalar))) return undefined;
  const list = tagged.slice(0, namedUses).map((task) => plain(taskName(task, wording)));
  return {
    span,
    text: lines(
      `**${plain(scalar.text)}** · ${say(editorWords.tag, {}, wording)}`,
      say(editorWords['used-by'], { tasks: { list } }, wording),
    ),
  };
}
