// A tree → the plan that it means: read, flattened, resolved. Broken text gives a plan of what survives.
import type { Node, ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { brokenText } from './broken-text.ts';
import { Calendars } from './calendars.ts';
import { columnsOf, type PlanColumns } from './columns.ts';
import { cutTexts } from './cut-text.ts';
import { Definitions } from './definitions.ts';
import { readDocument } from './document.ts';
import { gathered } from './gathered.ts';
import { readIncludes } from './includes.ts';
import type { Kept } from './kept.ts';
import { linksAfter } from './kept-links.ts';
import { LineKeys } from './line-keys.ts';
import { linksOf } from './links.ts';
import { movesOf } from './moves.ts';
import type { Definition, DefinitionKind, FileLookup, Plan, PlanTask } from './plan.ts';
import { References } from './references.ts';
import { repeatedKeys } from './repeated-keys.ts';
import { resolveMentions } from './resolved.ts';
import type { Units } from './scalar.ts';
import type { CalendarRecord, PlanRecord } from './schema.generated.ts';
import { type Settled, settle } from './settle.ts';
import { rowsBefore } from './since.ts';
import { TaskEntries } from './task-entries.ts';
import { TaskIndex } from './task-index.ts';
import { listTasks, type TaskList } from './task-list.ts';

/**
 * The plan that a tree means. Never throws: what can't be read or resolved is in `problems`. What an edit left as it was is
 * taken over from `before`, the plan of the version before, as the same objects: tasks, links, lists. Files come from
 * `files`; those with the same text are not parsed again.
 */
export function bind(tree: Tree, files: FileLookup, before?: Plan): Plan {
  const old = before?.kept;
  const entries = old?.entries ?? new TaskEntries();
  entries.countRead();
  const document = readDocument(tree, old?.document);
  const startDay = document.record.start?.value.day;
  const hasSameStart = old?.document.record.start?.value.day === startDay;
  const list = listTasks({ tree, startDay, entries }, document.map, hasSameStart ? old?.list : undefined);
  const includes = readIncludes(document, files, old?.includes);
  const root = { ...document.record, ...workOf(list), ...includes.additions };
  const definitions = old?.includes === includes ? old.definitions : new Definitions(document.record, includes.entries);
  const rows = old && !list.isSameShape ? rowsBefore(list, old.list.tasks) : undefined;
  const index = new TaskIndex(list, old?.index, rows);
  const calendars = new Calendars(root, tree, includes.fileOf, old?.includes === includes ? old.calendars : undefined);
  const now = { entries, document, list, includes, root, definitions, calendars, index };

  const was = list.mayCopy || old?.list.mayCopy === true ? undefined : old;
  const moves = was && movesOf(now, was);
  const linked = was && moves && linksAfter(now, was, moves, rows);
  const links = linked?.before;
  const found = {
    ...now,
    gathered: gathered(now, was),
    resolved: resolveMentions(now, was, moves),
    network: linked?.network ?? linksOf(root, list.tasks, index),
    lineKeys: old?.lineKeys ?? new LineKeys(),
  };
  const kept: Kept = {
    ...found,
    settled: settled(tree, found, old?.settled),
    isPlain: document.meanings === undefined && list.referring.length === 0 && !list.mayCopy,
    mark: {},
    ...(was && { since: { mark: was.mark, made: list.made, ...(rows && { tasks: rows }), ...(links && { links }) } }),
  };
  return planOf(tree, kept, before?.units);
}

function workOf({ phases, topTasks }: TaskList): Pick<PlanRecord, 'phases' | 'tasks'> {
  return { ...(phases && { phases }), ...(topTasks && { tasks: topTasks }) };
}

/** What is wrong with a plan, in the order in which it is told. */
function settled(
  tree: Tree,
  {
    includes,
    calendars,
    index,
    gathered: whole,
    resolved,
    network,
    lineKeys,
  }: Omit<Kept, 'settled' | 'isPlain' | 'mark'>,
  before: Settled | undefined,
): Settled {
  const found = [
    ...whole.problems,
    ...whole.misplaced,
    ...index.duplicates(),
    ...resolved.problems,
    ...network.problems,
    ...calendars.loops().filter(({ node }) => includes.fileOf(node) === undefined),
    ...includes.problems,
  ];
  const slips = [...cutTexts(tree), ...brokenText(tree), ...repeatedKeys(tree)];
  lineKeys.follow(tree);
  return settle(tree, found, slips, lineKeys, before);
}

/** (Apart from `bind`: what a plan's functions see must not keep the plan before it alive.) */
function planOf(tree: Tree, kept: Kept, unitsBefore: Units | undefined): Plan {
  const { list, network, calendars } = kept;
  const units = sameUnits(calendars.units(), unitsBefore);
  return new PlanOfTree(tree, kept, {
    units,
    columns: unitsBefore === undefined ? columnsOf(list.tasks, network.terms, units) : undefined,
  });
}

/** (A class, because objects with getters of their own are slow, and keep each other from being collected early.) */
class PlanOfTree implements Plan {
  readonly root: PlanRecord;
  readonly name: string;
  readonly units: Units;
  readonly tasks: readonly PlanTask[];
  readonly problems: Plan['problems'];
  readonly supersededSyntax: Plan['supersededSyntax'];
  readonly informal: Plan['informal'];
  readonly dates: Plan['dates'];
  readonly ranges: Plan['ranges'];
  readonly includes: Plan['includes'];
  readonly includedRules: Plan['includedRules'];
  readonly kept: Kept;
  readonly counters: Plan['counters'];
  readonly #tree: Tree;
  readonly #references: References;
  readonly #columns: PlanColumns | undefined;

  constructor(tree: Tree, kept: Kept, { units, columns }: Pick<Plan, 'units' | 'columns'>) {
    const { root, list, gathered: whole, settled, includes, entries, isPlain } = kept;
    this.root = root;
    this.name = root.name?.value ?? '';
    this.units = units;
    this.tasks = list.tasks;
    this.problems = settled.problems;
    this.supersededSyntax = settled.superseded;
    this.informal = whole.informal;
    this.dates = whole.dates;
    this.ranges = whole.ranges;
    this.includes = includes.files;
    this.includedRules = includes.rules;
    this.kept = kept;
    this.counters = { entriesRead: entries.countRead() };
    this.#tree = tree;
    this.#references = new References(kept, isPlain);
    this.#columns = columns;
  }

  get columns() {
    return this.#columns;
  }

  get links() {
    return this.kept.network.links;
  }

  get definitions() {
    return this.#references.definitions;
  }

  get references() {
    return this.#references.all;
  }

  get referencesToNothing() {
    return this.#references.toNothing;
  }

  get fileReferences() {
    return this.#references.inFiles;
  }

  get unclearNames() {
    return this.#references.unclear;
  }

  fileOf(node: Node) {
    return this.kept.includes.fileOf(node);
  }

  hoursOf(calendar: CalendarRecord) {
    return this.kept.calendars.hoursOf(calendar);
  }

  linkAt(index: number) {
    return this.kept.network.at(index);
  }

  findTask(id: string, from: number) {
    return this.kept.index.find(id, from);
  }

  taskOf(node: Node) {
    return taskAround(node, this.#tree, this.kept);
  }

  define(kind: DefinitionKind, id: string) {
    return this.#references.define(kind, id);
  }

  definedAt(key: ScalarNode) {
    return this.#references.definedAt(key);
  }

  referencesAt(node: ScalarNode) {
    return this.#references.at(node, this.taskOf(node));
  }

  referencesIn(task: number) {
    return this.#references.in(task);
  }

  referencesTo(definition: Definition) {
    return this.#references.to(definition);
  }

  isUsed(kind: DefinitionKind, id: string) {
    return this.kept.resolved.uses.has(kind, id);
  }

  usesAny(kind: DefinitionKind) {
    return this.kept.resolved.uses.hasKind(kind);
  }

  sharesSkill(id: string) {
    return this.kept.definitions.skills.some((mention) => mention.id === id);
  }
}

function sameUnits(now: Units, old: Units | undefined): Units {
  const isSame =
    old?.dayMinutes === now.dayMinutes && old.weekMinutes === now.weekMinutes && old.monthMinutes === now.monthMinutes;
  return isSame ? old : now;
}

/** The innermost task whose entry holds a node. */
function taskAround(node: Node, tree: Tree, { list, index }: Kept): PlanTask | undefined {
  const passed = new Set<Node>();
  for (let at: Node | undefined = node; at !== undefined; ) {
    const step = tree.parentOf(at);
    if (at.kind === 'scalar') passed.add(at);
    if (step?.pair !== undefined) passed.add(step.pair.key);
    const own: PlanTask | undefined = at.kind === 'scalar' ? index.atKey(at) : undefined;
    const task = own ?? (step?.pair && index.atKey(step.pair.key));
    if (task !== undefined) return madeAt(passed, task, list) ?? task;
    at = step?.node;
  }
  return undefined;
}

/** The buffer or gate of a phase, where one of these keys makes it. (All instances of a repetition stand in one entry: that of the task itself.) */
function madeAt(keys: ReadonlySet<Node>, { isPhase, children }: PlanTask, { tasks }: TaskList): PlanTask | undefined {
  if (!isPhase) return undefined;
  const last = children.slice(-2).flatMap((child) => tasks[child] ?? []);
  return last.find(({ synthetic, key }) => synthetic !== undefined && keys.has(key));
}
