// When the plan is likely to finish: the outcomes of a simulation by date, and the share that is finished by then.
import type { Analysis } from '../analysis.ts';
import { lastMinute } from '../schedule/moments.ts';
import type { Simulation } from '../schedule/simulation.ts';
import { taskName } from '../words/task-names.ts';
import { viewWords } from '../words/views.ts';
import { isoDay, say, type Wording, word } from '../words/words.ts';
import { labelText, oneLine } from './mermaid-text.ts';
import { planIds } from './plan-ids.ts';
import type { Element, Line, Table, ViewContent } from './view.ts';
import { axisDays, finishDay } from './view-dates.ts';

const dayMinutes = 1440;
/** So many bars can be told apart. */
const mostParts = 18;
/** So many tasks are named that decide the finish. */
const mostTasks = 20;

/** The view of a plan whose runs came to this. */
export function finishDistribution(analysis: Analysis, wording: Wording, simulation: Simulation): ViewContent {
  const { plan } = analysis;
  if (simulation.estimated === 0)
    return { drawings: [], tables: [], empty: say(viewWords['no-estimates'], {}, wording) };
  const parts = partsOf(simulation);
  const shares = parts.map(({ from, to }) => simulation.shareBy(to) - simulation.shareBy(from));
  const until = parts.map(({ to }) => simulation.shareBy(to));
  const percent = (share: number): number => Math.round(share * 1000) / 10;
  const mermaid = [
    'xychart-beta',
    `    x-axis [${axisDays(parts.map(({ to }) => to - 1))
      .map((day) => `"${labelText(day)}"`)
      .join(', ')}]`,
    `    y-axis "${labelText(say(viewWords['axis-runs'], {}, wording))}" 0 --> 100`,
    `    bar [${shares.map(percent).join(', ')}]`,
    `    line [${until.map(percent).join(', ')}]`,
  ];
  const elements = parts.map(({ to }, index): Element => {
    const args = {
      date: finishDay(to),
      share: { percent: percent(shares[index] ?? 0) },
      by: { percent: percent(until[index] ?? 0) },
    };
    return { id: `0-${index}`, label: say(viewWords['runs-of-part'], args, wording) };
  });
  const plots = [
    { name: say(viewWords['plot-runs'], {}, wording), kind: 'load' as const },
    { name: say(viewWords['plot-by'], {}, wording), kind: 'share' as const },
  ];
  return {
    summary: say(
      viewWords['finish-summary'],
      {
        runs: simulation.runs,
        p50: finishDay(simulation.finishBy(0.5)),
        p80: finishDay(simulation.finishBy(0.8)),
        p95: finishDay(simulation.finishBy(0.95)),
      },
      wording,
    ),
    drawings: [{ diagram: 'xychart', mermaid: `${mermaid.join('\n')}\n`, elements, plots }],
    tables: [dates(analysis, simulation, wording), deciders(analysis, simulation, wording)],
    legend: plots.map(({ kind, name }) => ({ sign: kind, text: name })),
    ...(plan.root.finish === undefined
      ? {}
      : {
          notes: [
            say(
              viewWords['promised-finish'],
              {
                date: isoDay(plan.root.finish.value.day),
                share: { percent: Math.round(simulation.shareBy(lastMinute(plan.root.finish.value)) * 100) },
              },
              wording,
            ),
          ],
        }),
  };
}

/** Whole days from the first to the last finish, cut into equal parts. */
function partsOf({ finishBy }: Simulation): readonly { readonly from: number; readonly to: number }[] {
  const first = Math.floor((finishBy(0) - 1) / dayMinutes);
  const last = Math.floor((finishBy(1) - 1) / dayMinutes);
  const days = Math.ceil((last - first + 1) / mostParts);
  const count = Math.ceil((last - first + 1) / days);
  return Array.from({ length: count }, (_, index) => ({
    from: (first + index * days) * dayMinutes,
    to: (first + (index + 1) * days) * dayMinutes,
  }));
}

function dates({ plan, schedule }: Analysis, simulation: Simulation, wording: Wording): Table {
  const promised = plan.root.finish?.value;
  const line = (title: string, minute: number): Line => ({
    cells: [title, finishDay(minute), word({ percent: Math.round(simulation.shareBy(minute) * 100) }, wording)],
  });
  const lines = [
    line(say(viewWords['finish-computed'], {}, wording), schedule.planFinish),
    ...(promised === undefined ? [] : [line(say(viewWords['finish-promised'], {}, wording), lastMinute(promised))]),
    ...[50, 80, 95].map((share) => line(`P${share}`, simulation.finishBy(share / 100))),
  ];
  const columns = (['what', 'date', 'chance'] as const).map((key) => ({
    title: say(viewWords[key], {}, wording),
    isNumber: key === 'chance',
  }));
  return { caption: say(viewWords['finish-table'], {}, wording), columns, lines };
}

/** The tasks that were critical most often. */
function deciders({ plan }: Analysis, { criticality }: Simulation, wording: Wording): Table {
  const ids = planIds(plan);
  const share = (index: number): number => criticality[index] ?? 0;
  const lines = plan.tasks
    .filter(({ index, kind }) => kind === 'task' && share(index) > 0)
    .toSorted((a, b) => share(b.index) - share(a.index))
    .slice(0, mostTasks)
    .map(
      (task): Line => ({
        cells: [oneLine(taskName(task, wording)), word({ percent: Math.round(share(task.index) * 100) }, wording)],
        target: { kind: 'task', id: ids[task.index] ?? task.id },
      }),
    );
  const columns = [
    { title: say(viewWords.task, {}, wording) },
    { title: say(viewWords.criticality, {}, wording), isNumber: true },
  ];
  return { caption: say(viewWords['deciders-table'], {}, wording), columns, lines };
}
