// A link that others imply already: the successor waits for its predecessor anyway, by way of something else.
import type { Plan, PlanLink } from '../plan/plan.ts';
import { durationMinutes } from '../plan/scalars/duration.ts';
import { removal } from './logic.ts';
import { type RuleContext, rule } from './rule.ts';

/** How many tasks are looked at behind each one: enough for the detours that people write, and no more than linear in all. */
const farthest = 48;

/** So many are a few milliseconds of work at the most. */
const tasksPerStep = 256;
const linksPerStep = 8192;

/** A finish-to-start link without lag that a longer way of such links implies. */
export const redundantDependency = rule({
  id: 'redundant-dependency',
  family: 'logic',
  severity: 'hint',
  timing: 'settled',
  parameters: {},
  *check(context) {
    const { plan } = context;
    const plain = new PlainLinks(context);
    yield* plain.read();
    for (const task of plan.tasks) {
      if (task.index % tasksPerStep === 0) yield;
      const own = plain.into(task.index);
      if (own.length === 0 || (own.length === 1 && !plain.isHeldByWaiting(task.parent))) continue;
      const known = plain.waitedFor(task.index);
      const direct = new Set(own.map(({ predecessor }) => predecessor));
      const kept = mustKeep(task.index, own, plan);
      for (const link of own) {
        if (kept || removal(link).length === 0) continue;
        const via = viaOf(link, known, direct, plan);
        const predecessor = plan.tasks[link.predecessor];
        const middle = plan.tasks[via ?? -1];
        if (predecessor === undefined || middle === undefined) continue;
        yield {
          message:
            middle.index <= task.index && task.index < middle.end
              ? 'redundant-dependency.summary'
              : 'redundant-dependency',
          args: { task: task.name, predecessor: predecessor.name, via: middle.name },
          place: { node: link.node },
          related: [
            {
              message: 'redundant-dependency.via',
              args: { predecessor: predecessor.name, via: middle.name },
              place: { node: middle.key },
            },
          ],
          tags: ['unnecessary'],
          fixes: removal(link),
        };
      }
    }
  },
});

/** By way of what the successor waits for the link's predecessor, or for a summary that holds it, without this link. */
function viaOf(
  { predecessor }: PlanLink,
  known: ReadonlyMap<number, number>,
  direct: ReadonlySet<number>,
  { tasks }: Plan,
): number | undefined {
  const via = known.get(predecessor);
  if (via !== undefined) return via;
  for (let summary = tasks[predecessor]?.parent ?? -1; summary >= 0; summary = tasks[summary]?.parent ?? -1) {
    const bySummary = direct.has(summary) ? summary : known.get(summary);
    if (bySummary !== undefined) return bySummary;
  }
  return undefined;
}

/** The last `after` in a sequence stays: without it the sequence would put another link in its place. */
function mustKeep(task: number, own: readonly PlanLink[], { tasks, root }: Plan): boolean {
  const parent = tasks[tasks[task]?.parent ?? -1];
  const order = parent === undefined ? root.order?.value : parent.phase?.order?.value;
  return order === 'sequential' && own.filter(({ origin }) => origin === 'after').length < 2;
}

/** The links that make their successor wait for all of their predecessor and nothing else, as far as the schedule keeps them. */
class PlainLinks {
  readonly #context: RuleContext;
  readonly #into: (PlanLink[] | undefined)[];
  /** 1 for tasks that wait for something by themselves or with what holds them. */
  readonly #waiting: Uint8Array;

  constructor(context: RuleContext) {
    const { length } = context.plan.tasks;
    this.#context = context;
    this.#into = new Array(length);
    this.#waiting = new Uint8Array(length);
  }

  /** Finds the links, in steps; before that there are none. */
  *read(): Generator<undefined> {
    const { plan, schedule } = this.#context;
    const cut = new Set(schedule.conflicts.map((conflict) => (conflict.kind === 'cycle' ? conflict.cut : -1)));
    for (let index = 0; index < plan.kept.network.terms.length; index += 1) {
      if (index % linksPerStep === 0) yield;
      const link = plan.linkAt(index);
      if (link === undefined || link.predecessor < 0 || cut.has(index) || !isPlain(link, plan)) continue;
      const { predecessor, successor } = link;
      // A fixed date or a fact may stand against a link: then it implies nothing.
      if ((schedule.earlyFinish[predecessor] ?? 0) > (schedule.earlyStart[successor] ?? 0)) continue;
      const before = this.#into[successor];
      if (before === undefined) this.#into[successor] = [link];
      else before.push(link);
    }
    for (const { index, parent } of plan.tasks) {
      if (this.#into[index] !== undefined || this.#waiting[parent] === 1) this.#waiting[index] = 1;
    }
  }

  /** Whether this summary or one around it waits for something. */
  isHeldByWaiting(summary: number): boolean {
    return this.#waiting[summary] === 1;
  }

  into(task: number): readonly PlanLink[] {
    return this.#into[task] ?? [];
  }

  /** What a task waits for beside its own links: each with what it is waited for by way of, nearest first. */
  waitedFor(task: number): ReadonlyMap<number, number> {
    const { plan, schedule } = this.#context;
    const own = this.into(task);
    const known = new Map<number, number>();
    const open: number[] = own.map(({ predecessor }) => predecessor);
    const earliest = open.reduce(
      (least, one) => Math.min(least, schedule.earlyFinish[one] ?? 0),
      Number.POSITIVE_INFINITY,
    );
    const reach = (predecessor: number, via: number) => {
      // What ends before the earliest of them can't lead back to any.
      if (known.has(predecessor) || (schedule.earlyFinish[predecessor] ?? 0) < earliest) return;
      known.set(predecessor, via);
      open.push(predecessor);
    };
    const around = (inside: number, via: number | undefined) => {
      for (let summary = plan.tasks[inside]?.parent ?? -1; summary >= 0; summary = plan.tasks[summary]?.parent ?? -1) {
        for (const { predecessor } of this.into(summary)) reach(predecessor, via ?? summary);
      }
    };
    around(task, undefined);
    for (let next = 0; next < open.length && next < farthest; next += 1) {
      const at = open[next] ?? 0;
      for (const { predecessor } of this.into(at)) reach(predecessor, at);
      around(at, at);
    }
    return known;
  }
}

function isPlain({ type, lag, predecessor, successor }: PlanLink, { tasks, units }: Plan): boolean {
  if (type !== 'FS' || predecessor === successor) return false;
  if (lag !== undefined && (lag.kind === 'percent' ? lag.percent : durationMinutes(lag.duration, units)) !== 0)
    return false;
  const [from, to] = [tasks[predecessor], tasks[successor]];
  if (from === undefined || to === undefined) return false;
  const holds = from.index < to.index ? to.index < from.end : from.index < to.end;
  return !holds;
}
