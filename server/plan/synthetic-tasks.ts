// Tasks that no entry stands for: a phase's reserve and gate, the instances of a repetition.
import type { Field } from './field.ts';
import type { PlanTask } from './plan.ts';
import { blankRecord } from './record-shapes.ts';
import type { Cadence, Duration } from './scalar.ts';
import { occurrences } from './scalars/occurrences.ts';
import type { GateRecord, TaskRecord } from './schema.generated.ts';

/** More instances than this are not made. */
export const mostInstances = 1000;
/** How far a number of times may reach, in days: 500 years. */
const farthest = 366 * 500;

/** What the times of a repetition have in common: its cadence, and where that begins and ends. Days since 1970-01-01. */
export interface Series {
  readonly every: Cadence;
  readonly from: number;
  /** Whether the author says so: without a date of its own a repetition begins when what it waits for is done. */
  readonly isDated: boolean;
  /** +∞ where a number of times ends it. */
  readonly until: number;
}

interface InstanceRecord extends TaskRecord {
  readonly series: Series;
}

/** The repetition that a task is an instance of. */
export function seriesOf(record: TaskRecord | InstanceRecord): Series | undefined {
  return 'series' in record ? record.series : undefined;
}

/** The days of a repetition that begins no earlier than `first`, at most `limit`; one without a date of its own counts its steps from there. */
export function daysOfSeries({ every, from, isDated, until }: Series, first: number, limit: number): readonly number[] {
  const begin = isDated ? from : first;
  return occurrences(every, begin, Math.min(until, Math.max(begin, first) + farthest), limit, first);
}

/** A phase's `buffer: 5d` as a task. */
export function reserveRecord({ calendar, status }: TaskRecord, reserve: Field<Duration>): TaskRecord {
  const { node } = reserve;
  return present({ node, unread: [], duration: reserve, buffer: { value: true, node }, calendar, status });
}

/** A phase's `gate:` as a milestone; its date is a deadline. */
export function gateRecord({ node, approver, date }: GateRecord): TaskRecord {
  return present({ node, unread: [], milestone: { value: true, node }, owner: approver, deadline: date });
}

/** What the times of a task have in common; undefined where it does not repeat. */
export function seriesIn({ repeat, start, earliest }: TaskRecord, startDay: number | undefined): Series | undefined {
  const own = repeat?.from?.value.day ?? start?.value.day ?? earliest?.value.day;
  const from = own ?? startDay;
  if (repeat?.every === undefined || from === undefined) return undefined;
  const { every, until, times } = repeat;
  if (until === undefined && times === undefined) return undefined;
  const last = until?.value.day ?? Number.POSITIVE_INFINITY;
  return { every: every.value, from, isDated: own !== undefined, until: last };
}

/** The records of a task's instances, and how many at most where there would be more; undefined where it does not repeat. */
export function instancesOf(
  record: TaskRecord,
  startDay: number | undefined,
): { readonly records: readonly TaskRecord[]; readonly cutAt?: number } | undefined {
  const series = seriesIn(record, startDay);
  const { every, times } = record.repeat ?? {};
  if (series === undefined || every === undefined) return undefined;
  const wanted = times?.value ?? mostInstances + 1;
  const days = daysOfSeries(series, series.from, Math.min(wanted, mostInstances + 1));
  const records = days.slice(0, mostInstances).map((day) => ({ ...instance(record, every, day), series }));
  return days.length > mostInstances ? { records, cutAt: mostInstances } : { records };
}

/** Whether a task stands for its times: what it says it takes and costs, each of them does. */
export function isRepeated({ kind, record }: PlanTask): boolean {
  return kind === 'summary' && record.repeat !== undefined && !record.tasks?.value.length;
}

/** One time: the task's length, people and fixed cost, not before its day. Links, dates, the budget and what is reported stay with the task itself. */
function instance(record: TaskRecord, every: NonNullable<TaskRecord['repeat']>['every'], day: number): TaskRecord {
  const { duration, effort, estimate, milestone, buffer, owner, assign, consult, inform } = record;
  const { skills, calendar, status, cost, priority, tags, node } = record;
  const minute = every?.value.minute;
  const earliest = { value: minute === undefined ? { day } : { day, minute }, node: every?.node ?? node };
  const own = { duration, effort, estimate, milestone, buffer, earliest };
  const people = { owner, assign, consult, inform, skills };
  return present({
    node: record.repeat?.node ?? node,
    unread: [],
    ...own,
    ...people,
    calendar,
    status,
    cost,
    priority,
    tags,
  });
}

type Loose<T> = { readonly [K in keyof T]: T[K] | undefined };

function present({ node, unread, ...members }: Loose<TaskRecord> & Pick<TaskRecord, 'node' | 'unread'>): TaskRecord {
  const record = blankRecord('Task', node, unread);
  for (const [member, value] of Object.entries(members)) record[member] = value;
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: the members are those of a task's record
  return record as unknown as TaskRecord;
}
