// The Gantt chart as a preview gets it: what is new of it, with the text's version, so that stale answers can be dropped.
import type { Analysis } from '../analysis.ts';
import type { Scheduled } from '../schedule/plan-changes.ts';
import type { Wording } from '../words/words.ts';
import { answerFrom, type ChartQuestion, type News, unlessKnown } from './chart-answer.ts';
import { type Against, type Comparison, comparedWithBaseline, comparedWithVersion } from './compare.ts';
import { GanttRows } from './gantt.ts';

/** What is new of a chart, and the version of the text that it shows. */
export interface GanttAnswer extends News {
  readonly uri: string;
  readonly version: number;
}

/** More stripes than that no screen shows. */
const mostStripes = 1_000;

/**
 * The parts of this version's chart that are wanted and are not as the asker knows them. `versionOf`: an earlier version of the plan by the key that it was
 * given with.
 */
export function ganttAnswer(
  analysis: Analysis,
  question: ChartQuestion,
  wording: Wording,
  versionOf: (key: string) => Scheduled | undefined = () => undefined,
): GanttAnswer {
  const { uri, version } = analysis.snapshot;
  const { known, overview } = question;
  const comparison = comparisonOf(analysis, question.against, wording, versionOf);
  const rows = rowsOf(analysis, question, comparison, wording);
  const changes = question.changes === true ? unlessKnown(rows.changes(), known?.changes) : undefined;
  const glance =
    overview === undefined ? undefined : unlessKnown(rows.overview(Math.min(overview, mostStripes)), known?.overview);
  return {
    uri,
    version,
    ...answerFrom(rows, question),
    ...(changes === undefined ? {} : { changes }),
    ...(glance === undefined ? {} : { overview: glance }),
  };
}

/** Who scrolls asks about the same rows again: the last ones of each analysis are kept. */
const rowsMade = new WeakMap<Analysis, { readonly of: string; readonly with: unknown; readonly rows: GanttRows }>();

function rowsOf(
  analysis: Analysis,
  { folding, filter }: ChartQuestion,
  comparison: Comparison | undefined,
  wording: Wording,
): GanttRows {
  const of = JSON.stringify([folding, filter, wording]);
  const known = rowsMade.get(analysis);
  if (known?.of === of && known.with === comparison) return known.rows;
  const look = { ...(folding && { folding }), ...(filter && { filter }), comparison };
  const rows = new GanttRows(analysis, wording, look);
  rowsMade.set(analysis, { of, with: comparison, rows });
  return rows;
}

/** The same of comparisons. */
const made = new WeakMap<Analysis, { readonly of: unknown; readonly comparison: Comparison | undefined }>();

function comparisonOf(
  analysis: Analysis,
  against: Against = { kind: 'baseline' },
  wording: Wording,
  versionOf: (key: string) => Scheduled | undefined,
): Comparison | undefined {
  if (against.kind === 'nothing') return undefined;
  const before = against.kind === 'version' ? versionOf(against.key) : undefined;
  const of = before ?? JSON.stringify(against);
  const known = made.get(analysis);
  if (known?.of === of) return known.comparison;
  const comparison =
    against.kind === 'baseline'
      ? comparedWithBaseline(analysis, against.id)
      : before && comparedWithVersion(analysis, before, wording);
  made.set(analysis, { of, comparison });
  return comparison;
}
