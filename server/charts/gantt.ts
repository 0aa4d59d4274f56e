// The Gantt chart of a plan: its head, and its rows and links, made where somebody looks.

import type { Analysis } from '../analysis.ts';
import { firstBehind } from '../plan/ascending.ts';
import type { Plan, PlanTask } from '../plan/plan.ts';
import { isElapsed } from '../schedule/at-work.ts';
import { taskName } from '../words/task-names.ts';
import type { Wording } from '../words/words.ts';
import { bannerOf } from './banner.ts';
import { endOf, type RowSource } from './blocks.ts';
import type { ChartHead, ChartRow, ChartSign, LinkEnd, RowLink } from './chart.ts';
import { chartId, linksBetween } from './chart-links.ts';
import { choicesOf } from './choices.ts';
import { type Changes, type Comparison, changesOf } from './compare.ts';
import { criticalRows } from './critical-rows.ts';
import { daysOffBetween } from './days-off.ts';
import { drawnMinute, drawnSpan, isDrawnByTheHour, momentOf } from './drawn-time.ts';
import type { Visible } from './folding.ts';
import { ganttRow, type RowFacts, rowName } from './gantt-row.ts';
import { oneLine } from './mermaid-text.ts';
import { type Overview, overviewOf } from './overview.ts';
import { planIds } from './plan-ids.ts';
import { type Deadline, deadlinesOf, severitiesOf } from './row-signs.ts';
import { type Look, type Shown, shownOf } from './shown.ts';
import { drawnBar, type SubplanBar, shownSubplans, subplanLinks, subplanRow } from './subplan-rows.ts';
import { rangeOf } from './time-range.ts';
import { widestOf } from './widest-name.ts';
import { isCancelled } from './work-states.ts';

const dayMinutes = 1440;

/** The two ends of a bar, in minutes. */
interface Bar {
  readonly start: number;
  readonly finish: number;
}

/** When a task is worked on, and where that is drawn. */
interface Place extends Bar {
  readonly drawn: Bar;
}

/** The time that the picture covers, in drawn minutes. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** How a chart is to be made. */
export interface ChartLook extends Look {
  /** With what it is compared. */
  readonly comparison?: Comparison | undefined;
}

/** The chart of an analysed plan, whose rows are made when they are asked for. What is common to all of them costs a few numbers a task. */
export class GanttRows implements RowSource {
  readonly head: ChartHead;
  readonly #wording: Wording;
  readonly #analysis: Analysis;
  readonly #visible: Visible;
  readonly #shown: Shown;
  readonly #comparison: Comparison | undefined;
  readonly #ids: readonly string[];
  readonly #byTheHour: boolean;
  readonly #critical: readonly boolean[];
  /** The first rows; those of tasks follow. */
  readonly #subplans: readonly SubplanBar[];
  readonly #subplansInAll: number;
  readonly #deadlines: ReadonlyMap<number, Deadline>;
  readonly #range: Range;
  /** Tasks that no summary holds. */
  #topTasks: readonly number[] | undefined;
  #severities: ReadonlyMap<number, 'error' | 'warning'> | undefined;

  constructor(analysis: Analysis, wording: Wording, look: ChartLook = {}) {
    const { plan } = analysis;
    this.#wording = wording;
    this.#analysis = analysis;
    this.#ids = planIds(plan);
    this.#shown = shownOf(analysis, this.#ids, look, wording);
    this.#visible = this.#shown.visible;
    this.#comparison = look.comparison;
    this.#byTheHour = isDrawnByTheHour(analysis);
    this.#critical = criticalRows(analysis);
    const subplans = shownSubplans(analysis, look.filter, this.#critical);
    this.#subplans = subplans.shown;
    this.#subplansInAll = subplans.all.length;
    this.#deadlines = deadlinesOf(analysis);
    this.#range = this.#timeCovered();
    this.head = this.#makeHead();
  }

  /** Plan ids of the summaries that are folded. */
  get folded(): readonly string[] {
    return [...this.#shown.folded].flatMap((index) => this.#ids[index] ?? []);
  }

  rowNamed(planId: string): number | undefined {
    const subplan = this.#subplans.findIndex((bar) => bar.planId === planId);
    if (subplan >= 0) return subplan;
    const row = this.#visible.rowOf[this.#ids.indexOf(planId)];
    return row === undefined || row < 0 ? undefined : row + this.#subplans.length;
  }

  row(index: number): ChartRow {
    const subplan = this.#subplans[index];
    if (subplan !== undefined) return this.#subplanRow(subplan, index);
    const task = this.#task(index);
    const { plan, schedule } = this.#analysis;
    const { record } = task;
    const { start, finish, drawn } = this.#place(task.index);
    const deadline = this.#deadlines.get(task.index);
    const drawnDeadline = deadline && this.#inPicture(this.#drawn(task.index, deadline.minute));
    const progress = this.#progress(task);
    const cancelled = isCancelled(task, schedule);
    const slack = schedule.totalSlackMinutes[task.index];
    const hasSlack = task.kind !== 'summary' && progress < 100 && !cancelled && Number.isFinite(slack);
    this.#severities ??= severitiesOf(this.#analysis, this.#visible);
    const owner = record.owner?.value;
    const ghost = this.#ghost(task);
    const shift = this.#comparison?.shifts.get(task.index);
    const facts: RowFacts = {
      planId: this.#ids[task.index] ?? task.id,
      kind: task.kind,
      isPhase: task.isPhase,
      isSubplan: false,
      name: taskName(task, this.#wording),
      id: task.id,
      depth: task.depth,
      start,
      finish,
      drawnStart: drawn.start,
      drawnFinish: drawn.finish,
      deadline: deadline?.minute,
      drawnDeadline,
      late: deadline?.late === true,
      slackUntil: this.#slackUntil(task),
      ghostStart: ghost?.start,
      ghostFinish: ghost?.finish,
      moved: shift?.finishMinutes,
      movedElapsed: shift?.elapsed === true,
      length: schedule.durationMinutes[task.index] ?? Number.NaN,
      slack: hasSlack ? slack : undefined,
      elapsed: isElapsed(record),
      progress,
      critical: this.#critical[task.index] === true,
      cancelled,
      folded: this.#shown.folded.has(task.index),
      hasChildren: task.children.length > 0,
      owner: owner === undefined ? undefined : personName(plan, owner),
      severity: this.#severities.get(index - this.#subplans.length),
      locale: this.#wording.locale,
      dayMinutes: this.#wording.dayMinutes,
    };
    const parent = task.parent < 0 ? -1 : this.#rowOf(task.parent);
    return ganttRow(record, facts, { chartId: chartId(task.index), parent, ...this.#amongSiblings(task) });
  }

  #subplanRow(bar: SubplanBar, index: number): ChartRow {
    const siblings = this.#subplansInAll + this.#tops.length;
    const look = { byTheHour: this.#byTheHour, wording: this.#wording };
    return subplanRow(this.#analysis, bar, { place: index + 1, siblings }, look);
  }

  end(index: number): LinkEnd {
    const subplan = this.#subplans[index];
    if (subplan !== undefined) return endOf(this.#subplanRow(subplan, index), index);
    const task = this.#task(index);
    const { drawn } = this.#place(task.index);
    return {
      row: index,
      planId: this.#ids[task.index] ?? task.id,
      kind: task.kind,
      start: momentOf(drawn.start),
      finish: momentOf(drawn.finish),
    };
  }

  *links(first: number, end: number): Iterable<RowLink> {
    const before = this.#subplans.length;
    yield* subplanLinks(this.#subplans, (task) => this.#rowOf(task), first, end);
    for (const link of linksBetween(this.#analysis, this.#visible, this.#critical, first - before, end - before))
      yield before === 0 ? link : { ...link, from: link.from + before, to: link.to + before };
  }

  /** All rows at one glance, in at most so many stripes. */
  overview(most: number): Overview {
    const { schedule } = this.#analysis;
    const minuteOf = (moment: string): number => Date.parse(`${moment}Z`) / 60_000;
    const rowAt = (row: number) => {
      const subplan = this.#subplans[row];
      if (subplan !== undefined) return subplan;
      const { index, kind } = this.#task(row);
      const start = finite(schedule.start[index], schedule.planStart);
      const finish = Math.max(finite(schedule.finish[index], start), start);
      const isOpen = kind === 'summary' && !this.#shown.folded.has(index);
      return { start, finish, critical: !isOpen && this.#critical[index] === true };
    };
    const range = { from: minuteOf(this.head.from), to: minuteOf(this.head.to) };
    return overviewOf(this.head.rowCount, rowAt, range, most);
  }

  /** What moved against what the chart is compared with; nothing where it is compared with nothing. */
  changes(): Changes {
    if (this.#comparison === undefined) return { summary: '', lines: [], more: 0 };
    return changesOf(this.#analysis, this.#comparison, this.#ids, this.#wording);
  }

  groupsBefore(index: number): number {
    const before = this.#subplans.length;
    return Math.min(index, before) + this.#visible.groupsBefore(Math.max(index - before, 0));
  }

  /** Where the latest end is drawn that moves nothing promised, as far as the picture goes. */
  #slackUntil(task: PlanTask): number | undefined {
    if (!this.#hasTail(task)) return undefined;
    const until = this.#drawn(task.index, this.#analysis.schedule.lateFinish[task.index] ?? 0);
    return Math.min(until, this.#range.to);
  }

  /** Whether work that is still to be done has time to spare. */
  #hasTail({ index, kind, record }: PlanTask): boolean {
    const { totalSlackMinutes, lateFinish, finish, progress } = this.#analysis.schedule;
    const isDone = (progress[index] ?? 0) >= 100 || record.status?.state?.value === 'cancelled';
    if (kind === 'summary' || isDone || this.#critical[index] === true) return false;
    const latest = lateFinish[index] ?? Number.NaN;
    return (totalSlackMinutes[index] ?? 0) > 0 && Number.isFinite(latest) && latest > (finish[index] ?? Number.NaN);
  }

  #ghost({ index }: PlanTask): Bar | undefined {
    const before = this.#comparison?.shifts.get(index)?.promised;
    if (before === undefined) return undefined;
    const { start, finish } = this.#byTheHour
      ? before
      : drawnSpan(this.#analysis.schedule.calendarOf(index), before.start, before.finish);
    return { start, finish: Math.max(start, finish) };
  }

  #amongSiblings({ index, parent }: PlanTask): Pick<ChartRow, 'place' | 'siblings'> {
    const siblings = this.#analysis.plan.tasks[parent]?.children ?? this.#tops;
    const before = parent < 0 ? this.#subplansInAll : 0;
    return { place: before + firstBehind(siblings, index), siblings: before + siblings.length };
  }

  get #tops(): readonly number[] {
    this.#topTasks ??= this.#analysis.plan.tasks.filter(({ parent }) => parent < 0).map(({ index }) => index);
    return this.#topTasks;
  }

  /** The row that stands for a task; -1 where there is none. */
  #rowOf(task: number): number {
    const row = this.#visible.rowOf[task] ?? -1;
    return row < 0 ? -1 : row + this.#subplans.length;
  }

  #task(row: number): PlanTask {
    const task = this.#visible.tasks[row - this.#subplans.length];
    if (task === undefined) throw new RangeError(`The chart has no row ${row}`);
    return task;
  }

  #worked(index: number): Bar {
    const { schedule } = this.#analysis;
    const start = finite(schedule.start[index], schedule.planStart);
    return { start, finish: Math.max(finite(schedule.finish[index], start), start) };
  }

  #place(index: number): Place {
    const { start, finish } = this.#worked(index);
    const calendar = this.#analysis.schedule.calendarOf(index);
    return { start, finish, drawn: this.#byTheHour ? { start, finish } : drawnSpan(calendar, start, finish) };
  }

  #progress({ index }: PlanTask): number {
    return Math.min(Math.max(finite(this.#analysis.schedule.progress[index], 0), 0), 100);
  }

  /** Where on the chart a moment of a task (or, without one, of the plan) is. */
  #drawn(task: number | undefined, minute: number): number {
    const { schedule } = this.#analysis;
    if (this.#byTheHour) return minute;
    return drawnMinute(task === undefined ? schedule.calendar : schedule.calendarOf(task), minute);
  }

  /** A drawn minute that the picture reaches. */
  #inPicture(minute: number): number | undefined {
    const { from, to } = this.#range;
    return Math.round(minute) >= from && Math.round(minute) <= to ? minute : undefined;
  }

  #timeCovered(): Range {
    const tasks = this.#visible.tasks;
    const rowOf = (task: number): number => this.#visible.rowOf[task] ?? -1;
    const deadlines = [...this.#deadlines].filter(([task]) => tasks[rowOf(task)]?.index === task);
    return rangeOf(
      this.#outermost(),
      {
        status: this.#statusEnd,
        today: this.#today,
        deadlines: deadlines.map(([task, { minute }]) => this.#drawn(task, minute)),
        start: this.#analysis.schedule.planStart,
      },
      this.#byTheHour,
    );
  }

  /** The end of the status date. */
  get #statusEnd(): number | undefined {
    const day = this.#analysis.plan.root.statusDate?.value.day;
    return day === undefined ? undefined : (day + 1) * dayMinutes;
  }

  get #today(): number {
    return this.#drawn(undefined, this.#analysis.snapshot.nowMinute);
  }

  #makeHead(): ChartHead {
    const { plan, schedule, tree } = this.#analysis;
    const { tasks } = this.#visible;
    const subplans = this.#subplans.length;
    const { filtered } = this.#shown;
    const { from, to } = this.#range;
    const status = this.#statusEnd;
    return {
      title: oneLine(plan.name),
      blank: tree.root === undefined,
      rowCount: subplans + tasks.length,
      from: momentOf(from),
      to: momentOf(to),
      today: momentOf(this.#today),
      ...(status === undefined ? {} : { statusDate: momentOf(status) }),
      start: momentOf(schedule.planStart),
      finish: momentOf(schedule.planFinish),
      daysOff: this.#byTheHour ? [] : daysOffBetween(schedule.calendar, from, to),
      banner: bannerOf(this.#analysis, this.#wording),
      withTime: tasks.length > 0 && tasks.every((task) => isDrawnWhereItIs(this.#place(task.index))),
      nested: tasks.some(({ children }) => children.length > 0),
      signs: this.#signs(),
      widest: widestOf(this.#names()),
      locale: this.#wording.locale,
      ...(filtered && { filtered: { shown: filtered.shown + subplans, of: filtered.of + this.#subplansInAll } }),
      choices: choicesOf(plan),
    };
  }

  /** The first and the last bar: a folded summary spans what is inside, so that all tasks tell as much as those that are shown. */
  #outermost(): readonly Bar[] {
    const { plan } = this.#analysis;
    let [first, last] = [-1, -1];
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let index = 0; index < plan.tasks.length; index += 1) {
      const { start, finish } = this.#worked(index);
      if (start < least) [first, least] = [index, start];
      if (finish > most) [last, most] = [index, finish];
    }
    const bars = [first, last].filter((index) => index >= 0).map((index) => this.#place(index).drawn);
    const subplans = this.#subplans.map((bar) => drawnBar(bar, { byTheHour: this.#byTheHour }));
    return [...subplans, ...bars, ...[...(this.#comparison?.shifts.values() ?? [])].map(({ promised }) => promised)];
  }

  *#names(): Iterable<ChartHead['widest']> {
    for (const { name, entry } of this.#subplans)
      yield { name: rowName({ name, id: entry.id }), depth: 0, kind: 'summary' };
    for (const task of this.#visible.tasks)
      yield {
        name: rowName({ name: taskName(task, this.#wording), id: task.id }),
        depth: task.depth,
        kind: task.kind,
      };
  }

  #signs(): readonly ChartSign[] {
    const signs = new Set<ChartSign>(this.#subplans.some(({ progress }) => progress > 0) ? ['progress'] : []);
    for (const task of this.#visible.tasks) {
      if (task.kind === 'milestone' || task.kind === 'buffer') signs.add(task.kind);
      if (task.kind === 'task' && this.#critical[task.index] === true) signs.add('critical');
      if (this.#progress(task) > 0) signs.add('progress');
      if (this.#comparison?.shifts.has(task.index) === true) signs.add('ghost');
      if (this.#hasTail(task)) signs.add('slack');
      const deadline = this.#deadlines.get(task.index);
      if (deadline === undefined) continue;
      if (this.#inPicture(this.#drawn(task.index, deadline.minute)) !== undefined) signs.add('deadline');
      if (deadline.late) signs.add('late');
    }
    return [...signs];
  }
}

function isDrawnWhereItIs({ start, drawn }: Place): boolean {
  return Math.round(start) === Math.round(drawn.start);
}

function finite(value: number | undefined, fallback: number): number {
  return value !== undefined && Number.isFinite(value) ? value : fallback;
}

/** As it is written. */
function personName(plan: Plan, id: string): string {
  return plan.root.team?.value.find((entry) => entry.id === id)?.value.name?.value ?? id;
}
