// Folding without a server: an exported chart holds every row and hides what is folded itself.

import { endOf, isDrawnIn, type RowSource } from '../../server/charts/blocks.ts';
import type {
  ChartHead,
  ChartRow,
  ChartSign,
  GanttChart,
  LinkEnd,
  Moment,
  RowLink,
} from '../../server/charts/chart.ts';
import { type Facts, type Filter, type Filtered, filtered, isEmpty } from '../../server/charts/filter.ts';
import type { Folding } from '../../server/charts/folding.ts';
import { type Overview, overviewOf } from '../../server/charts/overview.ts';

/** A chart's rows as they are shown now. */
export interface FoldedRows extends RowSource {
  /** All rows at one glance, in at most so many stripes. */
  overview(most: number): Overview;
}

/** The chart with these summaries folded, and with what a filter shows; links of folded rows belong to the row that stands for them. */
export function foldHere(chart: GanttChart, folding: Folding, filter: Filter = {}): FoldedRows {
  const isFolded = foldedBy(chart, folding);
  const found = isEmpty(filter)
    ? undefined
    : filtered(factsOf(chart), filter, minuteOf(chart.statusDate ?? chart.today));
  const rows: ChartRow[] = [];
  const standsFor = new Map<string, number>();
  const newRow = new Map<number, number>();
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const [index, row] of chart.rows.entries()) {
    if (found?.keeps[index] === false) continue;
    const last = rows.at(-1);
    if (row.depth > hiddenBelow && last !== undefined) {
      standsFor.set(row.chartId, rows.length - 1);
      if (row.severity === 'error' || (row.severity === 'warning' && last.severity === undefined))
        rows[rows.length - 1] = { ...last, severity: row.severity };
      continue;
    }
    const folded = row.hasChildren && isFolded(row.planId);
    hiddenBelow = folded ? row.depth : Number.POSITIVE_INFINITY;
    standsFor.set(row.chartId, rows.length);
    newRow.set(index, rows.length);
    rows.push({ ...row, folded, parent: newRow.get(row.parent) ?? -1 });
  }
  const links = new Map<string, RowLink>();
  for (const { from: predecessor, to: successor, type, critical } of chart.links) {
    const from = standsFor.get(predecessor);
    const to = standsFor.get(successor);
    if (from === undefined || to === undefined || from === to) continue;
    const key = `${from} ${to} ${type}`;
    if (links.get(key)?.critical !== true) links.set(key, { from, to, type, critical });
  }
  return new HeldRows(chart, rows, [...links.values()], found);
}

function foldedBy(chart: GanttChart, { base, folded, unfolded }: Folding): (planId: string) => boolean {
  const byHand = { folded: new Set(folded), unfolded: new Set(unfolded), fit: new Set(chart.folded) };
  return (planId) =>
    byHand.folded.has(planId) ||
    (!byHand.unfolded.has(planId) && (base === 'all' || (base === 'fit' && byHand.fit.has(planId))));
}

function factsOf({ rows, facts }: GanttChart): readonly Facts[] {
  return rows.map(({ name, planId, parent, kind, isSubplan, critical, start, finish }, index) => ({
    name,
    id: planId,
    parent,
    isSummary: kind === 'summary' && isSubplan !== true,
    people: facts?.[index]?.people ?? [],
    tags: facts?.[index]?.tags ?? [],
    critical,
    start: minuteOf(start),
    finish: minuteOf(finish),
  }));
}

function minuteOf(moment: Moment): number {
  return Date.parse(`${moment}Z`) / 60_000;
}

/** Rows that are all there. */
class HeldRows implements FoldedRows {
  readonly head: ChartHead;
  readonly #rows: readonly ChartRow[];
  readonly #links: readonly RowLink[];

  constructor(
    { rows: _all, links: _links, folded: _folded, facts: _facts, ...head }: GanttChart,
    rows: readonly ChartRow[],
    links: readonly RowLink[],
    found: Filtered | undefined,
  ) {
    this.head = {
      ...head,
      rowCount: rows.length,
      nested: rows.some(({ hasChildren }) => hasChildren),
      signs: signsOf(rows),
      ...(found === undefined ? {} : { filtered: { shown: found.shown, of: found.of } }),
    };
    this.#rows = rows;
    this.#links = links;
  }

  row(index: number): ChartRow {
    const row = this.#rows[index];
    if (row === undefined) throw new RangeError(`The chart has no row ${index}`);
    return row;
  }

  rowNamed(planId: string): number | undefined {
    const row = this.#rows.findIndex((candidate) => candidate.planId === planId);
    return row < 0 ? undefined : row;
  }

  end(index: number): LinkEnd {
    return endOf(this.row(index), index);
  }

  links(first: number, end: number): Iterable<RowLink> {
    return this.#links.filter((link) => isDrawnIn(link, first, end));
  }

  overview(most: number): Overview {
    const rowAt = (index: number) => {
      const { drawn, critical, kind, isSubplan, folded } = this.row(index);
      return {
        start: minuteOf(drawn.start),
        finish: minuteOf(drawn.finish),
        critical: critical && (kind !== 'summary' || folded || isSubplan === true),
      };
    };
    const range = { from: minuteOf(this.head.from), to: minuteOf(this.head.to) };
    return overviewOf(this.#rows.length, rowAt, range, most);
  }

  groupsBefore(index: number): number {
    return this.#rows.slice(0, index).filter(({ depth }) => depth === 0).length;
  }
}

const uses: readonly (readonly [ChartSign, (row: ChartRow) => boolean])[] = [
  ['critical', ({ critical, kind }) => critical && kind === 'task'],
  ['progress', ({ progress }) => progress > 0],
  ['milestone', ({ kind }) => kind === 'milestone'],
  ['buffer', ({ kind }) => kind === 'buffer'],
  ['deadline', ({ drawn }) => drawn.deadline !== undefined],
  ['late', ({ late }) => late],
  ['slack', ({ drawn }) => drawn.slackUntil !== undefined],
  ['ghost', ({ drawn }) => drawn.ghost !== undefined],
];

/** The signs that rows use. */
export function signsOf(rows: readonly ChartRow[]): readonly ChartSign[] {
  return uses.flatMap(([sign, isUsed]) => (rows.some(isUsed) ? [sign] : []));
}
