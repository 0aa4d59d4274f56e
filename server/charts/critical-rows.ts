// Which rows are on the critical path: a summary is where work inside it is.
import type { Analysis } from '../analysis.ts';

/** By task index. Buffers and cancelled work count as the schedule says; an empty summary is never critical. */
export function criticalRows({ plan, schedule }: Analysis): readonly boolean[] {
  const critical = plan.tasks.map(({ index, kind }) => kind !== 'summary' && schedule.critical[index] === 1);
  // Children come after their summary.
  for (let index = plan.tasks.length - 1; index >= 0; index--) {
    const parent = plan.tasks[index]?.parent ?? -1;
    if (critical[index] === true && parent >= 0) critical[parent] = true;
  }
  return critical;
}
