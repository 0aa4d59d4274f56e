// What an id that is mentioned means, and what is unknown about it.
import type { ScalarNode } from '../text/node.ts';
import type { Definitions } from './definitions.ts';
import type { Definition, PlanTask, ReferenceKind } from './plan.ts';
import type { Mention } from './reading.ts';
import type { TaskIndex } from './task-index.ts';

/** Where an id stands in a scalar's text. */
export interface Slice {
  readonly node: ScalarNode;
  readonly from: number;
  readonly to: number;
}

/** Why an id is unknown: the variant of `unknown-reference`, and its arguments. */
export type Unknown =
  | { readonly code: 'task-of-phase'; readonly args: { readonly id: string; readonly phase: string } }
  | { readonly code: 'task-of-task' | 'both-tasks'; readonly args: { readonly id: string; readonly task: string } }
  | { readonly code: 'ambiguous-task'; readonly args: { readonly id: string; readonly candidates: string } }
  | { readonly code: 'lead-read-as-id'; readonly args: { readonly id: string; readonly target: string } }
  | { readonly code: ReferenceKind | 'phase' | 'subplan-alone'; readonly args: { readonly id: string } };

/** What may have been meant: surely this, one of these words, or any task. */
export type Meant = { readonly text: string } | { readonly words: () => readonly string[] } | 'any-task';

/** Hears what mentions come to. */
export interface Listener {
  /** `meaning` is undefined where nothing defines the id. */
  refers(
    slice: Slice,
    task: number,
    kinds: readonly ReferenceKind[],
    id: string,
    meaning: PlanTask | Definition | undefined,
  ): void;
  isUnknown(slice: Slice, why: Unknown, meant?: Meant): void;
}

const taskKinds: readonly ReferenceKind[] = ['task'];
const subplanKinds: readonly ReferenceKind[] = ['subplan'];

/** `a-1d`: an id that was meant as a lead. */
const lead = /^(.+?)-(\d+(?:\.\d+)?e?(?:mo|[mhdw%]))$/;

export class Resolution {
  readonly #definitions: Definitions;
  readonly #index: TaskIndex;
  readonly #listener: Listener;
  /** In a plan that names nobody, every name will do. */
  readonly #namesPeople: boolean;

  constructor(definitions: Definitions, index: TaskIndex, listener: Listener) {
    this.#definitions = definitions;
    this.#index = index;
    this.#listener = listener;
    this.#namesPeople = definitions.has('person', 'stakeholder');
  }

  /** `task`: the index of the task whose entry the mention stands in, -1 outside of the work. */
  resolve(mention: Mention, task: number): void {
    if (mention.referring.kinds[0] === 'task') this.#task(mention, task);
    else this.#other(mention, task);
  }

  #other(mention: Mention, task: number): void {
    const { id, referring } = mention;
    const { kinds, need } = referring;
    const definition = this.#defined(kinds, id);
    if (definition === undefined && need === 'may-be-text' && kinds[0] !== 'skill') return;
    this.#listener.refers(mention, task, kinds, id, definition);
    if (definition !== undefined || need === 'may-be-text') return;
    if (need === 'if-people-are-named' && !this.#namesPeople) return;
    const words = () => kinds.flatMap((each) => [...this.#definitions.ids(each)]);
    this.#listener.isUnknown(mention, { code: kinds.at(-1) ?? 'person', args: { id } }, { words });
  }

  #defined(kinds: readonly ReferenceKind[], id: string): Definition | undefined {
    for (const kind of kinds) {
      const definition = this.#definitions.find(kind, id);
      if (definition !== undefined) return definition;
    }
    return undefined;
  }

  #task(mention: Mention, from: number): void {
    const { id, format } = mention;
    const found = this.#index.find(id, from);
    const slash = id.includes('/') ? mention.node.text.slice(mention.from, mention.to).indexOf('/') : -1;
    if (found !== undefined) {
      if (slash >= 0) this.#phasePart(mention, from, slash, found);
      this.#toTask(mention, from, slash, found);
      if (format === 'ref:phase' && !found.isPhase) this.#unknownPhase(mention);
      return;
    }
    if (mention.referring.need === 'may-be-text') return;
    if (slash >= 0) this.#unknownPath(mention, from, slash);
    else this.#unknownTask(mention, from);
  }

  /** The task's own id; of one that an entry makes (`setup.gate`) the id of that entry. */
  #toTask(mention: Mention, from: number, slash: number, found: PlanTask): void {
    if (slash < 0 && found.synthetic === undefined) {
      this.#listener.refers(mention, from, taskKinds, found.id, found);
      return;
    }
    const start = mention.from + slash + 1;
    const maker =
      found.synthetic === undefined ? found : this.#index.all(found.id.slice(0, found.id.lastIndexOf('.')))[0];
    if (maker === undefined) return;
    const to = maker === found ? mention.to : mention.to - (found.id.length - maker.id.length);
    this.#listener.refers({ node: mention.node, from: start, to }, from, taskKinds, maker.id, maker);
  }

  #phasePart(mention: Mention, from: number, slash: number, found: PlanTask): void {
    const outer = mention.id.slice(0, mention.id.indexOf('/'));
    const holder = this.#index.all(outer).find(({ index, end }) => found.index > index && found.index < end);
    this.#listener.refers(before(mention, slash), from, taskKinds, outer, holder);
  }

  /** `a/b` that is no task: the task of a subplan, or one of the two is unknown. */
  #unknownPath(mention: Mention, from: number, slash: number): void {
    const [outer = '', inner = ''] = mention.id.split('/');
    const outerSlice = before(mention, slash);
    const subplan = this.#definitions.find('subplan', outer);
    if (subplan !== undefined) {
      this.#listener.refers(outerSlice, from, subplanKinds, outer, subplan);
      return;
    }
    const [holder] = this.#index.all(outer);
    if (holder !== undefined) {
      const innerSlice = { node: mention.node, from: mention.from + slash + 1, to: mention.to };
      this.#listener.refers(outerSlice, from, taskKinds, outer, holder);
      this.#listener.refers(innerSlice, from, taskKinds, inner, undefined);
      if (holder.kind !== 'summary') {
        const areBoth = mention.format === 'link' && this.#index.find(inner, from) !== undefined;
        const code = areBoth ? 'both-tasks' : 'task-of-task';
        this.#listener.isUnknown(mention, { code, args: { id: inner, task: outer } });
        return;
      }
      const words = () => this.#index.idsInside(holder);
      this.#listener.isUnknown(innerSlice, { code: 'task-of-phase', args: { id: inner, phase: outer } }, { words });
      return;
    }
    const hasSubplans = this.#definitions.has('subplan');
    this.#listener.refers(outerSlice, from, hasSubplans ? subplanKinds : taskKinds, outer, undefined);
    const words = () => [...this.#definitions.ids('subplan'), ...this.#phaseIds()];
    this.#listener.isUnknown(outerSlice, { code: hasSubplans ? 'subplan' : 'phase', args: { id: outer } }, { words });
  }

  #unknownTask(mention: Mention, from: number): void {
    const { id, format } = mention;
    this.#listener.refers(mention, from, taskKinds, id, undefined);
    if (this.#index.isShared(id)) {
      const addresses = this.#index.addresses(id, mostCandidates);
      // No address tells them apart: what is wrong is their ids, and `duplicate-id` says so.
      if (addresses.size === 1) return;
      const candidates = [...addresses].join(', ');
      this.#listener.isUnknown(mention, { code: 'ambiguous-task', args: { id, candidates } });
      return;
    }
    const [, target, lag] = lead.exec(id) ?? [];
    if (target !== undefined && format === 'link' && this.#index.find(target, from) !== undefined) {
      const meant = { text: `${target} - ${lag}` };
      this.#listener.isUnknown(mention, { code: 'lead-read-as-id', args: { id, target } }, meant);
    } else if (format === 'link' && this.#definitions.find('subplan', id) !== undefined) {
      this.#listener.isUnknown(mention, { code: 'subplan-alone', args: { id } });
    } else if (format === 'ref:phase') this.#unknownPhase(mention);
    else this.#listener.isUnknown(mention, { code: 'task', args: { id } }, 'any-task');
  }

  #unknownPhase(mention: Mention): void {
    const words = () => this.#phaseIds();
    this.#listener.isUnknown(mention, { code: 'phase', args: { id: mention.id } }, { words });
  }

  #phaseIds(): readonly string[] {
    return this.#index.ids().filter((id) => this.#index.all(id).some(({ isPhase }) => isPhase));
  }
}

/** More tasks that may be meant are not named. */
const mostCandidates = 8;

/** The part of an address before its slash. */
function before({ node, from }: Slice, slash: number): Slice {
  return { node, from, to: from + slash };
}
