// What one version of a plan leaves to the next: resolved ids and links hold while no id has changed.
import type { ScalarNode } from '../text/node.ts';
import type { Definitions } from './definitions.ts';
import type { Definition, Plan, PlanLink, PlanProblem, PlanTask, Reference } from './plan.ts';
import type { Reading } from './reading.ts';
import type { Resolution } from './references.ts';
import type { TaskEntries } from './task-entries.ts';

/** What the ids in one reading mean. */
export interface Resolved {
  readonly reading: Reading;
  readonly references: readonly Reference[];
  readonly problems: readonly PlanProblem[];
}

export interface Kept {
  readonly entries: TaskEntries;
  /** Whether no anchor, alias or merge key stands in the plan: each node then says one thing, once. */
  readonly isPlain: boolean;
  /** In the order in which they were resolved. */
  readonly resolved: readonly Resolved[];
  /** Links that could not be kept. */
  readonly linkProblems: readonly PlanProblem[];
}

/** Resolves all that a reading mentions; takes it over from before (`known`) where nothing in it can have changed. */
export function resolveAll(
  resolution: Resolution,
  { gone }: Definitions,
  { task, reading }: { readonly task: number; readonly reading: Reading },
  known: Resolved | undefined,
): Resolved {
  const { references, problems } = resolution;
  if (known?.reading === reading && stillHolds(known, gone)) {
    for (const reference of known.references) references.push(reference);
    return known;
  }
  const [first, told] = [references.length, problems.length];
  for (const mention of reading.mentions) resolution.resolve(mention, task);
  const own = onePerPlace(references.splice(first));
  for (const reference of own) references.push(reference);
  return { reading, references: own, problems: problems.slice(told) };
}

/** Each place that refers once, however many aliases and merges lead to it. */
export function onePerPlace(references: readonly Reference[]): readonly Reference[] {
  const seen = new Map<ScalarNode, number>();
  const more = new Map<ScalarNode, Set<number>>();
  if (references.length < 2) return references;
  return references.filter(({ node, from }) => {
    const first = seen.get(node);
    if (first === undefined) seen.set(node, from);
    if (first === undefined || first === from) return first === undefined;
    const others = more.get(node) ?? new Set();
    const isNew = !others.has(from);
    more.set(node, others.add(from));
    return isNew;
  });
}

/** Whether all that was found is still there. What was not found is looked for anew: only so much is compared in one plan. */
function stillHolds({ references, problems }: Resolved, gone: ReadonlySet<Definition>): boolean {
  return (
    problems.length === 0 &&
    references.every(({ definition }) => definition !== undefined && (gone.size === 0 || !gone.has(definition)))
  );
}

/** Whether every id means the same place as before: the same tasks in the same nesting, the same other definitions. */
export function hasSameIds(before: Plan, tasks: readonly PlanTask[], definitions: Definitions): boolean {
  const same = (task: PlanTask, index: number) => {
    const old = before.tasks[index];
    return (
      old !== undefined &&
      task.id === old.id &&
      task.parent === old.parent &&
      task.isPhase === old.isPhase &&
      task.synthetic === old.synthetic
    );
  };
  return (
    tasks.length === before.tasks.length &&
    definitions.all.length === before.definitions.length &&
    tasks.every(same) &&
    definitions.all.every((one, index) => isSameId(one, before.definitions[index]))
  );
}

function isSameId(one: Definition, old: Definition | undefined): boolean {
  return one === old || (one.kind === old?.kind && one.id === old.id && one.file === old.file && one.task === old.task);
}

/** The links as before, at the places where they are written now; undefined where anything that makes links has changed. */
export function sameLinks(before: Plan, tasks: readonly PlanTask[], order: unknown): readonly PlanLink[] | undefined {
  if (before.kept.linkProblems.length > 0 || before.root.order?.value !== order) return undefined;
  const moved = new Map<object, PlanLink['node']>();
  for (const task of tasks) {
    const old = before.tasks[task.index];
    if (old === undefined) return undefined;
    if (task.key !== old.key) moved.set(old.key, task.key);
    if (task.record === old.record) continue;
    if (!linksAlike(task, old)) return undefined;
    for (const end of ['after', 'before'] as const) {
      old.record[end]?.value.forEach(({ node }, i) => {
        const now = task.record[end]?.value[i]?.node;
        if (now !== undefined && now !== node) moved.set(node, now);
      });
    }
  }
  if (moved.size === 0) return before.links;
  return before.links.map((link) => {
    const node = moved.get(link.node);
    return node === undefined ? link : { ...link, node };
  });
}

/** Whether two versions of a task make the same links. */
function linksAlike({ record, phase }: PlanTask, old: PlanTask): boolean {
  const isCancelled = record.status?.state?.value === 'cancelled';
  return (
    isCancelled === (old.record.status?.state?.value === 'cancelled') &&
    record.unread.includes('after') === old.record.unread.includes('after') &&
    phase?.order?.value === old.phase?.order?.value &&
    writtenAlike(record.after, old.record.after) &&
    writtenAlike(record.before, old.record.before)
  );
}

type Written = PlanTask['record']['after'];

function writtenAlike(one: Written, old: Written): boolean {
  if (one === old) return true;
  if (one === undefined || one.value.length !== old?.value.length) return false;
  return one.value.every(({ value }, i) => {
    const other = old.value[i]?.value;
    return (
      value.target === other?.target &&
      value.type === other.type &&
      JSON.stringify(value.lag) === JSON.stringify(other.lag)
    );
  });
}
