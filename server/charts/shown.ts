// What of a plan is shown: folding and filter together.
import type { Analysis } from '../analysis.ts';
import { isLeftOut } from '../schedule/series.ts';
import type { Wording } from '../words/words.ts';
import { criticalRows } from './critical-rows.ts';
import { type Filter, type Filtered, filtered, isEmpty } from './filter.ts';
import { comfortableRows, type Folding, fitting, foldedTasks, type Visible, visibleTasks } from './folding.ts';
import { taskFacts } from './task-facts.ts';

/** How a reader wants a chart. */
export interface Look {
  /** Undefined: large plans fold themselves. */
  readonly folding?: Folding;
  readonly filter?: Filter;
}

export interface Shown {
  /** Indexes of the summaries that are folded. */
  readonly folded: ReadonlySet<number>;
  readonly visible: Visible;
  /** Undefined where nothing is filtered. */
  readonly filtered: Filtered | undefined;
}

/** The rows of a plan as a reader wants them; `ids`: the plan ids by task index. Linear in the tasks. */
export function shownOf(
  analysis: Analysis,
  ids: readonly string[],
  { folding = fitting, filter }: Look,
  wording: Wording,
): Shown {
  const { plan } = analysis;
  const found =
    filter === undefined || isEmpty(filter)
      ? undefined
      : filtered(taskFacts(analysis, ids, criticalRows(analysis), wording), filter, filterStart(analysis));
  const keeps = takingPlace(analysis, found?.keeps);
  const folded = foldedTasks(plan, ids, folding, comfortableRows, keeps);
  return { folded, visible: visibleTasks(plan, folded, keeps), filtered: found };
}

/** Times of repetitions that don't take place have no rows. */
function takingPlace({ plan, schedule }: Analysis, keeps: readonly boolean[] | undefined): typeof keeps {
  const isRepeating = schedule.kept.passes.early.times !== undefined;
  if (!isRepeating || !plan.tasks.some(({ index }) => isLeftOut(schedule, index))) return keeps;
  return plan.tasks.map(({ index }) => keeps?.[index] !== false && !isLeftOut(schedule, index));
}

/** The minute from which a filter counts the next weeks. */
export function filterStart({ plan, snapshot }: Analysis): number {
  const statusDay = plan.root.statusDate?.value.day;
  return statusDay === undefined ? snapshot.nowMinute : (statusDay + 1) * 1440;
}
