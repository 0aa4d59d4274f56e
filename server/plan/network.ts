// The links of a plan: what each joins in flat arrays, and beside them what is said of it, which no edit elsewhere changes.
import type { LinkEnds } from './columns.ts';
import type { LinkTerms, PlanLink, PlanProblem } from './plan.ts';

/** Links in the order in which they are made: those that are written first, by task. */
export class Network implements LinkEnds {
  readonly predecessor: Int32Array;
  readonly successor: Int32Array;
  readonly type: Uint8Array;
  readonly terms: readonly LinkTerms[];
  readonly problems: readonly PlanProblem[];
  /** Whether something says a link that is there already: it isn't among the links a second time. */
  readonly hasRepeated: boolean;
  #links: readonly PlanLink[] | undefined;

  constructor(
    { predecessor, successor, type }: LinkEnds,
    terms: readonly LinkTerms[],
    problems: readonly PlanProblem[],
    hasRepeated: boolean,
  ) {
    this.predecessor = predecessor;
    this.successor = successor;
    this.type = type;
    this.terms = terms;
    this.problems = problems;
    this.hasRepeated = hasRepeated;
  }

  get links(): readonly PlanLink[] {
    this.#links ??= this.terms.map((terms, index) => this.#link(index, terms));
    return this.#links;
  }

  /** One of `links`, without making all. */
  at(index: number): PlanLink | undefined {
    const terms = this.terms[index];
    return this.#links?.[index] ?? (terms && this.#link(index, terms));
  }

  /** The task on which a link is written; those that nobody writes come last. */
  authorOf(index: number): number {
    const origin = this.terms[index]?.origin;
    if (origin === 'after') return this.successor[index] ?? -1;
    return origin === 'before' ? (this.predecessor[index] ?? -1) : Number.POSITIVE_INFINITY;
  }

  /** (Key by key: a plan has more links than anything else, and a copy by spreading is slow.) */
  #link(index: number, terms: LinkTerms): PlanLink {
    const predecessor = this.predecessor[index] ?? -1;
    const successor = this.successor[index] ?? -1;
    const { type, origin, node, lag, external } = terms;
    if (external !== undefined) return { index, predecessor, successor, ...terms };
    if (lag === undefined) return { index, predecessor, successor, type, origin, node };
    return { index, predecessor, successor, type, origin, node, lag };
  }
}
