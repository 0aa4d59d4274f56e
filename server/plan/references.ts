// Ids where they are used: each mention with what it means, and the unknown ones with what was probably meant.
import type { Definitions } from './definitions.ts';
import { nearest } from './nearest.ts';
import type { Definition, PlanProblem, PlanTask, Reference, ReferenceKind } from './plan.ts';
import type { ProblemCode } from './problem-codes.ts';
import { type Mention, problem } from './reading.ts';
import type { TaskIndex } from './task-index.ts';

/** So many words are compared with unknown ones in one plan; after that nothing is suggested. */
const mostComparisons = 30_000;

/** `a-1d`: an id that was meant as a lead. */
const lead = /^(.+?)-(\d+(?:\.\d+)?e?(?:mo|[mhdw%]))$/;

export class Resolution {
  readonly references: Reference[] = [];
  readonly problems: PlanProblem[] = [];
  readonly #definitions: Definitions;
  readonly #index: TaskIndex;
  readonly #ofTask = new Map<number, Definition>();
  /** In a plan that names nobody, every name will do. */
  readonly #namesPeople: boolean;
  #comparisons = 0;

  constructor(definitions: Definitions, index: TaskIndex) {
    this.#definitions = definitions;
    this.#index = index;
    this.#namesPeople = definitions.has('person', 'stakeholder');
    for (const definition of definitions.all) {
      if (definition.task !== undefined) this.#ofTask.set(definition.task, definition);
    }
  }

  /** `task`: the index of the task whose entry the mention stands in, -1 outside of the work; `before`: whether links lead the other way. */
  resolve(mention: Mention, task: number): void {
    if (mention.referring.kinds[0] === 'task') this.#task(mention, task);
    else this.#other(mention, task);
  }

  #other(mention: Mention, task: number): void {
    const { id, referring } = mention;
    const { kinds, need } = referring;
    const kind = kinds.find((each) => this.#definitions.find(each, id) !== undefined);
    const definition = kind === undefined ? undefined : this.#definitions.find(kind, id);
    if (definition === undefined && need === 'may-be-text' && kinds[0] !== 'skill') return;
    this.#refer(mention, task, kinds, id, definition);
    if (definition !== undefined || need === 'may-be-text') return;
    if (need === 'if-people-are-named' && !this.#namesPeople) return;
    const last = kinds.at(-1) ?? 'person';
    const meant = this.#nearest(
      id,
      kinds.flatMap((each) => [...this.#definitions.ids(each)]),
    );
    this.#unknown(last, { id }, mention, meant);
  }

  #task(mention: Mention, from: number): void {
    const { id, format } = mention;
    const slash = mention.node.text.slice(mention.from, mention.to).indexOf('/');
    const found = this.#index.find(id, from);
    if (found !== undefined) {
      if (slash >= 0) this.#phasePart(mention, from, slash, found);
      this.#toTask(mention, from, slash, found);
      if (format === 'ref:phase' && !found.isPhase)
        this.#unknown('phase', { id }, mention, this.#nearest(id, this.#phaseIds()));
      return;
    }
    if (mention.referring.need === 'may-be-text') return;
    if (slash >= 0) this.#unknownPath(mention, from, slash);
    else this.#unknownTask(mention, from);
  }

  /** The task's own id; of one that an entry makes (`setup.gate`) the id of that entry. */
  #toTask(mention: Mention, from: number, slash: number, found: PlanTask): void {
    const start = mention.from + slash + 1;
    const maker =
      found.synthetic === undefined ? found : this.#index.all(found.id.slice(0, found.id.lastIndexOf('.')))[0];
    if (maker === undefined) return;
    const to = maker === found ? mention.to : mention.to - (found.id.length - maker.id.length);
    this.#refer({ ...mention, from: start, to }, from, ['task'], maker.id, this.#ofTask.get(maker.index));
  }

  #phasePart(mention: Mention, from: number, slash: number, found: PlanTask): void {
    const outer = mention.id.slice(0, mention.id.indexOf('/'));
    const holder = this.#index.all(outer).find(({ index, end }) => found.index > index && found.index < end);
    const slice = { ...mention, to: mention.from + slash };
    this.#refer(slice, from, ['task'], outer, holder && this.#ofTask.get(holder.index));
  }

  /** `a/b` that is no task: the task of a subplan, or one of the two is unknown. */
  #unknownPath(mention: Mention, from: number, slash: number): void {
    const [outer = '', inner = ''] = mention.id.split('/');
    const outerSlice = { ...mention, to: mention.from + slash };
    const subplan = this.#definitions.find('subplan', outer);
    if (subplan !== undefined) {
      this.#refer(outerSlice, from, ['subplan'], outer, subplan);
      return;
    }
    const innerSlice = { ...mention, from: mention.from + slash + 1 };
    const [holder] = this.#index.all(outer);
    if (holder !== undefined) {
      this.#refer(outerSlice, from, ['task'], outer, this.#ofTask.get(holder.index));
      this.#refer(innerSlice, from, ['task'], inner, undefined);
      const meant = this.#nearest(inner, this.#index.idsInside(holder));
      this.#unknown('task-of-phase', { id: inner, phase: outer }, innerSlice, meant);
      return;
    }
    const hasSubplans = this.#definitions.has('subplan');
    const kind = hasSubplans ? 'subplan' : 'phase';
    this.#refer(outerSlice, from, [hasSubplans ? 'subplan' : 'task'], outer, undefined);
    const meant = this.#nearest(outer, [...this.#definitions.ids('subplan'), ...this.#phaseIds()]);
    this.#unknown(kind, { id: outer }, outerSlice, meant);
  }

  #unknownTask(mention: Mention, from: number): void {
    const { id } = mention;
    this.#refer(mention, from, ['task'], id, undefined);
    const same = this.#index.all(id);
    if (same.length > 1) {
      const addresses = new Set(same.map((task) => this.#index.address(task)));
      // No address tells them apart: what is wrong is their ids, and `duplicate-id` says so.
      if (addresses.size === 1) return;
      const candidates = [...addresses].join(', ');
      this.problems.push(problem('unknown-reference', 'ambiguous-task', { id, candidates }, placeOf(mention)));
      return;
    }
    const [, target, lag] = lead.exec(id) ?? [];
    if (target !== undefined && mention.format === 'link' && this.#index.find(target, from) !== undefined) {
      const suggestion = `${target} - ${lag}`;
      this.problems.push(
        problem('unknown-reference', 'lead-read-as-id', { id, target }, { ...placeOf(mention), suggestion }),
      );
      return;
    }
    if (mention.format === 'ref:phase') this.#unknown('phase', { id }, mention, this.#nearest(id, this.#phaseIds()));
    else this.#unknown('task', { id }, mention, this.#nearest(id, this.#index.ids()));
  }

  #refer(
    { node, from, to }: Mention,
    task: number,
    kinds: readonly ReferenceKind[],
    id: string,
    definition: Definition | undefined,
  ): void {
    this.references.push({ kinds, id, node, from, to, definition, task });
  }

  #unknown<C extends ProblemCode<'unknown-reference'>>(
    code: C,
    args: Readonly<Record<string, string>>,
    mention: Mention,
    suggestion: string | undefined,
  ): void {
    const place = placeOf(mention);
    this.problems.push({
      rule: 'unknown-reference',
      code,
      args,
      ...place,
      ...(suggestion !== undefined && { suggestion }),
    });
  }

  #phaseIds(): readonly string[] {
    return [...this.#index.ids()].filter((id) => this.#index.all(id).some(({ isPhase }) => isPhase));
  }

  #nearest(id: string, words: Iterable<string>): string | undefined {
    if (this.#comparisons > mostComparisons) return undefined;
    const all = [...words];
    this.#comparisons += all.length;
    return nearest(id, all);
  }
}

function placeOf({
  node,
  from,
  to,
}: Mention): Pick<PlanProblem, 'node'> & { readonly from: number; readonly to: number } {
  return { node, from, to };
}
