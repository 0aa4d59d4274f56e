// What is wrong with a task because of its place in the list: keys that a summary can't have, work without a length.
import type { Tree } from '../text/tree.ts';
import type { PlanProblem, PlanTask } from './plan.ts';
import { atKey, problem } from './reading.ts';

/** Keys that a summary can't have: its tasks say it. */
export const notOnSummary = [
  'duration',
  'effort',
  'estimate',
  'progress',
  'constraint',
  'milestone',
  'repeat',
  'buffer',
] as const;

const none: readonly PlanProblem[] = [];

/** The keys of a summary that only its tasks can have. */
export function summaryProblems(tree: Tree, { node, id, record, isPhase }: PlanTask): readonly PlanProblem[] {
  if (node.kind !== 'map') return none;
  return notOnSummary.flatMap((key) => {
    const field = key === 'buffer' && isPhase ? undefined : record[key];
    if (field === undefined || ('value' in field && field.value === false)) return none;
    const pair = tree.pair(node, key);
    if (pair === undefined) return none;
    return problem('schema', 'not-on-summary', { key, id }, { node: pair.value, onKey: pair.key });
  });
}

/** What is reported of a repeated task: it can't be that of each of its times, which are done when they lie behind the status date. */
export function repeatProblems(
  tree: Tree,
  { node, id, record: { progress, actual } }: PlanTask,
): readonly PlanProblem[] {
  const { start, finish, remaining } = actual ?? {};
  const reported = { progress, start, finish, remaining };
  return Object.entries(reported).flatMap(([key, field]) => {
    if (field === undefined) return [];
    const holder = key === 'progress' ? node : actual?.node;
    const map = holder && tree.resolve(holder);
    const onKey = map?.kind === 'map' ? tree.pair(map, key)?.key : undefined;
    return [problem('schema', 'not-on-repeated', { key, id }, { node: field.node, ...(onKey && { onKey }) })];
  });
}

/** Work that does not say how long it takes. */
export function lengthProblem({ record, node, key, id, kind }: PlanTask): readonly PlanProblem[] {
  if (kind === 'milestone' || record.milestone?.value === true) return none;
  const { duration, effort, estimate, start, finish, actual, unread } = record;
  if (duration !== undefined || effort !== undefined || estimate !== undefined) return none;
  if ((start !== undefined && finish !== undefined) || (actual?.start !== undefined && actual.finish !== undefined))
    return none;
  if (unread.some((unreadKey) => lengthKeys.has(unreadKey))) return none;
  return [problem('schema', 'missing-duration', { id }, atKey(node, key))];
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
