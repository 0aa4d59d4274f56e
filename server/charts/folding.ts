// Which rows of a plan are shown: summaries fold, large ones by themselves.
import type { PlanTask } from '../plan/plan.ts';

/** A task among others that hold it and that it holds: what folding needs of it. */
export type Nested = Pick<PlanTask, 'index' | 'parent' | 'children' | 'depth' | 'end'>;

/** A plan, as far as it folds. */
interface Tree<T extends Nested> {
  readonly tasks: readonly T[];
}

/** A chart of more rows than this opens folded. */
export const comfortableRows = 300;
/** A chart of fewer rows than this says too little: one more summary opens, if it isn't huge. */
const fewRows = 12;

/** Indexes of the summaries that a large plan opens with folded, so that about `limit` rows are shown: unfolded level by level from the top, in the order of the file, as long as they fit. `keeps`: by task, what a filter shows. */
export function foldedToFit(
  plan: Tree<Nested>,
  limit = comfortableRows,
  keeps?: readonly boolean[],
): ReadonlySet<number> {
  const folded = new Set<number>();
  const isKept = (task: number): boolean => keeps === undefined || keeps[task] === true;
  if (plan.tasks.length <= limit) return folded;
  let level = plan.tasks.filter((task) => task.parent === -1 && isKept(task.index));
  let shown = level.length;
  while (level.length > 0) {
    const next: Nested[] = [];
    for (const task of level) {
      const children = keeps === undefined ? task.children : task.children.filter(isKept);
      if (children.length === 0) continue;
      const rows = shown + children.length;
      if (rows > limit && (shown >= fewRows || rows > 3 * limit)) {
        folded.add(task.index);
        continue;
      }
      shown = rows;
      for (const child of children) {
        const found = plan.tasks[child];
        if (found !== undefined) next.push(found);
      }
    }
    level = next;
  }
  return folded;
}

/** Which summaries are folded: a rule, and the exceptions that a reader has made by hand. */
export interface Folding {
  /** `fit`: a large plan folds itself. */
  readonly base: 'fit' | 'all' | 'none';
  /** Plan ids; unknown ones are nothing. */
  readonly folded: readonly string[];
  readonly unfolded: readonly string[];
}

/** As a chart opens. */
export const fitting: Folding = { base: 'fit', folded: [], unfolded: [] };

/** Indexes of the summaries that are folded; `ids`: the plan ids by task index; `limit`: about how many rows fit; `keeps`: by task, what a filter shows. */
export function foldedTasks(
  plan: Tree<Nested>,
  ids: readonly string[],
  folding: Folding,
  limit = comfortableRows,
  keeps?: readonly boolean[],
): ReadonlySet<number> {
  const summaries = () => plan.tasks.filter(({ children }) => children.length > 0).map(({ index }) => index);
  const bases = { fit: () => foldedToFit(plan, limit, keeps), all: summaries, none: () => [] };
  const folded = new Set<number>(bases[folding.base]());
  if (folding.folded.length === 0 && folding.unfolded.length === 0) return folded;
  const byHand = {
    folded: new Set(folding.folded),
    unfolded: new Set(folding.unfolded),
  };
  for (const index of summaries()) {
    const id = ids[index] ?? '';
    if (byHand.folded.has(id)) folded.add(index);
    if (byHand.unfolded.has(id)) folded.delete(index);
  }
  return folded;
}

/** What is shown of a plan. */
export interface Visible<T extends Nested = PlanTask> {
  /** Tasks with a row, in the order of the file. */
  readonly tasks: readonly T[];
  /** By task index: the row that stands for it (its own, or that of the folded summary around it); -1 where a filter hides it. */
  readonly rowOf: Int32Array;
  /** How many rows at the top of the tree come before a row. */
  groupsBefore(row: number): number;
}

/** The rows of a plan with these summaries folded; `keeps`: by task, what a filter shows, with the summaries around it. */
export function visibleTasks<T extends Nested>(
  plan: Tree<T>,
  folded: ReadonlySet<number>,
  keeps?: readonly boolean[],
): Visible<T> {
  const tasks: T[] = [];
  const rowOf = new Int32Array(plan.tasks.length).fill(-1);
  for (let index = 0; index < plan.tasks.length; ) {
    const task = plan.tasks[index];
    if (task === undefined) break;
    const next = folded.has(index) ? Math.max(task.end, index + 1) : index + 1;
    if (keeps !== undefined && keeps[index] !== true) {
      index += 1;
      continue;
    }
    for (let inside = index; inside < next; inside++)
      if (keeps === undefined || keeps[inside] === true) rowOf[inside] = tasks.length;
    tasks.push(task);
    index = next;
  }
  return {
    tasks,
    rowOf,
    groupsBefore: (row) => tasks.slice(0, row).reduce((count, { depth }) => count + (depth === 0 ? 1 : 0), 0),
  };
}
