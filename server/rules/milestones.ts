// Rules about milestones: every phase has one, they come neither too close nor too far apart, and somebody can say when they are met.
import type { PlanTask } from '../plan/plan.ts';
import { scalarSource } from '../text/quoting.ts';
import type { Fix, Report } from './finding.ts';
import { freeId, writesChinese } from './new-task.ts';
import { type RuleContext, rule } from './rule.ts';

/** A phase in which nothing is ever reached. */
export const phaseWithoutMilestone = rule({
  id: 'phase-without-milestone',
  family: 'milestones',
  severity: 'info',
  parameters: {},
  *check(context) {
    const { plan } = context;
    const cancelled = context.facts.cancelled;
    // Milestones before each task in the list: a phase has one where the count grows inside it.
    const before = new Uint32Array(plan.tasks.length + 1);
    for (const { index, kind } of plan.tasks) {
      before[index + 1] = (before[index] ?? 0) + (kind === 'milestone' && cancelled[index] === 0 ? 1 : 0);
    }
    const leading = new Set(
      plan.links.filter(({ origin }) => origin !== 'reserve').map(({ predecessor }) => predecessor),
    );
    for (const phase of plan.tasks) {
      if (!phase.isPhase || cancelled[phase.index] === 1 || phase.children.length === 0) continue;
      if (phase.phase?.unread.includes('gate') === true) continue;
      if ((before[phase.end] ?? 0) > (before[phase.index] ?? 0)) continue;
      yield {
        message: 'phase-without-milestone',
        args: { phase: phase.name },
        place: { node: phase.key },
        fixes: endingMilestone(phase, leading, context),
      };
    }
  },
});

/** A milestone after all tasks of the phase that nothing in it waits for. */
function endingMilestone(phase: PlanTask, leading: ReadonlySet<number>, context: RuleContext): readonly Fix[] {
  const { plan } = context;
  const tasks = phase.record.tasks?.node;
  if (tasks === undefined) return [];
  const inside = phase.children
    .flatMap((child) => plan.tasks[child] ?? [])
    .filter(({ synthetic }) => synthetic === undefined);
  const loose = inside.filter(({ index }) => !leading.has(index));
  const last = (loose.length > 0 ? loose : inside.slice(-1)).map(({ id }) => scalarSource(id, true));
  if (last.length === 0) return [];
  const key = freeId(`${phase.id}${writesChinese(phase.id) ? '完成' : '-done'}`, context);
  const after = last.length === 1 ? last[0] : `[${last.join(', ')}]`;
  return [{ kind: 'add-entry', of: tasks, key, value: `{ milestone: true, after: ${after} }` }];
}

/** Milestones that follow each other too fast to mean much, or so slowly that nobody sees a slip between them. */
export const milestoneSpacing = rule({
  id: 'milestone-spacing',
  family: 'milestones',
  severity: 'info',
  parameters: { min: { kind: 'duration', default: '1w' }, max: { kind: 'duration', default: '12w' } },
  *check(context, { min, max }) {
    const { plan, schedule } = context;
    const cancelled = context.facts.cancelled;
    const hasPhases = plan.tasks.some(({ isPhase }) => isPhase);
    const groups = new Map<number, PlanTask[]>();
    const phaseOf = new Int32Array(plan.tasks.length).fill(-1);
    for (const task of plan.tasks) {
      phaseOf[task.index] = task.isPhase ? task.index : (phaseOf[task.parent] ?? -1);
      if (task.kind !== 'milestone' || task.synthetic !== undefined || cancelled[task.index] === 1) continue;
      const group = phaseOf[task.index] ?? -1;
      if (hasPhases && group < 0) continue;
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
  const [from, to] = [schedule.finish[before.index] ?? 0, schedule.finish[task.index] ?? 0];
  const apart = schedule.calendar.between(from, to);
  if (apart >= min && apart <= max) return;
  yield {
    message: `milestone-spacing.${apart < min ? 'close' : 'far'}`,
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

/** A milestone of which nobody could say when it is met. Silent in a plan where no milestone has an acceptance. */
export const milestoneWithoutAcceptance = rule({
  id: 'milestone-without-acceptance',
  family: 'milestones',
  severity: 'hint',
  parameters: {},
  *check({ plan, facts: { cancelled } }) {
    const milestones = plan.tasks.filter(
      ({ index, record, synthetic }) =>
        synthetic === undefined && cancelled[index] === 0 && record.milestone?.value === true,
    );
    if (!milestones.some(({ record }) => record.acceptance !== undefined)) return;
    for (const { record, name, key } of milestones) {
      const accepted = record.acceptance?.value.some(({ value }) => value.trim() !== '') ?? false;
      if (accepted || record.unread.includes('acceptance')) continue;
      yield { message: 'milestone-without-acceptance', args: { milestone: name }, place: { node: key } };
    }
  },
});
