// What several rules ask about one version of a plan, each worked out when it is first asked for. Lives as long as the check that owns it.
import type { Plan, PlanTask } from '../plan/plan.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { type Promised, promisedTasks } from './baseline.ts';
import { cancelledTasks } from './counted-work.ts';

export class SharedFacts {
  readonly #plan: Plan;
  readonly #schedule: Schedule;
  #cancelled: Uint8Array | undefined;
  #work: readonly PlanTask[] | undefined;
  #unfinished: readonly PlanTask[] | undefined;
  #promised: ReadonlyMap<number, Promised> | undefined;
  #workFinishes: Float64Array | undefined;

  constructor(plan: Plan, schedule: Schedule) {
    this.#plan = plan;
    this.#schedule = schedule;
  }

  /** 1 for tasks that are cancelled, by themselves or with what holds them. */
  get cancelled(): Uint8Array {
    this.#cancelled ??= cancelledTasks(this.#plan);
    return this.#cancelled;
  }

  /** Work by itself: no summary, milestone, reserve, repetition, and nothing cancelled. */
  get work(): readonly PlanTask[] {
    this.#work ??= this.#plan.tasks.filter(
      ({ index, kind, synthetic }) => kind === 'task' && synthetic === undefined && this.cancelled[index] === 0,
    );
    return this.#work;
  }

  /** Work that is below 100 %: what most of the fourteen points are a share of. */
  get unfinished(): readonly PlanTask[] {
    this.#unfinished ??= this.work.filter(({ index }) => (this.#schedule.progress[index] ?? 0) < 100);
    return this.#unfinished;
  }

  /** What the newest baseline promises, by task index. */
  get promised(): ReadonlyMap<number, Promised> {
    this.#promised ??= promisedTasks(this.#plan);
    return this.#promised;
  }

  /**
   * When the work of each task ends, wall-clock minutes: of a summary the last work or milestone inside. A reserve and a gate are left out:
   * nobody reports them as done, and what follows may begin without them. NaN where there is nothing else.
   */
  get workFinishes(): Float64Array {
    this.#workFinishes ??= this.#findWorkFinishes();
    return this.#workFinishes;
  }

  #findWorkFinishes(): Float64Array {
    const { tasks } = this.#plan;
    const finishes = new Float64Array(tasks.length).fill(Number.NaN);
    for (let index = tasks.length - 1; index >= 0; index -= 1) {
      const task = tasks[index];
      if (task === undefined) continue;
      const { kind, synthetic, parent } = task;
      const isWork = kind !== 'summary' && kind !== 'buffer' && synthetic !== 'gate' && this.cancelled[index] === 0;
      if (isWork) finishes[index] = this.#schedule.finish[index] ?? Number.NaN;
      const [own, known] = [finishes[index] ?? Number.NaN, finishes[parent] ?? Number.NaN];
      if (parent >= 0 && !(own <= known)) finishes[parent] = Number.isNaN(own) ? known : own;
    }
    return finishes;
  }
}
