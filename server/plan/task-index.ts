// Tasks by id: which task an id means, seen from another task.
import type { PlanProblem, PlanTask } from './plan.ts';
import { problem } from './reading.ts';
import { idOf } from './scalars/id.ts';

export class TaskIndex {
  readonly #tasks: readonly PlanTask[];
  readonly #byId = new Map<string, number[]>();
  /** The phase that holds a task (itself where it is one), by index; -1 outside of phases. */
  readonly #phase: Int32Array;

  constructor(tasks: readonly PlanTask[]) {
    this.#tasks = tasks;
    this.#phase = new Int32Array(tasks.length).fill(-1);
    for (const { index, parent, isPhase } of tasks) {
      this.#phase[index] = isPhase ? index : (this.#phase[parent] ?? -1);
    }
    // What an author wrote goes before what an entry makes: `setup.gate` may be a task of its own.
    for (const task of tasks) if (task.synthetic === undefined) this.#enter(task);
    for (const task of tasks) if (task.synthetic !== undefined && !this.#byId.has(task.id)) this.#enter(task);
  }

  #enter({ id, index }: PlanTask): void {
    const same = this.#byId.get(id);
    if (same === undefined) this.#byId.set(id, [index]);
    else same.push(index);
  }

  /** The task that `id` (or `phase/id`) means, seen from a task (-1: from nowhere); undefined where none does, or several equally near ones. */
  find(written: string, from: number): PlanTask | undefined {
    const id = idOf(written);
    const slash = id.indexOf('/');
    if (slash >= 0) return this.within(id.slice(0, slash), id.slice(slash + 1));
    const found = this.#byId.get(id);
    if (found === undefined) return undefined;
    if (found.length === 1) return this.#at(found[0]);
    const phase = this.#phase[from] ?? -1;
    const near = from < 0 ? [] : found.filter((index) => this.#phase[index] === phase);
    return near.length === 1 ? this.#at(near[0]) : undefined;
  }

  /** The one task with this id inside a phase or summary. */
  within(outer: string, id: string): PlanTask | undefined {
    const holders = this.all(outer);
    const inside = this.all(id).filter(({ index }) =>
      holders.some((holder) => index > holder.index && index < holder.end),
    );
    return inside.length === 1 ? inside[0] : undefined;
  }

  /** All tasks with this id. */
  all(id: string): readonly PlanTask[] {
    return (this.#byId.get(id) ?? []).flatMap((index) => this.#tasks[index] ?? []);
  }

  ids(): Iterable<string> {
    return this.#byId.keys();
  }

  /** The ids of what a phase or summary holds, to any depth. */
  idsInside({ index, end }: PlanTask): readonly string[] {
    return this.#tasks.slice(index + 1, end).map(({ id }) => id);
  }

  /** How a link from outside names a task: with its phase, where its id alone does not do. */
  address(task: PlanTask): string {
    const phase = this.#at(this.#phase[task.index]);
    return this.all(task.id).length > 1 && phase !== undefined && phase !== task ? `${phase.id}/${task.id}` : task.id;
  }

  /** Ids that two entries share, each with the first place. The same id in several phases is no problem. */
  duplicates(): readonly PlanProblem[] {
    const problems: PlanProblem[] = [];
    for (const [id, indexes] of this.#byId) {
      if (indexes.length < 2) continue;
      const first = this.#at(indexes[0]);
      /** The first of each phase, and the first that clashes with those of any phase. */
      const firstOf = new Map<number | undefined, PlanTask>();
      let anywhere: PlanTask | undefined;
      for (const index of indexes) {
        const task = this.#at(index);
        if (task === undefined) continue;
        const phase = this.#phase[index];
        const clashesWithAll = task.isPhase || phase === -1;
        const other = clashesWithAll ? first : earlier(anywhere, firstOf.get(phase));
        if (other !== undefined && other !== task) {
          const related = [{ code: 'first-place', node: other.key }];
          const code = other.isPhase === task.isPhase ? 'task' : 'phase-and-task';
          problems.push(problem('duplicate-id', code, { id }, { node: task.node, onKey: task.key, related }));
        }
        if (clashesWithAll) anywhere ??= task;
        if (!firstOf.has(phase)) firstOf.set(phase, task);
      }
    }
    return problems;
  }

  #at(index: number | undefined): PlanTask | undefined {
    return index === undefined ? undefined : this.#tasks[index];
  }
}

function earlier(one: PlanTask | undefined, other: PlanTask | undefined): PlanTask | undefined {
  return one !== undefined && (other === undefined || one.index < other.index) ? one : other;
}
