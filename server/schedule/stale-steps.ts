// Which steps of a network must be walked again because tasks were read differently.
import type { Activities } from './activities.ts';
import type { Network } from './network.ts';
import { markBefore, markInside } from './reach.ts';

/** The tasks of which two readings of one network say something else, in order. */
export function changedTasks(one: Activities, other: Activities, count: number): readonly number[] {
  const changed = new Set<number>();
  const columns: { readonly [name: string]: ArrayLike<unknown> } = { ...one };
  const others: { readonly [name: string]: ArrayLike<unknown> } = { ...other };
  for (const [name, values] of Object.entries(columns)) {
    const known = others[name];
    if (values === known || known === undefined) continue;
    for (let task = 0; task < count; task += 1) if (!Object.is(values[task], known[task])) changed.add(task);
  }
  return [...changed].sort((a, b) => a - b);
}

/** The steps of the forward pass in which these tasks are walked. */
export function staleForward({ count, isSummary }: Network, tasks: readonly number[]): Uint8Array {
  const stale = new Uint8Array(2 * count);
  for (const task of tasks) {
    stale[task] = 1;
    if (isSummary[task] === 1) stale[count + task] = 1;
  }
  return stale;
}

/** The steps of the backward pass that hang on what the forward pass has walked again, and on what is gone (`behind`). */
export function staleBackward(network: Network, walked: Uint8Array, behind: readonly number[]): Uint8Array {
  const { count, isSummary } = network;
  const stale = walked.slice();
  for (const step of behind) stale[step] = 1;
  for (let task = 0; task < count; task += 1) {
    if (walked[task] === 0 && walked[count + task] === 0) continue;
    // Lags and what is done are the successor's to tell; who is first inside a summary, the summary's.
    markBefore(network, task, stale);
    if (isSummary[task] === 1) markInside(network, task, stale);
  }
  return stale;
}
