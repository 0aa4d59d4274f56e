// Splits a task in two, one behind the other: what waits for its end waits for the second part.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { Duration, Units } from '../plan/scalar.ts';
import { durationMinutes, formatMinutes } from '../plan/scalars/duration.ts';
import { freeId } from '../rules/new-task.ts';
import type { MapNode, Pair } from '../text/node.ts';
import { scalarSource } from '../text/quoting.ts';
import type { Tree } from '../text/tree.ts';
import { lastLineOf } from './insert-pair.ts';
import { lineBreak, lineEnd, lineStart } from './lines.ts';
import { entryBeside } from './new-entry.ts';
import { isShared, ownPair } from './own-pair.ts';
import { type Asked, type Proposal, type Refusal, refused } from './refactoring.ts';
import { rehang } from './rehang.ts';
import { removePairs } from './remove-node.ts';
import { pairSpan } from './task-blocks.ts';
import type { TextEdit } from './text-edit.ts';

/** Shares of the first part, in percent. */
const shares = [50, 25, 75];

/** The second part has what these say of the first as well. */
const said: ReadonlySet<string> = new Set(
  'owner assign consult inform skills calendar priority tags goals risks'.split(' '),
);
/** What these say is about the end: it goes with the second part. */
const aboutTheEnd: ReadonlySet<string> = new Set(
  'before finish latest deadline outputs deliverables acceptance'.split(' '),
);

/** For work that hasn't begun: one proposal for each share. */
export function splitTask({ analysis, task }: Asked): readonly Proposal[] {
  if (task === undefined || task.kind !== 'task' || task.record.repeat !== undefined) return [];
  // Of two tasks with one id a link would mean the other one, or neither.
  if (analysis.plan.findTask(task.id, task.index) !== task) return [];
  const { units } = analysis.plan;
  const parts = shares.flatMap((share) => partsOf(task, share, units) ?? []);
  const [first] = parts;
  if (first === undefined) return [];
  const refusal = refusalOf(analysis, task);
  if (refusal !== undefined) return [refused('split-task', titleOf(task, first), refusal)];
  return parts.map((part) => {
    const edits = split(analysis, task, part);
    const args = titleOf(task, part);
    return edits.length === 0
      ? refused('split-task', args, { reason: 'shared', args: { task: task.name } })
      : { name: 'split-task', args, edits, moves: new Set([task.id]) };
  });
}

/** The length of both parts, by key, as source. */
interface Parts {
  readonly key: 'duration' | 'effort' | 'estimate';
  readonly first: string;
  readonly second: string;
  /** For the title. */
  readonly sizes: readonly [string, string];
}

function titleOf({ name }: PlanTask, { sizes: [first, second] }: Parts) {
  return { task: name, first, second };
}

function partsOf({ record }: PlanTask, share: number, units: Units): Parts | undefined {
  const { duration, effort, estimate } = record;
  const whole = duration ?? effort;
  if (whole !== undefined) {
    const halves = cut(whole.value, share, units);
    if (halves === undefined) return undefined;
    const [first, second] = halves;
    return { key: duration === undefined ? 'effort' : 'duration', first, second, sizes: halves };
  }
  const points = [estimate?.optimistic, estimate?.likely, estimate?.pessimistic];
  const halves = points.flatMap((point) => (point === undefined ? [] : [cut(point.value, share, units)]));
  const [o, m, p] = halves;
  if (halves.length !== 3 || o === undefined || m === undefined || p === undefined) return undefined;
  const source = (part: 0 | 1) => `{ optimistic: ${o[part]}, likely: ${m[part]}, pessimistic: ${p[part]} }`;
  return { key: 'estimate', first: source(0), second: source(1), sizes: m };
}

/** In half days where there are any, else in quarters of an hour; undefined where nothing would be left of a part. */
function cut(duration: Duration, share: number, units: Units): readonly [string, string] | undefined {
  const minutes = durationMinutes(duration, units);
  const day = duration.elapsed ? 1440 : units.dayMinutes;
  const step = minutes >= day ? day / 2 : 15;
  const first = Math.round((minutes * share) / 100 / step) * step;
  if (first <= 0 || first >= minutes) return undefined;
  return [formatMinutes(first, duration.elapsed, units), formatMinutes(minutes - first, duration.elapsed, units)];
}

function refusalOf({ plan }: Analysis, task: PlanTask): Refusal | undefined {
  const { record, index } = task;
  const args = { task: task.name };
  if (isShared(task)) return { reason: 'shared', args };
  if (record.progress !== undefined || record.actual !== undefined) return { reason: 'has-begun', args };
  if ((record.start && record.finish) ?? record.constraint ?? record.status) return { reason: 'fixed-dates', args };
  const isOdd = plan.links.some(
    ({ origin, type, predecessor, successor }) =>
      (origin === 'after' && successor === index && (type === 'FF' || type === 'SF')) ||
      (origin === 'before' && predecessor === index && (type === 'SS' || type === 'SF')),
  );
  return isOdd ? { reason: 'linked-ends', args } : undefined;
}

function split(analysis: Analysis, task: PlanTask, parts: Parts): readonly TextEdit[] {
  const { tree, plan } = analysis;
  const { node } = task;
  const id = freeId(`${task.id}-2`, { plan });
  const after = `after: ${scalarSource(task.id, true)}`;
  const waiting = rehang(analysis, task, ['FS', 'FF'], id);
  if (node.kind === 'scalar') {
    const entry = entryBeside(tree, task, 'behind', id, `{ duration: ${parts.second}, ${after} }`);
    return entry.length === 0 ? [] : [{ span: tree.spanOf(node), text: parts.first }, ...entry, ...waiting];
  }
  const length = ownPair(task, parts.key);
  if (node.kind !== 'map' || length === undefined) return [];
  const name = task.record.name === undefined ? [] : [`name: ${scalarSource(`${task.name} 2`, true)}`];
  const own = [...name, `${parts.key}: ${parts.second}`, after];
  const going = node.pairs.filter(({ key }) => aboutTheEnd.has(key.text));
  const more = node.pairs.filter(({ key }) => said.has(key.text) || aboutTheEnd.has(key.text));
  const entry = entryBeside(tree, task, 'behind', id, recordOf(tree, node, own, more));
  if (entry.length === 0) return [];
  const first = { start: tree.spanOf(length.value).start, end: tree.spanOf(length.value).end };
  const gone = removePairs(tree, node, going).map((edit) => (node.flow ? edit : fromLineBefore(tree, edit)));
  return [{ span: first, text: parts.first }, ...gone, ...entry, ...waiting];
}

/** Lines are taken out with the line break before them: the entry behind may begin where they end. */
function fromLineBefore(tree: Tree, { span, text }: TextEdit): TextEdit {
  const [first, next] = [tree.positionAt(span.start), tree.positionAt(span.end)];
  if (first.character !== 0 || next.character !== 0 || first.line === 0 || next.line === first.line)
    return { span, text };
  return { span: { start: lineEnd(tree, first.line - 1), end: lineEnd(tree, next.line - 1) }, text };
}

/** A record of its own pairs and of copies of others, in the style of a map. */
function recordOf(tree: Tree, map: MapNode, own: readonly string[], copied: readonly Pair[]): string {
  if (map.flow) return `{ ${[...own, ...copied.map((pair) => tree.text(pairSpan(tree, pair)))].join(', ')} }`;
  const [first] = map.pairs;
  if (first === undefined) return '{}';
  const eol = lineBreak(tree);
  const indent = ' '.repeat(tree.positionAt(tree.spanOf(first.key).start).character);
  const lines = copied.map((pair) => {
    const { line } = tree.positionAt(tree.spanOf(pair.key).start);
    return tree.text({ start: lineStart(tree, line), end: lineEnd(tree, lastLineOf(tree, pair)) });
  });
  return [...own.map((text) => `${indent}${text}`), ...lines].map((line) => `${eol}${line}`).join('');
}
