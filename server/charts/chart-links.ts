// The links of a chart: those of the plan, between the rows that are shown.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { ChartLink } from './chart.ts';
import type { Visible } from './folding.ts';

/** The chart's id of a task, by its index. It begins with a letter and is none of Mermaid's tags. */
export function chartId(index: number): string {
  return `t${index.toString(36)}`;
}

/** Links between rows that are shown; `critical` by task index. Links of folded tasks belong to the row that stands for them. */
export function linksOf(
  { plan, schedule }: Analysis,
  { rowOf }: Visible,
  critical: readonly boolean[],
): readonly ChartLink[] {
  const links = new Map<string, ChartLink>();
  for (const { index, predecessor, successor, type, origin } of plan.links) {
    const from = rowOf[predecessor];
    const to = rowOf[successor];
    if (from === undefined || to === undefined || from === to || isInside(from, to) || isInside(to, from)) continue;
    const driver = schedule.driver(successor);
    const drives = driver.kind === 'link' && driver.link === index;
    // A reserve waits for all of its phase: the arrow of what it really waits for is enough.
    if (origin === 'reserve' && !drives) continue;
    const isCritical = drives && critical[predecessor] === true && critical[successor] === true;
    const key = `${from.index} ${to.index} ${type}`;
    if (links.get(key)?.critical === true) continue;
    links.set(key, { from: chartId(from.index), to: chartId(to.index), type, critical: isCritical });
  }
  return [...links.values()];
}

function isInside(task: PlanTask, summary: PlanTask): boolean {
  return task.index > summary.index && task.index < summary.end;
}
