// A tree → the plan that it means: read, flattened, resolved. Broken text gives a plan of what survives.
import type { MapNode, Node } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { brokenText } from './broken-text.ts';
import { Calendars } from './calendars.ts';
import { cutTexts } from './cut-text.ts';
import { Definitions } from './definitions.ts';
import { Includes } from './includes.ts';
import { hasSameIds, onePerPlace, type Resolved, resolveAll, sameLinks } from './kept.ts';
import { linksOf } from './links.ts';
import type { FileLookup, InformalText, Plan, PlanTask } from './plan.ts';
import { emptyReading, problem, type Reading } from './reading.ts';
import { type Known, RecordReader } from './record-reader.ts';
import { Resolution } from './references.ts';
import { repeatedKeys } from './repeated-keys.ts';
import type { PlanRecord } from './schema.generated.ts';
import { settle } from './settle.ts';
import { TaskEntries } from './task-entries.ts';
import { standsAlone } from './task-entry.ts';
import { TaskIndex } from './task-index.ts';
import { listTasks, type TaskList } from './task-list.ts';
import { misreadRecord } from './unknown-key.ts';

const inLists: ReadonlySet<string> = new Set(['phases', 'tasks']);

/**
 * The plan that a tree means. Never throws: what can't be read or resolved is in `problems`. Files come from `files`;
 * those of `before`, the plan as it was bound last, are not parsed again where their text is the same.
 */
export function bind(tree: Tree, files: FileLookup, before?: Plan): Plan {
  const known: Known = new Map();
  const reading = emptyReading();
  const document = documentOf(tree, reading, known);
  const entries = before?.kept.entries ?? new TaskEntries();
  entries.countRead();
  const list = listTasks(tree, document.map, document.record.start?.value.day, known, entries);
  const includes = new Includes(files, before?.includes ?? []);
  const own = withWork(document.record, list);
  includes.include(own.include?.value ?? []);
  includes.subplans(own.subplans?.value ?? []);
  const baselines = own.baselines && { ...own.baselines, value: includes.baselines(own.baselines.value) };
  const root = includes.merged(baselines === undefined ? own : { ...own, baselines });
  const fileOf = (node: Node) => includes.fileOf(node);

  const { tasks } = list;
  const index = new TaskIndex(tasks);
  const definitions = new Definitions(own, includes.entries, tasks, before?.definitions);
  const resolution = new Resolution(definitions, index);
  const readings = [{ task: -1, reading }, ...list.readings];
  const isPlain = list.standsAlone && (document.map === undefined || standsAlone(document.map, inLists));
  const same = before?.kept.isPlain === true && isPlain && hasSameIds(before, tasks, definitions);
  const resolved = resolveEach(resolution, definitions, readings, same ? before.kept.resolved : []);
  for (const mention of definitions.skills) resolution.resolve(mention, -1);
  const calendars = new Calendars(root, tree, fileOf);

  const links = same ? sameLinks(before, tasks, root.order?.value) : undefined;
  const network = links === undefined ? linksOf(root, tasks, index) : { links, problems: [] };
  const read = gathered(readings);
  const found = [
    ...read.problems,
    ...list.problems,
    ...index.duplicates(),
    ...resolution.problems,
    ...network.problems,
    ...calendars.loops().filter(({ node }) => fileOf(node) === undefined),
    ...includes.problems,
  ];
  const { problems, superseded } = settle(tree, found, [...cutTexts(tree), ...brokenText(tree), ...repeatedKeys(tree)]);
  const taskOf = new TaskOfNode(tree, tasks);
  return {
    root,
    name: root.name?.value ?? '',
    units: calendars.units(),
    tasks,
    links: network.links,
    definitions: definitions.all,
    references: isPlain ? resolution.references : onePerPlace(resolution.references),
    problems,
    informal: informalTexts(read.informal),
    dates: read.dates,
    ranges: read.ranges,
    supersededSyntax: superseded,
    kept: { entries, isPlain, resolved, linkProblems: network.problems },
    counters: { entriesRead: entries.countRead() },
    includes: includes.files,
    includedRules: includes.rules,
    fileOf,
    hoursOf: (calendar) => calendars.hoursOf(calendar),
    findTask: (id, from) => index.find(id, from),
    taskOf: (node) => taskOf.find(node),
    define: (kind, id) => definitions.find(kind, id),
  };
}

/** What the ids in all readings mean. (Apart from `bind`: what a plan's functions see must not keep the plan before it alive.) */
function resolveEach(
  resolution: Resolution,
  definitions: Definitions,
  readings: TaskList['readings'],
  known: readonly Resolved[],
): readonly Resolved[] {
  return readings.map((one, place) => resolveAll(resolution, definitions, one, known[place]));
}

/** The document's own keys, as far as they are there. */
function documentOf(tree: Tree, reading: Reading, known: Known): { record: PlanRecord; map: MapNode | undefined } {
  const node = tree.root === undefined ? undefined : tree.resolve(tree.root);
  if (node?.kind === 'map') {
    const record = new RecordReader(tree, reading, known).record('Plan', node, undefined, inLists);
    if (record !== undefined) return { record, map: node };
  }
  const nothing: MapNode = { kind: 'map', flow: false, pairs: [] };
  if (node === undefined) {
    // An empty text is a plan that is still to be written.
    const args = { key: 'start', of: 'plan' };
    reading.problems.push(problem('schema', 'missing-key', args, { node: nothing, span: { start: 0, end: 0 } }));
  } else {
    const misread = node.kind === 'scalar' ? misreadRecord('Plan', node) : undefined;
    reading.problems.push(misread ?? problem('schema', 'not-a-plan', {}, { node }));
  }
  return { record: { node: node ?? nothing, unread: [] }, map: undefined };
}

function withWork(record: PlanRecord, { phases, topTasks }: TaskList): PlanRecord {
  return { ...record, ...(phases && { phases }), ...(topTasks && { tasks: topTasks }) };
}

/** What all readings found, in their order. */
function gathered(readings: TaskList['readings']): Omit<Reading, 'mentions'> {
  const all = emptyReading();
  for (const { reading } of readings) {
    const { problems, informal, dates, ranges } = reading;
    for (const one of problems) all.problems.push(one);
    for (const one of informal) all.informal.push(one);
    for (const one of dates) all.dates.push(one);
    for (const one of ranges) all.ranges.push(one);
  }
  return all;
}

/** Each informal text once, however many aliases lead to it. */
function informalTexts(informal: readonly InformalText[]): readonly InformalText[] {
  return [...new Map(informal.map((one) => [one.node, one])).values()];
}

/** The innermost task around a node, by a table that is made when it is first asked for. */
class TaskOfNode {
  readonly #tree: Tree;
  readonly #tasks: readonly PlanTask[];
  #entries: Map<Node, PlanTask> | undefined;

  constructor(tree: Tree, tasks: readonly PlanTask[]) {
    this.#tree = tree;
    this.#tasks = tasks;
  }

  find(node: Node): PlanTask | undefined {
    const entries = this.#table();
    let at: Node | undefined = node;
    while (at !== undefined) {
      const step = this.#tree.parentOf(at);
      const task = entries.get(at) ?? (step?.pair && entries.get(step.pair.key));
      if (task !== undefined) return task;
      at = step?.node;
    }
    return undefined;
  }

  #table(): Map<Node, PlanTask> {
    if (this.#entries !== undefined) return this.#entries;
    const entries = new Map<Node, PlanTask>();
    for (const task of this.#tasks) {
      // All instances of a repetition stand in one entry: that of the task itself.
      if (task.synthetic !== 'instance') entries.set(task.key, task);
    }
    this.#entries = entries;
    return entries;
  }
}
