// A row of a chart from what it shows: the same object again, version after version, while that stays the same.
import { Retold } from '../rules/retold.ts';
import type { Shift } from '../schedule/baseline-shifts.ts';
import { chartWords } from '../words/charts.ts';
import { shiftSize } from '../words/shift-cause.ts';
import { say, type Wording, word } from '../words/words.ts';
import type { ChartRow } from './chart.ts';
import { momentOf } from './drawn-time.ts';
import { oneLine } from './mermaid-text.ts';

/** Where a row stands; minutes and moments are in what it shows. */
export interface RowPlace {
  readonly chartId: string;
  readonly parent: number;
  readonly place: number;
  readonly siblings: number;
}

/** What a row shows, in plain values. Times are minutes since 1970-01-01T00:00. */
export interface RowFacts {
  readonly planId: string;
  readonly kind: ChartRow['kind'];
  readonly isPhase: boolean;
  readonly isSubplan: boolean;
  /** As it is written; where that is nothing to be seen, the id stands for it. */
  readonly name: string;
  readonly id: string;
  readonly depth: number;
  readonly start: number;
  readonly finish: number;
  readonly drawnStart: number;
  readonly drawnFinish: number;
  readonly deadline: number | undefined;
  /** Undefined where the picture ends before. */
  readonly drawnDeadline: number | undefined;
  readonly late: boolean;
  /** Where it is drawn until when it may slip. */
  readonly slackUntil: number | undefined;
  readonly ghostStart: number | undefined;
  readonly ghostFinish: number | undefined;
  /** Of what it is compared with: by how many minutes it ends later, and whether by the clock. */
  readonly moved: Shift['finishMinutes'] | undefined;
  readonly movedElapsed: Shift['elapsed'];
  readonly length: number;
  readonly slack: number | undefined;
  /** Whether length and slack are counted by the clock. */
  readonly elapsed: boolean;
  readonly progress: number;
  readonly critical: boolean;
  readonly cancelled: boolean;
  readonly folded: boolean;
  readonly hasChildren: boolean;
  readonly owner: string | undefined;
  readonly severity: ChartRow['severity'];
  readonly locale: Wording['locale'];
  readonly dayMinutes: number;
}

type Unplaced = Omit<ChartRow, 'chartId' | 'parent' | 'place' | 'siblings'>;

const written = new Retold<object, Unplaced>();
const placed = new Retold<Unplaced, ChartRow>();

/** The row of a subject: a task's record, another plan. */
export function ganttRow(subject: object, facts: RowFacts, { chartId, parent, place, siblings }: RowPlace): ChartRow {
  const row = written.of(subject, Object.values(facts), () => write(facts));
  return placed.of(row, [chartId, parent, place, siblings], () => ({ chartId, parent, place, siblings, ...row }));
}

/** The name of a row, on one line. */
export function rowName({ name, id }: Pick<RowFacts, 'name' | 'id'>): string {
  return oneLine(name) || oneLine(id) || '?';
}

function write(facts: RowFacts): Unplaced {
  const {
    planId,
    kind,
    isPhase,
    isSubplan,
    depth,
    progress,
    critical,
    cancelled,
    folded,
    hasChildren,
    late,
    ...shown
  } = facts;
  const { deadline, drawnDeadline, slackUntil, ghostStart, ghostFinish, moved, slack, owner, severity } = shown;
  const wording = { locale: shown.locale, dayMinutes: shown.dayMinutes };
  const lasting = (minutes: number): string =>
    word(shown.elapsed ? { elapsedMinutes: minutes } : { workingMinutes: minutes }, wording);
  const length = Number.isFinite(shown.length) ? lasting(shown.length) : '';
  return {
    planId,
    kind,
    isPhase,
    ...(isSubplan ? { isSubplan } : {}),
    name: rowName(facts),
    depth,
    start: momentOf(shown.start),
    finish: momentOf(shown.finish),
    drawn: {
      start: momentOf(shown.drawnStart),
      finish: momentOf(shown.drawnFinish),
      ...(drawnDeadline === undefined ? {} : { deadline: momentOf(drawnDeadline) }),
      ...(slackUntil === undefined ? {} : { slackUntil: momentOf(slackUntil) }),
      ...(ghostStart === undefined || ghostFinish === undefined
        ? {}
        : { ghost: { start: momentOf(ghostStart), finish: momentOf(ghostFinish) } }),
    },
    length: kind === 'milestone' ? say(chartWords.milestone, {}, wording) : length,
    ...(slack === undefined ? {} : { slack: lasting(slack) }),
    progress,
    critical,
    cancelled,
    folded,
    hasChildren,
    ...(deadline === undefined ? {} : { deadline: momentOf(deadline) }),
    late,
    ...(owner === undefined ? {} : { owner: oneLine(owner) }),
    ...(moved === undefined
      ? {}
      : { moved: shiftSize({ finishMinutes: moved, elapsed: shown.movedElapsed }, wording) }),
    ...(severity === undefined ? {} : { severity }),
  };
}
