// What readers can choose from for a plan: people and tags to filter by, baselines to compare with.
import type { Plan } from '../plan/plan.ts';
import type { TaskRecord } from '../plan/schema.generated.ts';
import { Retold } from '../rules/retold.ts';
import type { Choices } from './chart.ts';
import { oneLine } from './mermaid-text.ts';

/** Whom work names, and its tags. */
interface Named {
  readonly people: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
}

/** Of a task at the top and all that it holds: this is asked after every keystroke, and reading what all tasks say takes longer than drawing them. */
const read = new Retold<TaskRecord, Named>();

/** People who have work, tags that work has, baselines with dates. */
export function choicesOf({ tasks, root }: Plan): Choices {
  const people = new Set<string>();
  const tags = new Set<string>();
  for (let top = tasks[0]; top !== undefined; top = tasks[Math.max(top.end, top.index + 1)]) {
    const records = tasks.slice(top.index, Math.max(top.end, top.index + 1)).map(({ record }) => record);
    const named = read.of(top.record, records, () => namedIn(records));
    for (const id of named.people) people.add(id);
    for (const tag of named.tags) tags.add(tag);
  }
  const names = new Map(root.team?.value.map(({ id, value }) => [id, value.name?.value]));
  return {
    people: [...people].map((id) => ({ id, name: oneLine(names.get(id) ?? id) || '?' })),
    tags: [...tags],
    baselines: (root.baselines?.value ?? []).flatMap(({ id, value }) =>
      value.tasks === undefined ? [] : { id, name: oneLine(id) || '?' },
    ),
  };
}

function namedIn(records: readonly TaskRecord[]): Named {
  const people = new Set<string>();
  const tags = new Set<string>();
  for (const { owner, assign, tags: own } of records) {
    if (owner !== undefined) people.add(owner.value);
    if (assign !== undefined) for (const { value } of assign.value) people.add(value.who);
    if (own !== undefined) for (const { value } of own.value) tags.add(value);
  }
  return { people, tags };
}
