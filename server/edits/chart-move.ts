// A bar is dragged: the smallest edit after which the task begins where it was let go. docs/editing.md says the rule to people.
import type { Analysis } from '../analysis.ts';
import type { PlanLink, PlanTask } from '../plan/plan.ts';
import { formatDate } from '../plan/scalars/date.ts';
import { finishDate, startDate } from '../rules/recomputed-dates.ts';
import type { WorkingTime } from '../schedule/working-time.ts';
import { aimedStart, type Grain, type Shift } from './chart-aim.ts';
import { endingOn, startingOn, timeOf } from './chart-dates.ts';
import {
  type Candidate,
  type ChartEdit,
  isOwn,
  type Outcome,
  type Refusal,
  readElsewhere,
  refuse,
  sound,
  tried,
  untouchable,
} from './chart-edit.ts';
import { heldBack, nobodyThere } from './chart-holds.ts';
import { lagOf, withLag } from './link-lag.ts';
import { removeKey, setKey } from './task-keys.ts';
import type { TextEdit } from './text-edit.ts';

/** The edit that lets a task, or all inside a summary, begin elsewhere. */
export function moveTask(analysis: Analysis, task: PlanTask, shift: Shift, grain: Grain): Outcome {
  const hindrance = untouchable(analysis, task) ?? standsFast(analysis, task);
  if (hindrance !== undefined) return hindrance;
  const { schedule } = analysis;
  const calendar = schedule.calendarOf(task.index);
  const from = schedule.start[task.index] ?? Number.NaN;
  const to = aimedStart(timeOf(analysis, task), from, shift, grain);
  if (to === from) return refuse('unchanged');
  const idle = grain === 'minute' ? nobodyThere(analysis, task, to) : undefined;
  if (idle !== undefined) return idle;
  const attempts: ChartEdit[] = [];
  for (const candidate of candidates({ analysis, task, calendar, from, to })) {
    const attempt = tried(analysis, candidate);
    attempts.push(attempt);
    if (beginsAt(attempt, task, to, grain)) return sound(analysis, attempt, task);
  }
  return heldBack(analysis, task, to, { attempts, withTime: grain !== 'day' });
}

/** What has happened, follows from what comes after, or is a date of others as well, is not moved by hand. */
export function standsFast({ schedule }: Analysis, task: PlanTask): Refusal | undefined {
  const { name: written, record, kind } = task;
  const args = { task: written };
  if (record.status?.state?.value === 'cancelled') return refuse('cancelled', args);
  if (record.repeat !== undefined) return refuse('repeats', args);
  const dates = readElsewhere(task, hasFixedDates(task) ? ['start', 'finish'] : ['earliest']);
  if (kind === 'summary') return dates;
  const progress = schedule.progress[task.index] ?? 0;
  if (progress >= 100) return refuse('done', args);
  if (progress > 0 || record.actual?.start !== undefined) return refuse('started', args);
  if (record.constraint?.type?.value === 'ALAP') return refuse('as-late-as-possible', args);
  return dates;
}

/** The finish of a summary is no more than a promise. */
function hasFixedDates({ kind, record: { start, finish } }: PlanTask): boolean {
  return start !== undefined || (finish !== undefined && kind !== 'summary');
}

/** Of a milestone the end of a day, to which links bring it, is as good as the next morning; and where an end is meant, so is that day's morning. */
function beginsAt({ after }: ChartEdit, { index, kind }: PlanTask, to: number, grain: Grain): boolean {
  const start = after.schedule.start[index] ?? Number.NaN;
  if (start === to || kind !== 'milestone' || grain === 'minute') return start === to;
  const calendar = after.schedule.calendarOf(index);
  if (calendar.between(start, to) === 0) return true;
  return calendar.nextWorking(to) !== to && startDate(start, false).day === finishDate(to, false).day;
}

interface Move {
  readonly analysis: Analysis;
  readonly task: PlanTask;
  readonly calendar: WorkingTime;
  readonly from: number;
  readonly to: number;
}

/** What might do it, the smallest and plainest first; made one by one, as long as none does. */
function* candidates(move: Move): Generator<Candidate> {
  const { analysis, task, to } = move;
  const { tree, plan } = analysis;
  const { earliest } = task.record;
  if (hasFixedDates(task)) {
    yield* fixedDates(move);
    return;
  }
  const link = onlyLink(analysis, task);
  const date = startingOn(analysis, task, to, earliest);
  if (earliest !== undefined) yield writing('without-earliest', {}, removeKey(tree, task, 'earliest'));
  if (link?.lag !== undefined) {
    const edit = withLag(tree, link, undefined);
    if (edit !== undefined) yield writing('without-lag', { to: edit.text }, [edit]);
  }
  if (link !== undefined && earliest === undefined) yield* lags(move, link, []);
  const value = formatDate(date);
  yield writing('earliest', { date: value }, setKey(tree, task, 'earliest', value));
  if (link !== undefined && earliest !== undefined && plan.links.length > 0)
    yield* lags(move, link, removeKey(tree, task, 'earliest'));
}

function writing(says: Candidate['says'], args: Candidate['args'], edits: readonly TextEdit[]): Candidate {
  return { says, args, edits };
}

/** Dates that the author fixed are changed themselves; a span keeps its length. */
function* fixedDates({ analysis, task, calendar, to }: Move): Generator<Candidate> {
  const { tree, schedule } = analysis;
  const { start, finish } = task.record;
  const length = schedule.durationMinutes[task.index] ?? 0;
  const end = timeOf(analysis, task).add(to, length);
  const edits: TextEdit[] = [];
  if (start !== undefined)
    edits.push(...setKey(tree, task, 'start', formatDate(startingOn(analysis, task, to, start))));
  if (finish !== undefined && task.kind !== 'summary')
    edits.push(...setKey(tree, task, 'finish', formatDate(endingOn(end, calendar, finish))));
  const [said] = edits;
  yield writing(start === undefined ? 'finish' : 'start', { date: said?.text.trim() ?? '' }, edits);
}

/** The link, if the task waits for exactly one other, which lets it begin, and which an author wrote for it. */
function onlyLink({ plan, tree }: Analysis, task: PlanTask): PlanLink | undefined {
  const incoming = plan.links.filter(({ successor }) => successor === task.index);
  const [link] = incoming;
  if (link === undefined || incoming.length > 1 || (link.type !== 'FS' && link.type !== 'SS')) return undefined;
  if (link.origin !== 'after' && link.origin !== 'before') return undefined;
  const author = link.origin === 'after' ? task : plan.tasks[link.predecessor];
  return author !== undefined && isOwn(tree, author, link.node) ? link : undefined;
}

/** The link with the lag that brings the task there. A lag is never made a lead: that would be another statement. */
function* lags(
  { analysis, task, calendar, to }: Move,
  link: PlanLink,
  more: readonly TextEdit[],
): Generator<Candidate> {
  const { tree, plan, schedule } = analysis;
  const { units } = plan;
  const base = (link.type === 'FS' ? schedule.finish : schedule.start)[link.predecessor];
  if (base === undefined) return;
  const wasElapsed = link.lag?.kind === 'time' ? link.lag.duration.elapsed : link.lag?.elapsed === true;
  const isLead = link.lag?.kind === 'time' ? link.lag.sign < 0 : (link.lag?.percent ?? 0) < 0;
  const worked = calendar.between(base, to);
  const elapsed = wasElapsed ? [Math.floor((to - base) / 1440) * 1440, to - base] : [];
  const wanted = [...elapsed.map((minutes) => ({ minutes, isElapsed: true })), { minutes: worked, isElapsed: false }];
  for (const { minutes, isElapsed } of wanted) {
    if (minutes === 0 || (minutes < 0 && !isLead)) continue;
    const edit = withLag(tree, link, lagOf(minutes, isElapsed, units));
    if (edit !== undefined)
      yield writing(link.origin === 'after' ? 'after' : 'before', { link: edit.text, task: task.name }, [
        ...more,
        edit,
      ]);
  }
}
