// Why a task stands elsewhere than before, in words.
import type { Plan } from '../plan/plan.ts';
import type { MessageArgument } from '../rules/finding.ts';
import type { Shift } from '../schedule/baseline-shifts.ts';
import { diffWords } from './diff.ts';
import { taskName } from './task-names.ts';
import { say, type Wording } from './words.ts';

/** Where the shift began: in another task, in its own length, or in what holds its start. */
export function shiftCause(
  plan: Plan,
  { task, root, lengthMinutes, elapsed, movedBy }: Shift,
  wording: Wording,
): string {
  const nameOf = (index: number): string => {
    const found = plan.tasks[index];
    return found ? taskName(found, wording) : '';
  };
  if (root !== task) return say(diffWords['since-task'], { task: nameOf(root) }, wording);
  if (lengthMinutes !== 0) {
    const by = timeBetween(lengthMinutes, elapsed);
    return say(diffWords[lengthMinutes > 0 ? 'longer' : 'shorter'], { by }, wording);
  }
  if (movedBy === undefined) return '';
  if (movedBy.kind === 'plan-start') return say(diffWords['by-plan-start'], {}, wording);
  if (movedBy.kind === 'earliest' && plan.tasks[task]?.synthetic === 'instance')
    return say(diffWords['by-repetition'], {}, wording);
  if (movedBy.kind !== 'link') return say(diffWords[`by-${movedBy.kind}`], { task: nameOf(movedBy.task) }, wording);
  const link = plan.linkAt(movedBy.link);
  return say(diffWords['by-link'], { task: link?.external ?? nameOf(link?.predecessor ?? -1) }, wording);
}

/** The size of a shift of either sign. */
export function timeBetween(minutes: number, elapsed: boolean): MessageArgument {
  return elapsed ? { elapsedMinutes: Math.abs(minutes) } : { workingMinutes: Math.abs(minutes) };
}

/** By how much the finish moved: "3 working days later". */
export function shiftSize(
  { finishMinutes, elapsed }: Pick<Shift, 'finishMinutes' | 'elapsed'>,
  wording: Wording,
): string {
  const by = timeBetween(finishMinutes, elapsed);
  const key = finishMinutes > 0 ? 'by-later' : finishMinutes < 0 ? 'by-earlier' : 'finish-kept';
  return say(diffWords[key], { by }, wording);
}
