// Phases and tasks, flattened: one list, depth first, in the order of the file, with kinds, parents and subtrees.
import { isMerging } from '../text/container.ts';
import type { MapNode, Node, Pair, ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { pushBetween } from './ascending.ts';
import type { Entry, Field } from './field.ts';
import { lengthProblem, repeatProblems, summaryProblems } from './listing-problems.ts';
import { moved } from './moved-task.ts';
import { type Nesting, nestingAfter } from './nesting.ts';
import type { PlanProblem, PlanTask, Synthetic, TaskKind, TaskName } from './plan.ts';
import { atKey, isLoud, problem } from './reading.ts';
import { idOf } from './scalars/id.ts';
import type { PhaseRecord, TaskRecord } from './schema.generated.ts';
import { gateRecord, instancesOf, reserveRecord } from './synthetic-tasks.ts';
import type { TaskEntries } from './task-entries.ts';
import type { EntryName, TaskEntry } from './task-entry.ts';
import { kindOf } from './task-kind.ts';
import { entryPairs, isFromElsewhere } from './task-maps.ts';
import { Turned } from './turned.ts';

/** What the entry of a task says, and what is wrong with its place in the list. */
export interface Listed {
  readonly entry: TaskEntry;
  readonly problems: readonly PlanProblem[];
}

/** A stretch of tasks that stood at `from` … `to` - 1 in the list before, and begins at `at` now. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** What the walk over all tasks yields. */
export interface TaskList {
  readonly tasks: readonly PlanTask[];
  readonly nesting: Nesting;
  /** By task; undefined for tasks that no entry stands for. */
  readonly listed: readonly (Listed | undefined)[];
  /** The tasks that reading or listing has found something about, ascending. */
  readonly loud: readonly number[];
  /** What is wrong with `phases` and `tasks` as a whole. */
  readonly problems: readonly PlanProblem[];
  /** The tasks that mean something by aliases or merge keys, ascending. */
  readonly referring: readonly number[];
  /** Whether aliases or merge keys may put a map of tasks into a second place: it counts in the first alone. */
  readonly mayCopy: boolean;
  readonly phases: Field<readonly Entry<PhaseRecord>[]> | undefined;
  readonly topTasks: Field<readonly Entry<TaskRecord>[]> | undefined;
  /** Tasks taken over from the list before, in order. */
  readonly kept: readonly Stretch[];
  /** All others. */
  readonly made: readonly number[];
  /** Whether every task of the list before is here, at the same place, under the same id. */
  readonly isSameShape: boolean;
}

/** What a list is made with. */
export interface ListContext {
  readonly tree: Tree;
  /** Where repetitions without a date of their own begin, in days since 1970-01-01. */
  readonly startDay: number | undefined;
  readonly entries: TaskEntries;
}

/** Flattens `phases` and `tasks` of the document. What is untouched since the list `before`, made with the same `startDay`, is taken over. */
export function listTasks(context: ListContext, root: MapNode | undefined, before?: TaskList): TaskList {
  const list = walked(context, root, before?.mayCopy === true ? undefined : before);
  // What stands in a place before it decides where a copy counts.
  return list.mayCopy && before?.mayCopy === false ? walked(context, root, undefined) : list;
}

function walked(context: ListContext, root: MapNode | undefined, before: TaskList | undefined): TaskList {
  const walk = new Walk(context, before);
  let phases: TaskList['phases'];
  let topTasks: TaskList['topTasks'];
  for (const pair of root === undefined ? [] : context.tree.pairsOf(root)) {
    const { key, value } = pair;
    if (key.text !== 'phases' && key.text !== 'tasks') continue;
    const node = context.tree.resolve(value);
    if (node === undefined) continue;
    walk.mayCopy ||= value !== node || root?.pairs.includes(pair) === false;
    if (key.text === 'phases') phases = { value: walk.top('Phase', node, key), node };
    else topTasks = { value: walk.top('Task', node, key), node };
  }
  const nesting = walk.end();
  const { tasks, listed, loud, problems, referring, mayCopy, kept, made, isSameShape } = walk;
  return { tasks, nesting, listed, loud, problems, referring, mayCopy, phases, topTasks, kept, made, isSameShape };
}

type Draft = { -readonly [K in keyof PlanTask]: PlanTask[K] } & { children: number[] };
type Entries = Entry<TaskRecord>[];

/** One map of tasks on the way down: its pairs, how far it is walked, and where its entries go. */
interface Level {
  readonly pairs: readonly Pair[];
  next: number;
  readonly name: EntryName;
  readonly parent: Draft | undefined;
  readonly entries: Entries;
  readonly old: OldLevel | undefined;
}

/** The same map in the list before. */
interface OldEntries {
  /** The tasks that its entries stand for. */
  readonly tasks: readonly number[];
  readonly entries: readonly Entry<TaskRecord>[];
}

interface OldLevel extends OldEntries {
  /** How many entries are the same at its beginning, and at its end behind those. */
  readonly head: number;
  readonly tail: number;
}

class Walk {
  /** As they were, until the walk comes there: what stays in place isn't even looked at, because tasks lie all over the memory. */
  readonly tasks: PlanTask[];
  readonly listed: (Listed | undefined)[];
  readonly loud: number[] = [];
  readonly problems: PlanProblem[] = [];
  readonly kept: Stretch[] = [];
  readonly made: number[] = [];
  readonly referring: number[] = [];
  mayCopy = false;
  readonly #context: ListContext;
  readonly #before: TaskList | undefined;
  readonly #turned: Turned;
  #count = 0;
  #sameSoFar: boolean;
  /** Maps of tasks that are in the list: an alias to one would write its ids a second time. */
  readonly #walked = new Set<Node>();

  constructor(context: ListContext, before: TaskList | undefined) {
    this.#context = context;
    this.#before = before;
    this.#turned = new Turned(context.tree, before);
    this.#sameSoFar = before !== undefined;
    this.tasks = before?.tasks.slice() ?? [];
    this.listed = before?.listed.slice() ?? [];
  }

  get isSameShape(): boolean {
    return this.#sameSoFar && this.#count === this.#before?.tasks.length;
  }

  end(): Nesting {
    this.tasks.length = this.#count;
    this.listed.length = this.#count;
    return nestingAfter(this, this.#before?.nesting);
  }

  /** The entries of one map at the top; levels inside are a stack, not calls: plans may nest deep. */
  top(name: EntryName, node: Node, key: ScalarNode): Entries {
    const first = this.#level(name, node, key, undefined, this.#oldTop(name), this.problems);
    const open = first === undefined ? [] : [first];
    for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
      this.#takeOver(level);
      const pair = level.pairs[level.next++];
      if (pair === undefined) {
        if (level.parent !== undefined) this.#close(level.parent);
        open.pop();
        continue;
      }
      const inside = this.#add(level, pair);
      if (inside !== undefined) open.push(inside);
    }
    return first?.entries ?? [];
  }

  /** Adds one entry to the list; what is inside it is the next level. */
  #add(level: Level, pair: Pair): Level | undefined {
    const { tree, entries } = this.#context;
    const entry = entries.of(tree, level.name, pair);
    const old = this.#oldTask(level);
    const task = this.#push(level, pair, entry);
    const problems: PlanProblem[] = [];
    this.listed[task.index] = { entry, problems };
    if (entry.meanings !== undefined) {
      this.referring.push(task.index);
      this.mayCopy ||= entry.inside !== undefined && isFromElsewhere(entry.inside, pair.value);
    }
    const inside = entry.inside === undefined ? undefined : tree.resolve(entry.inside);
    const next =
      inside === undefined ? undefined : this.#level('Task', inside, pair.key, task, this.#oldInside(old), problems);
    if (next !== undefined && inside !== undefined) {
      task.record = { ...task.record, tasks: { value: next.entries, node: inside } };
      if (task.isPhase) task.phase = task.record;
    }
    level.entries.push({ id: task.id, key: pair.key, value: task.record, node: pair.value });
    const isSummary = next !== undefined && next.pairs.length > 0;
    if (isSummary || task.isPhase) task.kind = 'summary';
    if (isSummary) problems.push(...summaryProblems(tree, task));
    else if (!task.isPhase && !this.#repeat(task, problems) && entry.inside === undefined)
      problems.push(...lengthProblem(task));
    if (problems.length > 0 || isLoud(entry.reading)) this.loud.push(task.index);
    if (isSummary) return next;
    this.#close(task);
    return undefined;
  }

  #push(level: Level, { key }: Pair, { record }: TaskEntry): Draft {
    const id = idOf(key.text);
    const isPhase = level.name === 'Phase';
    const index = this.#count;
    const task: Draft = {
      index,
      id,
      name: record.name?.value ?? id,
      key,
      node: record.node,
      record,
      isPhase,
      kind: kindOf(record),
      parent: level.parent?.index ?? -1,
      children: [],
      depth: (level.parent?.depth ?? -1) + 1,
      end: index + 1,
    };
    if (isPhase) task.phase = record;
    level.parent?.children.push(index);
    this.#enter(task);
    return task;
  }

  #enter(task: PlanTask): void {
    const { index, id, parent, isPhase, synthetic } = task;
    const old = this.#before?.tasks[index];
    this.#sameSoFar &&=
      old?.id === id && old.parent === parent && old.isPhase === isPhase && old.synthetic === synthetic;
    this.made.push(index);
    this.tasks[index] = task;
    this.listed[index] = undefined;
    this.#count = index + 1;
  }

  #level(
    name: EntryName,
    node: Node,
    key: ScalarNode,
    parent: Draft | undefined,
    old: OldEntries | undefined,
    problems: PlanProblem[],
  ): Level | undefined {
    // What is no map is the schema's to report, where the record that holds it is read.
    if (node.kind !== 'map') return undefined;
    if (this.#walked.has(node)) {
      problems.push(problem('schema', 'copied-subtasks', { id: key.text }, atKey(node, key)));
      return undefined;
    }
    this.#walked.add(node);
    this.mayCopy ||= isMerging(node);
    const pairs = entryPairs(this.#context.tree, node);
    const same = old && { ...old, ...this.#alike(pairs, old) };
    return { pairs, next: 0, name, parent, entries: [], old: same };
  }

  /** How many entries are untouched at both ends of a map. */
  #alike(pairs: readonly Pair[], { tasks, entries }: OldEntries): Pick<OldLevel, 'head' | 'tail'> {
    const isSame = (at: number, then: number): boolean => {
      const [pair, entry, task] = [pairs[at], entries[then], this.#before?.tasks[tasks[then] ?? -1]];
      return pair?.key === entry?.key && pair?.value === entry?.node && !this.#turned.isIn(task);
    };
    const most = Math.min(pairs.length, tasks.length);
    let head = 0;
    while (head < most && isSame(head, head)) head += 1;
    let tail = 0;
    while (tail < most - head && isSame(pairs.length - 1 - tail, tasks.length - 1 - tail)) tail += 1;
    return { head, tail };
  }

  #oldTop(name: EntryName): OldEntries | undefined {
    if (this.#before === undefined) return undefined;
    const { tasks, phases, topTasks } = this.#before;
    const top: number[] = [];
    for (let task = tasks[0]; task !== undefined; task = tasks[task.end])
      if (task.isPhase === (name === 'Phase')) top.push(task.index);
    return { tasks: top, entries: (name === 'Phase' ? phases : topTasks)?.value ?? [] };
  }

  #oldInside(old: PlanTask | undefined): OldEntries | undefined {
    if (old === undefined || this.#before === undefined) return undefined;
    const { listed } = this.#before;
    const tasks = old.children.filter((child) => listed[child] !== undefined);
    return { tasks, entries: old.record.tasks?.value ?? [] };
  }

  /** The task that most likely stood for the entry that was just taken from a level, where its map has been there before. */
  #oldTask({ old, next }: Level): PlanTask | undefined {
    if (old === undefined || next > old.tasks.length - old.tail) return undefined;
    return this.#before?.tasks[old.tasks[next - 1] ?? -1];
  }

  /** Takes over the entries that are untouched, with all inside them, where a level has come to such. */
  #takeOver(level: Level): void {
    if (level.old === undefined) return;
    const { head, tail, tasks } = level.old;
    const { length } = level.pairs;
    if (level.next < head) this.#take(level, level.old, head, 0);
    if (level.next === length - tail) this.#take(level, level.old, length, tasks.length - length);
  }

  /** Takes over a level's entries up to `end`; in the list before they stood `offset` further on in their map. */
  #take(level: Level, old: OldLevel, end: number, offset: number): void {
    const { tasks: before = [], listed = [] } = this.#before ?? {};
    const first = before[old.tasks[level.next + offset] ?? -1];
    const last = before[old.tasks[end - 1 + offset] ?? -1];
    if (level.next >= end || first === undefined || last === undefined) return;
    const shift = this.#count - first.index;
    for (; level.next < end; level.next++) {
      const entry = old.entries[level.next + offset];
      if (entry !== undefined) level.entries.push(entry);
      level.parent?.children.push((old.tasks[level.next + offset] ?? 0) + shift);
    }
    const parent = level.parent?.index ?? -1;
    this.kept.push({ from: first.index, to: last.end, at: this.#count });
    const isMoved = shift !== 0 || parent !== first.parent;
    this.#sameSoFar &&= !isMoved;
    for (let index = first.index; isMoved && index < last.end; index++) {
      const task = before[index] ?? first;
      this.tasks[index + shift] = moved(task, shift, task.parent === first.parent ? parent : task.parent + shift);
      this.listed[index + shift] = listed[index];
    }
    this.#count += last.end - first.index;
    const { loud = [], referring = [] } = this.#before ?? {};
    pushBetween(this.loud, loud, first.index, last.end, shift);
    pushBetween(this.referring, referring, first.index, last.end, shift);
  }

  /** All inside a summary is listed: what it makes by itself follows, and its subtree ends. */
  #close(task: Draft): void {
    const { reserve, gate } = task.phase ?? {};
    const of = task.record.name?.value ?? task.id;
    if (reserve !== undefined) {
      const record = reserveRecord(task.record, reserve);
      const name = { made: 'phase-buffer', of } as const;
      this.#make(task, 'buffer', 'phase-buffer', `${task.id}.buffer`, record, 'buffer', name);
    }
    if (gate !== undefined) {
      const name = { made: 'gate', of } as const;
      this.#make(task, 'gate', 'gate', `${task.id}.gate`, gateRecord(gate), 'milestone', name);
    }
    task.end = this.#count;
  }

  #repeat(task: Draft, problems: PlanProblem[]): boolean {
    const instances = instancesOf(task.record, this.#context.startDay);
    if (instances === undefined) return false;
    const kind = kindOf(task.record);
    task.kind = 'summary';
    instances.records.forEach((record, i) => {
      const name = `${task.record.name?.value ?? task.id} ${i + 1}`;
      this.#make(task, 'repeat', 'instance', `${task.id}.${i + 1}`, record, kind, name);
    });
    // Too large a number is the schema's to tell.
    const { times } = task.record.repeat ?? {};
    if (instances.cutAt !== undefined && (times === undefined || times.value <= instances.cutAt)) {
      const key = this.#keyOf(task, 'repeat');
      const place = { node: task.record.repeat?.node ?? task.node, onKey: key };
      problems.push(problem('schema', 'too-many-instances', { limit: instances.cutAt }, place));
    }
    problems.push(...lengthProblem(task), ...repeatProblems(this.#context.tree, task));
    return true;
  }

  /** A task that an entry makes besides itself. */
  #make(
    parent: Draft,
    key: string,
    synthetic: Synthetic,
    id: string,
    record: TaskRecord,
    kind: TaskKind,
    name: TaskName,
  ): void {
    const index = this.#count;
    parent.children.push(index);
    this.#enter({
      index,
      id,
      name,
      key: this.#keyOf(parent, key),
      node: record.node,
      record,
      isPhase: false,
      kind,
      synthetic,
      parent: parent.index,
      children: [],
      depth: parent.depth + 1,
      end: index + 1,
    });
  }

  #keyOf(task: Draft, key: string): ScalarNode {
    const { node } = task;
    return (node.kind === 'map' ? this.#context.tree.pair(node, key)?.key : undefined) ?? task.key;
  }
}
