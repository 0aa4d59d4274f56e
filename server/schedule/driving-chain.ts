// The chain of tasks that makes a date what it is, followed back along the links that drive.
import { type Activities, kinds } from './activities.ts';
import type { EarlyDates } from './forward.ts';
import { leavesFinish, type Network } from './network.ts';

/** Chains of one schedule. Links from summaries are followed to the task inside that makes the date. */
export class DrivingChains {
  readonly #network: Network;
  readonly #early: EarlyDates;
  readonly #kind: Uint8Array;
  /** By summary: the makers that were asked for. */
  readonly #makers = { start: new Map<number, number>(), finish: new Map<number, number>() };
  /** By summary in which nothing takes place. */
  readonly #last = new Map<number, number>();

  constructor(network: Network, early: EarlyDates, { kind }: Activities) {
    this.#network = network;
    this.#early = early;
    this.#kind = kind;
  }

  /** The chain that drives a task's start, itself last; of a summary that of what ends last in it. Of a longer one the last `most`. */
  to(task: number, most = Number.POSITIVE_INFINITY): readonly number[] {
    const chain: number[] = [];
    const seen = new Set<number>();
    let next = this.maker(task, 'finish');
    while (next >= 0 && chain.length < most && !seen.has(next)) {
      seen.add(next);
      chain.push(next);
      next = this.before(next);
    }
    return chain.reverse();
  }

  /** The task whose start or finish drives the start of one that is no summary; -1 where no task of this plan does. */
  before(task: number): number {
    const { predecessor, type } = this.#network;
    const link = this.#early.drivers.linkOf(this.#placed(task));
    const from = link < 0 ? -1 : (predecessor[link] ?? -1);
    return from < 0 ? -1 : this.maker(from, leavesFinish[type[link] ?? 0] ? 'finish' : 'start');
  }

  /** The task that says why another one starts when it does: of a summary one inside. */
  starter(task: number): number {
    return this.#placed(this.maker(task, 'start'));
  }

  /** A summary in which nothing takes place stands where the last of what it holds would: that one says why. */
  #placed(task: number): number {
    if (this.#network.isSummary[task] !== 1 || this.#early.hollow[task] !== 1) return task;
    const last = this.#last.get(task) ?? this.#lastOf(task);
    this.#last.set(task, last);
    return last;
  }

  #lastOf(hollow: number): number {
    const { isSummary, end: ends } = this.#network;
    const { finish } = this.#early;
    for (let inside = hollow + 1; inside < (ends[hollow] ?? 0); inside += 1)
      if (isSummary[inside] !== 1 && finish[inside] === finish[hollow]) return inside;
    return hollow;
  }

  /** The chain that drives the finish of the plan. */
  toFinish(): readonly number[] {
    const { order, count, isSummary } = this.#network;
    // Of several that end last the one that comes last in the network: the milestone rather than what leads to it.
    for (let place = order.length - 1; place >= 0; place -= 1) {
      const task = order[place] ?? 0;
      if (task >= count || isSummary[task] === 1 || this.#kind[task] === kinds.cancelled) continue;
      if (this.#early.finish[task] === this.#early.planFinish) return this.to(task);
    }
    return [];
  }

  /** The task inside a summary that its start or finish comes from; any other task is its own. */
  maker(summary: number, end: 'start' | 'finish'): number {
    if (this.#network.isSummary[summary] !== 1) return summary;
    const known = this.#makers[end].get(summary);
    if (known !== undefined) return known;
    const maker = this.#makerInside(summary, end);
    this.#makers[end].set(summary, maker);
    return maker;
  }

  #makerInside(summary: number, end: 'start' | 'finish'): number {
    const { isSummary, end: ends } = this.#network;
    const dates = this.#early[end];
    let made = summary;
    for (let task = summary + 1; task < (ends[summary] ?? 0); task += 1) {
      if (isSummary[task] === 1 || this.#kind[task] === kinds.cancelled || dates[task] !== dates[summary]) continue;
      if (end === 'start') return task;
      made = task;
    }
    return made;
  }
}
