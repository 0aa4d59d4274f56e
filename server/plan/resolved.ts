// What the ids in the entries of a plan come to: unknown ones, and what is used. What an edit can't have changed is taken over.
import type { Definitions } from './definitions.ts';
import type { Document } from './document.ts';
import { nearest } from './nearest.ts';
import type { Definition, PlanProblem, PlanTask, ReferenceKind } from './plan.ts';
import type { Reading } from './reading.ts';
import { type Listener, type Meant, Resolution, type Slice, type Unknown } from './resolution.ts';
import type { TaskIndex } from './task-index.ts';
import type { TaskList } from './task-list.ts';
import { type Use, Uses } from './uses.ts';

/** What the ids in one reading come to. */
interface Outcome {
  readonly problems: readonly PlanProblem[];
  readonly uses: readonly Use[];
  /** How many words had been compared with unknown ids before it, and after. */
  readonly from: number;
  readonly to: number;
}

/** The document and the list of tasks, whose ids are to be resolved. */
export interface Mentioning {
  readonly document: Document;
  readonly list: TaskList;
  readonly definitions: Definitions;
  readonly index: TaskIndex;
}

export interface Resolved {
  /** Of the document, then by task. */
  readonly outcomes: readonly Outcome[];
  /** Which of them have problems. */
  readonly troubled: readonly number[];
  readonly problems: readonly PlanProblem[];
  readonly uses: Uses;
}

type Before = Mentioning & { readonly resolved: Resolved };

/** So many words are compared with unknown ones in one plan; after that nothing is suggested. */
const mostComparisons = 30_000;

const nothing: Outcome = { problems: [], uses: [], from: 0, to: 0 };

/** Resolves what is mentioned anywhere. Of the version `before`, what means the same is taken over. */
export function resolveMentions(now: Mentioning, before?: Before): Resolved {
  return before !== undefined && now.list.isSameShape && now.definitions.isLike(before.definitions)
    ? resolvedAgain(now, before)
    : resolvedAnew(now);
}

function resolvedAnew(now: Mentioning): Resolved {
  const check = new Check(now);
  const { listed } = now.list;
  const outcomes = [check.outcome(now.document.reading, -1)];
  for (let task = 0; task < listed.length; task++) {
    const entry = listed[task]?.entry;
    outcomes.push(entry === undefined ? nothing : check.outcome(entry.reading, task));
  }
  const troubled: number[] = [];
  const uses: Use[] = [];
  for (let place = 0; place < outcomes.length; place++) {
    const outcome = outcomes[place] ?? nothing;
    if (outcome.problems.length > 0) troubled.push(place);
    for (const use of outcome.uses) uses.push(use);
  }
  return resolved(outcomes, troubled, Uses.none.changed([], uses));
}

/** Every id means what it meant: only what was read anew, and what was unknown, is looked at. */
function resolvedAgain(now: Mentioning, before: Before): Resolved {
  const old = before.resolved;
  const places = [0, ...now.list.made.map((task) => task + 1)];
  const read = new Set(places.filter((place) => readingAt(now, place) !== readingAt(before, place)));
  if (read.size === 0 && old.troubled.length === 0) return old;
  const check = new Check(now);
  const outcomes = old.outcomes.slice();
  const troubled: number[] = [];
  const gone: Use[] = [];
  const come: Use[] = [];
  for (const place of [...new Set([...read, ...old.troubled])].sort((a, b) => a - b)) {
    const known = old.outcomes[place] ?? nothing;
    const outcome =
      !read.has(place) && check.wouldRepeat(known)
        ? check.repeated(known)
        : check.outcome(readingAt(now, place), place - 1);
    outcomes[place] = outcome;
    if (outcome.problems.length > 0) troubled.push(place);
    for (const use of known.uses) gone.push(use);
    for (const use of outcome.uses) come.push(use);
  }
  return resolved(outcomes, troubled, old.uses.changed(gone, come));
}

function readingAt({ document, list }: Mentioning, place: number): Reading | undefined {
  return place === 0 ? document.reading : list.listed[place - 1]?.entry.reading;
}

function resolved(outcomes: readonly Outcome[], troubled: readonly number[], uses: Uses): Resolved {
  return { outcomes, troubled, problems: troubled.flatMap((place) => outcomes[place]?.problems ?? []), uses };
}

/** Notes what is unknown, and what is used. */
class Check implements Listener {
  readonly #resolution: Resolution;
  #problems: PlanProblem[] = [];
  #uses: Use[] = [];
  #comparisons = 0;

  constructor({ definitions, index }: Mentioning) {
    this.#resolution = new Resolution(definitions, index, this);
  }

  /** `task`: whose entry was read; -1 for the document. */
  outcome(reading: Reading | undefined, task: number): Outcome {
    if (reading === undefined || reading.mentions.length === 0) return nothing;
    const from = this.#comparisons;
    for (const mention of reading.mentions) this.#resolution.resolve(mention, task);
    const [problems, uses] = [this.#problems, this.#uses];
    if (problems.length === 0 && uses.length === 0) return nothing;
    if (problems.length > 0) this.#problems = [];
    if (uses.length > 0) this.#uses = [];
    return {
      problems: problems.length > 0 ? problems : nothing.problems,
      uses: uses.length > 0 ? uses : nothing.uses,
      from,
      to: this.#comparisons,
    };
  }

  /** Whether what was found before would be found again: suggestions depend on how many words were compared before. */
  wouldRepeat({ from, to }: Outcome): boolean {
    const [start, end] = [this.#comparisons, this.#comparisons + to - from];
    const hasPlenty = to <= mostComparisons && end <= mostComparisons;
    return start === from || hasPlenty || (from > mostComparisons && start > mostComparisons);
  }

  repeated(outcome: Outcome): Outcome {
    const from = this.#comparisons;
    this.#comparisons += outcome.to - outcome.from;
    return from === outcome.from ? outcome : { ...outcome, from, to: this.#comparisons };
  }

  refers(
    _slice: Slice,
    _task: number,
    _kinds: readonly ReferenceKind[],
    _id: string,
    meaning: PlanTask | Definition | undefined,
  ): void {
    if (meaning !== undefined && !('index' in meaning)) this.#uses.push({ kind: meaning.kind, id: meaning.id });
  }

  isUnknown({ node, from, to }: Slice, why: Unknown, meant?: Meant): void {
    const suggestion =
      meant === undefined ? undefined : 'text' in meant ? meant.text : this.#nearest(why.args.id, meant.words());
    const place = suggestion === undefined ? { node, from, to } : { node, from, to, suggestion };
    this.#problems.push({ rule: 'unknown-reference', ...why, ...place });
  }

  #nearest(id: string, words: Iterable<string>): string | undefined {
    if (this.#comparisons > mostComparisons) return undefined;
    const all = [...words];
    this.#comparisons += all.length;
    return nearest(id, all);
  }
}
