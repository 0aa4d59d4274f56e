// Rules that hold the schedule against its baseline: slips, tasks done against tasks promised, the length of the critical path.
import type { PlanTask } from '../plan/plan.ts';
import { lastMinute } from '../schedule/moments.ts';
import { fewestForShare, planPlace, worst } from './counted-work.ts';
import type { Related } from './finding.ts';
import { dueUntil } from './reported-until.ts';
import { type RuleContext, rule } from './rule.ts';
import { Slips } from './slips.ts';

/** A finish later than the baseline; what only follows from another slip is told with that one. What is over, and makes nothing late that isn't, is history. */
export const slippedFromBaseline = rule({
  id: 'slipped-from-baseline',
  family: 'progress',
  severity: 'warning',
  timing: 'settled',
  source: 'D11',
  parameters: { tolerance: { kind: 'duration', default: '0d' } },
  *check(context, { tolerance }) {
    const { plan, schedule } = context;
    const promised = context.facts.promised;
    if (promised.size === 0) return;
    const slips = new Slips(context, promised, tolerance);
    for (const [index, followers] of slips.byCause()) {
      const task = plan.tasks[index];
      const promise = promised.get(index);
      if (task === undefined || promise === undefined) continue;
      if ([task, ...followers].every((each) => (schedule.progress[each.index] ?? 0) >= 100)) continue;
      yield {
        message: followers.length > 0 ? 'slipped-from-baseline.followed' : 'slipped-from-baseline',
        args: {
          task: task.name,
          finish: { minute: (schedule.finish[index] ?? 1) - 1 },
          promised: { minute: promise.finish - 1 },
          by: slips.sizeOf(task),
          count: followers.length,
        },
        place: { node: task.key },
        related: [
          { message: 'slipped-from-baseline.promise', args: {}, place: { node: promise.node } },
          ...worst(followers, (follower) => ({
            message: 'slipped-from-baseline.follower',
            args: { task: follower.name, by: slips.sizeOf(follower) },
            place: { node: follower.key },
          })),
        ],
      };
    }
  },
});

/** Tasks done against tasks that should be done: the baseline execution index. */
export const baselineExecution = rule({
  id: 'baseline-execution',
  family: 'progress',
  severity: 'warning',
  timing: 'settled',
  source: 'D14',
  recommended: false,
  parameters: { min: { kind: 'number', default: '0.95' } },
  *check(context, { min }) {
    const { plan, tree } = context;
    const promised = context.facts.promised;
    const execution = context.facts.work.length < fewestForShare ? undefined : baselineExecutionOf(context);
    if (execution === undefined || execution.index >= min) return;
    const { index, done, due, unpromised, asOf, undone } = execution;
    yield {
      message: 'baseline-execution',
      args: { index, min, done, due, unpromised, asOf: { minute: asOf - 1 } },
      place: planPlace(plan, tree),
      related: worst(
        undone,
        (task): Related => ({
          message: 'baseline-execution.task',
          args: { task: task.name, promised: { minute: (promised.get(task.index)?.finish ?? 1) - 1 } },
          place: { node: task.key },
        }),
      ),
    };
  },
});

export interface BaselineExecution {
  /** Done ÷ (due + unpromised). */
  readonly index: number;
  readonly done: number;
  /** Tasks that the baseline promised by `asOf`, and those of which it knows nothing. */
  readonly due: number;
  readonly unpromised: number;
  readonly asOf: number;
  readonly undone: readonly PlanTask[];
}

/** Undefined without a baseline, or where nothing was due yet. */
export function baselineExecutionOf(context: RuleContext): BaselineExecution | undefined {
  const { progress } = context.schedule;
  const { promised, work } = context.facts;
  const asOf = dueUntil(context);
  if (asOf === undefined || promised.size === 0) return undefined;
  const isDone = ({ index }: PlanTask) => (progress[index] ?? 0) >= 100;
  const due = work.filter(({ index }) => (promised.get(index)?.finish ?? Number.POSITIVE_INFINITY) <= asOf);
  const unpromised = work.filter(({ index }) => !promised.has(index)).length;
  if (due.length + unpromised === 0) return undefined;
  const done = work.filter(isDone).length;
  const undone = due.filter((task) => !isDone(task));
  return { index: done / (due.length + unpromised), done, due: due.length, unpromised, asOf, undone };
}

/** The critical path with the slack of the finish, over the critical path: the critical path length index. */
export const criticalPathLength = rule({
  id: 'critical-path-length',
  family: 'progress',
  severity: 'warning',
  timing: 'settled',
  source: 'D13',
  recommended: false,
  parameters: { min: { kind: 'number', default: '0.95' } },
  *check(context, { min }) {
    const { plan, tree, schedule } = context;
    const lengths = criticalPathLengthOf(context);
    if (lengths === undefined || lengths.index >= min) return;
    const { index, length, slack, promise } = lengths;
    yield {
      message: 'critical-path-length',
      args: {
        index,
        min,
        length: { workingMinutes: length },
        late: { workingMinutes: -slack },
        finish: { minute: schedule.planFinish - 1 },
        promised: { minute: promise - 1 },
      },
      place: planPlace(plan, tree),
    };
  },
});

export interface CriticalPathLength {
  /** (Length + slack) ÷ length. */
  readonly index: number;
  /** Working minutes from the status date to the computed finish. */
  readonly length: number;
  /** Working minutes from there to the promised finish. */
  readonly slack: number;
  readonly promise: number;
}

/** Undefined without a promise, or where nothing is left. */
export function criticalPathLengthOf(context: RuleContext): CriticalPathLength | undefined {
  const { schedule } = context;
  const promise = promisedFinish(context);
  if (promise === undefined) return undefined;
  const from = Math.max(schedule.planStart, dueUntil(context) ?? schedule.planStart);
  const length = schedule.calendar.between(from, schedule.planFinish);
  if (length <= 0) return undefined;
  const slack = schedule.calendar.between(schedule.planFinish, promise);
  return { index: (length + slack) / length, length, slack, promise };
}

/** The plan's own finish, else the last that the baseline promises. */
function promisedFinish({ plan, facts }: RuleContext): number | undefined {
  if (plan.root.finish !== undefined) return lastMinute(plan.root.finish.value);
  const finishes = [...facts.promised.values()].map(({ finish }) => finish);
  return finishes.length === 0 ? undefined : finishes.reduce((last, finish) => Math.max(last, finish));
}
