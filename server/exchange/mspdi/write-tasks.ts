// The tasks of a plan and who works on them as MS Project XML, with their computed dates; elements in the order of its schema.
import type { Analysis } from '../../analysis.ts';
import type { PlanLink, PlanTask } from '../../plan/plan.ts';
import { durationMinutes } from '../../plan/scalars/duration.ts';
import type { TaskRecord } from '../../plan/schema.generated.ts';
import { isRepeated } from '../../plan/synthetic-tasks.ts';
import { lastMinute } from '../../schedule/moments.ts';
import { isLeftOut } from '../../schedule/series.ts';
import { taskName } from '../../words/task-names.ts';
import type { Wording } from '../../words/words.ts';
import { extraKeys } from '../extra-keys.ts';
import type { Losses } from '../losses.ts';
import type { XmlNode } from '../xml-text.ts';
import { type CustomFieldNumbers, planIdFieldNumber } from './custom-fields.ts';
import { constraintOf, type PlannedLength, plannedLength } from './task-terms.ts';
import { constraintCodes, formatCode, linkTypes, minutesText, momentText } from './values.ts';
import type { BaselineSpans } from './write-baselines.ts';
import type { CalendarWriter } from './write-calendars.ts';
import { money, optional, type ResourceWriter } from './write-resources.ts';

export interface TaskWriting {
  readonly analysis: Analysis;
  readonly wording: Wording;
  readonly calendars: CalendarWriter;
  readonly resources: ResourceWriter;
  readonly baselines: BaselineSpans;
  readonly customFields: CustomFieldNumbers;
  readonly losses: Losses;
}

const priorities = { low: 300, normal: 500, high: 700, urgent: 900 } as const;

/** Keys of a task that MS Project has no place for. */
const keysWithoutPlace = [
  'consult',
  'inform',
  'skills',
  'budget',
  'inputs',
  'outputs',
  'deliverables',
  'acceptance',
  'goals',
  'risks',
  'tags',
] as const satisfies readonly (keyof TaskRecord)[];

export class TasksWriter {
  readonly tasks: XmlNode[] = [];
  readonly assignments: XmlNode[] = [];
  readonly #writing: TaskWriting;
  /** Links by successor, without those that the schedule leaves out. */
  readonly #links: ReadonlyMap<number, readonly PlanLink[]>;
  readonly #outline: readonly string[];
  /** Tasks that wait for one of another plan. */
  readonly #waitOutside = new Set<number>();

  constructor(writing: TaskWriting) {
    this.#writing = writing;
    const { plan, schedule } = writing.analysis;
    const broken = new Set(
      schedule.conflicts.flatMap((conflict) =>
        conflict.kind === 'cycle' ? [conflict.cut] : conflict.kind === 'summary-link-refused' ? [conflict.link] : [],
      ),
    );
    const links = new Map<number, PlanLink[]>();
    for (const link of plan.links) {
      const name = plan.tasks[link.successor]?.name ?? '';
      if (broken.has(link.index)) writing.losses.add('broken-link', name);
      else if (link.predecessor < 0) {
        writing.losses.add('subplan-link', name);
        this.#waitOutside.add(link.successor);
      } else links.set(link.successor, [...(links.get(link.successor) ?? []), link]);
    }
    this.#links = links;
    this.#outline = outlineNumbers(plan.tasks);
    for (const task of plan.tasks) this.#write(task);
  }

  #write(task: PlanTask): void {
    const { analysis, wording, calendars, losses } = this.#writing;
    const { schedule } = analysis;
    const { index, record } = task;
    const isSummary = task.end > index + 1;
    const at = (values: Float64Array) => momentText(values[index] ?? 0);
    const outline = this.#outline[index] ?? '';
    const assigned = isSummary ? [] : this.#writing.resources.assigned(record);
    const isEffort = record.effort !== undefined && assigned.some(({ resource }) => resource.kind === 'person');
    const people = assigned.filter(({ resource }) => resource.kind === 'person');
    const length = plannedLength(
      analysis,
      task,
      people.reduce((sum, { units }) => sum + units, 0),
    );
    const isElsewhere = record.calendar !== undefined || people.some(({ resource }) => resource.hasOwnHours);
    const ignoresPeople = !isEffort && people.length > 0 && isElsewhere;
    const ownHours = isEffort && assigned.some(({ resource }) => resource.hasOwnHours);
    const hasCalendar = record.calendar !== undefined || ignoresPeople || ownHours;
    const work = isSummary ? 0 : this.#assign(task, assigned, length, isEffort);
    const cost = schedule.cost[index] ?? Number.NaN;
    const owner = record.owner?.value;
    // Who alone is assigned, full time, reads as the owner.
    const isWorker = assigned.length > 0 && record.assign === undefined;
    if (isSummary && record.assign !== undefined) losses.add('summary-assignment', task.name);
    const constraint = this.#constraint(task);
    this.#reportLosses(task);
    this.tasks.push({
      UID: index + 1,
      ID: index + 1,
      Name: taskName(task, wording),
      ...((record.status?.state?.value === 'cancelled' || isLeftOut(schedule, index)) && { Active: 0 }),
      Type: isEffort ? 2 : 1,
      IsNull: 0,
      ...(owner === undefined || isWorker ? {} : optional('Contact', this.#nameOf(owner))),
      WBS: outline,
      OutlineNumber: outline,
      OutlineLevel: task.depth + 1,
      Priority: priorities[record.priority?.value ?? 'normal'],
      Start: at(schedule.start),
      Finish: at(schedule.finish),
      Duration: minutesText(isSummary ? (schedule.durationMinutes[index] ?? 0) : length.minutes),
      DurationFormat: isSummary ? 7 : formatCode(length),
      Work: minutesText(work),
      EffortDriven: 0,
      Recurring: 0,
      Estimated: 0,
      Milestone: task.kind === 'milestone' ? 1 : 0,
      Summary: isSummary ? 1 : 0,
      Critical: schedule.critical[index] === 1 ? 1 : 0,
      EarlyStart: at(schedule.earlyStart),
      EarlyFinish: at(schedule.earlyFinish),
      LateStart: at(schedule.lateStart),
      LateFinish: at(schedule.lateFinish),
      FreeSlack: tenths(schedule.freeSlackMinutes[index]),
      TotalSlack: tenths(schedule.totalSlackMinutes[index]),
      FixedCost: money(isRepeated(task) ? 0 : (record.cost?.value ?? 0)),
      FixedCostAccrual: 3,
      ...this.#facts(task, length, Number.isNaN(cost) ? undefined : money(cost)),
      ConstraintType: constraint.type,
      CalendarUID: hasCalendar ? calendars.uidOf(record.calendar?.value) : -1,
      ConstraintDate: constraint.date === undefined ? undefined : momentText(constraint.date),
      Deadline: constraint.deadline === undefined ? undefined : momentText(constraint.deadline),
      ...(record.link && { Hyperlink: record.link.value, HyperlinkAddress: record.link.value }),
      IgnoreResourceCalendar: ignoresPeople ? 1 : 0,
      ...optional('Notes', record.description?.value),
      ...this.#predecessors(index),
      ExtendedAttribute: this.#customValues(task),
      ...this.#baseline(task),
    });
    if (record.status?.state !== undefined && record.status.state.value !== 'cancelled')
      losses.add('status', task.name);
  }

  /** What the schedule takes from elsewhere stands as an early start. */
  #constraint(task: PlanTask): ReturnType<typeof constraintOf> {
    const { analysis, losses } = this.#writing;
    const constraint = constraintOf(analysis, task, losses);
    const { schedule } = analysis;
    const isHeld = task.record.status?.until !== undefined;
    const waitsOutside = this.#waitOutside.has(task.index);
    // A repetition that waits moves on along its cadence.
    if (!(isHeld || waitsOutside || task.synthetic === 'instance')) return constraint;
    const { type, date } = constraint;
    const start = schedule.earlyStart[task.index] ?? 0;
    // What else is said of a start gives way to where it stands; a latest finish is kept as a deadline.
    const { ASAP, SNET, FNLT } = constraintCodes;
    if (type === SNET || type === ASAP) return { ...constraint, type: SNET, date: Math.max(start, date ?? start) };
    if (type !== FNLT) return constraint;
    return {
      type: SNET,
      date: start,
      deadline: Math.min(constraint.deadline ?? Number.POSITIVE_INFINITY, date ?? Number.POSITIVE_INFINITY),
    };
  }

  #facts(task: PlanTask, { minutes }: PlannedLength, cost: number | undefined): XmlNode {
    const { plan, schedule } = this.#writing.analysis;
    const { index, record } = task;
    const isSummary = task.end > index + 1;
    const progress = this.#usedUp(task) ?? schedule.progress[index] ?? 0;
    const told = record.actual;
    const isDone = progress >= 100;
    const hasBegun = !isSummary && (progress > 0 || told?.start !== undefined);
    const spent = told?.effort && durationMinutes(told.effort.value, plan.units);
    const left = told?.remaining
      ? durationMinutes(told.remaining.value, plan.units)
      : (minutes * (100 - progress)) / 100;
    return {
      PercentComplete: Math.round(progress),
      Cost: cost,
      ActualStart: hasBegun ? momentText(schedule.start[index] ?? 0) : undefined,
      ActualFinish: hasBegun && isDone ? momentText(schedule.finish[index] ?? 0) : undefined,
      ActualDuration: isSummary ? undefined : minutesText(Math.max(minutes - left, 0)),
      ActualCost: told?.cost && money(told.cost.value),
      ActualWork: spent === undefined ? undefined : minutesText(spent),
      RemainingDuration: isSummary ? undefined : minutesText(isDone ? 0 : left),
    };
  }

  /** Reserves and gates stay where they are when the status date passes them; in MS Project only what is done does. Percent, where it passed. */
  #usedUp({ index, kind, synthetic, name }: PlanTask): number | undefined {
    const { plan, schedule } = this.#writing.analysis;
    const { statusDate } = plan.root;
    if (statusDate === undefined || (kind !== 'buffer' && synthetic !== 'gate')) return undefined;
    const [start, finish, status] = [
      schedule.start[index] ?? 0,
      schedule.finish[index] ?? 0,
      lastMinute(statusDate.value),
    ];
    if (start >= status || (schedule.progress[index] ?? 0) > 0) return undefined;
    this.#writing.losses.add('reserve-passed', name);
    const time = schedule.calendarOf(index);
    return finish <= status ? 100 : (time.between(start, status) / time.between(start, finish)) * 100;
  }

  #predecessors(index: number): XmlNode {
    const links = this.#links.get(index) ?? [];
    if (links.length === 0) return {};
    return {
      PredecessorLink: links.map(({ predecessor, type, lag }) => ({
        PredecessorUID: predecessor + 1,
        Type: linkTypes.indexOf(type),
        CrossProject: 0,
        ...this.#lag(lag),
      })),
    };
  }

  #lag(lag: PlanLink['lag']): XmlNode {
    if (lag === undefined) return { LinkLag: 0, LagFormat: 7 };
    if (lag.kind === 'percent') return { LinkLag: Math.round(lag.percent), LagFormat: lag.elapsed ? 20 : 19 };
    const { elapsed, parts } = lag.duration;
    const minutes = durationMinutes(lag.duration, this.#writing.analysis.plan.units);
    const unit = parts.length === 1 && parts[0] !== undefined ? parts[0].unit : 'd';
    return { LinkLag: lag.sign * minutes * 10, LagFormat: formatCode({ unit, elapsed }) };
  }

  /** Assigns everybody their share of the work; gives the work of all. */
  #assign(
    task: PlanTask,
    assigned: ReturnType<ResourceWriter['assigned']>,
    length: PlannedLength,
    isEffort: boolean,
  ): number {
    const { plan, schedule } = this.#writing.analysis;
    const people = assigned.filter(({ resource }) => resource.kind === 'person');
    const all = people.reduce((sum, { units }) => sum + units, 0);
    const effort = isEffort && task.record.effort ? durationMinutes(task.record.effort.value, plan.units) : undefined;
    let whole = 0;
    for (const { resource, units } of assigned) {
      const isPerson = resource.kind === 'person';
      const share = effort === undefined || all === 0 ? length.minutes * units : (effort * units) / all;
      const work = isPerson || (resource.kind === 'equipment' && effort === undefined) ? share : 0;
      if (isPerson) whole += work;
      this.assignments.push({
        UID: this.assignments.length + 1,
        TaskUID: task.index + 1,
        ResourceUID: resource.uid,
        Finish: momentText(schedule.finish[task.index] ?? 0),
        Start: momentText(schedule.start[task.index] ?? 0),
        Units: units,
        Work: minutesText(work),
      });
    }
    return whole;
  }

  #nameOf(id: string): string {
    const { root } = this.#writing.analysis.plan;
    const named = [...(root.team?.value ?? []), ...(root.stakeholders?.value ?? [])].find((one) => one.id === id);
    return named?.value.name?.value ?? id;
  }

  /** The id, and what stands under `x-…` keys. */
  #customValues({ id, name, node, synthetic }: PlanTask): readonly XmlNode[] {
    // Reserves, gates and repetitions have ids by which links reach them.
    if (synthetic !== undefined) return [{ FieldID: planIdFieldNumber, Value: id }];
    const { analysis, customFields, losses } = this.#writing;
    const values = [...extraKeys(analysis.tree, node)].flatMap(([key, value]) => {
      const number = value === undefined ? undefined : customFields.of(key);
      if (number === undefined || value === undefined) {
        losses.add('task-key', name, { key });
        return [];
      }
      return { FieldID: number, Value: value };
    });
    return [...values, { FieldID: planIdFieldNumber, Value: id }];
  }

  #baseline(task: PlanTask): XmlNode {
    const promised = this.#writing.baselines.of(task.id);
    return promised.length === 0 ? {} : { Baseline: promised };
  }

  #reportLosses({ name, record, kind, synthetic, phase }: PlanTask): void {
    const { losses } = this.#writing;
    if (kind === 'buffer') losses.add('buffer', name);
    if (synthetic !== undefined) return;
    if (record.estimate !== undefined) losses.add('estimate', name);
    if (record.repeat !== undefined) losses.add('repeat', name);
    if (phase?.window !== undefined) losses.add('window', name);
    if (phase?.goal !== undefined) losses.add('task-key', name, { key: 'goal' });
    if (phase?.gate?.criteria !== undefined) losses.add('task-key', name, { key: 'criteria' });
    for (const key of keysWithoutPlace) if (record[key] !== undefined) losses.add('task-key', name, { key });
  }
}

function tenths(minutes: number | undefined): number {
  return Math.round((minutes ?? 0) * 10);
}

/** `1`, `1.1`, `1.2`, `2` … */
function outlineNumbers(tasks: readonly PlanTask[]): readonly string[] {
  const numbers: string[] = [];
  const next = new Map<number, number>();
  for (const { parent } of tasks) {
    const number = (next.get(parent) ?? 0) + 1;
    next.set(parent, number);
    numbers.push(parent < 0 ? String(number) : `${numbers[parent] ?? ''}.${number}`);
  }
  return numbers;
}
