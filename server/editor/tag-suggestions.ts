// Tags that are in use, where another one is wanted.
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { scalarSource } from '../text/quoting.ts';
import type { Suggestion } from './completion.ts';
import type { CursorPlace } from './cursor-place.ts';
import { touches } from './place.ts';

/** Those that tasks have, the most used first, without those of `task`, which holds the cursor. Empty where no tag is wanted. */
export function tagSuggestions(
  { plan, tree }: Analysis,
  { segments, word, quoted, flow }: CursorPlace,
  task: PlanTask | undefined,
): readonly Suggestion[] {
  const key = segments.findLast((segment) => segment !== 'item');
  if (key?.key !== 'tags') return [];
  const own = new Set(
    (task?.record.tags?.value ?? []).flatMap(({ node, value }) =>
      tree.has(node) && touches(tree.spanOf(node), word.start) ? [] : [value],
    ),
  );
  return tagsInUse(plan)
    .filter((label) => !own.has(label) && !(quoted && /["'\\]/.test(label)))
    .map((label) => ({
      label,
      kind: CompletionItemKind.Constant,
      text: quoted ? label : scalarSource(label, flow),
    }));
}

/** Every tag that a task has, the most used first. */
export function tagsInUse({ tasks }: Analysis['plan']): readonly string[] {
  const counts = new Map<string, number>();
  for (const { record, synthetic } of tasks)
    for (const { value } of synthetic === undefined ? (record.tags?.value ?? []) : [])
      if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([tag]) => tag);
}
