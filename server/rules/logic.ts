// Rules about the logic of the network: loops, links that can't be, promises that the links break.
import type { Field } from '../plan/field.ts';
import type { PlanLink, PlanTask } from '../plan/plan.ts';
import type { PlanDate } from '../plan/scalar.ts';
import type { CommittedDate, Schedule } from '../schedule/schedule.ts';
import { firstMissedDay } from '../schedule/series.ts';
import type { Fix, Place, Related, Report } from './finding.ts';
import { endsBefore, lastMomentOf } from './recomputed-dates.ts';
import { type RuleContext, rule } from './rule.ts';
import { is } from './task-table.ts';

/** The whole loop in order, reported once, at the edge that closes it. */
export const dependencyCycle = rule({
  id: 'dependency-cycle',
  family: 'logic',
  severity: 'error',
  source: 'GAO',
  parameters: {},
  *check({ plan, schedule }) {
    for (const conflict of schedule.conflicts) {
      if (conflict.kind !== 'cycle') continue;
      const cut = plan.linkAt(conflict.cut);
      if (cut === undefined) continue;
      const edges = conflict.links.flatMap((index) => plan.linkAt(index) ?? []);
      const nameOf = (index: number) => plan.tasks[index]?.name ?? '';
      const loop = [...edges.map((edge) => nameOf(edge.predecessor)), nameOf(edges[0]?.predecessor ?? -1)];
      yield {
        message: 'dependency-cycle',
        args: { loop: loop.join(' → '), predecessor: nameOf(cut.predecessor), successor: nameOf(cut.successor) },
        place: { node: cut.node },
        related: edges.map((edge) => ({
          message: 'dependency-cycle.edge',
          args: { predecessor: nameOf(edge.predecessor), successor: nameOf(edge.successor) },
          place: { node: edge.node },
        })),
        fixes: removal(cut),
      };
    }
  },
});

/** A task can't wait for itself. */
export const selfDependency = rule({
  id: 'self-dependency',
  family: 'logic',
  severity: 'error',
  source: 'MSP',
  parameters: {},
  *check({ plan, facts }) {
    for (const link of facts.links.loops()) {
      const task = plan.tasks[link.successor];
      if (task === undefined) continue;
      yield { message: 'self-dependency', args: { task: task.name }, place: { node: link.node }, fixes: removal(link) };
    }
  },
});

/** A task can't wait for the summary that holds it, nor the summary for what is in it. */
export const dependencyOnOwnSummary = rule({
  id: 'dependency-on-own-summary',
  family: 'logic',
  severity: 'error',
  source: 'MSP',
  parameters: {},
  *check({ plan, facts }) {
    for (const link of facts.links.withinSubtrees()) {
      const [predecessor, successor] = [plan.tasks[link.predecessor], plan.tasks[link.successor]];
      if (predecessor === undefined || successor === undefined) continue;
      const onSummary = predecessor.index < successor.index;
      const [summary, task] = onSummary ? [predecessor, successor] : [successor, predecessor];
      yield {
        message: `dependency-on-own-summary.${onSummary ? 'waits-for-summary' : 'summary-waits'}`,
        args: { task: task.name, summary: summary.name },
        place: { node: link.node },
        related: [
          {
            message: 'dependency-on-own-summary.summary',
            args: { summary: summary.name },
            place: { node: summary.key },
          },
        ],
        fixes: removal(link),
      };
    }
  },
});

/** A promise that can't be kept, where no more precise rule says it. */
export const negativeSlack = rule({
  id: 'negative-slack',
  family: 'logic',
  severity: 'warning',
  source: 'D7',
  parameters: {},
  yieldsTo: ['far-date', 'outside-plan', 'finish-before-start'],
  *check(context) {
    const { plan, schedule } = context;
    if (startIsMissing(context)) return;
    const reported = new Set(
      schedule.conflicts.flatMap((conflict) => (conflict.kind === 'fixed-before-predecessor' ? conflict.task : [])),
    );
    const missed = schedule.promises.filter((promise) => promise.slackMinutes < 0);
    const deadlines = new Set(missed.flatMap(({ kind, task }) => (kind === 'deadline' ? task : [])));
    for (const promise of missed) {
      if (promise.kind === 'deadline' || promise.kind === 'window') continue;
      if (promise.kind === 'fixed' && reported.has(promise.task)) continue;
      const task = plan.tasks[promise.task];
      if (task !== undefined && deadlines.has(promise.task)) continue;
      const place = placeOf(promise, task, context);
      if (place === undefined) continue;
      yield {
        message: `negative-slack.${promise.kind}`,
        args: {
          task: task?.name ?? plan.name,
          promised: { minute: promise.minute },
          computed: {
            minute: task === undefined ? schedule.planFinish - 1 : promisedMoment(promise, task.index, context),
          },
          late: promise.elapsed ? { elapsedMinutes: -promise.slackMinutes } : { workingMinutes: -promise.slackMinutes },
        },
        place,
        related: drivers(task, context),
      };
    }
    yield* neverRepeated(context);
  },
});

/** Repetitions that end before they can begin. */
function* neverRepeated(context: RuleContext): Iterable<Report> {
  const { plan, schedule, facts } = context;
  const startDay = plan.root.start?.value.day;
  for (const task of facts.tasks.where(is.repeat)) {
    const { until, from } = task.record.repeat ?? {};
    if (until === undefined || startDay === undefined || facts.cancelled[task.index] === 1) continue;
    if (from !== undefined && endsBefore(until.value, from.value)) continue;
    const first = firstMissedDay(schedule, task, startDay);
    if (first === undefined) continue;
    yield {
      message: 'negative-slack.repeat',
      args: { task: task.name, until: { day: until.value.day }, first: { day: first } },
      place: { node: until.node },
      related: drivers(task, context),
    };
  }
}

/** Without a start that can be read, the work begins at some date of the plan: which promises it breaks then is no news. */
export function startIsMissing({ schedule }: RuleContext): boolean {
  return schedule.conflicts.some(({ kind }) => kind === 'no-start');
}

/** Of a longer chain the nearest are told: all of it is on the chart, and every one of these places is sent with every key. */
const toldOfChain = 4;

/** The tasks that drive another one, as related places, first task first. */
export function drivingChain(last: number, { plan, schedule, facts }: RuleContext): readonly Related[] {
  const key = plan.tasks[last]?.key;
  if (key === undefined) return [];
  const chain: PlanTask[] = [];
  const from: unknown[] = [];
  for (const index of schedule.drivingChain(last, toldOfChain + 1)) {
    const task = plan.tasks[index];
    if (task === undefined || index === last || task.synthetic === 'instance') continue;
    chain.push(task);
    from.push(task.key, task.name, schedule.start[index], schedule.finish[index]);
  }
  return facts.told.chains.of(key, from, () => chain.map((task) => stepOf(task, schedule)));
}

/** What drives a task; without one, what drives the finish of the plan: the last critical task among it. */
function drivers(task: PlanTask | undefined, context: RuleContext): readonly Related[] {
  if (task !== undefined) return drivingChain(task.index, context);
  const { plan, schedule } = context;
  const last = plan.tasks[schedule.criticalPath.at(-1) ?? -1];
  return last === undefined ? [] : [...drivingChain(last.index, context), stepOf(last, schedule)];
}

function stepOf({ index, name, key }: PlanTask, { start, finish }: Schedule): Related {
  return {
    message: 'driving-chain',
    args: {
      task: name,
      start: { minute: start[index] ?? 0 },
      finish: { minute: lastMomentOf(start[index] ?? 0, finish[index] ?? 0) },
    },
    place: { node: key },
  };
}

function placeOf(promise: CommittedDate, task: PlanTask | undefined, { plan }: RuleContext): Place | undefined {
  if (task === undefined) return plan.root.finish && { node: plan.root.finish.node };
  return { node: writtenDate(promise, task)?.node ?? task.key };
}

/** The date that the author promised. */
function writtenDate({ kind }: CommittedDate, { record }: PlanTask): Field<PlanDate> | undefined {
  switch (kind) {
    case 'fixed':
      return record.finish ?? record.start;
    case 'latest':
      return record.latest;
    case 'SNLT':
      return record.constraint?.date;
    default:
      return undefined;
  }
}

function promisedMoment(promise: CommittedDate, task: number, { plan, schedule }: RuleContext): number {
  const ofStart =
    promise.kind === 'SNLT' || (promise.kind === 'fixed' && plan.tasks[task]?.record.finish === undefined);
  return (ofStart ? schedule.start[task] : (schedule.finish[task] ?? Number.NaN) - 1) ?? Number.NaN;
}

/** A link that an author wrote can be taken out; one that `order` or a reserve made cannot. */
export function removal(link: PlanLink): readonly Fix[] {
  return link.origin === 'after' || link.origin === 'before' ? [{ kind: 'remove-item', node: link.node }] : [];
}
