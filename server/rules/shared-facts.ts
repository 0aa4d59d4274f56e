// What several rules ask about one version of a plan, each worked out when it is first asked for. The next version takes over what still holds.
import { grouped } from '../plan/grouped.ts';
import type { PlanProblem, PlanTask } from '../plan/plan.ts';
import { sinceOf } from '../plan/since.ts';
import { type Promised, promisedTasks } from '../schedule/baseline.ts';
import type { Node } from '../text/node.ts';
import { Cast } from './doers.ts';
import { type Due, dueWork } from './due-work.ts';
import type { Related, Report } from './finding.ts';
import { LinkTable } from './link-table.ts';
import { Retold } from './retold.ts';
import type { RuleContext } from './rule.ts';
import { is, TaskTable } from './task-table.ts';

export class SharedFacts {
  readonly tasks: TaskTable;
  readonly links: LinkTable;
  readonly #context: RuleContext;
  #cast: Cast | undefined;
  #cancelled: Uint8Array | undefined;
  #begun: Uint8Array | undefined;
  #problems: ReadonlyMap<string, readonly PlanProblem[]> | undefined;
  /** What is said of a problem; of a deadline, by its node; of the chain that drives a task, by its key. */
  readonly told: {
    readonly problems: Retold<PlanProblem, Report>;
    readonly deadlines: Retold<Node, Report>;
    readonly chains: Retold<Node, readonly Related[]>;
  };
  #phases: readonly PlanTask[] | undefined;
  #work: readonly PlanTask[] | undefined;
  #unfinished: readonly PlanTask[] | undefined;
  #ahead: readonly PlanTask[] | undefined;
  #due: readonly Due[] | undefined;
  #promised: ReadonlyMap<number, Promised> | undefined;
  #workFinishes: Float64Array | undefined;

  constructor(version: Omit<RuleContext, 'facts'>, before?: SharedFacts) {
    const { tasks, links } = version.plan;
    const { network } = version.schedule;
    this.told = before?.told ?? { problems: new Retold(), deadlines: new Retold(), chains: new Retold() };
    this.#context = { ...version, facts: this };
    const since = before && sinceOf(version.plan, before.context.plan);
    this.tasks = before?.tasks.tasks === tasks ? before.tasks : new TaskTable(tasks, network, before?.tasks, since);
    // (The links in which only nodes are new have the network that they had.)
    this.links = before?.links.links === links ? before.links : new LinkTable(links, network, before?.links);
  }

  /** All that a rule may look at. */
  get context(): RuleContext {
    return this.#context;
  }

  /** Who and what the plan has for its work. */
  get cast(): Cast {
    this.#cast ??= new Cast(this.#context.plan);
    return this.#cast;
  }

  /** 1 for tasks that are cancelled, by themselves or with what holds them. */
  get cancelled(): Uint8Array {
    this.#cancelled ??= this.tasks.inside(is.cancelled);
    return this.#cancelled;
  }

  /** 1 for tasks that have begun. */
  get begun(): Uint8Array {
    if (this.#begun !== undefined) return this.#begun;
    const { progress } = this.#context.schedule;
    const begun = new Uint8Array(progress.length);
    for (let index = 0; index < begun.length; index += 1) if ((progress[index] ?? 0) > 0) begun[index] = 1;
    for (const { index, record } of this.tasks.where(is.actual))
      if (record.actual?.start !== undefined) begun[index] = 1;
    this.#begun = begun;
    return begun;
  }

  /** What the plan floor could not read, by rule. */
  get problems(): ReadonlyMap<string, readonly PlanProblem[]> {
    const { plan, subplanProblems = [] } = this.#context;
    this.#problems ??= grouped([...plan.problems, ...subplanProblems], ({ rule }) => rule);
    return this.#problems;
  }

  get phases(): readonly PlanTask[] {
    this.#phases ??= this.tasks.where(is.phase);
    return this.#phases;
  }

  /** Work by itself: no summary, milestone, reserve, repetition, and nothing cancelled. */
  get work(): readonly PlanTask[] {
    this.#work ??= this.tasks.where(is.work, is.synthetic).filter(({ index }) => this.cancelled[index] === 0);
    return this.#work;
  }

  /** Work that is below 100 %: what most of the fourteen points are a share of. */
  get unfinished(): readonly PlanTask[] {
    this.#unfinished ??= this.work.filter(({ index }) => (this.#context.schedule.progress[index] ?? 0) < 100);
    return this.#unfinished;
  }

  /** Whether a task is work that somebody still has to do, each time of a repetition by itself. Elapsed work is waiting: it keeps nobody busy. */
  isAhead(index: number): boolean {
    const isWork = ((this.tasks.bits[index] ?? 0) & (is.work | is.elapsed)) === is.work;
    return isWork && this.cancelled[index] === 0 && (this.#context.schedule.progress[index] ?? 0) < 100;
  }

  /** All such work. */
  get ahead(): readonly PlanTask[] {
    this.#ahead ??= this.#context.plan.tasks.filter(({ index }) => this.isAhead(index));
    return this.#ahead;
  }

  /** Unfinished work and milestones that were due to begin by now. */
  get due(): readonly Due[] {
    this.#due ??= dueWork(this.#context);
    return this.#due;
  }

  /** What the newest baseline promises, by task index. */
  get promised(): ReadonlyMap<number, Promised> {
    this.#promised ??= promisedTasks(this.#context.plan);
    return this.#promised;
  }

  /**
   * What the author wrote as work, of which any of `any` is true and none of `none`: a task, or one that repeats; neither summary,
   * milestone, reserve nor cancelled.
   */
  written(any: number, none = 0): readonly PlanTask[] {
    const { bits } = this.tasks;
    return this.tasks.where(any, none | is.synthetic).filter(({ index, record }) => {
      const own = bits[index] ?? 0;
      if (this.cancelled[index] === 1) return false;
      if ((own & is.work) !== 0) return true;
      const repeats = (own & is.repeat) !== 0 && record.tasks === undefined;
      return repeats && (own & is.milestone) === 0 && record.buffer?.value !== true;
    });
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
    const { bits, parent } = this.tasks;
    const { finish } = this.#context.schedule;
    const finishes = new Float64Array(bits.length).fill(Number.NaN);
    for (let index = bits.length - 1; index >= 0; index -= 1) {
      const isOther = ((bits[index] ?? 0) & (is.summary | is.reserve | is.gate)) !== 0;
      if (!isOther && this.cancelled[index] === 0) finishes[index] = finish[index] ?? Number.NaN;
      const holder = parent[index] ?? -1;
      if (holder < 0) continue;
      const [own, known] = [finishes[index] ?? Number.NaN, finishes[holder] ?? Number.NaN];
      if (!(own <= known)) finishes[holder] = Number.isNaN(own) ? known : own;
    }
    return finishes;
  }
}
