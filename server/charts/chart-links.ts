// The links of a chart: those of the plan, between the rows that are shown.
import type { Analysis } from '../analysis.ts';
import type { PlanLink } from '../plan/plan.ts';
import { isDrawnIn } from './blocks.ts';
import type { RowLink } from './chart.ts';
import type { Nested, Visible } from './folding.ts';

/** The chart's id of a task, by its index. It begins with a letter and is none of Mermaid's tags. */
export function chartId(index: number): string {
  return `t${index.toString(36)}`;
}

/**
 * Links that are drawn in the rows from `first` up to `end`, each once; `critical` by task index. Links of folded tasks belong to
 * the row that stands for them. Those far away cost two comparisons each.
 */
export function linksBetween(
  analysis: Analysis,
  visible: Visible,
  critical: readonly boolean[],
  first: number,
  end: number,
): Iterable<RowLink> {
  const { plan } = analysis;
  return linksAmong(plan.kept.network, visible, { first, end }, (index) => {
    const link = plan.linkAt(index);
    const isCritical = link && arrowOf(analysis, critical, link);
    return link === undefined || isCritical === undefined ? undefined : { type: link.type, critical: isCritical };
  });
}

/** Whether the arrow of a link is critical; undefined where there is none: a reserve waits for all of its phase, what it really waits for is enough. */
export function arrowOf(
  { schedule }: Analysis,
  critical: readonly boolean[],
  { index, predecessor, successor, origin }: PlanLink,
): boolean | undefined {
  const driver = schedule.driver(successor);
  const drives = driver.kind === 'link' && driver.link === index;
  if (origin === 'reserve' && !drives) return undefined;
  return drives && critical[predecessor] === true && critical[successor] === true;
}

/** A link between two tasks, by their indexes. */
export type TaskLink = Pick<PlanLink, 'predecessor' | 'successor' | 'type'>;

/** What links join, by their indexes: task indexes, -1 for none. */
interface Ends {
  readonly predecessor: ArrayLike<number>;
  readonly successor: ArrayLike<number>;
}

/** Links as they are drawn between rows; `arrow`: asked of those that are, by their index; undefined where one is left out. */
export function linksAmong(
  { predecessor, successor }: Ends,
  { tasks, rowOf }: Visible<Nested>,
  { first, end }: { readonly first: number; readonly end: number },
  arrow: (index: number) => Pick<RowLink, 'type' | 'critical'> | undefined,
): Iterable<RowLink> {
  const links = new Map<string, RowLink>();
  for (let index = 0; index < predecessor.length; index += 1) {
    const from = rowOf[predecessor[index] ?? -1] ?? -1;
    const to = rowOf[successor[index] ?? -1] ?? -1;
    if (from === to || !isDrawnIn({ from, to }, first, end)) continue;
    const ends = [tasks[from], tasks[to]] as const;
    if (ends[0] === undefined || ends[1] === undefined) continue;
    if (isInside(ends[0], ends[1]) || isInside(ends[1], ends[0])) continue;
    const drawn = arrow(index);
    if (drawn === undefined) continue;
    const key = `${from} ${to} ${drawn.type}`;
    if (links.get(key)?.critical === true) continue;
    links.set(key, { from, to, type: drawn.type, critical: drawn.critical });
  }
  return links.values();
}

function isInside(task: Nested, summary: Nested): boolean {
  return task.index > summary.index && task.index < summary.end;
}
