// Says how much work a task is in another way: as duration, effort or three-point estimate, in figures with which the dates stay.
import type { PlanTask } from '../plan/plan.ts';
import type { Units } from '../plan/scalar.ts';
import { formatMinutes } from '../plan/scalars/duration.ts';
import { records } from '../plan/schema.generated.ts';
import { isElapsed } from '../schedule/at-work.ts';
import type { Tree } from '../text/tree.ts';
import { isShared, ownPair } from './own-pair.ts';
import { personMinutes } from './person-time.ts';
import { type Asked, type Proposal, type RefusalName, refused } from './refactoring.ts';
import type { TextEdit } from './text-edit.ts';

const keys = ['duration', 'effort', 'estimate'] as const;
type Key = (typeof keys)[number];

/** For work that says one of the three: the other two. */
export function convertWork({ analysis, task }: Asked): readonly Proposal[] {
  if (task === undefined || task.kind !== 'task' || task.record.repeat !== undefined) return [];
  const from = keys.filter((key) => task.record[key] !== undefined);
  const [key] = from;
  if (key === undefined || from.length > 1) return [];
  const { tree, plan, schedule } = analysis;
  const elapsed = isElapsed(task.record);
  const minutes = schedule.durationMinutes[task.index] ?? 0;
  const work = personMinutes(analysis, task) ?? minutes;
  const texts: Readonly<Record<Key, string>> = {
    duration: formatMinutes(minutes, elapsed, plan.units),
    effort: formatMinutes(work, false, plan.units),
    estimate: threePoints(minutes, elapsed, plan.units),
  };
  return keys
    .filter((to) => to !== key)
    .map((to): Proposal => {
      const args = { text: texts[to] };
      if (to === 'effort' && elapsed)
        return refused('to-effort', args, { reason: 'elapsed', args: { task: task.name } });
      const outcome = rewritten(tree, task, key, to, texts[to]);
      return typeof outcome === 'string'
        ? refused(`to-${to}`, args, { reason: outcome, args: { task: task.name } })
        : { name: `to-${to}`, args, edits: outcome };
    });
}

function rewritten(tree: Tree, task: PlanTask, from: Key, to: Key, text: string): readonly TextEdit[] | RefusalName {
  if (isShared(task)) return 'shared';
  const { node } = task;
  if (node.kind === 'scalar' && from === records.Task.shorthand) {
    const isDuration = to === records.Task.shorthand;
    return [{ span: tree.spanOf(node), text: isDuration ? text : `{ ${to}: ${text} }` }];
  }
  const pair = ownPair(task, from);
  if (pair === undefined) return 'shared';
  const [key, value] = [tree.spanOf(pair.key), tree.spanOf(pair.value)];
  if (tree.comments.some(({ span }) => span.start > key.start && span.end <= value.end)) return 'comment-inside';
  const isOneLine = tree.positionAt(key.start).line === tree.positionAt(value.end).line;
  if (!isOneLine) return [{ span: { start: key.start, end: value.end }, text: `${to}: ${text}` }];
  return [
    { span: key, text: to },
    { span: value, text },
  ];
}

/** A fifth less and a fifth more than the length, in whole days, half days, hours or minutes: (o + 4m + p) ÷ 6 is the length. */
function threePoints(minutes: number, elapsed: boolean, units: Units): string {
  const day = elapsed ? 1440 : units.dayMinutes;
  const steps = [day, day / 2, 60, 1];
  const fifth = minutes / 5;
  const step = steps.find((size) => fifth >= size) ?? 1;
  const spread = Math.floor(fifth / step) * step;
  const [optimistic, likely, pessimistic] = [minutes - spread, minutes, minutes + spread].map((each) =>
    formatMinutes(each, elapsed, units),
  );
  return `{ optimistic: ${optimistic}, likely: ${likely}, pessimistic: ${pessimistic} }`;
}
