// Rules about milestones: every phase has one, they come neither too close nor too far apart, and somebody can say when they are met.
import type { PlanTask } from '../plan/plan.ts';
import { scalarSource } from '../text/quoting.ts';
import type { Fix, Report } from './finding.ts';
import { freeId, isId, writesChinese } from './new-task.ts';
import { type RuleContext, rule } from './rule.ts';
import { is } from './task-table.ts';

/** A phase in which nothing is ever reached. */
export const phaseWithoutMilestone = rule({
  id: 'phase-without-milestone',
  family: 'milestones',
  severity: 'info',
  timing: 'settled',
  parameters: {},
  *check(context) {
    const { phases, tasks, cancelled } = context.facts;
    let leading: ReadonlySet<number> | undefined;
    for (const phase of phases) {
      if (cancelled[phase.index] === 1 || phase.children.length === 0) continue;
      if (phase.phase?.unread.includes('gate') === true) continue;
      if (tasks.holds(phase, is.point, cancelled)) continue;
      leading ??= leadingTasks(context);
      yield {
        message: 'phase-without-milestone',
        args: { phase: phase.name },
        place: { node: phase.key },
        fixes: endingMilestone(phase, leading, context),
      };
    }
  },
});

/** Tasks that something else waits for. */
function leadingTasks({ plan }: RuleContext): ReadonlySet<number> {
  const { terms, predecessor } = plan.kept.network;
  return new Set(terms.flatMap(({ origin }, link) => (origin === 'reserve' ? [] : (predecessor[link] ?? -1))));
}

/** A milestone after all tasks of the phase that nothing in it waits for. */
function endingMilestone(phase: PlanTask, leading: ReadonlySet<number>, context: RuleContext): readonly Fix[] {
  const { plan } = context;
  const tasks = phase.record.tasks?.node;
  if (tasks === undefined) return [];
  const inside = phase.children
    .flatMap((child) => plan.tasks[child] ?? [])
    .filter(({ synthetic }) => synthetic === undefined);
  const loose = inside.filter(({ index }) => !leading.has(index));
  const waitFor = (loose.length > 0 ? loose : inside.slice(-1)).map(({ id }) => id);
  if (waitFor.length === 0 || !waitFor.every(isId)) return [];
  const last = waitFor.map((id) => scalarSource(id, true));
  const key = freeId(`${phase.id}${writesChinese(phase.id) ? '完成' : '-done'}`, context);
  const after = last.length === 1 ? last[0] : `[${last.join(', ')}]`;
  return [{ kind: 'add-entry', of: tasks, key, value: `{ milestone: true, after: ${after} }` }];
}

/** Milestones that follow each other too fast to mean much, or so slowly that nobody sees a slip between them; where the later one is still to be reached. */
export const milestoneSpacing = rule({
  id: 'milestone-spacing',
  family: 'milestones',
  severity: 'info',
  parameters: { min: { kind: 'duration', default: '1w' }, max: { kind: 'duration', default: '12w' } },
  from: ({ facts: { tasks, cancelled, dates } }) => [
    tasks.where(is.point, is.synthetic),
    cancelled,
    dates,
    tasks.shape,
  ],
  *check(context, { min, max }) {
    const { schedule, facts } = context;
    const groups = new Map<number, PlanTask[]>();
    for (const task of facts.tasks.where(is.point, is.synthetic)) {
      if (facts.cancelled[task.index] === 1) continue;
      const group = facts.tasks.phaseOf(task.index);
      if (facts.phases.length > 0 && group < 0) continue;
      const own = groups.get(group);
      if (own === undefined) groups.set(group, [task]);
      else own.push(task);
    }
    for (const milestones of groups.values()) {
      milestones.sort((a, b) => (schedule.finish[a.index] ?? 0) - (schedule.finish[b.index] ?? 0) || a.index - b.index);
      for (const [place, task] of milestones.entries()) {
        const before = milestones[place - 1];
        if (before !== undefined) yield* spacing(before, task, min, max, context);
      }
    }
  },
});

function* spacing(
  before: PlanTask,
  task: PlanTask,
  min: number,
  max: number,
  { schedule }: RuleContext,
): Iterable<Report> {
  if ((schedule.progress[task.index] ?? 0) >= 100) return;
  const [from, to] = [schedule.finish[before.index] ?? 0, schedule.finish[task.index] ?? 0];
  const apart = schedule.calendar.between(from, to);
  if (apart >= min && apart <= max) return;
  yield {
    message: `milestone-spacing.${apart > max ? 'far' : apart > 0 ? 'close' : 'together'}`,
    args: {
      milestone: task.name,
      before: before.name,
      apart: { workingMinutes: apart },
      limit: { workingMinutes: apart < min ? min : max },
    },
    place: { node: task.key },
    related: [
      {
        message: 'milestone-spacing.before',
        args: { before: before.name, date: { minute: from } },
        place: { node: before.key },
      },
    ],
  };
}

/** A milestone still to be reached of which nobody could say when it is met. Silent in a plan where no milestone has an acceptance. */
export const milestoneWithoutAcceptance = rule({
  id: 'milestone-without-acceptance',
  family: 'milestones',
  severity: 'hint',
  parameters: {},
  from: ({ facts: { tasks, cancelled } }) => [tasks.where(is.milestone, is.synthetic), cancelled],
  *check({ facts: { tasks, cancelled } }) {
    const milestones = tasks.where(is.milestone, is.synthetic).filter(({ index }) => cancelled[index] === 0);
    if (!milestones.some(({ record }) => record.acceptance !== undefined)) return;
    for (const { record, name, key } of milestones) {
      const accepted = record.acceptance?.value.some(({ value }) => value.trim() !== '') ?? false;
      if (accepted || (record.progress?.value ?? 0) >= 100 || record.actual?.finish !== undefined) continue;
      if (record.unread.includes('acceptance')) continue;
      yield { message: 'milestone-without-acceptance', args: { milestone: name }, place: { node: key } };
    }
  },
});
