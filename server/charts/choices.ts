// What readers can choose from for a plan: people and tags to filter by, baselines to compare with.
import type { Plan } from '../plan/plan.ts';
import type { Choices } from './chart.ts';
import { oneLine } from './mermaid-text.ts';
import { peopleOf, tagsOf } from './task-facts.ts';

/** People who have work, tags that work has, baselines with dates. */
export function choicesOf(plan: Plan): Choices {
  const atWork = new Set<string>();
  const tags = new Set<string>();
  for (const task of plan.tasks) {
    for (const id of peopleOf(task)) atWork.add(id);
    for (const tag of tagsOf(task)) tags.add(tag);
  }
  const names = new Map(plan.root.team?.value.map(({ id, value }) => [id, value.name?.value]));
  return {
    people: [...atWork].map((id) => ({ id, name: oneLine(names.get(id) ?? id) || '?' })),
    tags: [...tags],
    baselines: (plan.root.baselines?.value ?? []).flatMap(({ id, value }) =>
      value.tasks === undefined ? [] : { id, name: oneLine(id) || '?' },
    ),
  };
}
