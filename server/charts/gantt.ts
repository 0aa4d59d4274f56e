// The Gantt chart of a plan: rows, links, lines and marks, and the Mermaid text of its bars.
import type { Analysis } from '../analysis.ts';
import type { Plan, PlanTask } from '../plan/plan.ts';
import { spanOf } from '../rules/check.ts';
import { chartWords } from '../words/charts.ts';
import { say, type Wording, word } from '../words/words.ts';
import { bannerOf } from './banner.ts';
import type { ChartRow, GanttChart } from './chart.ts';
import { chartId, linksOf } from './chart-links.ts';
import { criticalRows } from './critical-rows.ts';
import { daysOffBetween } from './days-off.ts';
import { drawnMinute, drawnSpan, isReadByTheHour, momentOf } from './drawn-time.ts';
import { foldedToFit, type Visible, visibleTasks } from './folding.ts';
import { ganttSource } from './gantt-source.ts';
import { oneLine } from './mermaid-text.ts';
import { planIds } from './plan-ids.ts';
import { rangeOf } from './time-range.ts';

/** More rows than this are not drawn: Mermaid's time grows faster than their number (1,000 rows: 0.4 s). */
const mostRows = 1_000;
const dayMinutes = 1440;

/**
 * The chart of an analysed plan. `folded`: plan ids of the summaries to fold (unknown ones are nothing); without it large plans fold themselves.
 * Linear in the size of the plan.
 */
export function ganttChart(
  analysis: Analysis,
  wording: Wording,
  folded?: readonly string[],
  rowLimit = mostRows,
): GanttChart {
  const { plan, schedule, snapshot } = analysis;
  const ids = planIds(plan);
  const foldedTasks = folded === undefined ? foldedToFit(plan) : tasksNamed(plan, ids, folded);
  const visible = visibleTasks(plan, foldedTasks, rowLimit);
  const byTheHour = isReadByTheHour(schedule.planStart, schedule.planFinish);
  const place = (task: number, minute: number): number =>
    byTheHour ? minute : drawnMinute(schedule.calendarOf(task), minute);
  const general = (minute: number): number => (byTheHour ? minute : drawnMinute(schedule.calendar, minute));
  const deadlines = deadlinesOf(analysis);
  const severities = severitiesOf(analysis, visible);
  const critical = criticalRows(analysis);

  const spans = visible.tasks.map(({ index }) => {
    const start = finite(schedule.start[index], schedule.planStart);
    const finish = Math.max(finite(schedule.finish[index], start), start);
    return {
      start,
      finish,
      drawn: byTheHour ? { start, finish } : drawnSpan(schedule.calendarOf(index), start, finish),
    };
  });
  const statusDay = plan.root.statusDate?.value.day;
  const status = statusDay === undefined ? undefined : (statusDay + 1) * dayMinutes;
  const today = general(snapshot.nowMinute);
  const range = rangeOf(
    spans.map(({ drawn }) => drawn),
    {
      status,
      today,
      deadlines: visible.tasks.flatMap(({ index }) => deadlines.get(index)?.minute ?? []),
      start: schedule.planStart,
    },
    byTheHour,
  );

  const rows = visible.tasks.map((task, position): ChartRow => {
    const { index, record } = task;
    const span = spans[position] ?? { start: 0, finish: 0, drawn: { start: 0, finish: 0 } };
    const deadline = deadlines.get(index);
    const drawnDeadline = deadline === undefined ? undefined : place(index, deadline.minute);
    const progress = Math.min(Math.max(finite(schedule.progress[index], 0), 0), 100);
    const cancelled = record.status?.state?.value === 'cancelled';
    const slack = schedule.totalSlackMinutes[index];
    const severity = severities.get(index);
    const owner = record.owner?.value;
    return {
      chartId: chartId(index),
      planId: ids[index] ?? task.id,
      kind: task.kind,
      isPhase: task.isPhase,
      name: nameOf(task, wording),
      depth: task.depth,
      start: momentOf(span.start),
      finish: momentOf(span.finish),
      drawn: {
        start: momentOf(span.drawn.start),
        finish: momentOf(span.drawn.finish),
        ...(drawnDeadline !== undefined && drawnDeadline >= range.from && drawnDeadline <= range.to
          ? { deadline: momentOf(drawnDeadline) }
          : {}),
      },
      length: lengthOf(analysis, task, wording),
      ...(task.kind !== 'summary' && progress < 100 && !cancelled && slack !== undefined && Number.isFinite(slack)
        ? { slack: word(lengthArgument(task, slack), wording) }
        : {}),
      progress,
      critical: critical[index] === true,
      cancelled,
      folded: foldedTasks.has(index),
      hasChildren: task.children.length > 0,
      ...(deadline === undefined ? {} : { deadline: momentOf(deadline.minute) }),
      late: deadline?.late === true,
      ...(owner === undefined ? {} : { owner: personName(plan, owner) }),
      ...(severity === undefined ? {} : { severity }),
    };
  });

  const title = oneLine(plan.name);
  const moments = { from: momentOf(range.from), to: momentOf(range.to) };
  return {
    title,
    blank: analysis.tree.root === undefined,
    mermaid: ganttSource(rows, { title, range: moments, everyRow: true }, wording),
    rows,
    links: linksOf(analysis, visible, critical),
    ...moments,
    today: momentOf(today),
    ...(status === undefined ? {} : { statusDate: momentOf(status) }),
    start: momentOf(schedule.planStart),
    finish: momentOf(schedule.planFinish),
    daysOff: byTheHour ? [] : daysOffBetween(schedule.calendar, range.from, range.to),
    banner: bannerOf(analysis, wording, { shown: rows.length, count: visible.cut }),
    folded: [...foldedTasks].flatMap((index) => ids[index] ?? []),
    locale: wording.locale,
  };
}

/** The chart for a file of its own: every row, and in `folded` what it opens with folded; the page folds by itself. */
export function wholeGanttChart(analysis: Analysis, wording: Wording): GanttChart {
  const ids = planIds(analysis.plan);
  const folded = [...foldedToFit(analysis.plan)].flatMap((index) => ids[index] ?? []);
  return { ...ganttChart(analysis, wording, [], Number.POSITIVE_INFINITY), folded };
}

/** What a phase's `buffer:` and `gate:` made has no name of its own. */
function nameOf({ name, id, synthetic }: PlanTask, wording: Wording): string {
  if (name === id && synthetic === 'phase-buffer') return say(chartWords.buffer, {}, wording);
  if (name === id && synthetic === 'gate') return say(chartWords.gate, {}, wording);
  return oneLine(name) || oneLine(id) || '?';
}

function finite(value: number | undefined, fallback: number): number {
  return value !== undefined && Number.isFinite(value) ? value : fallback;
}

function tasksNamed(plan: Plan, ids: readonly string[], names: readonly string[]): ReadonlySet<number> {
  const wanted = new Set(names);
  return new Set(
    plan.tasks
      .filter(({ index, children }) => children.length > 0 && wanted.has(ids[index] ?? ''))
      .map(({ index }) => index),
  );
}

function personName(plan: Plan, id: string): string {
  const person = plan.root.team?.value.find((entry) => entry.id === id)?.value.name?.value;
  return oneLine(person ?? id);
}

interface Deadline {
  readonly minute: number;
  readonly late: boolean;
}

/** The deadlines that authors set, by task. */
function deadlinesOf({ schedule }: Analysis): ReadonlyMap<number, Deadline> {
  const deadlines = new Map<number, Deadline>();
  for (const promise of schedule.promises) {
    if (promise.kind === 'deadline')
      deadlines.set(promise.task, { minute: promise.minute, late: promise.slackMinutes < 0 });
  }
  return deadlines;
}

/** The worst error or warning of what each row stands for. */
function severitiesOf(
  { findings, plan, tree }: Analysis,
  { rowOf }: Visible,
): ReadonlyMap<number, 'error' | 'warning'> {
  const worst = new Map<number, 'error' | 'warning'>();
  for (const { place, severity } of findings) {
    if (severity !== 'error' && severity !== 'warning') continue;
    const node = 'node' in place ? place.node : tree.pathAt(spanOf(place, { tree }).start).steps.at(-1)?.node;
    const task = node === undefined ? undefined : plan.taskOf(node);
    const row = task === undefined ? undefined : rowOf[task.index];
    if (row !== undefined && worst.get(row.index) !== 'error') worst.set(row.index, severity);
  }
  return worst;
}

function lengthArgument(task: PlanTask, minutes: number) {
  return task.record.duration?.value.elapsed === true ? { elapsedMinutes: minutes } : { workingMinutes: minutes };
}

function lengthOf({ schedule }: Analysis, task: PlanTask, wording: Wording): string {
  if (task.kind === 'milestone') return say(chartWords.milestone, {}, wording);
  const minutes = schedule.durationMinutes[task.index];
  return minutes === undefined || !Number.isFinite(minutes) ? '' : word(lengthArgument(task, minutes), wording);
}
