// How far summaries are: by the duration of what is inside, buffers and cancelled work left out.
import { type Activities, kinds } from './activities.ts';
import type { Network } from './network.ts';

/** Progress by task, 0…100. A summary of milestones only counts them. */
export function progressOfAll(network: Network, activities: Activities, duration: Float64Array): Float64Array {
  const { count, parent, isSummary } = network;
  const { kind, buffer } = activities;
  const progress = activities.progress.slice(0, count);
  // The summaries around the task at hand, outermost first, and what they hold behind it.
  const around: number[] = [];
  const weights: number[] = [];
  const doneWeights: number[] = [];
  const pointCounts: number[] = [];
  const reachedCounts: number[] = [];
  for (let task = count - 1; task >= 0; task -= 1) {
    let weight = 0;
    let done = 0;
    let points = 0;
    let reached = 0;
    if (isSummary[task] === 1) {
      around.pop();
      weight = weights.pop() ?? 0;
      done = doneWeights.pop() ?? 0;
      points = pointCounts.pop() ?? 0;
      reached = reachedCounts.pop() ?? 0;
      const share = weight > 0 ? done / weight : points > 0 ? reached / points : 0;
      progress[task] = share * 100;
    } else if (kind[task] === kinds.work && buffer[task] === 0) {
      weight = duration[task] ?? 0;
      done = (weight * (progress[task] ?? 0)) / 100;
    } else if (kind[task] === kinds.point && buffer[task] === 0) {
      points = 1;
      reached = progress[task] === 100 ? 1 : 0;
    }
    const summary = parent[task] ?? -1;
    if (summary < 0) continue;
    let depth = around.length - 1;
    if (depth < 0 || around[depth] !== summary) {
      depth = around.push(summary) - 1;
      weights.push(0);
      doneWeights.push(0);
      pointCounts.push(0);
      reachedCounts.push(0);
    }
    weights[depth] = (weights[depth] ?? 0) + weight;
    doneWeights[depth] = (doneWeights[depth] ?? 0) + done;
    pointCounts[depth] = (pointCounts[depth] ?? 0) + points;
    reachedCounts[depth] = (reachedCounts[depth] ?? 0) + reached;
  }
  return progress;
}
