// The fourteen points of a schedule assessment (DCMA), each with its figure, whatever the rules say of it: what the report prints.
import type { PlanLink, PlanTask, TaskName } from '../plan/plan.ts';

import { baselineExecutionOf, criticalPathLengthOf } from './baseline-progress.ts';
import { delayFirst } from './critical-path-test.ts';
import type { MessageArgument, Severity } from './finding.ts';
import { inOneGo } from './in-one-go.ts';
import { countedLinks, hardDate, lengthOf, linksWithLag, longWork, looseWork, namesOf } from './network-quality.ts';
import { missingResource } from './people.ts';
import { unreportedWork } from './progress.ts';
import { futureActual } from './reported-facts.ts';
import { dueUntil } from './reported-until.ts';
import type { RuleContext } from './rule.ts';
import type { EffectiveRule } from './settings.ts';
import { slipOf, slipSize } from './slips.ts';

/** A share of a count in percent, an index, or a test; undefined where the plan doesn't say what it takes. */
export type Measure =
  | { readonly kind: 'share'; readonly count: number; readonly total: number; readonly percent: number }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'test'; readonly passes: boolean };

/** Measured must not be over, or not under, the limit; percent or an index. */
export type Threshold = { readonly kind: 'most' | 'least'; readonly limit: number; readonly unit: 'percent' | 'index' };

/** A task or a link, with the figure that makes it one. */
export interface Offender {
  readonly name: TaskName | { readonly predecessor: TaskName; readonly successor: TaskName };
  readonly figure?: MessageArgument;
}

export interface HealthPoint {
  readonly point: number;
  /** The rules that say it while somebody types; the first has the parameters. */
  readonly rules: readonly string[];
  readonly threshold?: Threshold;
  readonly measured?: Measure;
  /** `reported`: a figure that no limit is set for. */
  readonly verdict: 'pass' | 'fail' | 'reported' | 'not-computed';
  /** How loud the first rule is where it fails; its own severity where it is off. */
  readonly severity: Severity;
  /** The worst first. */
  readonly offenders: readonly Offender[];
}

type Outcome = Pick<HealthPoint, 'offenders'> & {
  readonly threshold?: Threshold;
  readonly measured: Measure | undefined;
};
type Point = readonly [
  rules: readonly string[],
  measure: (context: RuleContext, values: EffectiveRule['values']) => Outcome,
];

const points: readonly Point[] = [
  [
    ['missing-predecessor', 'missing-successor'],
    (context, { max = 5 }) => {
      const loose = new Set([
        ...looseWork(context, ({ successor }) => successor),
        ...looseWork(context, ({ predecessor }) => predecessor),
      ]);
      return shareOf(inOrder(loose), context.facts.unfinished.length, most(max));
    },
  ],
  [['lead'], (context, { max = 0 }) => linkShare(context, linksWithLag(context, -1), most(max))],
  [['lag'], (context, { max = 5 }) => linkShare(context, linksWithLag(context, 1), most(max))],
  [
    ['link-type'],
    (context, { min = 90 }) => {
      const links = countedLinks(context);
      const others = links.filter(({ type }) => type !== 'FS');
      const outcome = linkShare(context, others, { kind: 'least', limit: min, unit: 'percent' });
      return { ...outcome, measured: share(links.length - others.length, links.length) };
    },
  ],
  [
    ['hard-constraint'],
    ({ facts: { unfinished } }, { max = 5 }) =>
      shareOf(
        unfinished.filter((task) => hardDate(task) !== undefined),
        unfinished.length,
        most(max),
      ),
  ],
  [['high-slack'], (context, values) => longShare(context, context.schedule.totalSlackMinutes, values)],
  [
    ['negative-slack'],
    (context) => {
      const { unfinished } = context.facts;
      const slack = context.schedule.totalSlackMinutes;
      const late = unfinished.filter(({ index }) => (slack[index] ?? 0) < 0);
      const worstFirst = late.toSorted((a, b) => (slack[a.index] ?? 0) - (slack[b.index] ?? 0));
      return shareOf(worstFirst, unfinished.length, most(0), (task) => lengthOf(task, slack[task.index] ?? 0));
    },
  ],
  [['high-duration'], (context, values) => longShare(context, context.schedule.durationMinutes, values)],
  [
    ['unreported-work', 'future-actual'],
    (context) => {
      if (dueUntil(context) === undefined) return notComputed;
      const reports = [...unreportedWork.check(context, {}), ...futureActual.check(context, {})];
      const names = new Set(
        reports.flatMap((report) => (typeof report?.args.task === 'string' ? report.args.task : [])),
      );
      const offenders = [...names].map((name) => ({ name }));
      return { measured: share(offenders.length, context.facts.work.length), threshold: most(0), offenders };
    },
  ],
  [
    ['missing-resource'],
    (context, { min = 0 }) => {
      const { plan, facts } = context;
      if (plan.root.team === undefined && plan.root.resources === undefined) return notComputed;
      const reports = [...missingResource.check(context, { min })];
      const offenders = reports.flatMap((report) =>
        typeof report?.args.task === 'string' ? { name: report.args.task } : [],
      );
      return { measured: share(offenders.length, facts.unfinished.length), offenders };
    },
  ],
  [
    ['slipped-from-baseline'],
    (context, { tolerance = 0 }) => {
      const { facts } = context;
      const asOf = dueUntil(context);
      if (asOf === undefined || facts.promised.size === 0) return notComputed;
      const due = facts.work.flatMap((task) => {
        const promise = facts.promised.get(task.index);
        return promise === undefined || promise.finish > asOf
          ? []
          : { task, slip: slipOf(task, promise, context), size: slipSize(task, promise, context) };
      });
      const late = due.filter(({ slip }) => slip > tolerance).toSorted((a, b) => b.slip - a.slip);
      const offenders = late.map(({ task, size }) => ({ name: task.name, figure: size }));
      return { measured: share(late.length, due.length), threshold: most(5), offenders };
    },
  ],
  [
    ['critical-path-test'],
    (context) => {
      const test = inOneGo(delayFirst(context));
      if (test === undefined) return notComputed;
      const stopped = test.stopped.length > 0 ? test.stopped : [test.first];
      const offenders = test.reachesFinish ? [] : stopped.map(({ name }) => ({ name }));
      return { measured: { kind: 'test', passes: test.reachesFinish }, offenders };
    },
  ],
  [
    ['critical-path-length'],
    (context, { min = 0.95 }) => {
      const lengths = criticalPathLengthOf(context);
      if (lengths === undefined) return notComputed;
      return { measured: { kind: 'index', index: lengths.index }, threshold: leastIndex(min), offenders: [] };
    },
  ],
  [
    ['baseline-execution'],
    (context, { min = 0.95 }) => {
      const execution = baselineExecutionOf(context);
      if (execution === undefined) return notComputed;
      const offenders = execution.undone.map(({ name }) => ({ name }));
      return { measured: { kind: 'index', index: execution.index }, threshold: leastIndex(min), offenders };
    },
  ],
];

const notComputed: Outcome = { measured: undefined, offenders: [] };

/** The fourteen points of a plan, by the parameters that hold for it. Linear in its size. */
export function scheduleHealth(
  context: RuleContext,
  settings: ReadonlyMap<string, EffectiveRule>,
  severityOf: (rule: string) => Severity,
): readonly HealthPoint[] {
  return points.map(([rules, measure], index) => {
    const [first = ''] = rules;
    const { severity = 'off', values = {} } = settings.get(first) ?? {};
    const outcome = measure(context, values);
    return {
      point: index + 1,
      rules,
      ...(outcome.threshold !== undefined && { threshold: outcome.threshold }),
      ...(outcome.measured !== undefined && { measured: outcome.measured }),
      verdict: verdictOf(outcome),
      severity: severity === 'off' ? severityOf(first) : severity,
      offenders: outcome.offenders,
    };
  });
}

function verdictOf({ measured, threshold }: Outcome): HealthPoint['verdict'] {
  if (measured === undefined) return 'not-computed';
  if (measured.kind === 'test') return measured.passes ? 'pass' : 'fail';
  if (threshold === undefined) return 'reported';
  const figure = measured.kind === 'share' ? measured.percent : measured.index;
  const isOver = threshold.kind === 'most' ? figure > threshold.limit : figure < threshold.limit;
  return isOver ? 'fail' : 'pass';
}

function most(limit: number): Threshold {
  return { kind: 'most', limit, unit: 'percent' };
}

function leastIndex(limit: number): Threshold {
  return { kind: 'least', limit, unit: 'index' };
}

/** Undefined where there is nothing to take a share of. */
function share(count: number, total: number): Measure | undefined {
  return total === 0 ? undefined : { kind: 'share', count, total, percent: (count / total) * 100 };
}

function shareOf(
  tasks: readonly PlanTask[],
  total: number,
  threshold: Threshold,
  figureOf?: (task: PlanTask) => MessageArgument,
): Outcome {
  const offenders = tasks.map((task) => ({ name: task.name, ...(figureOf && { figure: figureOf(task) }) }));
  return { measured: share(tasks.length, total), threshold, offenders };
}

function linkShare(context: RuleContext, links: readonly PlanLink[], threshold: Threshold): Outcome {
  const offenders = links.map((link) => ({ name: namesOf(link, context), figure: link.type }));
  return { measured: share(links.length, countedLinks(context).length), threshold, offenders };
}

function longShare(context: RuleContext, minutes: Float64Array, values: EffectiveRule['values']): Outcome {
  const long = longWork(context, minutes, values.max ?? Number.POSITIVE_INFINITY);
  const figureOf = (task: PlanTask) => lengthOf(task, minutes[task.index] ?? 0);
  return shareOf(long, context.facts.unfinished.length, most(values.share ?? 5), figureOf);
}

function inOrder(tasks: Iterable<PlanTask>): readonly PlanTask[] {
  return [...tasks].sort((a, b) => a.index - b.index);
}
