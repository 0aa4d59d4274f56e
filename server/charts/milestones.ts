// The milestones along time: reached, to come, late.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { callNames } from '../rules/doers.ts';
import { taskName } from '../words/task-names.ts';
import { viewWords } from '../words/views.ts';
import { say, type Wording, word } from '../words/words.ts';
import { labelText, oneLine } from './mermaid-text.ts';
import { planIds } from './plan-ids.ts';
import type { Element, Line, Sign, ViewContent } from './view.ts';
import { finishDay, monthName, startDay } from './view-dates.ts';
import { isCancelled, isOver } from './work-states.ts';

/** More milestones than these are not drawn: those that were reached longest ago go first. */
const most = 60;

interface Milestone {
  readonly task: PlanTask;
  readonly minute: number;
  readonly signs: readonly Sign[];
  readonly deadline: number | undefined;
}

/** The view of an analysed plan. */
export function milestones(analysis: Analysis, wording: Wording): ViewContent {
  const { plan } = analysis;
  const all = milestonesOf(analysis);
  if (all.length === 0) return { drawings: [], tables: [], empty: say(viewWords['no-milestones'], {}, wording) };
  const reached = all.filter(({ signs }) => signs.includes('done'));
  const dropped = new Set(reached.slice(0, Math.max(all.length - most, 0)));
  const drawn = all.filter((milestone) => !dropped.has(milestone)).slice(0, most);
  const ids = planIds(plan);
  const lines = ['timeline'];
  const elements: Element[] = [];
  const groups: { readonly name: string; count: number }[] = [];
  for (const { task, minute, signs } of drawn) {
    const date = startDay(minute);
    const name = oneLine(taskName(task, wording)) || task.id;
    const mark = signs.includes('done') ? '✓ ' : signs.includes('late') ? '⚠ ' : '';
    const event = `${mark}${labelText(name, task.id, 80)}`;
    const month = monthName(minute, wording);
    const last = groups.at(-1);
    if (last?.name === month) last.count += 1;
    else {
      groups.push({ name: month, count: 1 });
      lines.push(`    section ${labelText(month)}`);
    }
    // Each with a date of its own: Mermaid puts the next section over the last of several events.
    lines.push(`        ${labelText(date)} : ${event}`);
    const words = signs.map((sign) => say(viewWords[`sign-${sign}`], {}, wording));
    elements.push({
      id: String(elements.length),
      label: [name, date, ...words].join(', '),
      signs,
      target: { kind: 'task', id: ids[task.index] ?? task.id },
    });
  }
  const next = all.find(({ signs }) => !signs.includes('done'));
  const legend = (['done', 'late', 'critical'] as const)
    .filter((sign) => drawn.some(({ signs }) => signs.includes(sign)))
    .map((sign) => ({ sign, text: say(viewWords[`sign-${sign}`], {}, wording) }));
  const left = all.length - drawn.length;
  return {
    summary: [
      say(viewWords['milestones-reached'], { reached: reached.length, count: all.length }, wording),
      ...(next === undefined
        ? []
        : [
            say(
              viewWords['milestone-next'],
              { name: oneLine(taskName(next.task, wording)), date: startDay(next.minute) },
              wording,
            ),
          ]),
    ].join(' · '),
    drawings: [{ diagram: 'timeline', mermaid: `${lines.join('\n')}\n`, elements, groups }],
    tables: [tableOf(analysis, all, ids, wording)],
    legend,
    ...(left > 0 ? { notes: [say(viewWords['left-out-milestones'], { count: left }, wording)] } : {}),
  };
}

/** In the order of time. */
function milestonesOf(analysis: Analysis): readonly Milestone[] {
  const { plan, schedule } = analysis;
  const promises = new Map(
    schedule.promises.flatMap(({ kind, task, minute, slackMinutes }) =>
      kind === 'deadline' ? [[task, { minute, isLate: slackMinutes < 0 }] as const] : [],
    ),
  );
  return plan.tasks
    .filter((task) => task.kind === 'milestone' && !isCancelled(task, schedule))
    .map((task): Milestone => {
      const promise = promises.get(task.index);
      const isDone = isOver(analysis, task);
      return {
        task,
        minute: schedule.finish[task.index] ?? 0,
        signs: [
          ...(isDone ? (['done'] as const) : []),
          ...(promise?.isLate === true ? (['late'] as const) : []),
          ...(!isDone && schedule.critical[task.index] === 1 ? (['critical'] as const) : []),
        ],
        deadline: promise?.minute,
      };
    })
    .toSorted((a, b) => a.minute - b.minute || a.task.index - b.task.index);
}

function tableOf({ plan, schedule }: Analysis, all: readonly Milestone[], ids: readonly string[], wording: Wording) {
  const call = callNames(plan);
  const lines = all.map(({ task, minute, signs, deadline }): Line => {
    const slack = schedule.totalSlackMinutes[task.index];
    const around = plan.tasks[task.parent];
    const owner = task.record.owner?.value;
    return {
      cells: [
        oneLine(taskName(task, wording)),
        startDay(minute),
        finishDay(deadline),
        signs.includes('done') || slack === undefined || !Number.isFinite(slack)
          ? ''
          : word({ workingMinutes: slack }, wording),
        word({ list: signs.map((sign) => say(viewWords[`sign-${sign}`], {}, wording)) }, wording),
        around === undefined ? '' : oneLine(taskName(around, wording)),
        owner === undefined ? '' : oneLine(call(owner)),
      ],
      target: { kind: 'task', id: ids[task.index] ?? task.id },
      signs,
    };
  });
  const columns = (['milestone-title', 'date', 'deadline', 'slack', 'state', 'inside', 'owner'] as const).map(
    (key) => ({
      title: say(viewWords[key], {}, wording),
      isNumber: key === 'slack',
    }),
  );
  return { columns, lines };
}
