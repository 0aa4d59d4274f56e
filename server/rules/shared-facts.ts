// What several rules ask about one version of a plan, each worked out when it is first asked for. The next version takes over what still holds.
import { grouped } from '../plan/grouped.ts';
import type { PlanProblem, PlanTask } from '../plan/plan.ts';
import { sinceOf } from '../plan/since.ts';
import { type Promised, promisedTasks } from '../schedule/baseline.ts';
import type { Node, ScalarNode } from '../text/node.ts';
import { sameOr } from '../text/same-or.ts';
import { Cast } from './doers.ts';
import { type Due, dueWork } from './due-work.ts';
import type { Finding, Related, Report } from './finding.ts';
import { LinkTable } from './link-table.ts';
import { around, isPlaceless, looksAround } from './mends.ts';
import { NamedTasks } from './named-tasks.ts';
import type { OwnChecks } from './own-checks.ts';
import { Retold } from './retold.ts';
import type { RuleContext } from './rule.ts';
import { is, TaskTable } from './task-table.ts';

/** Of the problems under a rule: whether what is said of none of them hangs on where in the text it stands, and whose mends look at more than the problem. */
interface Standing {
  readonly arePlaceless: boolean;
  readonly lookers: readonly PlanProblem[];
}

/** What is found under a rule, and what stands beside the places of it. */
export interface Told {
  readonly findings: readonly Finding[];
  readonly beside: readonly Node[];
}

export class SharedFacts {
  readonly tasks: TaskTable;
  readonly links: LinkTable;
  readonly #context: RuleContext;
  #cast: Cast | undefined;
  #problems: ReadonlyMap<string, readonly PlanProblem[]> | undefined;
  /** What is said of a problem, and in which task it stands; what is said of a deadline, by its node; of the chain that drives a task, by its key; under a rule, or of settings; lists; and a team's own checks. */
  readonly told: {
    readonly problems: Retold<PlanProblem, Report>;
    readonly authors: Retold<PlanProblem, { readonly key: ScalarNode | undefined }>;
    readonly deadlines: Retold<Node, Report>;
    readonly chains: Retold<Node, readonly Related[]>;
    readonly findings: Retold<object, Told>;
    readonly written: Retold<readonly PlanTask[], readonly PlanTask[]>;
    readonly byRule: Retold<object, ReadonlyMap<string, readonly PlanProblem[]>>;
    readonly standing: Retold<readonly PlanProblem[], Standing>;
    readonly begun: Retold<object, Uint8Array>;
    readonly checks: Retold<object, OwnChecks>;
  };
  #work: readonly PlanTask[] | undefined;
  #unfinished: readonly PlanTask[] | undefined;
  #ahead: readonly PlanTask[] | undefined;
  #due: readonly Due[] | undefined;
  #promised: ReadonlyMap<number, Promised> | undefined;
  #workFinishes: Float64Array | undefined;
  #namedTasks: NamedTasks | undefined;

  constructor(version: Omit<RuleContext, 'facts'>, before?: SharedFacts) {
    const { tasks } = version.plan;
    const { network } = version.schedule;
    this.told = before?.told ?? {
      problems: new Retold(),
      authors: new Retold(),
      deadlines: new Retold(),
      chains: new Retold(),
      findings: new Retold(),
      written: new Retold(),
      byRule: new Retold(),
      standing: new Retold(),
      begun: new Retold(),
      checks: new Retold(),
    };
    this.#context = { ...version, facts: this };
    const since = before && sinceOf(version.plan, before.context.plan);
    this.tasks = before?.tasks.tasks === tasks ? before.tasks : new TaskTable(tasks, network, before?.tasks, since);
    this.links = new LinkTable(version.plan, network, before?.links);
    this.#namedTasks = since && before.#namedTasks?.after(tasks, since);
  }

  /** All that a rule may look at. */
  get context(): RuleContext {
    return this.#context;
  }

  /** Stands for all dates, lengths, slack and progress, and for the working time (not for what days off are called): the same object while they are the same. */
  get dates(): object {
    return this.#context.schedule.kept.passes;
  }

  get namedTasks(): NamedTasks {
    this.#namedTasks ??= NamedTasks.of(this.#context.plan.tasks);
    return this.#namedTasks;
  }

  /** Who and what the plan has for its work. */
  get cast(): Cast {
    this.#cast ??= new Cast(this.#context.plan);
    return this.#cast;
  }

  /** 1 for tasks that are cancelled, by themselves or with what holds them. */
  get cancelled(): Uint8Array {
    return this.tasks.inside(is.cancelled);
  }

  /** 1 for tasks that have begun. */
  get begun(): Uint8Array {
    const { progress } = this.#context.schedule;
    const reported = this.tasks.where(is.actual);
    return this.told.begun.of(this.dates, [reported], () => {
      const begun = new Uint8Array(progress.length);
      for (let index = 0; index < begun.length; index += 1) if ((progress[index] ?? 0) > 0) begun[index] = 1;
      for (const { index, record } of reported) if (record.actual?.start !== undefined) begun[index] = 1;
      return begun;
    });
  }

  /** What the plan floor could not read, by rule. */
  get problems(): ReadonlyMap<string, readonly PlanProblem[]> {
    const { plan, subplanProblems = [] } = this.#context;
    this.#problems ??= this.told.byRule.of(this.told, [plan.problems, ...subplanProblems], (last) => {
      const groups = grouped([...plan.problems, ...subplanProblems], ({ rule }) => rule);
      return new Map([...groups].map(([rule, problems]) => [rule, sameOr(problems, last?.get(rule))]));
    });
    return this.#problems;
  }

  /** What reports on the problems under a rule hang on. */
  standing(rule: string): readonly unknown[] {
    const problems = this.problems.get(rule);
    if (problems === undefined) return [];
    const { arePlaceless, lookers } = this.told.standing.of(problems, [], () => ({
      arePlaceless: problems.every(isPlaceless),
      lookers: problems.filter(looksAround),
    }));
    const looked = lookers.flatMap((problem) => around(problem, this.#context));
    return arePlaceless ? [problems, ...looked] : [this.#context.tree];
  }

  /** The key of the task in whose entry a problem stands. An entry is read again, and its problems are other ones, when its key is another one; aliases have several. */
  authorOf(problem: PlanProblem): ScalarNode | undefined {
    const { plan } = this.#context;
    const from = plan.kept.isPlain ? [] : [plan];
    return this.told.authors.of(problem, from, () => ({ key: plan.taskOf(problem.node)?.key })).key;
  }

  get phases(): readonly PlanTask[] {
    return this.tasks.where(is.phase);
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
    const { cancelled, tasks } = this;
    const isWritten = ({ index, record }: PlanTask): boolean => {
      const own = tasks.bits[index] ?? 0;
      if (cancelled[index] === 1) return false;
      if ((own & is.work) !== 0) return true;
      const repeats = (own & is.repeat) !== 0 && record.tasks === undefined;
      return repeats && (own & is.milestone) === 0 && record.buffer?.value !== true;
    };
    const all = tasks.where(any, none | is.synthetic);
    return this.told.written.of(all, [cancelled], () => all.filter(isWritten));
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
