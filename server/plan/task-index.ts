// Tasks by id: which task an id means, seen from another task.
import type { ScalarNode } from '../text/node.ts';
import { firstBehind } from './ascending.ts';
import type { PlanProblem, PlanTask } from './plan.ts';
import { problem } from './reading.ts';
import { idOf } from './scalars/id.ts';
import type { TaskList } from './task-list.ts';

/** Ids and nesting: the same in two versions of a plan whose lists of tasks have the same shape. */
interface Ids {
  /** A number for each id that this version or one before had: versions share it, and only ever add to it. */
  readonly numbers: Map<string, number>;
  /** By task: the number of its id. */
  readonly ofTask: Int32Array;
  /** By number of an id: the first task that has it; -1 where none does. */
  readonly first: Int32Array;
  /** All tasks of ids that several have, in order. */
  readonly shared: ReadonlyMap<string, readonly number[]>;
  /** Of these ids, the task in each phase; -1 where the phase has several. */
  readonly near: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** The phase that holds a task (itself where it is one), by index; -1 outside of phases. */
  readonly phase: Int32Array;
}

export class TaskIndex {
  readonly #tasks: readonly PlanTask[];
  readonly #ids: Ids;
  #byKey: Map<ScalarNode, PlanTask> | undefined;
  #list: readonly string[] | undefined;
  #duplicates: readonly PlanProblem[] | undefined;

  /** `before`: the index of an earlier list; `rows` say where tasks stood in that one, if ids and nesting are not the same in both. */
  constructor(list: Pick<TaskList, 'tasks' | 'made'>, before?: TaskIndex, rows?: Int32Array) {
    const { tasks } = list;
    this.#tasks = tasks;
    if (before === undefined) this.#ids = idsOf(tasks, numberedAnew(tasks));
    else if (rows !== undefined) this.#ids = idsOf(tasks, numberedAgain(list, before.#ids, rows));
    else {
      this.#ids = before.#ids;
      this.#list = before.#list;
      const areSharedKept = list.made.every((index) => !this.#ids.shared.has(tasks[index]?.id ?? ''));
      if (areSharedKept) this.#duplicates = before.#duplicates;
    }
  }

  /** The task that `id` (or `phase/id`) means, seen from a task (-1: from nowhere); undefined where none does, or several equally near ones. */
  find(written: string, from: number): PlanTask | undefined {
    const { shared, near, phase } = this.#ids;
    const slash = written.indexOf('/');
    if (slash >= 0) return this.within(idOf(written.slice(0, slash)), idOf(written.slice(slash + 1)));
    // Nearly always it is written as the id is kept.
    const index = this.#firstOf(written);
    const id = index === undefined ? idOf(written) : written;
    const several = shared.size === 0 ? undefined : shared.get(id);
    if (several === undefined) return this.#at(index ?? this.#firstOf(id));
    return from < 0 ? undefined : this.#at(near.get(id)?.get(phase[from] ?? -1));
  }

  /** The one task with this id inside a phase or summary. */
  within(outer: string, id: string): PlanTask | undefined {
    const indexes = this.#indexesOf(id);
    const found = new Set<number>();
    for (const holder of this.#indexesOf(outer)) {
      const end = this.#at(holder)?.end ?? 0;
      for (let at = firstBehind(indexes, holder); at < indexes.length; at++) {
        const index = indexes[at] ?? end;
        if (index >= end) break;
        found.add(index);
        if (found.size > 1) return undefined;
      }
    }
    const [only] = found;
    return this.#at(only);
  }

  /** All tasks with this id. */
  all(id: string): readonly PlanTask[] {
    return this.#indexesOf(id).flatMap((index) => this.#at(index) ?? []);
  }

  #firstOf(id: string): number | undefined {
    const { numbers, first } = this.#ids;
    const index = first[numbers.get(id) ?? -1] ?? -1;
    return index < 0 ? undefined : index;
  }

  #indexesOf(id: string): readonly number[] {
    const only = this.#firstOf(id);
    return this.#ids.shared.get(id) ?? (only === undefined ? [] : [only]);
  }

  /** The task whose id an author wrote in this very node. */
  atKey(key: ScalarNode): PlanTask | undefined {
    const id = idOf(key.text);
    const several = this.#ids.shared.get(id);
    if (several === undefined) return writtenIn(key, this.#at(this.#firstOf(id)));
    return this.#sharingByKey().get(key);
  }

  /** Tasks that share their id with others. */
  #sharingByKey(): ReadonlyMap<ScalarNode, PlanTask> {
    if (this.#byKey !== undefined) return this.#byKey;
    this.#byKey = new Map();
    for (const several of this.#ids.shared.values())
      for (const index of several) {
        const task = this.#at(index);
        if (task?.synthetic === undefined && task !== undefined && !this.#byKey.has(task.key))
          this.#byKey.set(task.key, task);
      }
    return this.#byKey;
  }

  /** Each once: those that authors wrote in order, then those that entries make. */
  ids(): readonly string[] {
    this.#list ??= this.#listed();
    return this.#list;
  }

  #listed(): readonly string[] {
    const { first, ofTask } = this.#ids;
    const written: string[] = [];
    const made: string[] = [];
    for (let index = 0; index < ofTask.length; index++) {
      const task = first[ofTask[index] ?? -1] === index ? this.#tasks[index] : undefined;
      if (task !== undefined) (task.synthetic === undefined ? written : made).push(task.id);
    }
    return written.concat(made);
  }

  /** The same object in versions whose tasks have the same ids in the same nesting. */
  get shape(): object {
    return this.#ids;
  }

  /** Whether any task has exactly this id. */
  has(id: string): boolean {
    return this.#firstOf(id) !== undefined;
  }

  /** The tasks whose id another one has too, ascending; those that entries make among them. */
  repeated(): readonly number[] {
    const { ofTask, numbers } = this.#ids;
    const counts = new Int32Array(numbers.size);
    for (const number of ofTask) counts[number] = (counts[number] ?? 0) + 1;
    const repeated: number[] = [];
    for (const [index, number] of ofTask.entries()) if ((counts[number] ?? 0) > 1) repeated.push(index);
    return repeated;
  }

  /** The ids of what a phase or summary holds, to any depth. */
  idsInside({ index, end }: PlanTask): readonly string[] {
    return this.#tasks.slice(index + 1, end).map(({ id }) => id);
  }

  /** How a link from outside names a task: with its phase, where its id alone does not do. */
  address(task: PlanTask): string {
    const { phase, shared } = this.#ids;
    const holder = this.#at(phase[task.index]);
    return shared.has(task.id) && holder !== undefined && holder !== task ? `${holder.id}/${task.id}` : task.id;
  }

  /** Whether several tasks have an id. */
  isShared(id: string): boolean {
    return this.#ids.shared.has(id);
  }

  /** Up to `most` different addresses of the tasks with an id. */
  addresses(id: string, most: number): ReadonlySet<string> {
    const addresses = new Set<string>();
    for (const index of this.#indexesOf(id)) {
      const task = this.#at(index);
      if (task !== undefined) addresses.add(this.address(task));
      if (addresses.size === most) break;
    }
    return addresses;
  }

  /** Ids that two entries share, each with the first place. The same id in several phases is no problem. */
  duplicates(): readonly PlanProblem[] {
    this.#duplicates ??= [...this.#ids.shared.values()].flatMap((indexes) => this.#clashes(indexes));
    return this.#duplicates;
  }

  /** The tasks of one id that clash with one before them: one in the same phase, or one of which either is a phase or in none. */
  #clashes(indexes: readonly number[]): readonly PlanProblem[] {
    const problems: PlanProblem[] = [];
    const firstIn = new Map<number, PlanTask>();
    let first: PlanTask | undefined;
    let firstOfAll: PlanTask | undefined;
    for (const index of indexes) {
      const task = this.#at(index);
      if (task === undefined) continue;
      const phase = this.#ids.phase[index] ?? -1;
      const clashesWithAll = task.isPhase || phase < 0;
      const other = clashesWithAll ? first : earlier(firstOfAll, firstIn.get(phase));
      if (other !== undefined) problems.push(duplicate(task, other));
      first ??= task;
      if (clashesWithAll) firstOfAll ??= task;
      if (!firstIn.has(phase)) firstIn.set(phase, task);
    }
    return problems;
  }

  #at(index: number | undefined): PlanTask | undefined {
    return index === undefined ? undefined : this.#tasks[index];
  }
}

type Numbered = Pick<Ids, 'numbers' | 'ofTask'>;

function numberedAnew(tasks: readonly PlanTask[]): Numbered {
  const ids: Numbered = { numbers: new Map(), ofTask: new Int32Array(tasks.length) };
  for (let index = 0; index < tasks.length; index++) give(ids, tasks, index);
  return ids;
}

/** The numbers of tasks that were not read again are taken over. */
function numberedAgain({ tasks, made }: Pick<TaskList, 'tasks' | 'made'>, old: Ids, rows: Int32Array): Numbered {
  const { numbers } = old;
  // Ids that were once: somebody types long ones.
  if (numbers.size > 2 * tasks.length + 1000) return numberedAnew(tasks);
  const ofTask = new Int32Array(tasks.length);
  for (let index = 0; index < tasks.length; index++) ofTask[index] = old.ofTask[rows[index] ?? -1] ?? -1;
  for (const index of made) give({ numbers, ofTask }, tasks, index);
  return { numbers, ofTask };
}

function give({ numbers, ofTask }: Numbered, tasks: readonly PlanTask[], index: number): void {
  const id = tasks[index]?.id ?? '';
  const known = numbers.get(id);
  ofTask[index] = known ?? numbers.size;
  if (known === undefined) numbers.set(id, numbers.size);
}

function idsOf(tasks: readonly PlanTask[], { numbers, ofTask }: Numbered): Ids {
  const first = new Int32Array(numbers.size).fill(-1);
  const shared = new Map<string, number[]>();
  const phase = new Int32Array(tasks.length).fill(-1);
  const made: number[] = [];
  for (let index = 0; index < tasks.length; index++) {
    const task = tasks[index];
    if (task === undefined) continue;
    phase[index] = task.isPhase ? index : (phase[task.parent] ?? -1);
    if (task.synthetic !== undefined) {
      made.push(index);
      continue;
    }
    const number = ofTask[index] ?? 0;
    const known = first[number] ?? -1;
    if (known < 0) {
      first[number] = index;
      continue;
    }
    const several = shared.get(task.id);
    if (several === undefined) shared.set(task.id, [known, index]);
    else several.push(index);
  }
  // What an author wrote goes before what an entry makes: `setup.gate` may be a task of its own.
  for (const index of made) {
    const number = ofTask[index] ?? 0;
    if ((first[number] ?? -1) < 0) first[number] = index;
  }
  return { numbers, ofTask, first, shared, near: nearestOf(shared, phase), phase };
}

function nearestOf(shared: ReadonlyMap<string, readonly number[]>, phase: Int32Array): Ids['near'] {
  const near = new Map<string, Map<number, number>>();
  for (const [id, indexes] of shared) {
    const inPhase = new Map<number, number>();
    for (const index of indexes) {
      const around = phase[index] ?? -1;
      inPhase.set(around, inPhase.has(around) ? -1 : index);
    }
    near.set(id, inPhase);
  }
  return near;
}

function writtenIn(key: ScalarNode, task: PlanTask | undefined): PlanTask | undefined {
  return task?.key === key && task.synthetic === undefined ? task : undefined;
}

function earlier(one: PlanTask | undefined, other: PlanTask | undefined): PlanTask | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one.index < other.index ? one : other;
}

function duplicate(task: PlanTask, other: PlanTask): PlanProblem {
  const related = [{ code: 'first-place', node: other.key }];
  const code = other.isPhase === task.isPhase ? 'task' : 'phase-and-task';
  return problem('duplicate-id', code, { id: task.id }, { node: task.node, onKey: task.key, related });
}
