// Whole charts: all rows at once, for texts and files of their own.
import type { Analysis } from '../analysis.ts';
import type { Wording } from '../words/words.ts';
import type { GanttChart } from './chart.ts';
import { comparedWithBaseline } from './compare.ts';
import { foldedToFit } from './folding.ts';
import { GanttRows } from './gantt.ts';
import { planIds } from './plan-ids.ts';
import { peopleOf, tagsOf } from './task-facts.ts';

/** The whole chart of an analysed plan. `folded`: plan ids of the summaries to fold (unknown ones are nothing); without it large plans fold themselves. */
export function ganttChart(analysis: Analysis, wording: Wording, folded?: readonly string[]): GanttChart {
  const gantt = new GanttRows(analysis, wording, {
    ...(folded === undefined ? {} : { folding: { base: 'none', folded, unfolded: [] } }),
    comparison: comparedWithBaseline(analysis, undefined),
  });
  const rows = Array.from({ length: gantt.head.rowCount }, (_, index) => gantt.row(index));
  const idOf = (row: number): string => rows[row]?.chartId ?? '';
  const links = [...gantt.links(0, rows.length)].map(({ from, to, type, critical }) => ({
    from: idOf(from),
    to: idOf(to),
    type,
    critical,
  }));
  return { ...gantt.head, rows, links, folded: gantt.folded };
}

/** The chart for a file of its own: every row, and in `folded` what it opens with folded; the page folds by itself. */
export function wholeGanttChart(analysis: Analysis, wording: Wording): GanttChart {
  const ids = planIds(analysis.plan);
  const folded = [...foldedToFit(analysis.plan)].flatMap((index) => ids[index] ?? []);
  const chart = ganttChart(analysis, wording, []);
  const subplans = chart.rows.filter(({ isSubplan }) => isSubplan === true);
  const facts = [
    ...subplans.map(() => ({ people: [], tags: [] })),
    ...analysis.plan.tasks.map((task) => ({ people: peopleOf(task), tags: tagsOf(task) })),
  ];
  return { ...chart, folded, facts };
}
