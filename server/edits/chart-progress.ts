// The progress of a bar is dragged: how much of the work is done.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { formatMinutes } from '../plan/scalars/duration.ts';
import { isOwn, type Outcome, type Refusal, readElsewhere, refuse, sound, tried, untouchable } from './chart-edit.ts';
import { rewriteScalar } from './rewrite-scalar.ts';
import { ownPair, removeKey, setKey } from './task-keys.ts';

/** The edit that says that so many percent (0…100) of a task are done. Where the author says what remains, that is changed. */
export function setProgress(analysis: Analysis, task: PlanTask, percent: number): Outcome {
  const hindrance = withoutProgress(analysis, task);
  if (hindrance !== undefined) return hindrance;
  const { record, kind } = task;
  const wanted = Math.round(Math.max(0, Math.min(Number.isFinite(percent) ? percent : 0, 100)));
  const done = kind === 'milestone' ? (wanted >= 50 ? 100 : 0) : wanted;
  if (Math.round(analysis.schedule.progress[task.index] ?? 0) === done) return refuse('unchanged');
  return sound(
    analysis,
    tried(
      analysis,
      record.actual?.remaining === undefined ? asShare(analysis, task, done) : asRest(analysis, task, done),
    ),
  );
}

/** Why nobody can say how far this task is; undefined where one can. */
export function withoutProgress(analysis: Analysis, task: PlanTask): Refusal | undefined {
  const { record, kind } = task;
  const args = { task: task.name };
  const hindrance = untouchable(analysis, task);
  if (hindrance !== undefined) return hindrance;
  if (kind === 'summary' || record.repeat !== undefined) return refuse('summary-progress', args);
  if (record.status?.state?.value === 'cancelled') return refuse('cancelled', args);
  if (record.actual?.finish !== undefined) return refuse('finished', args);
  const { remaining } = record.actual ?? {};
  if (remaining === undefined) return readElsewhere(task, ['progress']);
  return isOwn(analysis.tree, task, remaining.node) ? undefined : refuse('shared', args);
}

function asShare({ tree }: Analysis, task: PlanTask, done: number) {
  const own = ownPair(task, 'progress');
  const hasSign = own?.value.kind !== 'scalar' || own.value.text.trim() === '' || /[%％]/.test(own.value.text);
  const text = hasSign ? `${done}%` : String(done);
  if (done === 0 && own !== undefined)
    return { says: 'without-progress', args: {}, edits: removeKey(tree, task, 'progress') } as const;
  return { says: 'progress', args: { percent: text }, edits: setKey(tree, task, 'progress', text) } as const;
}

function asRest(analysis: Analysis, task: PlanTask, done: number) {
  // What the whole is, only the schedule knows: a minute that remains shows it.
  const { schedule } = tried(analysis, withRest(analysis, task, 1)).after;
  const shown = schedule.progress[task.index] ?? 0;
  const whole = shown < 100 ? 100 / (100 - shown) : 0;
  return withRest(analysis, task, Math.round((whole * (100 - done)) / 100));
}

function withRest({ tree, plan }: Analysis, task: PlanTask, minutes: number) {
  const { remaining } = task.record.actual ?? {};
  const text = formatMinutes(minutes, remaining?.value.elapsed ?? false, plan.units);
  const edits = remaining?.node.kind === 'scalar' ? [rewriteScalar(tree, remaining.node, text)] : [];
  return { says: 'remaining', args: { length: text }, edits } as const;
}
