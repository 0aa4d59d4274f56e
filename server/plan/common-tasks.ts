// Which tasks two versions of a list have in common: an edit adds and takes away in between.
import { type CommonEnds, commonEnds } from '../text/common-ends.ts';
import type { PlanTask } from './plan.ts';

/** How many tasks at the start, and at the end behind that, have the same id, or are read from the same record. */
export function commonTasks(
  tasks: readonly PlanTask[],
  before: readonly PlanTask[],
  what: 'id' | 'record',
): CommonEnds {
  return commonEnds(tasks, before, (one, other) => one?.[what] === other?.[what]);
}
