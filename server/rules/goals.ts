// Rules about goals: each can be checked, is worked for, and is reached in time.
import type { Entry, Field } from '../plan/field.ts';
import type { Plan, PlanTask } from '../plan/plan.ts';
import type { GoalRecord } from '../plan/schema.generated.ts';
import { lastMinute } from '../schedule/moments.ts';
import { type RuleContext, rule } from './rule.ts';
import type { SharedFacts } from './shared-facts.ts';
import { is } from './task-table.ts';

const mostRelated = 8;

/** Which of specific, measurable, attainable, relevant, time-bound a goal is not. */
export const goalNotSmart = rule({
  id: 'goal-not-smart',
  family: 'goals',
  severity: 'warning',
  parameters: {},
  from: (context) => [
    ...fromWork(context),
    context.facts.tasks.shape,
    context.plan.root.kpis,
    context.plan.root.stakeholders,
  ],
  *check(context) {
    const { plan } = context;
    if (plan.root.goals === undefined) return;
    const served = servingTasks(context);
    const relevant = relevantGoals(context, served);
    for (const goal of plan.root.goals?.value ?? []) {
      const { id, key, value } = goal;
      if (!isStated(goal)) continue;
      const missing = [
        ...(value.statement?.value.trim() === '' ? ['smart-specific'] : []),
        ...measurable(value, plan),
        ...(says(value, 'owner') || served.has(id) ? [] : ['smart-attainable']),
        ...(relevant === undefined || relevant(goal) ? [] : ['smart-relevant']),
        ...(says(value, 'due') ? [] : ['smart-time-bound']),
      ];
      if (missing.length === 0) continue;
      yield {
        message: 'goal-not-smart',
        args: { goal: titleOf(goal), missing: { terms: missing } },
        place: { node: key },
      };
    }
  },
});

/** Whether a goal says what it is about; where it does not, that is an error, and nothing else is told. */
function isStated({ value }: Entry<GoalRecord>): boolean {
  return says(value, 'statement');
}

function says(goal: GoalRecord, key: 'statement' | 'metric' | 'due' | 'owner'): boolean {
  return goal[key] !== undefined || goal.unread.includes(key);
}

/** What a goal says; its id where it says nothing. */
export function titleOf({ id, value }: Entry<GoalRecord>): string {
  const statement = value.statement?.value.trim() ?? '';
  return statement === '' ? id : statement;
}

/** A metric, and the figures from which and to which it is to go. */
function measurable(goal: GoalRecord, { root }: Plan): readonly string[] {
  if (!says(goal, 'metric')) return ['smart-measurable'];
  const kpi = root.kpis?.value.find(({ id }) => id === goal.metric?.value)?.value;
  if (kpi === undefined) return [];
  const missing = (['from', 'target'] as const).filter((key) => kpi[key] === undefined && !kpi.unread.includes(key));
  return missing.map((key) => `smart-${key}`);
}

/** Whether a phase names a goal, work of a phase serves it, or a stakeholder has to do with it; undefined in a plan that has neither. */
function relevantGoals(
  { plan: { root }, facts: { phases, tasks } }: RuleContext,
  served: ReadonlyMap<string, readonly PlanTask[]>,
): ((goal: Entry<GoalRecord>) => boolean) | undefined {
  const stakeholders = root.stakeholders?.value ?? [];
  if (phases.length === 0 && stakeholders.length === 0) return undefined;
  const named = new Set(phases.flatMap(({ phase }) => phase?.goal?.value.trim() ?? []));
  const outside = new Set(stakeholders.map(({ id }) => id));
  const expected = new Set(
    stakeholders.flatMap(({ value }) => (value.expects?.value ?? []).map((each) => each.value.trim())),
  );
  return ({ id, value }) =>
    named.has(id) ||
    served.get(id)?.some(({ index }) => tasks.phaseOf(index) >= 0) === true ||
    expected.has(id) ||
    expected.has(value.statement?.value ?? id) ||
    (value.owner !== undefined && outside.has(value.owner.value));
}

/** The work that names each goal: tasks, summaries and phases by index, cancelled ones left out. */
function servingTasks({ plan, facts }: RuleContext): ReadonlyMap<string, readonly PlanTask[]> {
  const serving = new Map<string, PlanTask[]>();
  if (plan.root.goals === undefined) return serving;
  for (const task of mayServe(facts)) {
    if (facts.cancelled[task.index] === 1) continue;
    const goals = new Set([
      ...read(task.record.goals),
      ...(task.phase?.goal === undefined ? [] : [task.phase.goal.value.trim()]),
    ]);
    for (const id of goals) {
      const tasks = serving.get(id);
      if (tasks === undefined) serving.set(id, [task]);
      else tasks.push(task);
    }
  }
  return serving;
}

function mayServe({ tasks }: SharedFacts): readonly PlanTask[] {
  return tasks.where(is.goals | is.phase, is.synthetic);
}

/** What the goals hang on, and which work serves them. */
function fromWork({ plan, facts }: RuleContext): readonly unknown[] {
  const { goals } = plan.root;
  if (goals === undefined) return [];
  const named = mayServe(facts).flatMap(({ record, phase }) => [record.goals, phase?.goal]);
  return [goals, facts.cancelled, ...named];
}

function read(field: Field<readonly Field<string>[]> | undefined): readonly string[] {
  return (field?.value ?? []).map(({ value }) => value);
}

/** A goal that no task, summary or phase serves. */
export const goalWithoutWork = rule({
  id: 'goal-without-work',
  family: 'goals',
  severity: 'info',
  parameters: {},
  from: fromWork,
  *check(context) {
    const served = servingTasks(context);
    for (const goal of context.plan.root.goals?.value ?? []) {
      if (served.has(goal.id) || !isStated(goal)) continue;
      yield { message: 'goal-without-work', args: { goal: titleOf(goal), id: goal.id }, place: { node: goal.key } };
    }
  },
});

/** The work that serves a goal ends after it is due. */
export const goalAfterDue = rule({
  id: 'goal-after-due',
  family: 'goals',
  severity: 'info',
  parameters: {},
  from: (context) => [...fromWork(context), context.facts.dates, context.facts.tasks.shape],
  *check(context) {
    const { plan, schedule } = context;
    const served = servingTasks(context);
    for (const goal of plan.root.goals?.value ?? []) {
      const { due } = goal.value;
      if (due === undefined) continue;
      const end = lastMinute(due.value);
      const late = (served.get(goal.id) ?? [])
        // A phase serves other goals as well: only work that names the goal itself is held to its date.
        .filter(({ index, isPhase, record }) => {
          const names = !isPhase || read(record.goals).includes(goal.id);
          return names && (schedule.progress[index] ?? 0) < 100 && (schedule.finish[index] ?? 0) > end;
        })
        .sort((a, b) => (schedule.finish[b.index] ?? 0) - (schedule.finish[a.index] ?? 0));
      const [latest] = late;
      if (latest === undefined) continue;
      const finish = schedule.finish[latest.index] ?? end;
      yield {
        message: 'goal-after-due',
        args: {
          goal: titleOf(goal),
          due: { day: due.value.day },
          task: latest.name,
          finish: { minute: finish - 1 },
          by: { workingMinutes: schedule.calendar.between(end, finish) },
        },
        place: { node: due.node },
        related: late.slice(0, mostRelated).map(({ index, name, key }) => ({
          message: 'goal-after-due.task',
          args: { task: name, finish: { minute: (schedule.finish[index] ?? end) - 1 } },
          place: { node: key },
        })),
      };
    }
  },
});
