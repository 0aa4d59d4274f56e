// The chain of tasks that makes a date what it is, followed back along the links that drive.
import type { EarlyDates } from './forward.ts';
import type { Network } from './network.ts';

/** The chain that drives a task's start, itself last. Links from summaries are followed to the task inside that made them. */
export function drivingChain(network: Network, early: EarlyDates, task: number): readonly number[] {
  const chain: number[] = [];
  const seen = new Set<number>();
  let next = deepestInside(network, early, task, 'finish');
  while (next >= 0 && !seen.has(next)) {
    seen.add(next);
    chain.push(next);
    const link = early.drivers.linkOf(next);
    const from = link < 0 ? -1 : (network.predecessor[link] ?? -1);
    const end = link >= 0 && (network.type[link] ?? 0) % 2 === 1 ? 'start' : 'finish';
    next = from < 0 ? -1 : deepestInside(network, early, from, end);
  }
  return chain.reverse();
}

/** The chain that drives the finish of the plan, first task first. */
export function criticalPath(
  network: Network,
  early: EarlyDates,
  cancelled: (task: number) => boolean,
): readonly number[] {
  const { order, count, isSummary } = network;
  // Of several that end last the one that comes last in the network: the milestone rather than what leads to it.
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const task = order[place] ?? 0;
    if (task >= count || isSummary[task] === 1 || cancelled(task)) continue;
    if (early.finish[task] === early.planFinish) return drivingChain(network, early, task);
  }
  return [];
}

/** The task inside a summary that its start or finish comes from; a task that is none is itself. */
export function deepestInside(network: Network, early: EarlyDates, task: number, end: 'start' | 'finish'): number {
  if (network.isSummary[task] !== 1) return task;
  const moment = early[end][task];
  const last = network.end[task] ?? task + 1;
  for (let inside = task + 1; inside < last; inside += 1) {
    if (network.isSummary[inside] !== 1 && early[end][inside] === moment) return inside;
  }
  return task;
}
