// What readers can choose from for a plan: people and tags to filter by, baselines to compare with.
import type { Plan } from '../plan/plan.ts';
import type { Choices } from './chart.ts';
import { oneLine } from './mermaid-text.ts';

/** Who scrolls asks for the same plan again. */
const known = new WeakMap<Plan, Choices>();

/** People who have work, tags that work has, baselines with dates. */
export function choicesOf(plan: Plan): Choices {
  const choices = known.get(plan) ?? read(plan);
  known.set(plan, choices);
  return choices;
}

/** Nothing is made for each task: this is asked after every keystroke. */
function read(plan: Plan): Choices {
  const atWork = new Set<string>();
  const tags = new Set<string>();
  for (const { record } of plan.tasks) {
    if (record.owner !== undefined) atWork.add(record.owner.value);
    if (record.assign !== undefined) for (const { value } of record.assign.value) atWork.add(value.who);
    if (record.tags !== undefined) for (const { value } of record.tags.value) tags.add(value);
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
