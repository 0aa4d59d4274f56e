// The Gantt chart as a preview gets it: what is new of it, with the text's version, so that stale answers can be dropped.
import type { Analysis } from '../analysis.ts';
import type { Wording } from '../words/words.ts';
import { answerFrom, type ChartQuestion, type News } from './chart-answer.ts';
import { GanttRows } from './gantt.ts';

/** What is new of a chart, and the version of the text that it shows. */
export interface GanttAnswer extends News {
  readonly uri: string;
  readonly version: number;
}

/** The parts of this version's chart that are wanted and are not as the asker knows them. */
export function ganttAnswer(analysis: Analysis, question: ChartQuestion, wording: Wording): GanttAnswer {
  const { uri, version } = analysis.snapshot;
  return { uri, version, ...answerFrom(new GanttRows(analysis, wording, question.folding), question) };
}
