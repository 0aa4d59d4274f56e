// What each task says, as bits in flat arrays: a rule finds the few tasks that it is about without opening the others.
import type { PlanTask } from '../plan/plan.ts';
import type { TaskRecord } from '../plan/schema.generated.ts';
import type { Since } from '../plan/since.ts';
import { lastMinute } from '../schedule/moments.ts';
import { MovedRows } from '../schedule/moved-rows.ts';
import type { Network } from '../schedule/network.ts';
import { sameTerms } from '../schedule/same-terms.ts';
import { endsBefore } from './recomputed-dates.ts';

/** What may be true of a task: keys of its record, what the values say, what it is. */
export const is = {
  start: 1 << 0,
  finish: 1 << 1,
  duration: 1 << 2,
  effort: 1 << 3,
  estimate: 1 << 4,
  /** An earliest or a latest date. */
  limit: 1 << 5,
  deadline: 1 << 6,
  actual: 1 << 7,
  progress: 1 << 8,
  owner: 1 << 9,
  assign: 1 << 10,
  skills: 1 << 11,
  goals: 1 << 12,
  risks: 1 << 13,
  budget: 1 << 14,
  /** Somebody who is asked or told. */
  audience: 1 << 15,
  /** Something that it puts out. */
  output: 1 << 16,
  calendar: 1 << 17,
  /** A key whose value can't be read. */
  unread: 1 << 18,
  /** A state: blocked, on hold, cancelled. */
  state: 1 << 19,
  cancelled: 1 << 20,
  /** `milestone: true` as written; a summary can't be one all the same. */
  milestone: 1 << 21,
  /** Its time runs round the clock. */
  elapsed: 1 << 22,
  /** Two of its dates stand in the wrong order, or perhaps two of its estimate's points. */
  disorder: 1 << 23,
  repeat: 1 << 24,
  phase: 1 << 25,
  summary: 1 << 26,
  /** A milestone, as it is scheduled. */
  point: 1 << 27,
  reserve: 1 << 28,
  work: 1 << 29,
  /** Made by an entry beside the task that it stands for. */
  synthetic: 1 << 30,
  gate: 1 << 31,
} as const;

const ofKey: ReadonlyMap<string, number> = new Map([
  ['start', is.start],
  ['finish', is.finish],
  ['duration', is.duration],
  ['effort', is.effort],
  ['estimate', is.estimate],
  ['earliest', is.limit],
  ['latest', is.limit],
  ['deadline', is.deadline],
  ['actual', is.actual],
  ['progress', is.progress],
  ['owner', is.owner],
  ['assign', is.assign],
  ['skills', is.skills],
  ['goals', is.goals],
  ['risks', is.risks],
  ['budget', is.budget],
  ['consult', is.audience],
  ['inform', is.audience],
  ['outputs', is.output],
  ['deliverables', is.output],
  ['calendar', is.calendar],
  ['repeat', is.repeat],
] satisfies readonly (readonly [keyof TaskRecord, number])[]);

const ofKind = { task: is.work, summary: is.summary, milestone: is.point, buffer: is.reserve } as const;

/** By task index: the summary that holds it, -1 at the top, and one past its subtree. */
type Nesting = Pick<Network, 'parent' | 'end'>;

type Columns = Pick<TaskTable, 'tasks' | 'bits' | 'written' | 'firstDate'>;

function blank(count: number): Columns {
  return {
    tasks: [],
    bits: new Int32Array(count),
    written: new Int32Array(count),
    firstDate: new Float64Array(count),
  };
}

/** The tasks of which any of `any` is true (of no such bits: whatever is true), all of `every`, and none of `none`. */
interface Picked {
  readonly any: number;
  readonly every: number;
  readonly none: number;
  readonly tasks: readonly PlanTask[];
}

function isPicked(bits: number, { any, every, none }: Omit<Picked, 'tasks'>): boolean {
  return (any === 0 || (bits & any) !== 0) && (bits & (every | none)) === every;
}

const nobody: readonly PlanTask[] = [];

/** By task index. What is the same as in the version before is the same object: arrays, and lists of tasks. */
export class TaskTable {
  readonly tasks: readonly PlanTask[];
  readonly bits: Int32Array;
  readonly parent: Int32Array;
  /** One past the subtree. */
  readonly end: Int32Array;
  /** The end of the earliest date that the record writes for the work, minutes since 1970-01-01; ∞ without any. Facts aside. */
  readonly firstDate: Float64Array;
  /** What only the records say. */
  readonly written: Int32Array;
  /** Stands for ids and places of all tasks, and for keys and names, but for those of tasks without others inside that have new keys. */
  readonly shape: object;
  /** What is true of any. */
  readonly #all: number;
  /** The lists that were asked for. */
  readonly #picked: Picked[];
  readonly #inside: Map<number, Uint8Array>;

  /** What the table of the version before has of the same tasks is taken over; `since` says where they were. */
  constructor(tasks: readonly PlanTask[], { parent, end }: Nesting, before?: TaskTable, since?: Since) {
    this.tasks = tasks;
    this.parent = parent;
    this.end = end;
    const known = before !== undefined && (since !== undefined || before.tasks.length === tasks.length);
    const moved = known && since?.tasks ? new MovedRows(since.tasks) : undefined;
    const old = known ? before : blank(tasks.length);
    const now: Columns = moved
      ? {
          tasks,
          bits: moved.integers(old.bits),
          written: moved.integers(old.written),
          firstDate: moved.numbers(old.firstDate),
        }
      : { ...old, tasks };
    const read = (task: PlanTask | undefined) => {
      if (task !== undefined)
        put(rowOf(task, now, old.tasks[moved?.before[task.index] ?? task.index]), now, old, task.index);
    };
    if (known && since !== undefined) for (const index of since.made) read(tasks[index]);
    else for (const task of tasks) if (!known || task !== old.tasks[task.index]) read(task);
    // In place: each task is where it was, and only those that were made again may say something else.
    const same = since !== undefined && moved === undefined ? before : undefined;
    const made = since?.made ?? [];
    const changed = made.reduce((all, index) => all | ((now.bits[index] ?? 0) ^ (old.bits[index] ?? 0)), 0);
    this.bits = now.bits;
    this.written = now.written;
    this.firstDate = now.firstDate;
    this.#all = changed === 0 && same !== undefined ? same.#all : this.bits.reduce((all, bits) => all | bits, 0);
    this.#picked = same === undefined ? [] : this.#stillPicked(same, made);
    this.#inside = new Map(same === undefined ? [] : [...same.#inside].filter(([any]) => (any & changed) === 0));
    const isInShape = same !== undefined && made.every((index) => isCalledAlike(tasks[index], same.tasks[index]));
    this.shape = isInShape ? same.shape : {};
  }

  /** The lists of the version before in which none of the tasks that were made again was, or would be. */
  #stillPicked(before: TaskTable, made: readonly number[]): Picked[] {
    const isIn = ({ bits }: TaskTable, each: Picked) => made.some((index) => isPicked(bits[index] ?? 0, each));
    return before.#picked.filter((each) => !isIn(this, each) && !isIn(before, each));
  }

  /** The tasks of which any of `any` is true, and none of `none`, in the order of the file. */
  where(any: number, none = 0): readonly PlanTask[] {
    return this.some(any) ? this.#pick(any, 0, none) : nobody;
  }

  /** The tasks of which all of `every` is true, and none of `none`. */
  all(every: number, none = 0): readonly PlanTask[] {
    return (this.#all & every) === every ? this.#pick(0, every, none) : nobody;
  }

  #pick(any: number, every: number, none: number): readonly PlanTask[] {
    const known = this.#picked.find((each) => each.any === any && each.every === every && each.none === none);
    if (known !== undefined) return known.tasks;
    const { bits, tasks } = this;
    const found: PlanTask[] = [];
    const wanted = { any, every, none };
    for (let index = 0; index < bits.length; index += 1) {
      const task = isPicked(bits[index] ?? 0, wanted) ? tasks[index] : undefined;
      if (task !== undefined) found.push(task);
    }
    this.#picked.push({ ...wanted, tasks: found });
    return found;
  }

  /** Whether any of this is true of any task. */
  some(any: number): boolean {
    return (this.#all & any) !== 0;
  }

  /** Whether any of this is true of anything that a task holds and that is not marked with 1. */
  holds({ index, end }: PlanTask, any: number, left: Uint8Array): boolean {
    for (let inside = index + 1; inside < end; inside += 1) {
      if (((this.bits[inside] ?? 0) & any) !== 0 && left[inside] !== 1) return true;
    }
    return false;
  }

  /** The phase that a task is in, or is; -1 where there is none. */
  phaseOf(index: number): number {
    let at = index;
    while (at >= 0 && ((this.bits[at] ?? 0) & is.phase) === 0) at = this.parent[at] ?? -1;
    return at;
  }

  /** 1 for tasks of which any of this is true, and for all that they hold. */
  inside(any: number): Uint8Array {
    const marks = this.#inside.get(any) ?? this.#marksInside(any);
    this.#inside.set(any, marks);
    return marks;
  }

  #marksInside(any: number): Uint8Array {
    const { bits, parent } = this;
    const marks = new Uint8Array(bits.length);
    if (!this.some(any)) return marks;
    for (let index = 0; index < bits.length; index += 1) {
      const holder = parent[index] ?? -1;
      if (((bits[index] ?? 0) & any) !== 0 || (holder >= 0 && marks[holder] === 1)) marks[index] = 1;
    }
    return marks;
  }
}

type Row = Readonly<Record<'bits' | 'written' | 'firstDate', number>>;

function rowOf(task: PlanTask, { written, firstDate }: Columns, old: PlanTask | undefined): Row {
  const { index, record, kind, isPhase, synthetic } = task;
  const isSame = old?.record === record;
  const made = synthetic === undefined ? 0 : synthetic === 'gate' ? is.synthetic | is.gate : is.synthetic;
  const own = isSame ? (written[index] ?? 0) : writtenIn(record);
  return {
    bits: own | ofKind[kind] | (isPhase ? is.phase : 0) | made,
    written: own,
    firstDate: isSame ? (firstDate[index] ?? Number.POSITIVE_INFINITY) : firstDateOf(record),
  };
}

/** Writes a row into columns; into a copy of one that is still the old one's. */
function put(row: Row, columns: Columns, old: Columns, index: number): void {
  for (const name of ['bits', 'written', 'firstDate'] as const) {
    if (columns[name][index] === row[name]) continue;
    if (columns[name] === old[name]) Object.assign(columns, { [name]: old[name].slice() });
    columns[name][index] = row[name];
  }
}

/** Whether a task has the key and the name of the one that stood there before; of one that holds nothing, at least not the key without the name. */
function isCalledAlike(task: PlanTask | undefined, old: PlanTask | undefined): boolean {
  if (task === undefined || old === undefined) return false;
  if (task.key === old.key) return sameTerms(task.name, old.name);
  return [task, old].every(
    ({ children, isPhase, synthetic }) => children.length === 0 && !isPhase && synthetic === undefined,
  );
}

function writtenIn(record: TaskRecord): number {
  let bits = record.unread.length > 0 ? is.unread : 0;
  for (const [key, ofThis] of ofKey) if (Reflect.get(record, key) !== undefined) bits |= ofThis;
  const state = record.status?.state?.value;
  if (state !== undefined) bits |= state === 'cancelled' ? is.state | is.cancelled : is.state;
  if (record.milestone?.value === true) bits |= is.milestone;
  if ((record.duration ?? record.estimate?.likely)?.value.elapsed === true) bits |= is.elapsed;
  if (isDisordered(record) || !isPlainlyAscending(record)) bits |= is.disorder;
  return bits;
}

/** Whether the points of the estimate ascend whatever the plan's units are; those that say one unit each are compared at once. */
function isPlainlyAscending({ estimate }: TaskRecord): boolean {
  if (estimate === undefined) return true;
  let least: { readonly amount: number; readonly unit: string } | undefined;
  for (const point of [estimate.optimistic, estimate.likely, estimate.pessimistic]) {
    if (point === undefined) continue;
    const { elapsed, parts } = point.value;
    const [part] = parts;
    if (elapsed || part === undefined || parts.length > 1) return false;
    if (least !== undefined && (part.unit !== least.unit || part.amount < least.amount)) return false;
    least = part;
  }
  return true;
}

function firstDateOf({ start, finish, earliest, latest, deadline }: TaskRecord): number {
  let first = Number.POSITIVE_INFINITY;
  for (const date of [start, finish, earliest, latest, deadline])
    if (date !== undefined) first = Math.min(first, lastMinute(date.value));
  return first;
}

function isDisordered({ start, finish, earliest, latest, actual, repeat }: TaskRecord): boolean {
  const pairs = [
    [start, finish],
    [earliest, latest],
    [actual?.start, actual?.finish],
    [repeat?.from, repeat?.until],
  ];
  return pairs.some(
    ([first, second]) => first !== undefined && second !== undefined && endsBefore(second.value, first.value),
  );
}
