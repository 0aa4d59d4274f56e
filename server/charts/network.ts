// The network: who waits for whom, as a picture and as a table.
import type { Analysis } from '../analysis.ts';
import { taskName } from '../words/task-names.ts';
import { viewWords } from '../words/views.ts';
import { say, type Wording, word } from '../words/words.ts';
import { boxesOf } from './boxes.ts';
import { oneLine } from './mermaid-text.ts';
import { type NetworkQuestion, networkDrawing } from './network-drawing.ts';
import { planIds } from './plan-ids.ts';
import type { Line, ViewContent } from './view.ts';
import { finishDay, startDay } from './view-dates.ts';

/** The view of an analysed plan. */
export function network(analysis: Analysis, wording: Wording, question: NetworkQuestion): ViewContent {
  const content = networkDrawing(boxesOf(analysis, wording), question, wording);
  return { ...content, tables: [tableOf(analysis, wording, planIds(analysis.plan))] };
}

function tableOf({ plan, schedule }: Analysis, wording: Wording, ids: readonly string[]) {
  const waitsFor = new Map<number, string[]>();
  for (const { predecessor, successor, type, external, origin } of plan.links) {
    const before = plan.tasks[predecessor];
    if (origin === 'reserve') continue;
    const name = before === undefined ? (external ?? '') : oneLine(taskName(before, wording));
    const known = waitsFor.get(successor) ?? [];
    known.push(type === 'FS' ? name : `${name} ${type}`);
    waitsFor.set(successor, known);
  }
  const lines = plan.tasks.map((task): Line => {
    const slack = schedule.totalSlackMinutes[task.index];
    const isCritical = task.kind !== 'summary' && schedule.critical[task.index] === 1;
    return {
      cells: [
        oneLine(taskName(task, wording)),
        word({ list: waitsFor.get(task.index) ?? [] }, wording),
        startDay(schedule.start[task.index]),
        task.kind === 'milestone' ? startDay(schedule.finish[task.index]) : finishDay(schedule.finish[task.index]),
        task.kind === 'summary' || slack === undefined || !Number.isFinite(slack)
          ? ''
          : word({ workingMinutes: slack }, wording),
        isCritical ? say(viewWords.yes, {}, wording) : '',
      ],
      depth: task.depth,
      target: { kind: 'task', id: ids[task.index] ?? task.id },
      ...(isCritical ? { signs: ['critical'] as const } : {}),
    };
  });
  const columns = (['task', 'waits-for', 'start', 'finish', 'slack', 'critical'] as const).map((key) => ({
    title: say(viewWords[key], {}, wording),
    isNumber: key === 'slack',
  }));
  return { columns, lines };
}
