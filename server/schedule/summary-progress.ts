// How far summaries are: by the duration of what is inside, buffers and cancelled work left out.
import { type Activities, kinds } from './activities.ts';
import type { Network } from './network.ts';

/** Progress by task, 0…100. A summary of milestones only counts them. */
export function progressOfAll(network: Network, activities: Activities, duration: Float64Array): Float64Array {
  const { count, parent, isSummary } = network;
  const { kind, buffer } = activities;
  const progress = activities.progress.slice(0, count);
  const weight = new Float64Array(count);
  const done = new Float64Array(count);
  const points = new Float64Array(count);
  const reached = new Float64Array(count);
  for (let task = count - 1; task >= 0; task -= 1) {
    if (isSummary[task] === 1) {
      const all = points[task] ?? 0;
      const total = weight[task] ?? 0;
      const share = total > 0 ? (done[task] ?? 0) / total : all > 0 ? (reached[task] ?? 0) / all : 0;
      progress[task] = share * 100;
    } else if (kind[task] === kinds.work && buffer[task] === 0) {
      weight[task] = duration[task] ?? 0;
      done[task] = ((weight[task] ?? 0) * (progress[task] ?? 0)) / 100;
    } else if (kind[task] === kinds.point && buffer[task] === 0) {
      points[task] = 1;
      reached[task] = progress[task] === 100 ? 1 : 0;
    }
    const summary = parent[task] ?? -1;
    if (summary < 0) continue;
    weight[summary] = (weight[summary] ?? 0) + (weight[task] ?? 0);
    done[summary] = (done[summary] ?? 0) + (done[task] ?? 0);
    points[summary] = (points[summary] ?? 0) + (points[task] ?? 0);
    reached[summary] = (reached[summary] ?? 0) + (reached[task] ?? 0);
  }
  return progress;
}
