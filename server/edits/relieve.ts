// What would end an overload: somebody else who is free and able, or a later start that the slack allows. Each is tried before it is offered.
import type { Analysis } from '../analysis.ts';
import { largest } from '../plan/extremes.ts';
import type { PlanTask } from '../plan/plan.ts';
import { formatDate } from '../plan/scalars/date.ts';
import type { Finding, Fix } from '../rules/finding.ts';
import { startDate } from '../rules/recomputed-dates.ts';
import { SharedFacts } from '../rules/shared-facts.ts';
import { firstMinute, lastMinute } from '../schedule/moments.ts';
import { fixEdits } from './fixes.ts';
import type { TextEdit } from './text-edit.ts';
import { analysisWith } from './try-edits.ts';

/** A mend that was tried: the overload is gone, the plan ends no later, and nothing new is an error or a warning. */
export interface Relief {
  readonly kind: 'reassign' | 'delay';
  readonly task: PlanTask;
  /** Who does it instead; the date on which it begins. */
  readonly to: string;
  readonly edits: readonly TextEdit[];
}

/** Trying costs an analysis each: a plan of more tasks is levelled as a whole. Where nobody asked, as when the cursor moves, less is tried. */
const mostTasks = { asked: 2000, unasked: 200 } as const;
const mostPeople = 3;

/** For a finding of `overallocated` about a person; empty for others. */
export function reliefs(
  analysis: Analysis,
  finding: Finding,
  why: keyof typeof mostTasks = 'asked',
): readonly Relief[] {
  if (finding.message !== 'overallocated' || analysis.plan.tasks.length > mostTasks[why]) return [];
  const overload = overloadOf(analysis, finding);
  if (overload === undefined) return [];
  const delay = later(analysis, overload);
  return [...others(analysis, overload), ...(delay === undefined ? [] : [delay])].filter((relief) =>
    relieves(analysis, finding, relief),
  );
}

interface Overload {
  readonly task: PlanTask;
  readonly who: string;
  /** Puts somebody else in that person's place. */
  readonly replaceBy: (id: string) => Fix;
  /** What else the person does then. */
  readonly beside: readonly PlanTask[];
}

function overloadOf({ plan }: Analysis, { place, related = [] }: Finding): Overload | undefined {
  if (!('node' in place)) return undefined;
  const { node } = place;
  const task = plan.taskOf(node);
  if (task === undefined || plan.fileOf(node) !== undefined) return undefined;
  const beside = related.flatMap(({ place: other }) => ('node' in other ? (plan.taskOf(other.node) ?? []) : []));
  const assigned = task.record.assign?.value.find((each) => each.node === node)?.value;
  if (assigned !== undefined) {
    const replaceBy = (id: string): Fix => ({
      kind: 'replace',
      place: { node, from: 0, to: assigned.whoLength },
      text: id,
      key: 'assign',
    });
    return { task, who: assigned.who, replaceBy, beside };
  }
  const who = task.record.owner?.value;
  // The owner goes on to answer for it.
  return who === undefined
    ? undefined
    : { task, who, replaceBy: (id) => ({ kind: 'assign', of: task.node, id }), beside };
}

/** People with all skills of the task who have nothing else to do while it runs. */
function others(analysis: Analysis, { task, who, replaceBy }: Overload): readonly Relief[] {
  const { tree, plan, schedule, snapshot } = analysis;
  const { facts } = new SharedFacts({ tree, plan, schedule, nowMinute: snapshot.nowMinute }).context;
  const [from, to] = [schedule.start[task.index] ?? 0, schedule.finish[task.index] ?? 0];
  const overlaps = (start: number, finish: number) => start < to && from < finish;
  const busy = new Set(
    facts.ahead
      .filter(({ index }) => overlaps(schedule.start[index] ?? 0, schedule.finish[index] ?? 0))
      .flatMap(({ record }) => facts.cast.doersOf(record).map(({ id }) => id)),
  );
  const needed = task.record.skills?.value.map(({ value }) => value) ?? [];
  const able = (plan.root.team?.value ?? []).filter(({ id, value }) => {
    const skills = value.skills?.value.map((skill) => skill.value) ?? [];
    const isAway = value.leave?.value.some((range) =>
      overlaps(firstMinute(range.value.from), lastMinute(range.value.to)),
    );
    return id !== who && !busy.has(id) && isAway !== true && needed.every((skill) => skills.includes(skill));
  });
  return able.slice(0, mostPeople).map(({ id }) => ({
    kind: 'reassign',
    task,
    to: id,
    edits: fixEdits(replaceBy(id), analysis),
  }));
}

/** Behind what the person does besides, where the slack reaches so far. */
function later(analysis: Analysis, { task, beside }: Overload): Relief | undefined {
  const { schedule } = analysis;
  const { index, record } = task;
  const isFixed = (record.start ?? record.finish ?? record.actual ?? record.constraint) !== undefined;
  if (isFixed || beside.length === 0 || (schedule.progress[index] ?? 0) > 0) return undefined;
  const calendar = schedule.calendarOf(index);
  const free = largest(beside.map((other) => schedule.finish[other.index] ?? Number.NaN));
  const start = calendar.nextWorking(free);
  if (
    !Number.isFinite(start) ||
    calendar.between(schedule.start[index] ?? 0, start) > (schedule.totalSlackMinutes[index] ?? 0)
  )
    return undefined;
  const day = startDate(start, false);
  const isWholeDay = calendar.nextWorking(firstMinute(day)) === start;
  const to = formatDate(isWholeDay ? day : startDate(start, true));
  const fix: Fix =
    record.earliest === undefined
      ? { kind: 'set-key', of: task.node, key: 'earliest', value: to }
      : { kind: 'replace', place: { node: record.earliest.node }, text: to, key: 'earliest' };
  return { kind: 'delay', task, to, edits: fixEdits(fix, analysis) };
}

function relieves(analysis: Analysis, finding: Finding, { edits }: Relief): boolean {
  if (edits.length === 0) return false;
  const after = analysisWith(analysis, edits);
  const overloads = ({ findings }: Analysis) => findings.filter(({ rule }) => rule === finding.rule).length;
  const troubles = ({ findings }: Analysis) =>
    findings.filter(({ severity }) => severity === 'error' || severity === 'warning').length;
  return (
    overloads(after) < overloads(analysis) &&
    troubles(after) < troubles(analysis) + (finding.severity === 'warning' || finding.severity === 'error' ? 0 : 1) &&
    after.schedule.planFinish <= analysis.schedule.planFinish
  );
}
