// The chain of work that a reserve protects: what drives its start, back to the reserve before it or the beginning of its phase.
import type { PlanLink, PlanTask } from '../plan/plan.ts';
import { durationMinutes } from '../plan/scalars/duration.ts';
import { isElapsed } from '../schedule/at-work.ts';
import type { RuleContext } from './rule.ts';

/** Working minutes of a chain. */
export interface Chain {
  readonly work: number;
  readonly done: number;
  /** Sum of (pessimistic − expected)² over the work with three points. */
  readonly squares: number;
  /** Whether all of its work has three points. */
  readonly isEstimated: boolean;
}

const nothing: Chain = { work: 0, done: 0, squares: 0, isEstimated: true };

/** Chains by what they end with, each link of them walked once. */
export class ProtectedChains {
  readonly #context: RuleContext;
  /** By task; one table for each phase that a chain stays in, -1 for none. */
  readonly #known = new Map<number, Map<number, Chain>>();
  readonly #last = new Map<number, number>();

  constructor(context: RuleContext) {
    this.#context = context;
  }

  /** The chain before a reserve. */
  before(reserve: PlanTask): Chain {
    const phase = this.#phaseOf(reserve.index);
    const known = this.#known.get(phase) ?? new Map<number, Chain>();
    this.#known.set(phase, known);
    const way: number[] = [];
    const seen = new Set<number>();
    let at = this.#driverOf(reserve.index, phase);
    while (at !== undefined && !known.has(at) && !seen.has(at)) {
      seen.add(at);
      way.push(at);
      at = this.#driverOf(at, phase);
    }
    let chain = (at === undefined ? undefined : known.get(at)) ?? nothing;
    for (const task of way.reverse()) {
      chain = this.#with(task, chain);
      known.set(task, chain);
    }
    return chain;
  }

  /** What drives a task's start, as far as this chain goes. */
  #driverOf(task: number, phase: number): number | undefined {
    const { plan, schedule } = this.#context;
    const driver = schedule.driver(task);
    const link = driver.kind === 'link' ? plan.linkAt(driver.link) : this.#lastLink(task);
    const before = link === undefined || link.predecessor < 0 ? undefined : this.#lastIn(link.predecessor);
    if (before === undefined || plan.tasks[before]?.kind === 'buffer') return undefined;
    return phase >= 0 && this.#phaseOf(before) !== phase ? undefined : before;
  }

  #phaseOf(task: number): number {
    return this.#context.facts.tasks.phaseOf(task);
  }

  /** Of a summary the first task inside that ends when it does, at every depth; any other task is its own. */
  #lastIn(task: number): number {
    const { plan, schedule } = this.#context;
    const known = this.#last.get(task);
    if (known !== undefined) return known;
    const endsWith = (child: number) => schedule.earlyFinish[child] === schedule.earlyFinish[task];
    let last = task;
    for (let next: number | undefined = task; next !== undefined; next = plan.tasks[last]?.children.find(endsWith))
      last = next;
    this.#last.set(task, last);
    return last;
  }

  /** Facts drive what is under way or done: there the link whose predecessor ended last stands for what drove it. */
  #lastLink(task: number): PlanLink | undefined {
    const { schedule, facts } = this.#context;
    const endOf = ({ predecessor }: PlanLink) => schedule.finish[predecessor] ?? Number.NEGATIVE_INFINITY;
    let last: PlanLink | undefined;
    for (const link of facts.links.incoming(task)) if (last === undefined || endOf(link) > endOf(last)) last = link;
    return last;
  }

  #with(index: number, chain: Chain): Chain {
    const { plan, schedule } = this.#context;
    const task = plan.tasks[index];
    const minutes = schedule.durationMinutes[index] ?? 0;
    if (task === undefined || task.kind !== 'task' || minutes <= 0) return chain;
    const { dayMinutes } = plan.units;
    const work = isElapsed(task.record) ? (minutes / 1440) * dayMinutes : minutes;
    const spread = spreadOf(task, this.#context);
    return {
      work: chain.work + work,
      done: chain.done + (work * (schedule.progress[index] ?? 0)) / 100,
      squares: chain.squares + (spread ?? 0) ** 2,
      isEstimated: chain.isEstimated && spread !== undefined,
    };
  }
}

/** How much longer than expected it may take: pessimistic − (optimistic + 4 × likely + pessimistic) ÷ 6. */
function spreadOf({ record }: PlanTask, { plan }: RuleContext): number | undefined {
  const { optimistic, likely, pessimistic } = record.estimate ?? {};
  if (optimistic === undefined || likely === undefined || pessimistic === undefined || likely.value.elapsed)
    return undefined;
  const [o, m, p] = [optimistic, likely, pessimistic].map(({ value }) => durationMinutes(value, plan.units));
  if (o === undefined || m === undefined || p === undefined) return undefined;
  return Math.max(0, p - (o + 4 * m + p) / 6);
}
