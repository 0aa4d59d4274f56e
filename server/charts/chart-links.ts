// The links of a chart: those of the plan, between the rows that are shown.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { isDrawnIn, type RowLink } from './blocks.ts';
import type { Visible } from './folding.ts';

/** The chart's id of a task, by its index. It begins with a letter and is none of Mermaid's tags. */
export function chartId(index: number): string {
  return `t${index.toString(36)}`;
}

/**
 * Links that are drawn in the rows from `first` up to `end`, each once; `critical` by task index. Links of folded tasks belong to
 * the row that stands for them. Those far away cost two comparisons each.
 */
export function linksBetween(
  { plan, schedule }: Analysis,
  { tasks, rowOf }: Visible,
  critical: readonly boolean[],
  first: number,
  end: number,
): Iterable<RowLink> {
  const links = new Map<string, RowLink>();
  for (const { index, predecessor, successor, type, origin } of plan.links) {
    const from = rowOf[predecessor] ?? -1;
    const to = rowOf[successor] ?? -1;
    if (from === to || !isDrawnIn({ from, to }, first, end)) continue;
    const ends = [tasks[from], tasks[to]] as const;
    if (ends[0] === undefined || ends[1] === undefined) continue;
    if (isInside(ends[0], ends[1]) || isInside(ends[1], ends[0])) continue;
    const driver = schedule.driver(successor);
    const drives = driver.kind === 'link' && driver.link === index;
    // A reserve waits for all of its phase: the arrow of what it really waits for is enough.
    if (origin === 'reserve' && !drives) continue;
    const isCritical = drives && critical[predecessor] === true && critical[successor] === true;
    const key = `${from} ${to} ${type}`;
    if (links.get(key)?.critical === true) continue;
    links.set(key, { from, to, type, critical: isCritical });
  }
  return links.values();
}

function isInside(task: PlanTask, summary: PlanTask): boolean {
  return task.index > summary.index && task.index < summary.end;
}
