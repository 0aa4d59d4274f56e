// Tasks by name, as it compares with others: an edit costs the tasks that were read again.
import { folded } from '../plan/nearest.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { Since } from '../plan/since.ts';
import { MovedRows } from '../schedule/moved-rows.ts';

/** What a task is found by. */
interface Named extends Pick<PlanTask, 'index' | 'synthetic'> {
  readonly record: { readonly name?: { readonly value: string } };
}

interface Names {
  /** A number for each name that this version or one before had: versions share it, and only ever add to it. */
  readonly numbers: Map<string, number>;
  /** By task: the number of its name; -1 without one. */
  readonly ofTask: Int32Array;
}

const nobody = -1;
const several = -2;

export class NamedTasks<Task extends Named = PlanTask> {
  readonly #tasks: readonly Task[];
  readonly #names: Names;
  /** By number of a name: the index of the only task that has it, `nobody` or `several`. */
  #only: Int32Array | undefined;

  private constructor(tasks: readonly Task[], names: Names, only?: Int32Array) {
    this.#tasks = tasks;
    this.#names = names;
    this.#only = only;
  }

  static of<Task extends Named>(tasks: readonly Task[]): NamedTasks<Task> {
    const names = { numbers: new Map<string, number>(), ofTask: new Int32Array(tasks.length) };
    for (const task of tasks) names.ofTask[task.index] = numberOf(task, names.numbers);
    return new NamedTasks(tasks, names);
  }

  /** Of the next version; `since` says what has become of these tasks. */
  after(tasks: readonly Task[], since: Since): NamedTasks<Task> {
    const { numbers, ofTask: old } = this.#names;
    // Names that were once: somebody types long ones.
    if (numbers.size > 2 * tasks.length + 1000) return NamedTasks.of(tasks);
    let ofTask = since.tasks === undefined ? old : new MovedRows(since.tasks).integers(old, nobody);
    for (const index of since.made) {
      const task = tasks[index];
      const number = task === undefined ? nobody : numberOf(task, numbers);
      if (ofTask[index] === number) continue;
      if (ofTask === old) ofTask = old.slice();
      ofTask[index] = number;
    }
    return new NamedTasks(tasks, { numbers, ofTask }, ofTask === old ? this.#only : undefined);
  }

  /** The only task that an author gave this name, which is `folded`; undefined where none has it, or several have. */
  called(name: string): Task | undefined {
    this.#only ??= onlyOnes(this.#names);
    const index = this.#only[this.#names.numbers.get(name) ?? nobody] ?? nobody;
    return index < 0 ? undefined : this.#tasks[index];
  }
}

function numberOf({ synthetic, record }: Named, numbers: Map<string, number>): number {
  const name = synthetic === undefined ? record.name?.value : undefined;
  if (name === undefined) return nobody;
  const key = folded(name);
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

function onlyOnes({ numbers, ofTask }: Names): Int32Array {
  const only = new Int32Array(numbers.size).fill(nobody);
  for (let index = 0; index < ofTask.length; index += 1) {
    const number = ofTask[index] ?? nobody;
    if (number >= 0) only[number] = only[number] === nobody ? index : several;
  }
  return only;
}
