// What an edit would do to a chart: which bars move, where the plan ends, and which promises break.
import type { Analysis } from '../analysis.ts';
import type { Plan } from '../plan/plan.ts';
import type { MessageArguments } from '../rules/finding.ts';
import { finishShift } from '../schedule/baseline-shifts.ts';
import type { CommittedDate } from '../schedule/schedule.ts';
import { outcomeWords } from '../words/outcomes.ts';
import { timeBetween } from '../words/shift-cause.ts';
import { taskName } from '../words/task-names.ts';
import { say, type Wording } from '../words/words.ts';
import type { Drawn } from './chart.ts';
import { drawnSpan, isDrawnByTheHour, momentOf } from './drawn-time.ts';
import { planIds } from './plan-ids.ts';

/** A bar that would be elsewhere, on the picture of the chart as it is. */
export interface MovedBar {
  readonly planId: string;
  readonly drawn: Pick<Drawn, 'start' | 'finish'>;
}

/** A sentence about what an edit does; `broken`: a promise that can't be kept any more or is missed by more, `kept`: one that can be again. */
export interface OutcomeLine {
  readonly kind: 'moved' | 'finish' | 'broken' | 'kept';
  readonly text: string;
}

export interface Outcome {
  /** The nearest to the task that is changed, it among them. */
  readonly moved: readonly MovedBar[];
  readonly lines: readonly OutcomeLine[];
}

/** More bars than these nobody sees at once. */
const mostMoved = 300;
const mostPromises = 5;

/** `task`: the index of the task that is changed, in the plan before; -1 for none. */
export function outcomeOf(before: Analysis, after: Analysis, task: number, wording: Wording): Outcome {
  const pairs = matched(before, after);
  const byTheHour = isDrawnByTheHour(before);
  const moved = pairs.filter(
    ({ was, is }) =>
      before.schedule.start[was] !== after.schedule.start[is] ||
      before.schedule.finish[was] !== after.schedule.finish[is],
  );
  const others = moved.filter(({ was }) => was !== task && before.plan.tasks[was]?.kind !== 'summary').length;
  const near = moved.toSorted((a, b) => Math.abs(a.was - task) - Math.abs(b.was - task)).slice(0, mostMoved);
  const bars = near.map(({ planId, is }) => {
    const { start = 0, finish = 0 } = { start: after.schedule.start[is], finish: after.schedule.finish[is] };
    const drawn = byTheHour
      ? { start, finish }
      : drawnSpan(after.schedule.calendarOf(is), start, Math.max(start, finish));
    return { planId, drawn: { start: momentOf(drawn.start), finish: momentOf(drawn.finish) } };
  });
  const lines: OutcomeLine[] = [];
  const line = (kind: OutcomeLine['kind'], word: keyof typeof outcomeWords, args: MessageArguments): void => {
    lines.push({ kind, text: say(outcomeWords[word], args, wording) });
  };
  if (others > 0) line('moved', others === 1 ? 'one-more-moves' : 'more-move', { count: others });
  const [was, is] = [before.schedule.planFinish, after.schedule.planFinish];
  const { minutes, elapsed } = finishShift(after.schedule.calendar, { finishFrom: was, finish: was }, is);
  if (minutes !== 0)
    line('finish', minutes > 0 ? 'finish-later' : 'finish-earlier', {
      date: { minute: is - 1 },
      by: timeBetween(minutes, elapsed),
    });
  lines.push(...promiseLines(before, after, pairs, wording));
  return { moved: bars, lines };
}

interface Match {
  readonly planId: string;
  /** Indexes in the plan before and after. */
  readonly was: number;
  readonly is: number;
}

/** Tasks that both plans have, by their names on charts. */
function matched(before: Analysis, after: Analysis): readonly Match[] {
  const was = planIds(before.plan);
  // Most gestures leave the list as it is.
  if (isSameList(before.plan, after.plan)) return was.map((planId, index) => ({ planId, was: index, is: index }));
  const ids = planIds(after.plan);
  const indexes = new Map(ids.map((id, index) => [id, index]));
  return was.flatMap((planId, index) => {
    const is = ids[index] === planId ? index : indexes.get(planId);
    return is === undefined ? [] : [{ planId, was: index, is }];
  });
}

function isSameList({ tasks }: Plan, { tasks: others }: Plan): boolean {
  return (
    tasks.length === others.length &&
    tasks.every(({ id, parent }, index) => others[index]?.id === id && others[index]?.parent === parent)
  );
}

/** Promises that break or are missed by more; then those that can be kept again. */
function promiseLines(
  before: Analysis,
  after: Analysis,
  pairs: readonly Match[],
  wording: Wording,
): readonly OutcomeLine[] {
  const wasOf = new Map(pairs.map(({ was, is }) => [is, was]));
  const keyOf = ({ kind }: CommittedDate, task: number): string => `${kind} ${task}`;
  const slackBefore = new Map(before.schedule.promises.map((each) => [keyOf(each, each.task), each.slackMinutes]));
  const broken: OutcomeLine[] = [];
  const kept: OutcomeLine[] = [];
  for (const promise of after.schedule.promises) {
    const was = slackBefore.get(keyOf(promise, promise.task < 0 ? -1 : (wasOf.get(promise.task) ?? Number.NaN))) ?? 0;
    const { slackMinutes: is, kind, minute, elapsed } = promise;
    const task = after.plan.tasks[promise.task];
    const name = task === undefined ? '' : taskName(task, wording);
    const late = timeBetween(is, elapsed);
    const args = { task: name, date: { minute: kind === 'SNLT' ? minute : minute - 1 }, late };
    if (is < 0 && is < was) broken.push({ kind: 'broken', text: say(outcomeWords[`broken-${kind}`], args, wording) });
    else if (is >= 0 && was < 0) kept.push({ kind: 'kept', text: say(outcomeWords[`kept-${kind}`], args, wording) });
  }
  return [...broken.slice(0, mostPromises), ...kept.slice(0, mostPromises)];
}
