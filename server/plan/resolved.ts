// What the ids in the entries of a plan come to: unknown ones, and what is used. What an edit can't have changed is taken over.
import { fitted } from '../text/fitted.ts';
import { firstBehind } from './ascending.ts';
import type { Definitions } from './definitions.ts';
import type { Document } from './document.ts';
import type { Moves } from './moves.ts';
import { NearTasks } from './near-tasks.ts';
import { nearest } from './nearest.ts';
import type { Definition, PlanProblem, PlanTask, ReferenceKind } from './plan.ts';
import type { Mention, Reading } from './reading.ts';
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
  /** Whether it needs a task otherwise than by a link with a plain id, or names something that is not there. */
  readonly isWatchful: boolean;
  /** Whether tasks that come or go may change it, even where no link of its task joins them. */
  readonly isTied: boolean;
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
  /** Which of them need tasks otherwise than by a link with a plain id, or name something that is not there. */
  readonly watchful: readonly number[];
  /** Which of them tasks that come or go may change, even where no link joins them. */
  readonly tied: readonly number[];
  readonly near: NearTasks;
  readonly problems: readonly PlanProblem[];
  readonly uses: Uses;
}

type Before = Mentioning & { readonly resolved: Resolved };

/** So many words are compared with unknown ones in one plan; after that nothing is suggested. */
const mostComparisons = 30_000;

const nothing: Outcome = { problems: [], uses: [], from: 0, to: 0, isWatchful: false, isTied: false };

/** Resolves what is mentioned anywhere. Of the version `before`, what can't have changed is taken over; `moves` lead from there. */
export function resolveMentions(now: Mentioning, before?: Before, moves?: Moves): Resolved {
  return before !== undefined && moves !== undefined && now.definitions.isLike(before.definitions)
    ? (resolvedInPlace(now, before) ?? resolvedAgain(now, before, moves))
    : resolvedAnew(now);
}

function resolvedAnew(now: Mentioning): Resolved {
  const check = new Check(now, NearTasks.none());
  const { listed } = now.list;
  const outcomes = [check.outcome(now.document.reading, -1)];
  for (let task = 0; task < listed.length; task++) {
    const entry = listed[task]?.entry;
    outcomes.push(entry === undefined ? nothing : check.outcome(entry.reading, task));
  }
  const uses: Use[] = [];
  for (const outcome of outcomes) for (const use of outcome.uses) uses.push(use);
  return resolved(outcomes, Uses.none.changed([], uses), check.near, [...outcomes.keys()]);
}

/** Where all ids stand where they stood, only what was read anew is looked at; undefined where more or fewer words are compared for that. */
function resolvedInPlace(now: Mentioning, before: Before): Resolved | undefined {
  const old = before.resolved;
  if (!now.list.isSameShape) return undefined;
  const check = new Check(now, old.near);
  const changed = new Map<number, Outcome>();
  let isQuiet = true;
  for (const place of readAnew(now, before)) {
    const known = old.outcomes[place] ?? nothing;
    check.goOnFrom(comparedBefore(place, old));
    const outcome = check.outcome(readingAt(now, place), place - 1);
    if (outcome.to - outcome.from !== known.to - known.from) return undefined;
    if (isAlike(outcome, known)) continue;
    changed.set(place, outcome);
    isQuiet &&= outcome.problems.length + known.problems.length === 0;
  }
  if (changed.size === 0) return old;
  const outcomes = old.outcomes.slice();
  const [gone, come]: [Use[], Use[]] = [[], []];
  for (const [place, outcome] of changed) {
    for (const use of (old.outcomes[place] ?? nothing).uses) gone.push(use);
    for (const use of outcome.uses) come.push(use);
    outcomes[place] = outcome;
  }
  const left = (places: readonly number[]): readonly number[] => places.filter((place) => !changed.has(place));
  const uses = old.uses.changed(gone, come);
  const after = resolved(outcomes, uses, old.near, [...changed.keys()], {
    troubled: left(old.troubled),
    watchful: left(old.watchful),
    tied: left(old.tied),
  });
  return isQuiet ? { ...after, problems: old.problems } : after;
}

/** The places whose readings are new, ascending. */
function readAnew(now: Mentioning, before: Before): readonly number[] {
  return [0, ...now.list.made.map((task) => task + 1)].filter(
    (place) => readingAt(now, place) !== readingAt(before, place),
  );
}

/** How many words are compared before a place: what compares any has problems. */
function comparedBefore(place: number, { outcomes, troubled }: Resolved): number {
  const last = troubled[firstBehind(troubled, place - 1) - 1] ?? -1;
  return outcomes[last]?.to ?? 0;
}

/** Whether two outcomes without problems are the same. */
function isAlike(one: Outcome, other: Outcome): boolean {
  return (
    one === other ||
    (one.problems.length + other.problems.length === 0 &&
      one.isWatchful === other.isWatchful &&
      one.isTied === other.isTied &&
      one.uses.length === other.uses.length &&
      one.uses.every(({ kind, id }, at) => kind === other.uses[at]?.kind && id === other.uses[at]?.id))
  );
}

/** Only what was read anew, what may mean something else, and what was unknown is looked at. */
function resolvedAgain(now: Mentioning, before: Before, { now: places, again, touched }: Moves): Resolved {
  const old = before.resolved;
  const { isSameShape, made } = now.list;
  const read = new Set(isSameShape ? readAnew(now, before) : [0, ...[...made, ...again].map((task) => task + 1)]);
  const placeNow = (place: number): number => (place === 0 || isSameShape ? place : (places[place - 1] ?? -1) + 1);
  const troubled = old.troubled.map(placeNow).filter((place, at) => place > 0 || old.troubled[at] === 0);
  const outcomes = isSameShape ? old.outcomes.slice() : movedOutcomes(old, now.list);
  const gone: Use[] = isSameShape ? [] : usesGone(old, places);
  const come: Use[] = [];
  const check = new Check(now, old.near.after(touched));
  const looked = new Set([...read, ...troubled].sort((one, other) => one - other));
  for (const place of looked) {
    const known = outcomes[place] ?? nothing;
    const repeats = !read.has(place) && check.wouldRepeat(known);
    const outcome = repeats ? check.repeated(known) : check.outcome(readingAt(now, place), place - 1);
    outcomes[place] = outcome;
    if (repeats) continue;
    for (const use of known.uses) gone.push(use);
    for (const use of outcome.uses) come.push(use);
  }
  // (Those that are gone have come to the place of the document, which is looked at again.)
  const left = (all: readonly number[]) => all.map(placeNow).filter((place) => !looked.has(place));
  const uses = old.uses.changed(gone, come);
  return resolved(outcomes, uses, check.near, [...looked], {
    troubled: [],
    watchful: left(old.watchful),
    tied: left(old.tied),
  });
}

function movedOutcomes({ outcomes: old }: Resolved, { tasks, kept }: TaskList): Outcome[] {
  const outcomes = new Array<Outcome>(tasks.length + 1).fill(nothing);
  outcomes[0] = old[0] ?? nothing;
  for (const { from, to, at } of kept)
    for (let task = from; task < to; task++) outcomes[at + task - from + 1] = old[task + 1] ?? nothing;
  return outcomes;
}

function usesGone({ outcomes }: Resolved, places: Int32Array): Use[] {
  const gone: Use[] = [];
  for (let task = 0; task < places.length; task++)
    if (places[task] === -1) for (const use of outcomes[task + 1]?.uses ?? nothing.uses) gone.push(use);
  return gone;
}

function readingAt({ document, list }: Mentioning, place: number): Reading | undefined {
  return place === 0 ? document.reading : list.listed[place - 1]?.entry.reading;
}

/** `looked`: the places of which the outcomes are new, ascending; `left`: which of the others are of interest. */
function resolved(
  outcomes: readonly Outcome[],
  uses: Uses,
  near: NearTasks,
  looked: readonly number[],
  left: Pick<Resolved, 'troubled' | 'watchful' | 'tied'> = { troubled: [], watchful: [], tied: [] },
): Resolved {
  const places = (others: readonly number[], isOne: (outcome: Outcome) => boolean): readonly number[] => {
    const found = looked.filter((place) => isOne(outcomes[place] ?? nothing));
    return others.length === 0 ? found : [...others, ...found].sort((one, other) => one - other);
  };
  const troubled = places(left.troubled, ({ problems }) => problems.length > 0);
  const watchful = places(left.watchful, ({ isWatchful }) => isWatchful);
  const tied = places(left.tied, ({ isTied }) => isTied);
  const problems = troubled.flatMap((place) => outcomes[place]?.problems ?? []);
  return { outcomes, troubled, watchful, tied, near, problems, uses };
}

/** Notes what is unknown, and what is used. */
class Check implements Listener {
  readonly near: NearTasks;
  readonly #resolution: Resolution;
  readonly #index: TaskIndex;
  #problems: PlanProblem[] = [];
  #uses: Use[] = [];
  #comparisons = 0;
  /** Whether an id meant nothing. */
  #misses = false;

  constructor({ definitions, index }: Mentioning, near: NearTasks) {
    this.near = near;
    this.#index = index;
    this.#resolution = new Resolution(definitions, index, this);
  }

  /** How many words have been compared before what comes next. */
  goOnFrom(comparisons: number): void {
    this.#comparisons = comparisons;
  }

  /** `task`: whose entry was read; -1 for the document. */
  outcome(reading: Reading | undefined, task: number): Outcome {
    if (reading === undefined || reading.mentions.length === 0) return nothing;
    const from = this.#comparisons;
    let [isWatchful, isTied] = [false, false];
    for (const mention of reading.mentions) {
      const before = this.#problems.length;
      this.#misses = false;
      this.#resolution.resolve(mention, task);
      const isWanting = this.#misses || (needsTask(mention) && (mention.format !== 'link' || mention.id.includes('/')));
      isWatchful ||= isWanting;
      isTied ||= isOfTask(mention) && (isWanting || this.#problems.length > before);
    }
    const [problems, uses] = [this.#problems, this.#uses];
    if (problems.length === 0 && uses.length === 0 && !isWatchful) return nothing;
    if (problems.length > 0) this.#problems = [];
    if (uses.length > 0) this.#uses = [];
    return {
      problems: fitted(problems),
      uses: fitted(uses),
      from,
      to: this.#comparisons,
      isWatchful,
      isTied,
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
    if (meaning === undefined) this.#misses = true;
    else if (!('index' in meaning)) this.#uses.push({ kind: meaning.kind, id: meaning.id });
  }

  isUnknown({ node, from, to }: Slice, why: Unknown, meant?: Meant): void {
    const suggestion = meant && this.#suggestion(why.args.id, meant);
    const place = suggestion === undefined ? { node, from, to } : { node, from, to, suggestion };
    this.#problems.push({ rule: 'unknown-reference', ...why, ...place });
  }

  #suggestion(id: string, meant: Meant): string | undefined {
    if (meant !== 'any-task' && 'text' in meant) return meant.text;
    if (this.#comparisons > mostComparisons) return undefined;
    const words = meant === 'any-task' ? this.#index.ids() : meant.words();
    this.#comparisons += words.length;
    return meant === 'any-task' ? this.near.to(id, words) : nearest(id, words);
  }
}

function isOfTask({ referring }: Mention): boolean {
  return referring.kinds[0] === 'task';
}

function needsTask(mention: Mention): boolean {
  return isOfTask(mention) && mention.referring.need === 'must-exist';
}
