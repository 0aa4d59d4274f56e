// The critical path test: would a long delay of the first critical work reach the finish, or does the network lose it on the way?
import type { PlanLink, PlanTask } from '../plan/plan.ts';
import { worst } from './counted-work.ts';
import { type RuleContext, rule } from './rule.ts';

/** A delay put on the first unfinished critical task that doesn't reach the finish. */
export const criticalPathTest = rule({
  id: 'critical-path-test',
  family: 'logic',
  severity: 'warning',
  timing: 'settled',
  source: 'D12',
  recommended: false,
  parameters: {},
  *check(context) {
    const test = yield* delayFirst(context);
    if (test === undefined || test.reachesFinish) return;
    const { first, stopped } = test;
    yield {
      message: stopped.length > 0 ? 'critical-path-test.fixed' : 'critical-path-test',
      args: {
        task: first.name,
        finish: { minute: context.schedule.planFinish - 1 },
        by: stopped[0]?.name ?? '',
      },
      place: { node: first.key },
      related: worst(stopped, (task) => ({
        message: 'critical-path-test.stopped',
        args: { task: task.name },
        place: { node: (task.record.start ?? task.record.finish)?.node ?? task.key },
      })),
    };
  },
});

interface Delayed {
  readonly first: PlanTask;
  readonly reachesFinish: boolean;
  readonly stopped: readonly PlanTask[];
}

/** What becomes of a long delay of the first unfinished critical work, in steps; undefined where there is none. */
export function* delayFirst(context: RuleContext): Generator<undefined, Delayed | undefined> {
  const first = firstCritical(context);
  if (first === undefined) return undefined;
  const delay = new Delay(context);
  yield* delay.read();
  yield* delay.from(first.index);
  return { first, reachesFinish: delay.reachesFinish(), stopped: [...delay.stoppedBy] };
}

/** So many are a few milliseconds of work at the most. */
const linksPerStep = 8192;
const endsPerStep = 2048;

function firstCritical(context: RuleContext): PlanTask | undefined {
  const { critical, start } = context.schedule;
  let first: PlanTask | undefined;
  for (const task of context.facts.unfinished) {
    if (critical[task.index] !== 1) continue;
    if (first === undefined || (start[task.index] ?? 0) < (start[first.index] ?? 0)) first = task;
  }
  return first;
}

/**
 * Follows a delay that outgrows every slack along the links: what it moves, start or finish, and which fixed dates stop it.
 * That is where 600 working days more would be seen, without computing the schedule again. Linear in tasks and links.
 */
class Delay {
  readonly stoppedBy = new Set<PlanTask>();
  readonly #context: RuleContext;
  readonly #cancelled: Uint8Array;
  readonly #outgoing: (PlanLink[] | undefined)[];
  readonly #started: Uint8Array;
  readonly #finished: Uint8Array;
  /** Starts and finishes that have moved and whose links are still to be followed. */
  readonly #open: { readonly task: number; readonly end: 'start' | 'finish' }[] = [];

  constructor(context: RuleContext) {
    const { plan } = context;
    this.#context = context;
    this.#cancelled = context.facts.cancelled;
    this.#outgoing = new Array(plan.tasks.length);
    this.#started = new Uint8Array(plan.tasks.length);
    this.#finished = new Uint8Array(plan.tasks.length);
  }

  /** Finds the links that count, in steps; before that there are none. */
  *read(): Generator<undefined> {
    const { plan, schedule } = this.#context;
    const left = new Set(
      schedule.conflicts.map((conflict) =>
        conflict.kind === 'cycle' ? conflict.cut : conflict.kind === 'summary-link-refused' ? conflict.link : -1,
      ),
    );
    for (let index = 0; index < plan.kept.network.terms.length; index += 1) {
      if (index % linksPerStep === 0) yield;
      const link = plan.linkAt(index);
      if (link === undefined || link.predecessor < 0 || left.has(index)) continue;
      const before = this.#outgoing[link.predecessor];
      if (before === undefined) this.#outgoing[link.predecessor] = [link];
      else before.push(link);
    }
  }

  /** Lengthens a task: its finish moves, and what hangs on it, in steps. */
  *from(task: number): Generator<undefined> {
    this.#moveFinish(task);
    let followed = 0;
    for (let next = this.#open.pop(); next !== undefined; next = this.#open.pop()) {
      if (followed++ % endsPerStep === 0) yield;
      for (const { type, successor } of this.#outgoing[next.task] ?? []) {
        const leaves = type === 'FS' || type === 'FF' ? 'finish' : 'start';
        if (leaves === next.end) this.#push(successor);
      }
    }
  }

  reachesFinish(): boolean {
    const { plan, schedule } = this.#context;
    return plan.tasks.some(
      ({ index, kind }) =>
        kind !== 'summary' &&
        this.#cancelled[index] === 0 &&
        this.#finished[index] === 1 &&
        schedule.finish[index] === schedule.planFinish,
    );
  }

  /** A link pushes a task, or all inside a summary. */
  #push(index: number): void {
    const { plan } = this.#context;
    const task = plan.tasks[index];
    if (task === undefined) return;
    if (task.end === index + 1) {
      this.#pushOne(task);
    } else if (this.#started[index] === 0) {
      this.#started[index] = 1;
      for (let inside = index + 1; inside < task.end; inside += 1) {
        const one = plan.tasks[inside];
        if (one === undefined) continue;
        if (one.end === inside + 1) {
          this.#pushOne(one);
        } else if (this.#started[inside] === 0) {
          this.#started[inside] = 1;
          this.#open.push({ task: inside, end: 'start' });
        }
      }
      this.#open.push({ task: index, end: 'start' });
    }
  }

  #pushOne(task: PlanTask): void {
    const { plan, schedule } = this.#context;
    const { index, record } = task;
    if (this.#finished[index] === 1 || (schedule.progress[index] ?? 0) >= 100) return;
    const isStarted = (schedule.progress[index] ?? 0) > 0 || record.actual?.start !== undefined;
    if (isStarted) {
      // Facts stay; what remains waits only where there is a status date.
      if (plan.root.statusDate !== undefined) this.#moveFinish(index);
    } else if (this.#cancelled[index] === 0 && (record.start ?? record.finish) !== undefined) {
      this.stoppedBy.add(task);
    } else if (this.#started[index] === 0) {
      this.#started[index] = 1;
      this.#open.push({ task: index, end: 'start' });
      this.#moveFinish(index);
    }
  }

  /** A finish moves, and with it those of the summaries around it. */
  #moveFinish(task: number): void {
    for (
      let index = task;
      index >= 0 && this.#finished[index] !== 1;
      index = this.#context.plan.tasks[index]?.parent ?? -1
    ) {
      this.#finished[index] = 1;
      this.#open.push({ task: index, end: 'finish' });
    }
  }
}
