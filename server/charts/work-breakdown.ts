// The work breakdown: what the plan consists of, from the whole down to the tasks, with the numbers of a work breakdown structure.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { callNames } from '../rules/doers.ts';
import { taskName } from '../words/task-names.ts';
import { viewWords } from '../words/views.ts';
import { say, type Wording, word } from '../words/words.ts';
import { criticalRows } from './critical-rows.ts';
import { type Folding, fitting, foldedTasks, visibleTasks } from './folding.ts';
import { clip, labelText, oneLine } from './mermaid-text.ts';
import { planIds } from './plan-ids.ts';
import type { Element, Line, ViewContent } from './view.ts';
import { isCancelled, isOver } from './work-states.ts';

/** A plan opens folded so that about this many boxes are drawn. */
const comfortable = 60;
/** More boxes than these are not drawn. */
const mostNodes = 300;

/** The view of an analysed plan. */
export function workBreakdown(
  analysis: Analysis,
  wording: Wording,
  { folding = fitting }: { readonly folding?: Folding },
): ViewContent {
  const { plan } = analysis;
  const ids = planIds(plan);
  const folded = foldedTasks(plan, ids, folding, comfortable);
  const all = visibleTasks(plan, folded).tasks;
  const drawn = all.slice(0, mostNodes);
  const critical = criticalRows(analysis);
  const lines = ['mindmap', `  n0("${labelText(plan.name, say(viewWords.plan, {}, wording), 60)}")`];
  const elements: Element[] = [{ id: '0', label: oneLine(plan.name), target: { kind: 'key', id: 'name' } }];
  for (const [index, task] of drawn.entries()) {
    const name = oneLine(taskName(task, wording)) || task.id;
    const isFolded = folded.has(task.index);
    const count = isFolded ? ` (${task.end - task.index - 1})` : '';
    lines.push(`${'  '.repeat(task.depth + 2)}n${index + 1}["${labelText(`${clip(name, 60)}${count}`, task.id)}"]`);
    const id = ids[task.index] ?? task.id;
    elements.push({
      id: String(index + 1),
      label: name,
      target: { kind: 'task', id },
      ...(task.children.length > 0 ? { folds: id } : {}),
      signs: [
        ...(isFolded ? (['folded'] as const) : []),
        ...(isOver(analysis, task) ? (['done'] as const) : []),
        ...(critical[task.index] === true ? (['critical'] as const) : []),
        ...(task.kind === 'milestone' ? (['milestone'] as const) : []),
      ],
    });
  }
  const left = all.length - drawn.length;
  const legend = (['critical', 'done', 'folded'] as const)
    .filter((sign) => elements.some(({ signs }) => signs?.includes(sign)))
    .map((sign) => ({ sign, text: say(viewWords[`sign-${sign}`], {}, wording) }));
  return {
    drawings: plan.tasks.length === 0 ? [] : [{ diagram: 'mindmap', mermaid: `${lines.join('\n')}\n`, elements }],
    tables: [tableOf(analysis, wording, ids)],
    legend,
    ...(left > 0 ? { notes: [say(viewWords['left-out-boxes'], { count: left, shown: drawn.length }, wording)] } : {}),
  };
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
          : word(
              record.duration?.value.elapsed === true ? { elapsedMinutes: minutes } : { workingMinutes: minutes },
              wording,
            ),
        isCancelled(task)
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
