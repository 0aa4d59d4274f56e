// Answers to gestures on the chart: from the names that charts use to tasks, from there to edits, and back to what the reader sees.
import type { Analysis } from '../analysis.ts';
import { isDrawnByTheHour, minuteOf, workedMinute } from '../charts/drawn-time.ts';
import type { Shift as DrawnShift, Gesture } from '../charts/gesture.ts';
import { outcomeOf } from '../charts/outcome.ts';
import { planIds, taskOfPlanId } from '../charts/plan-ids.ts';
import { subplanNamed } from '../charts/subplan-rows.ts';
import { rangeOf } from '../editor/place.ts';
import { type Reader, wordingOf } from '../editor/reader.ts';
import type { Shift } from '../edits/chart-aim.ts';
import { createTask } from '../edits/chart-create.ts';
import { type Outcome, refuse } from '../edits/chart-edit.ts';
import { typeField } from '../edits/chart-fields.ts';
import { linkTasks, unlinkSubplan, unlinkTasks } from '../edits/chart-links.ts';
import { moveTask } from '../edits/chart-move.ts';
import { placeTask } from '../edits/chart-place.ts';
import { setProgress } from '../edits/chart-progress.ts';
import { renameTask } from '../edits/chart-rename.ts';
import { stretchTask } from '../edits/chart-stretch.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { GestureAnswer, GestureParams } from '../protocol.ts';
import { chartEditWords } from '../words/chart-edits.ts';
import { message } from '../words/findings.ts';
import { moment, say, type Wording } from '../words/words.ts';

/** What a gesture would do to the text of this analysis. */
export function answerGesture(analysis: Analysis, { version, gesture }: GestureParams, reader: Reader): GestureAnswer {
  const wording = wordingOf(analysis, reader);
  if (analysis.snapshot.version !== version) return refusal(analysis, refuse('stale'), wording);
  const outcome = carryOut(analysis, gesture);
  const value = outcome.now === undefined ? {} : { now: outcome.now };
  if ('refused' in outcome) return { ...refusal(analysis, outcome, wording), ...value };
  const { edits, after, says, args } = outcome;
  const planId =
    'planId' in gesture ? gesture.planId : gesture.kind === 'link' || gesture.kind === 'unlink' ? gesture.to : '';
  const task = taskOfPlanId(analysis.plan, planId);
  const now = taskOfPlanId(after.plan, planId);
  return {
    version: analysis.snapshot.version,
    writes: say(chartEditWords[says], args, wording),
    edits: edits.map(({ span, text }) => ({ range: rangeOf(analysis.tree, span), newText: text })),
    ...outcomeOf(analysis, after, task?.index ?? -1, wording),
    ...value,
    ...(now === undefined || !moves.has(gesture.kind) ? {} : { dates: datesOf(after, now) }),
    ...(gesture.kind === 'create' ? madeBy(analysis, after) : {}),
  };
}

function refusal(
  { snapshot }: Analysis,
  outcome: Extract<Outcome, { refused: unknown }>,
  wording: Wording,
): GestureAnswer {
  const refused =
    'args' in outcome ? say(chartEditWords[outcome.refused], outcome.args, wording) : message(outcome.refused, wording);
  return {
    version: snapshot.version,
    refused,
    ...(outcome.refused === 'unchanged' ? { unchanged: true as const } : {}),
    edits: [],
    moved: [],
    lines: [],
  };
}

/** Gestures after which a task's dates are what one wants to know. */
const moves: ReadonlySet<Gesture['kind']> = new Set(['move', 'stretch', 'link', 'unlink', 'progress', 'set']);

/** The task that is there now and wasn't before. */
function madeBy(before: Analysis, after: Analysis): Pick<GestureAnswer, 'made'> {
  const known = new Set(planIds(before.plan));
  const made = planIds(after.plan).find((planId) => !known.has(planId));
  return made === undefined ? {} : { made };
}

/** `now`: what stands there, where a value is typed. */
type Carried = Outcome & { readonly now?: string };
type Carrier<K extends Gesture['kind']> = (
  analysis: Analysis,
  gesture: Extract<Gesture, { readonly kind: K }>,
) => Carried;

const carriers: { readonly [K in Gesture['kind']]: Carrier<K> } = {
  move: (analysis, { planId, shift, grain }) =>
    about(analysis, planId, (task) => moveTask(analysis, task, inWork(analysis, task, shift), grain)),
  stretch: (analysis, { planId, shift, grain }) =>
    about(analysis, planId, (task) => stretchTask(analysis, task, inWork(analysis, task, shift), grain)),
  progress: (analysis, { planId, percent }) => about(analysis, planId, (task) => setProgress(analysis, task, percent)),
  link: (analysis, { from, to, type }) =>
    about(analysis, from, (one) => about(analysis, to, (other) => linkTasks(analysis, one, other, type))),
  unlink: (analysis, { from, to, type }) =>
    about(analysis, to, (other) => {
      const subplan = subplanNamed(analysis, from);
      if (subplan === undefined) return about(analysis, from, (one) => unlinkTasks(analysis, one, other, type));
      const name = analysis.subplans.get(subplan.id)?.plan.name ?? subplan.id;
      return unlinkSubplan(analysis, { alias: subplan.id, name }, other, type);
    }),
  place: (analysis, { planId, at }) =>
    about(analysis, planId, (task) =>
      about(analysis, at.planId, (beside) => placeTask(analysis, task, { where: at.where, task: beside })),
    ),
  rename: (analysis, { planId, name }) => about(analysis, planId, (task) => renameTask(analysis, task, name)),
  set: (analysis, { planId, field, text }) =>
    about(analysis, planId, (task) => {
      const { now, outcome } = typeField(analysis, task, field, text);
      return { ...outcome, now };
    }),
  create: (analysis, { name, at, from }) => {
    const day = from === undefined ? Number.NaN : Math.floor(minuteOf(from) / 1440) * 1440;
    const earliest = Number.isFinite(day) ? day : undefined;
    // Beside a subplan there is no place of its own.
    if (at === undefined || subplanNamed(analysis, at.planId) !== undefined)
      return createTask(analysis, name, undefined, earliest);
    return about(analysis, at.planId, (task) => createTask(analysis, name, { where: at.where, task }, earliest));
  },
};

function carryOut<K extends Gesture['kind']>(
  analysis: Analysis,
  gesture: Extract<Gesture, { readonly kind: K }>,
): Carried {
  // The page may be older or newer than the server.
  if (!Object.hasOwn(carriers, gesture.kind)) return refuse('no-task');
  const carrier: Carrier<K> = carriers[gesture.kind];
  return carrier(analysis, gesture);
}

function about(analysis: Analysis, planId: string, carry: (task: PlanTask) => Carried): Carried {
  const task = taskOfPlanId(analysis.plan, planId);
  if (task !== undefined) return carry(task);
  const subplan = subplanNamed(analysis, planId);
  return subplan === undefined ? refuse('no-task') : refuse('subplan', { alias: subplan.id });
}

/** What a hand points at, as work counts it: a bar fills the days that its work fills. */
function inWork(analysis: Analysis, { index }: PlanTask, shift: DrawnShift): Shift {
  if (!('drawn' in shift)) return shift;
  const drawn = minuteOf(shift.drawn);
  const minute = isDrawnByTheHour(analysis) ? drawn : workedMinute(analysis.schedule.calendarOf(index), drawn);
  return Number.isFinite(minute) ? { minute } : { steps: 0 };
}

/** `2026-03-16 → 2026-03-27`; a milestone has one date. */
function datesOf(analysis: Analysis, { index, kind }: PlanTask): string {
  const { schedule } = analysis;
  const start = schedule.start[index] ?? 0;
  const finish = Math.max(schedule.finish[index] ?? start, start);
  const calendar = schedule.calendarOf(index);
  const withTime = isDrawnByTheHour(analysis);
  const closes = kind === 'milestone' && calendar.nextWorking(start) !== start;
  const from = moment(withTime || !closes ? start : start - 1, withTime);
  return kind === 'milestone' ? from : `${from} → ${moment(withTime ? finish : finish - 1, withTime)}`;
}
