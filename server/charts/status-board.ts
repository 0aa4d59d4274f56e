// The status board: each task in the column of its state, what comes next on top.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { callNames } from '../rules/doers.ts';
import { taskName } from '../words/task-names.ts';
import { viewWords } from '../words/views.ts';
import { say, type Wording, word } from '../words/words.ts';
import { criticalRows } from './critical-rows.ts';
import { labelText, oneLine } from './mermaid-text.ts';
import { planIds } from './plan-ids.ts';
import type { Element, Line, ViewContent } from './view.ts';
import { finishDay, startDay } from './view-dates.ts';
import { type WorkState, workStates } from './work-states.ts';

const columns = ['waiting', 'ready', 'running', 'blocked', 'done'] as const satisfies readonly WorkState[];

/** A column shows so many; the others are counted below. */
const mostOfColumn = 15;

/** The view of an analysed plan. */
export function statusBoard(analysis: Analysis, wording: Wording): ViewContent {
  const { plan, schedule } = analysis;
  const states = workStates(analysis);
  if (states.size === 0) return { drawings: [], tables: [], empty: say(viewWords['no-work'], {}, wording) };
  const ids = planIds(plan);
  const critical = criticalRows(analysis);
  const call = callNames(plan);
  const byStart = (a: PlanTask, b: PlanTask): number =>
    (schedule.start[a.index] ?? 0) - (schedule.start[b.index] ?? 0) || a.index - b.index;
  const cards = columns.map((state) => {
    const tasks = plan.tasks.filter(({ index }) => states.get(index) === state).toSorted(byStart);
    // Of what is done the newest is what people look for.
    return { state, tasks: state === 'done' ? tasks.toReversed() : tasks };
  });
  const lines = ['kanban'];
  const elements: Element[] = [];
  for (const { state, tasks } of cards) {
    const title = `${say(viewWords[state], {}, wording)} (${tasks.length})`;
    lines.push(`  ${state}["${labelText(title)}"]`);
    for (const task of tasks.slice(0, mostOfColumn)) {
      const name = oneLine(taskName(task, wording)) || task.id;
      const owner = task.record.owner === undefined ? undefined : oneLine(call(task.record.owner.value));
      const details = detailsOf(analysis, task, state, owner, wording);
      lines.push(`    n${task.index}["${labelText(name, task.id, 80)}<br/>${labelText(details, '·', 60)}"]`);
      const isCritical = critical[task.index] === true && state !== 'done';
      elements.push({
        id: `n${task.index}`,
        label: `${name}, ${say(viewWords[state], {}, wording)}, ${details}`,
        target: { kind: 'task', id: ids[task.index] ?? task.id },
        signs: [
          ...(isCritical ? (['critical'] as const) : []),
          ...(state === 'done' || state === 'blocked' ? ([state] as const) : []),
        ],
      });
    }
    const left = tasks.length - mostOfColumn;
    if (left > 0)
      lines.push(`    more-${state}["${labelText(say(viewWords['more-cards'], { count: left }, wording))}"]`);
  }
  const legend = (['critical', 'blocked', 'done'] as const)
    .filter((sign) => elements.some(({ signs }) => signs?.includes(sign)))
    .map((sign) => ({ sign, text: say(viewWords[`sign-${sign}`], {}, wording) }));
  const count = (state: WorkState): number => cards.find((column) => column.state === state)?.tasks.length ?? 0;
  return {
    summary: say(
      viewWords['board-summary'],
      { done: count('done'), count: states.size, running: count('running'), ready: count('ready') },
      wording,
    ),
    drawings: [{ diagram: 'kanban', mermaid: `${lines.join('\n')}\n`, elements }],
    tables: [tableOf(analysis, cards, ids, wording)],
    legend,
  };
}

/** What stands below a card's name: who, how far, and the date that comes next. */
function detailsOf(
  { schedule }: Analysis,
  { index }: PlanTask,
  state: WorkState,
  owner: string | undefined,
  wording: Wording,
): string {
  const date =
    state === 'waiting' || state === 'ready'
      ? `▷ ${startDay(schedule.start[index]).slice(5)}`
      : `◼ ${finishDay(schedule.finish[index]).slice(5)}`;
  const progress = state === 'running' ? [word({ percent: Math.round(schedule.progress[index] ?? 0) }, wording)] : [];
  return [...(owner === undefined ? [] : [owner]), ...progress, date].join(' · ');
}

function tableOf(
  { plan, schedule }: Analysis,
  cards: readonly { readonly state: WorkState; readonly tasks: readonly PlanTask[] }[],
  ids: readonly string[],
  wording: Wording,
) {
  const call = callNames(plan);
  const lines = cards.flatMap(({ state, tasks }) =>
    tasks.map((task): Line => {
      const { index, record } = task;
      return {
        cells: [
          oneLine(taskName(task, wording)),
          say(viewWords[state], {}, wording),
          record.owner === undefined ? '' : oneLine(call(record.owner.value)),
          startDay(schedule.start[index]),
          task.kind === 'milestone' ? startDay(schedule.finish[index]) : finishDay(schedule.finish[index]),
          word({ percent: Math.round(schedule.progress[index] ?? 0) }, wording),
          oneLine(record.status?.reason?.value ?? ''),
        ],
        target: { kind: 'task', id: ids[index] ?? task.id },
        signs: state === 'done' || state === 'blocked' ? [state] : [],
      };
    }),
  );
  const titles = (['task', 'state', 'owner', 'start', 'finish', 'progress', 'reason'] as const).map((key) => ({
    title: say(viewWords[key], {}, wording),
    isNumber: key === 'progress',
  }));
  return { columns: titles, lines };
}
