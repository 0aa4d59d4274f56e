// The Gantt chart as a preview gets it: with the text's version, so that stale ones can be dropped.
import type { Analysis } from '../analysis.ts';
import type { Wording } from '../words/words.ts';
import type { GanttChart } from './chart.ts';
import { ganttChart } from './gantt.ts';

/** The chart of this version; `folded` as in `ganttChart`. */
export function ganttAnswer(
  analysis: Analysis,
  params: { readonly folded?: readonly string[] },
  wording: Wording,
): GanttChart & { readonly uri: string; readonly version: number } {
  const { uri, version } = analysis.snapshot;
  return { uri, version, ...ganttChart(analysis, wording, params.folded) };
}
