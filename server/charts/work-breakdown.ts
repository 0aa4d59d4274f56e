// The work breakdown: what the plan consists of, as a picture and as a table with the numbers of a work breakdown structure.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { callNames } from '../rules/doers.ts';
import { isElapsed } from '../schedule/at-work.ts';
import { taskName } from '../words/task-names.ts';
import { viewWords } from '../words/views.ts';
import { say, type Wording, word } from '../words/words.ts';
import { boxesOf } from './boxes.ts';
import type { Folding } from './folding.ts';
import { oneLine } from './mermaid-text.ts';
import { planIds } from './plan-ids.ts';
import type { Line, ViewContent } from './view.ts';
import { breakdownDrawing } from './work-breakdown-drawing.ts';
import { isCancelled } from './work-states.ts';

/** The view of an analysed plan. */
export function workBreakdown(
  analysis: Analysis,
  wording: Wording,
  question: { readonly folding?: Folding },
): ViewContent {
  const content = breakdownDrawing(boxesOf(analysis, wording), question, wording);
  return { ...content, tables: [tableOf(analysis, wording, planIds(analysis.plan))] };
}

function tableOf({ plan, schedule }: Analysis, wording: Wording, ids: readonly string[]) {
  const call = callNames(plan);
  const numbers = numbersOf(plan.tasks);
  const lines = plan.tasks.map((task): Line => {
    const { index, record, kind } = task;
    const minutes = schedule.durationMinutes[index] ?? Number.NaN;
    return {
      cells: [
        oneLine(taskName(task, wording)),
        numbers[index] ?? '',
        kind === 'milestone' || !Number.isFinite(minutes)
          ? kind === 'milestone'
            ? say(viewWords.milestone, {}, wording)
            : ''
          : word(isElapsed(record) ? { elapsedMinutes: minutes } : { workingMinutes: minutes }, wording),
        isCancelled(task, schedule)
          ? say(viewWords.cancelled, {}, wording)
          : word({ percent: Math.round(schedule.progress[index] ?? 0) }, wording),
        record.owner === undefined ? '' : oneLine(call(record.owner.value)),
        (record.deliverables?.value ?? []).map(({ value }) => oneLine(value)).join(', '),
      ],
      depth: task.depth,
      target: { kind: 'task', id: ids[index] ?? task.id },
    };
  });
  const columns = (['task', 'number', 'length', 'progress', 'owner', 'deliverables'] as const).map((key) => ({
    title: say(viewWords[key], {}, wording),
    isNumber: key === 'length' || key === 'progress',
  }));
  return { columns, lines };
}

/** `1.2.3`: the places of a task and of all that hold it. */
function numbersOf(tasks: readonly PlanTask[]): readonly string[] {
  const numbers: string[] = [];
  let top = 0;
  const inside = new Map<number, number>();
  for (const { index, parent } of tasks) {
    const place = parent < 0 ? ++top : (inside.get(parent) ?? 0) + 1;
    if (parent >= 0) inside.set(parent, place);
    numbers[index] = parent < 0 ? String(place) : `${numbers[parent] ?? ''}.${place}`;
  }
  return numbers;
}
