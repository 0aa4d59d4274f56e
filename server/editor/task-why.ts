// Why a task is late, in words: the chain that leads to it, and how far it has moved from what was promised.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { baselineShifts } from '../schedule/baseline-shifts.ts';
import { editorWords } from '../words/editor.ts';
import { timeBetween } from '../words/shift-cause.ts';
import { nameOf, say, type Wording } from '../words/words.ts';
import { plain } from './markdown.ts';

/** Of a longer chain the last are named. */
const namedInChain = 5;

/** The tasks before one that can't be done in time, first task first; empty where it stands alone. */
export function lateChainText({ plan, schedule }: Analysis, task: PlanTask, wording: Wording): string {
  if (!((schedule.totalSlackMinutes[task.index] ?? 0) < 0)) return '';
  const chain = schedule.drivingChain(task.index, namedInChain + 1);
  if (chain.length < 2) return '';
  const names = chain.slice(-namedInChain).map((index) => plain(nameOf(plan.tasks[index]?.name ?? '', wording)));
  const tasks = [...(chain.length > namedInChain ? ['…'] : []), ...names].join(' → ');
  return say(editorWords['late-chain'], { tasks }, wording);
}

/** By how much it ends later or earlier than the newest baseline promised, and with which task that began. */
export function baselineText({ plan, schedule }: Analysis, task: PlanTask, wording: Wording): string {
  const shift = baselineShifts(plan, schedule).find((one) => one.task === task.index);
  if (shift === undefined || shift.finishMinutes === 0) return '';
  const by = timeBetween(shift.finishMinutes, shift.elapsed);
  if (shift.finishMinutes < 0) return say(editorWords['baseline-earlier'], { by }, wording);
  if (shift.root === task.index) return say(editorWords['baseline-later'], { by }, wording);
  return say(
    editorWords['baseline-later-since'],
    { by, task: plain(nameOf(plan.tasks[shift.root]?.name ?? '', wording)) },
    wording,
  );
}
