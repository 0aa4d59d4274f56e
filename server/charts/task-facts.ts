// What filters ask of the tasks of a plan.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { taskName } from '../words/task-names.ts';
import type { Wording } from '../words/words.ts';
import type { Facts } from './filter.ts';

/** The facts of all tasks, by index; `critical`: by task index. */
export function taskFacts(
  { plan, schedule }: Analysis,
  ids: readonly string[],
  critical: readonly boolean[],
  wording: Wording,
): readonly Facts[] {
  return plan.tasks.map((task) => ({
    name: taskName(task, wording),
    id: ids[task.index] ?? task.id,
    parent: task.parent,
    isSummary: task.kind === 'summary',
    people: peopleOf(task),
    tags: tagsOf(task),
    critical: critical[task.index] === true,
    start: schedule.start[task.index] ?? Number.NaN,
    finish: schedule.finish[task.index] ?? Number.NaN,
  }));
}

/** Who owns a task, and who is assigned to it: ids, each once. */
export function peopleOf({ record: { owner, assign } }: PlanTask): readonly string[] {
  if (owner === undefined && assign === undefined) return [];
  return [
    ...new Set([...(owner === undefined ? [] : [owner.value]), ...(assign?.value ?? []).map(({ value }) => value.who)]),
  ];
}

export function tagsOf({ record: { tags } }: PlanTask): readonly string[] {
  return tags?.value.map(({ value }) => value) ?? [];
}
