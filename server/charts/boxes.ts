// What network and work breakdown are drawn from, worded, without the plan around it: exported files carry it, and fold it themselves.
import type { Analysis } from '../analysis.ts';
import type { PlanLink, PlanTask } from '../plan/plan.ts';
import { taskName } from '../words/task-names.ts';
import type { Wording } from '../words/words.ts';
import { arrowOf, type TaskLink } from './chart-links.ts';
import { criticalRows } from './critical-rows.ts';
import type { Nested } from './folding.ts';
import { oneLine } from './mermaid-text.ts';
import { planIds } from './plan-ids.ts';
import { finishDay, shortDay, startDay } from './view-dates.ts';
import { isCancelled, isOver } from './work-states.ts';

/** A task as it is drawn. */
export interface Box extends Nested {
  readonly planId: string;
  /** As it is written in the plan: what stands where a name says nothing. */
  readonly id: string;
  readonly name: string;
  readonly kind: PlanTask['kind'];
  /** `03-02 → 03-06` */
  readonly dates: string;
  /** A summary is, where work inside it is. */
  readonly isCritical: boolean;
  readonly isDone: boolean;
  readonly isCancelled: boolean;
}

export interface Arrow extends TaskLink {
  readonly isCritical: boolean;
}

export interface Boxes {
  /** The plan's own name. */
  readonly name: string;
  /** In the order of the plan, by index. */
  readonly tasks: readonly Box[];
  readonly arrows: readonly Arrow[];
}

/** All of a plan that can be drawn as boxes. */
export function boxesOf(analysis: Analysis, wording: Wording): Boxes {
  const { plan } = analysis;
  const critical = criticalRows(analysis);
  const ids = planIds(plan);
  return {
    name: plan.name,
    tasks: plan.tasks.map((task): Box => {
      const { index, parent, children, depth, end, id, kind } = task;
      return {
        ...{ index, parent, children, depth, end, id, kind },
        planId: ids[index] ?? id,
        name: oneLine(taskName(task, wording)) || id,
        dates: datesOf(analysis, task),
        isCritical: critical[index] === true,
        isDone: isOver(analysis, task),
        isCancelled: isCancelled(task, analysis.schedule),
      };
    }),
    arrows: plan.links.flatMap((link: PlanLink): readonly Arrow[] => {
      const { predecessor, successor, type } = link;
      const isCritical = arrowOf(analysis, critical, link);
      return isCritical === undefined ? [] : [{ predecessor, successor, type, isCritical }];
    }),
  };
}

function datesOf({ schedule }: Analysis, { index, kind }: PlanTask): string {
  const start = schedule.start[index] ?? Number.NaN;
  const finish = schedule.finish[index] ?? Number.NaN;
  if (kind === 'milestone' || start === finish) return startDay(start);
  const [from, to] = [shortDay(start), finishDay(finish).slice(5)];
  return from === to ? from : `${from} → ${to}`;
}
