// The other plans that a plan names as its parts: one bar each, above its own work. Their dates are facts of their own schedules.
import { type Analysis, onOurClocks, type Subplan } from '../analysis.ts';
import type { Entry } from '../plan/field.ts';
import { Retold } from '../rules/retold.ts';
import { type WholeWork, wholeWork } from '../schedule/whole-work.ts';
import type { Wording } from '../words/words.ts';
import { isDrawnIn } from './blocks.ts';
import type { ChartRow, RowLink } from './chart.ts';
import { criticalRows } from './critical-rows.ts';
import { drawnSpan } from './drawn-time.ts';
import { type Filter, filtered, isEmpty } from './filter.ts';
import { ganttRow, type RowPlace } from './gantt-row.ts';
import { filterStart } from './shown.ts';

export interface SubplanBar extends WholeWork {
  readonly entry: Entry<string>;
  readonly subplan: Subplan;
  readonly planId: string;
  readonly name: string;
  /** Its clocks show another time than ours. */
  readonly isAway: boolean;
  /** Critical work waits for it. */
  readonly critical: boolean;
  /** The work that waits for its tasks. */
  readonly links: readonly (Pick<RowLink, 'type' | 'critical'> & { readonly successor: number })[];
}

/** How a chart shows its bars. */
export interface SubplanLook {
  readonly byTheHour: boolean;
  readonly wording: Wording;
}

export interface ShownSubplans {
  /** All that are drawn, in the order of the file: not those that can't be read or hold no work. */
  readonly all: readonly SubplanBar[];
  /** Those that the filter shows. */
  readonly shown: readonly SubplanBar[];
}

/** What charts call a subplan: no task is called so. */
export function subplanId(alias: string): string {
  return `${alias}/`;
}

/** The entry of the subplan that charts call so. */
export function subplanNamed({ plan }: Analysis, planId: string): Entry<string> | undefined {
  return plan.root.subplans?.value.find(({ id }) => subplanId(id) === planId);
}

/** The subplans of a chart; `critical`: what `criticalRows` says, where somebody has it. */
export function shownSubplans(analysis: Analysis, filter: Filter = {}, critical?: readonly boolean[]): ShownSubplans {
  const all = barsOf(analysis, critical);
  if (all.length === 0 || isEmpty(filter)) return { all, shown: all };
  const facts = all.map(({ entry, name, start, finish, critical: isCritical }) => ({
    name,
    id: entry.id,
    parent: -1,
    isSummary: false,
    people: [],
    tags: [],
    critical: isCritical,
    start,
    finish,
  }));
  const { keeps } = filtered(facts, filter, filterStart(analysis));
  return { all, shown: all.filter((_, index) => keeps[index] === true) };
}

/** The row of a subplan. */
export function subplanRow(
  { findings }: Analysis,
  bar: SubplanBar,
  place: Pick<RowPlace, 'place' | 'siblings'>,
  look: SubplanLook,
): ChartRow {
  const { entry, subplan, planId, name, start, finish, length, progress, critical } = bar;
  const drawn = drawnBar(bar, look);
  const told = findings.flatMap((finding) =>
    'node' in finding.place && finding.place.node === entry.node ? [finding.severity] : [],
  );
  const severity = (['error', 'warning'] as const).find((one) => told.includes(one));
  const facts = {
    ...unsaid,
    planId,
    name,
    id: entry.id,
    start,
    finish,
    drawnStart: drawn.start,
    drawnFinish: drawn.finish,
    length,
    progress,
    critical,
    severity,
    locale: look.wording.locale,
    dayMinutes: look.wording.dayMinutes,
  };
  return ganttRow(subplan, facts, { chartId: `s${place.place.toString(36)}`, parent: -1, ...place });
}

/** What the rows of tasks show beside that. */
const unsaid = {
  kind: 'summary',
  isPhase: false,
  isSubplan: true,
  depth: 0,
  deadline: undefined,
  drawnDeadline: undefined,
  late: false,
  slackUntil: undefined,
  ghostStart: undefined,
  ghostFinish: undefined,
  moved: undefined,
  movedElapsed: false,
  slack: undefined,
  elapsed: false,
  cancelled: false,
  folded: false,
  hasChildren: false,
  owner: undefined,
} as const;

/** Where its bar is drawn. */
export function drawnBar(
  { subplan, start, finish, isAway }: SubplanBar,
  { byTheHour }: Pick<SubplanLook, 'byTheHour'>,
): { readonly start: number; readonly finish: number } {
  // Its working hours are other ones here: they can't be stretched over our days.
  return byTheHour || isAway ? { start, finish } : drawnSpan(subplan.schedule.calendar, start, finish);
}

/** The links from the subplans that are shown, which are the first rows, to the rows of tasks, those among the rows from `first` up to `end`. */
export function subplanLinks(
  shown: readonly SubplanBar[],
  rowOf: (task: number) => number,
  first: number,
  end: number,
): Iterable<RowLink> {
  const links = new Map<string, RowLink>();
  for (const [from, bar] of shown.entries()) {
    for (const { successor, type, critical } of bar.links) {
      const to = rowOf(successor);
      const key = `${from} ${to} ${type}`;
      if (to < 0 || !isDrawnIn({ from, to }, first, end) || links.get(key)?.critical === true) continue;
      links.set(key, { from, to, type, critical });
    }
  }
  return links.values();
}

function barsOf(analysis: Analysis, critical: readonly boolean[] | undefined): readonly SubplanBar[] {
  const entries = new Map(analysis.plan.root.subplans?.value.map((entry) => [entry.id, entry]));
  if (entries.size === 0) return [];
  const links = linksByAlias(analysis, critical ?? criticalRows(analysis));
  return [...entries.values()].flatMap((entry) => {
    const subplan = analysis.subplans.get(entry.id);
    const facts = subplan && known.of(subplan, [], () => wholeWork(subplan));
    if (subplan === undefined || facts === undefined) return [];
    const own = links.get(entry.id) ?? [];
    const isCritical = own.some((link) => link.critical);
    const { name } = subplan.plan;
    return {
      ...facts,
      start: onOurClocks(analysis.plan, subplan, facts.start),
      finish: onOurClocks(analysis.plan, subplan, facts.finish),
      isAway: onOurClocks(analysis.plan, subplan, facts.start) !== facts.start,
      entry,
      subplan,
      planId: subplanId(entry.id),
      name,
      critical: isCritical,
      links: own,
    };
  });
}

function linksByAlias(
  analysis: Analysis,
  critical: readonly boolean[],
): ReadonlyMap<string, readonly SubplanBar['links'][number][]> {
  const links = new Map<string, SubplanBar['links'][number][]>();
  const { plan, schedule } = analysis;
  for (const index of schedule.kept.ready.external.keys()) {
    const link = plan.linkAt(index);
    const [alias] = link?.external?.split('/') ?? [];
    if (link === undefined || alias === undefined) continue;
    const { successor, type } = link;
    const driver = schedule.driver(successor);
    const drives = driver.kind === 'link' && driver.link === index;
    const of = links.get(alias) ?? [];
    of.push({ successor, type, critical: drives && critical[successor] === true });
    links.set(alias, of);
  }
  return links;
}

/** Subplans are the same ones while their files are. */
const known = new Retold<Subplan, WholeWork | undefined>();
