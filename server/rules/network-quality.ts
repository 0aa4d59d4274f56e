// Rules about the network as a whole, as schedule assessments count them: loose ends, leads, lags, link types, fixed dates, long slack and work.
import type { PlanLink, PlanTask } from '../plan/plan.ts';
import { durationMinutes } from '../plan/scalars/duration.ts';
import { isElapsed } from '../schedule/at-work.ts';
import { overShare } from './counted-work.ts';
import type { MessageArgument, Place, Related, Report } from './finding.ts';
import { type RuleContext, rule } from './rule.ts';

const fivePercent = { kind: 'percent', default: '5%' } as const;
const months = { kind: 'duration', default: '44d' } as const;

/** Unfinished work that waits for nothing. */
export const missingPredecessor = rule({
  id: 'missing-predecessor',
  family: 'logic',
  severity: 'info',
  timing: 'settled',
  source: 'D1',
  recommended: false,
  parameters: { max: fivePercent },
  check: (context, { max }) => looseEnds(context, 'missing-predecessor', max, ({ successor }) => successor),
});

/** Unfinished work that nothing waits for. */
export const missingSuccessor = rule({
  id: 'missing-successor',
  family: 'logic',
  severity: 'info',
  timing: 'settled',
  source: 'D1',
  recommended: false,
  parameters: { max: fivePercent },
  check: (context, { max }) => looseEnds(context, 'missing-successor', max, ({ predecessor }) => predecessor),
});

/** Unfinished work that no link has at this end; a link of a summary counts for all inside. */
export function looseWork({ plan, facts }: RuleContext, endOf: (link: PlanLink) => number): readonly PlanTask[] {
  const { tasks, links } = plan;
  const linked = new Uint8Array(tasks.length);
  for (const link of links) if (link.predecessor !== link.successor) linked[endOf(link)] = 1;
  for (const { index, parent } of tasks) if (linked[parent] === 1) linked[index] = 1;
  return facts.unfinished.filter(({ index }) => linked[index] !== 1);
}

function looseEnds(
  context: RuleContext,
  message: string,
  max: number,
  endOf: (link: PlanLink) => number,
): Iterable<Report> {
  const work = context.facts.unfinished;
  const loose = looseWork(context, endOf);
  const offenders = longestFirst(loose, context.schedule.durationMinutes).map((task) =>
    relatedTask(`${message}.task`, task),
  );
  return overShare(context, message, offenders, { total: work.length, max, least: work.length });
}

/** Negative lag: work that counts on the future of another. */
export const lead = rule({
  id: 'lead',
  family: 'logic',
  severity: 'warning',
  timing: 'settled',
  source: 'D2',
  recommended: false,
  parameters: { max: { kind: 'percent', default: '0%' } },
  check: (context, { max }) => lags(context, 'lead', max, -1),
});

/** Positive lag: waiting that no task explains. */
export const lag = rule({
  id: 'lag',
  family: 'logic',
  severity: 'info',
  timing: 'settled',
  source: 'D3',
  recommended: false,
  parameters: { max: fivePercent },
  check: (context, { max }) => lags(context, 'lag', max, 1),
});

/** Links with a lag (1) or a lead (-1). */
export function linksWithLag(context: RuleContext, sign: 1 | -1): readonly PlanLink[] {
  return countedLinks(context).filter((link) => Math.sign(signedLag(link, context)) === sign);
}

function lags(context: RuleContext, message: string, max: number, sign: 1 | -1): Iterable<Report> {
  const links = countedLinks(context);
  const offenders = linksWithLag(context, sign).map((link) => relatedLink(`${message}.link`, link, context));
  return overShare(context, message, offenders, {
    total: links.length,
    max,
    least: context.facts.unfinished.length,
  });
}

/** Minutes, or percent where the lag is a share. */
function signedLag({ lag }: PlanLink, { plan }: RuleContext): number {
  if (lag === undefined) return 0;
  return lag.kind === 'percent' ? lag.percent : lag.sign * durationMinutes(lag.duration, plan.units);
}

/** Links of other types than finish to start, and start to finish at all. */
export const linkType = rule({
  id: 'link-type',
  family: 'logic',
  severity: 'info',
  timing: 'settled',
  source: 'D4',
  recommended: false,
  parameters: { min: { kind: 'percent', default: '90%' } },
  *check(context, { min }) {
    const links = countedLinks(context);
    for (const link of links) {
      if (link.type !== 'SF') continue;
      yield { message: 'link-type.SF', args: namesOf(link, context), place: { node: link.node } };
    }
    const others = links
      .filter(({ type }) => type !== 'FS')
      .map((link) => relatedLink('link-type.link', link, context));
    yield* overShare(
      context,
      'link-type',
      others,
      { total: links.length, max: 100 - min, least: context.facts.unfinished.length },
      { share: { percent: 100 - (others.length / links.length) * 100 }, min: { percent: min } },
    );
  },
});

/** Dates that the network can't move: must start, must finish, start or finish no later than. */
export const hardConstraint = rule({
  id: 'hard-constraint',
  family: 'logic',
  severity: 'info',
  timing: 'settled',
  source: 'D5',
  recommended: false,
  parameters: { max: fivePercent },
  check(context, { max }) {
    const work = context.facts.unfinished;
    const offenders = work.flatMap((task) => {
      const place = hardDate(task);
      return place === undefined ? [] : { message: 'hard-constraint.task', args: { task: task.name }, place };
    });
    return overShare(context, 'hard-constraint', offenders, { total: work.length, max, least: work.length });
  },
});

/** The date that the network can't move; undefined where it can move all. */
export function hardDate({ record }: PlanTask): Place | undefined {
  const { start, finish, latest, constraint } = record;
  const latestStart = constraint?.type?.value === 'SNLT' ? constraint : undefined;
  const hard = start ?? finish ?? latest ?? latestStart;
  return hard && { node: hard.node };
}

/** Work that could slip for months before anything else does: often a link that is missing. */
export const highSlack = rule({
  id: 'high-slack',
  family: 'logic',
  severity: 'info',
  timing: 'settled',
  source: 'D6',
  recommended: false,
  parameters: { max: months, share: fivePercent },
  check: (context, { max, share }) => tooLong(context, 'high-slack', context.schedule.totalSlackMinutes, max, share),
});

/** Work of months: nobody can say how far it is. */
export const highDuration = rule({
  id: 'high-duration',
  family: 'logic',
  severity: 'info',
  timing: 'settled',
  source: 'D8',
  recommended: false,
  parameters: { max: months, share: fivePercent },
  check: (context, { max, share }) => tooLong(context, 'high-duration', context.schedule.durationMinutes, max, share),
});

/** Unfinished work with more than `longest` (working minutes) of something, the longest first; the days of elapsed work are counted like working days. */
export function longWork({ plan, facts }: RuleContext, minutes: Float64Array, longest: number): readonly PlanTask[] {
  const { dayMinutes } = plan.units;
  const limitOf = (task: PlanTask) => (isElapsed(task.record) ? (longest / dayMinutes) * 1440 : longest);
  const long = facts.unfinished.filter((task) => (minutes[task.index] ?? 0) > limitOf(task));
  return longestFirst(long, minutes);
}

function tooLong(
  context: RuleContext,
  message: string,
  minutes: Float64Array,
  longest: number,
  share: number,
): Iterable<Report> {
  const work = context.facts.unfinished;
  const offenders = longWork(context, minutes, longest).map((task) =>
    relatedTask(`${message}.task`, task, { length: lengthOf(task, minutes[task.index] ?? 0) }),
  );
  const counted = { total: work.length, max: share, least: work.length };
  return overShare(context, message, offenders, counted, { longest: { workingMinutes: longest } });
}

/** A length of a task in its kind of time. */
export function lengthOf(task: PlanTask, minutes: number): MessageArgument {
  return isElapsed(task.record) ? { elapsedMinutes: minutes } : { workingMinutes: minutes };
}

function longestFirst(tasks: readonly PlanTask[], minutes: Float64Array): readonly PlanTask[] {
  return tasks.toSorted((a, b) => (minutes[b.index] ?? 0) - (minutes[a.index] ?? 0) || a.index - b.index);
}

/** Links of the network; those that a reserve or gate brings with it are nobody's choice. */
export function countedLinks({ plan }: RuleContext): readonly PlanLink[] {
  return plan.links.filter((link) => link.origin !== 'reserve' && link.predecessor !== link.successor);
}

function relatedTask(message: string, task: PlanTask, args: Related['args'] = {}): Related {
  return { message, args: { task: task.name, ...args }, place: { node: task.key } };
}

function relatedLink(message: string, link: PlanLink, context: RuleContext): Related {
  return { message, args: { ...namesOf(link, context), type: link.type }, place: { node: link.node } };
}

/** The names of both ends. */
export function namesOf({ predecessor, successor, external }: PlanLink, { plan }: RuleContext) {
  return { predecessor: plan.tasks[predecessor]?.name ?? external ?? '', successor: plan.tasks[successor]?.name ?? '' };
}
