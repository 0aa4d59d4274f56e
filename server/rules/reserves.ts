// Rules about reserves of time: long work has one, it is large enough for what it protects, and it isn't used up before the work is done.
import type { PlanTask } from '../plan/plan.ts';
import { durationMinutes, formatMinutes } from '../plan/scalars/duration.ts';
import { scalarSource } from '../text/quoting.ts';
import { planPlace } from './counted-work.ts';
import type { Fix, Report } from './finding.ts';
import { freeId, isId, writesChinese } from './new-task.ts';
import { ProtectedChains } from './protected-chain.ts';
import { type RuleContext, rule } from './rule.ts';
import { is } from './task-table.ts';

/** Long work without a reserve. Only where something follows it, or a date is promised: that is what the reserve would protect. */
export const missingBuffer = rule({
  id: 'missing-buffer',
  family: 'milestones',
  severity: 'info',
  parameters: { from: { kind: 'duration', default: '4w' }, share: { kind: 'percent', default: '10%' } },
  *check(context, { from, share }) {
    const { plan, schedule, tree, facts } = context;
    const { phases, cancelled } = facts;
    if (phases.length === 0) {
      const length = schedule.calendar.between(schedule.planStart, schedule.planFinish);
      if (plan.root.finish === undefined || length <= from || reservesOf(context).length > 0) return;
      yield {
        message: 'missing-buffer.plan',
        args: { length: { workingMinutes: length }, from: { workingMinutes: from } },
        place: planPlace(plan, tree),
        fixes: planReserve(wholeDays((length * share) / 100, context), context),
      };
      return;
    }
    let followed: ReadonlySet<number> | undefined;
    let worthy: ReadonlySet<number> | undefined;
    for (const phase of phases) {
      if ((schedule.progress[phase.index] ?? 0) >= 100 || cancelled[phase.index] === 1) continue;
      if (facts.tasks.holds(phase, is.reserve, cancelled) || phase.phase?.unread.includes('buffer') === true) continue;
      const length = schedule.calendar.between(
        schedule.start[phase.index] ?? 0,
        facts.workFinishes[phase.index] ?? Number.NaN,
      );
      if (!(length > from)) continue;
      followed ??= beforeReserves(context);
      if (followed.has(phase.index)) continue;
      worthy ??= worthProtecting(context);
      if (!worthy.has(phase.index)) continue;
      yield phaseReport(phase, length, from, wholeDays((length * share) / 100, context));
    }
  },
});

function reservesOf({ facts: { tasks, cancelled } }: RuleContext): readonly PlanTask[] {
  return tasks.where(is.reserve).filter(({ index }) => cancelled[index] === 0);
}

/** What a reserve waits for. */
function beforeReserves(context: RuleContext): ReadonlySet<number> {
  const reserves = new Uint8Array(context.plan.tasks.length);
  for (const { index } of reservesOf(context)) reserves[index] = 1;
  return new Set(context.facts.links.into(reserves).map(({ predecessor }) => predecessor));
}

/** The phases that something outside waits for, or that have a promised date to keep. */
function worthProtecting({ plan, schedule, facts: { phases, tasks } }: RuleContext): ReadonlySet<number> {
  if (plan.root.finish !== undefined) return new Set(phases.map(({ index }) => index));
  const worthy = new Set(schedule.promises.map(({ task }) => tasks.phaseOf(task)));
  const { predecessor, successor } = schedule.network;
  for (const [link, from] of predecessor.entries()) {
    const phase = tasks.phaseOf(from);
    if (phase !== tasks.phaseOf(successor[link] ?? -1)) worthy.add(phase);
  }
  return worthy;
}

function phaseReport(phase: PlanTask, length: number, from: number, reserve: string): Report {
  return {
    message: 'missing-buffer',
    args: { phase: phase.name, length: { workingMinutes: length }, from: { workingMinutes: from }, reserve },
    place: { node: phase.key },
    fixes: [{ kind: 'set-key', of: phase.node, key: 'buffer', value: reserve }],
  };
}

/** Whole days, rounded up: a reserve is no place for hours. */
function wholeDays(minutes: number, { plan }: RuleContext): string {
  const { dayMinutes } = plan.units;
  return formatMinutes(Math.max(1, Math.ceil(minutes / dayMinutes)) * dayMinutes, false, plan.units);
}

/** A reserve before the last milestone, or at the end where the plan doesn't end with one. */
function planReserve(length: string, context: RuleContext): readonly Fix[] {
  const { plan, schedule } = context;
  const tasks = plan.root.tasks?.node;
  const last = plan.tasks[schedule.criticalPath.at(-1) ?? -1];
  const source = ({ id }: PlanTask) => scalarSource(id, true);
  if (tasks === undefined || last === undefined || !isId(last.id) || plan.findTask(last.id, -1) !== last) return [];
  const key = freeId(writesChinese(last.id) || writesChinese(plan.name) ? '缓冲' : 'reserve', context);
  if (last.kind !== 'milestone') {
    return [
      { kind: 'add-entry', of: tasks, key, value: `{ duration: ${length}, buffer: true, after: ${source(last)} }` },
    ];
  }
  const before = context.facts.links.incoming(last.index).flatMap(({ predecessor }) => plan.tasks[predecessor] ?? []);
  if (before.length === 0 || before.some((task) => !isId(task.id) || plan.findTask(task.id, -1) !== task)) return [];
  const after = before.length === 1 ? before.map(source).join('') : `[${before.map(source).join(', ')}]`;
  const value = `{ duration: ${length}, buffer: true, after: ${after}, before: ${source(last)} }`;
  return [{ kind: 'add-entry', of: tasks, key, value }];
}

/** A reserve that is small beside the chain it protects. */
export const bufferTooSmall = rule({
  id: 'buffer-too-small',
  family: 'milestones',
  severity: 'info',
  timing: 'settled',
  parameters: { min: { kind: 'percent', default: '10%' } },
  *check(context, { min }) {
    const { plan } = context;
    const chains = new ProtectedChains(context);
    for (const task of reservesOf(context)) {
      yield;
      const { duration } = task.record;
      if (duration === undefined || duration.value.elapsed) continue;
      const chain = chains.before(task);
      if (chain.work <= 0) continue;
      const reserve = durationMinutes(duration.value, plan.units);
      const needed = chain.isEstimated ? Math.sqrt(chain.squares) : (chain.work * min) / 100;
      // Whole minutes: the root of a sum seldom is one.
      if (reserve >= Math.floor(needed)) continue;
      yield {
        message: chain.isEstimated ? 'buffer-too-small.estimated' : 'buffer-too-small',
        args: {
          task: task.name,
          reserve: { workingMinutes: reserve },
          chain: { workingMinutes: chain.work },
          share: { percent: (reserve / chain.work) * 100 },
          min: { percent: min },
          needed: { workingMinutes: needed },
        },
        place: { node: duration.node },
        fixes: [
          {
            kind: 'replace',
            place: { node: duration.node },
            text: wholeDays(needed, context),
            key: task.synthetic === undefined ? 'duration' : 'buffer',
          },
        ],
      };
    }
  },
});

/** A reserve that is used up faster than its chain is done: the yellow and the red of the fever chart. */
export const bufferConsumed = rule({
  id: 'buffer-consumed',
  family: 'milestones',
  severity: 'warning',
  timing: 'settled',
  parameters: { yellow: { kind: 'percent', default: '10%' }, red: { kind: 'percent', default: '30%' } },
  *check(context, { yellow, red }) {
    const { plan, schedule, facts } = context;
    const { promised } = facts;
    if (promised.size === 0) return;
    const chains = new ProtectedChains(context);
    for (const task of facts.tasks.where(is.reserve)) {
      yield;
      const promise = promised.get(task.index);
      const { duration } = task.record;
      if (promise === undefined || duration === undefined || duration.value.elapsed) continue;
      const whole = durationMinutes(duration.value, plan.units);
      const chain = chains.before(task);
      if (whole <= 0 || chain.work <= 0 || chain.done >= chain.work) continue;
      const left = schedule.calendarOf(task.index).between(schedule.start[task.index] ?? 0, promise.finish);
      const used = ((whole - left) / whole) * 100;
      const done = (chain.done / chain.work) * 100;
      if (used <= done || used <= yellow) continue;
      const stage = left < 0 ? 'over' : left === 0 ? 'gone' : used - done > red ? 'red' : 'yellow';
      yield {
        message: `buffer-consumed.${stage}`,
        args: {
          task: task.name,
          used: { percent: Math.round(used) },
          done: { percent: Math.round(done) },
          left: { workingMinutes: left },
          over: { workingMinutes: -left },
          whole: { workingMinutes: whole },
        },
        place: { node: duration.node },
        related: [{ message: 'buffer-consumed.promise', args: {}, place: { node: promise.node } }],
      };
    }
  },
});
