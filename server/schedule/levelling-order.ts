// The order in which tasks are levelled: after all that they wait for, and of those that could go next the most pressing first.
import type { Network } from './network.ts';

/** Steps of the network as in `Network.order`. Summaries are passed as soon as they can be. O((tasks + links) log tasks). */
export function levellingOrder(network: Network, priority: Float64Array): Int32Array {
  const { count, isSummary } = network;
  const targets = stepsBehind(network);
  const waiting = new Int32Array(2 * count);
  targets.forEach((behind) => {
    for (const step of behind) waiting[step] = (waiting[step] ?? 0) + 1;
  });
  const keyOf = (step: number): number =>
    step >= count || isSummary[step] === 1 ? Number.NEGATIVE_INFINITY : (priority[step] ?? 0);
  const ready = new Heap(keyOf);
  for (let step = 0; step < 2 * count; step += 1) if (counts(network, step) && waiting[step] === 0) ready.add(step);
  const order: number[] = [];
  for (let step = ready.take(); step !== undefined; step = ready.take()) {
    order.push(step);
    for (const next of targets[step] ?? []) {
      waiting[next] = (waiting[next] ?? 0) - 1;
      if (waiting[next] === 0) ready.add(next);
    }
  }
  return Int32Array.from(order);
}

/** A task has one step, a summary two. */
function counts({ count, isSummary }: Network, step: number): boolean {
  return step < count || isSummary[step - count] === 1;
}

/** By step: the steps that wait for it. */
function stepsBehind({
  count,
  parent,
  isSummary,
  predecessor,
  incoming,
  incomingFrom,
}: Network): readonly (readonly number[])[] {
  const behind: number[][] = Array.from({ length: 2 * count }, () => []);
  const lastStep = (task: number): number => (isSummary[task] === 1 ? count + task : task);
  for (let task = 0; task < count; task += 1) {
    const summary = parent[task] ?? -1;
    if (summary >= 0) {
      behind[summary]?.push(task);
      behind[lastStep(task)]?.push(count + summary);
    }
    const until = incomingFrom[task + 1] ?? 0;
    for (let place = incomingFrom[task] ?? 0; place < until; place += 1) {
      const from = predecessor[incoming[place] ?? 0] ?? -1;
      if (from >= 0) behind[lastStep(from)]?.push(task);
    }
  }
  return behind;
}

/** Steps by key, of equal ones the smallest first. */
class Heap {
  readonly #steps: number[] = [];
  readonly #keyOf: (step: number) => number;

  constructor(keyOf: (step: number) => number) {
    this.#keyOf = keyOf;
  }

  add(step: number): void {
    const steps = this.#steps;
    let at = steps.length;
    steps.push(step);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isBefore(at, above)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  take(): number | undefined {
    const steps = this.#steps;
    const [first] = steps;
    const last = steps.pop();
    if (last === undefined || steps.length === 0) return first;
    steps[0] = last;
    for (let at = 0; ; ) {
      let next = at;
      for (const below of [2 * at + 1, 2 * at + 2])
        if (below < steps.length && this.#isBefore(below, next)) next = below;
      if (next === at) return first;
      this.#swap(at, next);
      at = next;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const [a, b] = [this.#steps[one] ?? 0, this.#steps[other] ?? 0];
    const [first, second] = [this.#keyOf(a), this.#keyOf(b)];
    return first < second || (first === second && a < b);
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#steps[one] ?? 0, this.#steps[other] ?? 0];
    this.#steps[one] = b;
    this.#steps[other] = a;
  }
}
