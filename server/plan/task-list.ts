// Phases and tasks, flattened: one list, depth first, in the order of the file, with kinds, parents and subtrees.
import type { MapNode, Node, Pair, ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import type { Entry, Field } from './field.ts';
import type { PlanProblem, PlanTask, Synthetic, TaskKind } from './plan.ts';
import { atKey, problem, type Reading } from './reading.ts';
import type { Known } from './record-reader.ts';
import { idOf } from './scalars/id.ts';
import type { PhaseRecord, TaskRecord } from './schema.generated.ts';
import { gateRecord, instancesOf, reserveRecord } from './synthetic-tasks.ts';
import type { TaskEntries } from './task-entries.ts';
import type { EntryName, TaskEntry } from './task-entry.ts';

type Draft = { -readonly [K in keyof PlanTask]: PlanTask[K] } & { children: number[] };
type Entries = Entry<TaskRecord>[];

/** One map of tasks on the way down: its pairs, how far it is walked, and where its entries go. */
interface Level {
  readonly pairs: readonly Pair[];
  next: number;
  readonly name: EntryName;
  readonly parent: Draft | undefined;
  readonly entries: Entries;
}

/** What the walk over all tasks yields. */
export interface TaskList {
  readonly tasks: readonly PlanTask[];
  /** Problems, informal texts and mentions of each task's entry, by the task's index. */
  readonly readings: readonly { readonly task: number; readonly reading: Reading }[];
  readonly problems: readonly PlanProblem[];
  /** Whether no anchor, alias or merge key stands in any entry. */
  readonly standsAlone: boolean;
  readonly phases: Field<readonly Entry<PhaseRecord>[]> | undefined;
  readonly topTasks: Field<readonly Entry<TaskRecord>[]> | undefined;
}

/** Flattens `phases` and `tasks` of the document. `startDay` is where repetitions without a date of their own begin. */
export function listTasks(
  tree: Tree,
  root: MapNode | undefined,
  startDay: number | undefined,
  known: Known,
  read: TaskEntries,
): TaskList {
  const walk = new Walk(tree, startDay, known, read);
  let phases: TaskList['phases'];
  let topTasks: TaskList['topTasks'];
  for (const { key, value } of root === undefined ? [] : tree.pairsOf(root)) {
    if (key.text !== 'phases' && key.text !== 'tasks') continue;
    const node = tree.resolve(value);
    if (node === undefined) continue;
    const isPhases = key.text === 'phases';
    const entries = walk.top(isPhases ? 'Phase' : 'Task', node, key);
    if (isPhases) phases = { value: entries, node };
    else topTasks = { value: entries, node };
  }
  const { tasks, readings, problems, standsAlone } = walk;
  return { tasks, readings, problems, standsAlone, phases, topTasks };
}

/** Keys that a summary can't have: its tasks say it. */
const notOnSummary = [
  'duration',
  'effort',
  'estimate',
  'progress',
  'constraint',
  'milestone',
  'repeat',
  'buffer',
] as const;

class Walk {
  readonly tasks: Draft[] = [];
  readonly readings: { task: number; reading: Reading }[] = [];
  readonly problems: PlanProblem[] = [];
  standsAlone = true;
  readonly #tree: Tree;
  readonly #startDay: number | undefined;
  readonly #known: Known;
  readonly #read: TaskEntries;
  /** Maps of tasks that are in the list: an alias to one would write its ids a second time. */
  readonly #walked = new Set<Node>();

  constructor(tree: Tree, startDay: number | undefined, known: Known, read: TaskEntries) {
    this.#tree = tree;
    this.#startDay = startDay;
    this.#known = known;
    this.#read = read;
  }

  /** The entries of one map at the top; levels inside are a stack, not calls: plans may nest deep. */
  top(name: EntryName, node: Node, key: ScalarNode): Entries {
    const first = this.#level(name, node, key, undefined);
    const open = first === undefined ? [] : [first];
    for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
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
    const entry = this.#read.of(this.#tree, level.name, pair, this.#known);
    this.standsAlone &&= entry.standsAlone;
    const task = this.#push(level, pair, entry);
    this.readings.push({ task: task.index, reading: entry.reading });
    const inside = entry.inside === undefined ? undefined : this.#tree.resolve(entry.inside);
    const next = inside === undefined ? undefined : this.#level('Task', inside, pair.key, task);
    if (next !== undefined && inside !== undefined) {
      task.record = { ...task.record, tasks: { value: next.entries, node: inside } };
      if (task.isPhase) task.phase = task.record;
    }
    level.entries.push({ id: task.id, key: pair.key, value: task.record, node: pair.value });
    if (next !== undefined && next.pairs.length > 0) {
      task.kind = 'summary';
      this.#checkSummary(task);
      return next;
    }
    if (task.isPhase) task.kind = 'summary';
    else if (!this.#repeat(task) && entry.inside === undefined) this.#checkLength(task);
    this.#close(task);
    return undefined;
  }

  #push(level: Level, { key }: Pair, { record }: TaskEntry): Draft {
    const id = idOf(key.text);
    const isPhase = level.name === 'Phase';
    const task: Draft = {
      index: this.tasks.length,
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
      end: this.tasks.length + 1,
    };
    if (isPhase) task.phase = record;
    level.parent?.children.push(task.index);
    this.tasks.push(task);
    return task;
  }

  #level(name: EntryName, node: Node, key: ScalarNode, parent: Draft | undefined): Level | undefined {
    // What is no map is the schema's to report, where the record that holds it is read.
    if (node.kind !== 'map') return undefined;
    if (this.#walked.has(node)) {
      this.problems.push(problem('schema', 'copied-subtasks', { id: key.text }, atKey(node, key)));
      return undefined;
    }
    this.#walked.add(node);
    const pairs = entryPairs(this.#tree, node);
    return { pairs, next: 0, name, parent, entries: [] };
  }

  /** All inside a summary is listed: what it makes by itself follows, and its subtree ends. */
  #close(task: Draft): void {
    const { reserve, gate } = task.phase ?? {};
    if (reserve !== undefined) {
      this.#make(task, 'buffer', 'phase-buffer', `${task.id}.buffer`, reserveRecord(task.record, reserve), 'buffer');
    }
    if (gate !== undefined) this.#make(task, 'gate', 'gate', `${task.id}.gate`, gateRecord(gate), 'milestone');
    task.end = this.tasks.length;
  }

  #repeat(task: Draft): boolean {
    const instances = instancesOf(task.record, this.#startDay);
    if (instances === undefined) return false;
    const kind = kindOf(task.record);
    task.kind = 'summary';
    instances.records.forEach((record, i) => {
      const made = this.#make(task, 'repeat', 'instance', `${task.id}.${i + 1}`, record, kind);
      made.name = `${task.name} ${i + 1}`;
    });
    // Too large a number is the schema's to tell.
    const { times } = task.record.repeat ?? {};
    if (instances.cutAt !== undefined && (times === undefined || times.value <= instances.cutAt)) {
      const key = this.#keyOf(task, 'repeat');
      const place = { node: task.record.repeat?.node ?? task.node, onKey: key };
      this.problems.push(problem('schema', 'too-many-instances', { limit: instances.cutAt }, place));
    }
    this.#checkLength(task);
    return true;
  }

  /** A task that an entry makes besides itself. */
  #make(parent: Draft, key: string, synthetic: Synthetic, id: string, record: TaskRecord, kind: TaskKind): Draft {
    const index = this.tasks.length;
    const task: Draft = {
      index,
      id,
      name: id,
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
    };
    parent.children.push(index);
    this.tasks.push(task);
    return task;
  }

  #keyOf(task: Draft, key: string): ScalarNode {
    const { node } = task;
    return (node.kind === 'map' ? this.#tree.pair(node, key)?.key : undefined) ?? task.key;
  }

  #checkSummary(task: Draft): void {
    const { node, id, record } = task;
    if (node.kind !== 'map') return;
    for (const key of notOnSummary) {
      const field = key === 'buffer' && task.isPhase ? undefined : record[key];
      if (field === undefined || ('value' in field && field.value === false)) continue;
      const pair = this.#tree.pair(node, key);
      if (pair === undefined) continue;
      const place = { node: pair.value, onKey: pair.key };
      this.problems.push(problem('schema', 'not-on-summary', { key, id }, place));
    }
  }

  /** Work that does not say how long it takes. */
  #checkLength({ record, node, key, id, kind }: Draft): void {
    if (kind === 'milestone' || record.milestone?.value === true) return;
    const { duration, effort, estimate, start, finish, actual, unread } = record;
    if (duration !== undefined || effort !== undefined || estimate !== undefined) return;
    if ((start !== undefined && finish !== undefined) || (actual?.start !== undefined && actual.finish !== undefined))
      return;
    if (unread.some((unreadKey) => lengthKeys.has(unreadKey))) return;
    this.problems.push(problem('schema', 'missing-duration', { id }, atKey(node, key)));
  }
}

/** Keys that say how long a task takes, or would if they could be read. */
const lengthKeys: ReadonlySet<string> = new Set([
  'duration',
  'effort',
  'estimate',
  'milestone',
  'start',
  'finish',
  'actual',
  'tasks',
]);

function kindOf({ milestone, buffer, duration }: TaskRecord): TaskKind {
  if (milestone?.value === true) return 'milestone';
  if (buffer?.value === true) return 'buffer';
  const isPoint = duration?.value.parts.every(({ amount }) => amount === 0);
  return isPoint ? 'milestone' : 'task';
}

/** The pairs of a map of tasks: two with one id are two tasks (and a problem), merged ones follow. */
function entryPairs(tree: Tree, map: MapNode): readonly Pair[] {
  const counted = tree.pairsOf(map);
  if (counted === map.pairs) return counted;
  const own = map.pairs.filter(({ key }) => key.text !== '<<' || key.style !== 'plain');
  const ownKeys = new Set(map.pairs);
  return [...own, ...counted.filter((pair) => !ownKeys.has(pair))];
}
