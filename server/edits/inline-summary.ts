// Puts what is inside a summary in its place: the tasks stay, the summary goes, and what was linked with it is linked with them.
import type { Analysis } from '../analysis.ts';
import type { PlanLink, PlanTask } from '../plan/plan.ts';
import { parseLink } from '../plan/scalars/link.ts';
import type { MapNode, Pair, ScalarNode } from '../text/node.ts';
import { scalarSource } from '../text/quoting.ts';
import type { Tree } from '../text/tree.ts';
import { addLink } from './add-link.ts';
import { lastLineOf } from './insert-pair.ts';
import { lineBreak, lineEnd, lineStart } from './lines.ts';
import { isShared, ownPair } from './own-pair.ts';
import { type Asked, type Proposal, type Refusal, refused } from './refactoring.ts';
import { holderOf, linesSpan, pairSpan, shifted } from './task-blocks.ts';
import type { TextEdit } from './text-edit.ts';

/** What a summary may say without being missed: its links go over to what is inside. */
const dispensable: ReadonlySet<string> = new Set(['name', 'after', 'tasks']);

/** For the summary under the cursor. Of a phase the tasks go to the top, where it is the only one. */
export function inlineSummary({ analysis, task }: Asked): readonly Proposal[] {
  if (task === undefined || task.kind !== 'summary' || task.record.repeat !== undefined) return [];
  const name = task.isPhase ? 'inline-phase' : 'inline-summary';
  const args = { task: task.name };
  const refusal = refusalOf(analysis, task);
  if (refusal !== undefined) return [refused(name, args, refusal)];
  const edits = inlined(analysis, task);
  return edits.length > 0 ? [{ name, args, edits }] : [refused(name, args, { reason: 'mixed-style' })];
}

function refusalOf({ tree, plan }: Analysis, task: PlanTask): Refusal | undefined {
  const { node, key, index } = task;
  const args = { task: task.name };
  const holder = holderOf(tree, key);
  const inside = ownPair(task, 'tasks')?.value;
  if (
    holder === undefined ||
    node.kind !== 'map' ||
    node.anchor !== undefined ||
    inside === undefined ||
    isSharedHead(task)
  )
    return { reason: 'shared', args };
  if (inside.kind !== 'map' || inside.pairs.length === 0) return { reason: 'shared', args };
  const lost = node.pairs.map((pair) => pair.key.text).filter((each) => !dispensable.has(each));
  if (lost.length > 0) return { reason: 'loses-keys', args: { ...args, keys: { list: lost } } };
  if (task.isPhase && (holder.map.pairs.length > 1 || plan.root.tasks !== undefined))
    return { reason: 'other-phases', args };
  const definition = plan.definedAt(key);
  const links = new Set(plan.links.map((link) => link.node));
  const others = (definition ? plan.referencesTo(definition) : []).filter(
    ({ node: where, to }) => !links.has(where) && where.text[to] !== '/',
  );
  if (others.length > 0) return { reason: 'used-elsewhere', args };
  const linked = plan.links.filter(({ predecessor, successor }) => predecessor === index || successor === index);
  if (linked.some(({ lag }) => lag?.kind === 'percent'))
    return { reason: 'share-of-length', args: { predecessor: task.name, successor: task.name } };
  if (linked.some(({ origin }) => origin === 'order')) return { reason: 'sequential' };
  if (
    linked.some(({ predecessor, type }) => predecessor === index && startsFrom(type)) &&
    firstInside({ plan }, task).length > 1
  )
    return { reason: 'several-first', args };
  return undefined;
}

/** Whether the keys of the summary itself, but for what is inside it, are shared with others. */
function isSharedHead({ node, ...task }: PlanTask): boolean {
  if (node.kind !== 'map') return true;
  const pairs = node.pairs.filter(({ key }) => key.text !== 'tasks');
  return isShared({ ...task, node: { ...node, pairs } });
}

function startsFrom(type: PlanLink['type']): boolean {
  return type === 'SS' || type === 'SF';
}

function childrenOf({ plan }: Pick<Analysis, 'plan'>, { children }: PlanTask): readonly PlanTask[] {
  return children.flatMap((child) => plan.tasks[child] ?? []).filter(({ synthetic }) => synthetic === undefined);
}

/** Those inside that wait for none beside them, and those that none beside them waits for. */
function firstInside({ plan }: Pick<Analysis, 'plan'>, summary: PlanTask): readonly PlanTask[] {
  const waiting = new Set(
    plan.links.flatMap((link) => (isInside(plan.tasks[link.predecessor], summary) ? link.successor : [])),
  );
  return childrenOf({ plan }, summary).filter(({ index }) => !waiting.has(index));
}

function lastInside({ plan }: Pick<Analysis, 'plan'>, summary: PlanTask): readonly PlanTask[] {
  const awaited = new Set(
    plan.links.flatMap(({ predecessor, successor, type, lag }) =>
      isInside(plan.tasks[successor], summary) && type === 'FS' && lag === undefined ? predecessor : [],
    ),
  );
  return childrenOf({ plan }, summary).filter(({ index }) => !awaited.has(index));
}

function isInside(task: PlanTask | undefined, { index, end }: PlanTask): boolean {
  return task !== undefined && task.index > index && task.index < end;
}

function inlined(analysis: Analysis, task: PlanTask): readonly TextEdit[] {
  const { tree } = analysis;
  const holder = holderOf(tree, task.key);
  const inside = ownPair(task, 'tasks');
  if (holder === undefined || inside?.value.kind !== 'map' || task.node.kind !== 'map') return [];
  const links = [...linksFrom(analysis, task), ...addresses(analysis, task)];
  const lines = linksInto(analysis, task);
  if (lines === undefined) return [];
  const outer = task.isPhase ? tree.parentOf(holder.map)?.pair : undefined;
  if (task.isPhase && outer === undefined) return [];
  const pair = outer ?? holder.pair;
  const isBlock = !holder.map.flow && !task.node.flow && !inside.value.flow;
  if (isBlock) return [...links, ...dissolved(tree, pair, inside, inside.value, outer !== undefined, lines)];
  if (
    lines.length > 0 ||
    tree.comments.some(({ span }) => span.start > pairSpan(tree, pair).start && span.end < pairSpan(tree, pair).end)
  )
    return [];
  return [...links, ...replaced(tree, pair, inside.value, holder.map.flow, outer !== undefined)];
}

/** The lines of the summary that are not inside go, but for their comments; what is inside moves to the left. */
function dissolved(
  tree: Tree,
  pair: Pair,
  inside: Pair,
  map: MapNode,
  isTop: boolean,
  added: readonly TextEdit[],
): readonly TextEdit[] {
  const eol = lineBreak(tree);
  const [firstKey] = map.pairs;
  if (firstKey === undefined) return [];
  const column = tree.positionAt(tree.spanOf(pair.key).start).character;
  const deep = tree.positionAt(tree.spanOf(firstKey.key).start).character;
  const target = isTop ? column + 2 : column;
  const by = deep - target;
  const headFrom = tree.positionAt(tree.spanOf(pair.key).start).line;
  const headTo = tree.positionAt(tree.spanOf(inside.key).start).line;
  const last = lastLineOf(tree, inside);
  const tailTo = lastLineOf(tree, pair);
  const comments = (from: number, to: number) =>
    tree.comments
      .filter(({ line }) => line >= from && line <= to)
      .map(({ span }) => `${' '.repeat(target)}${tree.text(span)}${eol}`)
      .join('');
  const section = isTop ? `${' '.repeat(column)}tasks:${eol}` : '';
  const edits: TextEdit[] = [
    { span: linesSpan(tree, headFrom, headTo), text: `${section}${comments(headFrom, headTo)}` },
  ];
  for (let line = headTo + 1; line <= last; line += 1) {
    const blanks = Math.min(by, /^ */.exec(tree.line(line))?.[0].length ?? 0);
    const start = lineStart(tree, line);
    if (blanks > 0) edits.push({ span: { start, end: start + blanks }, text: '' });
  }
  if (tailTo > last) {
    const start = lineEnd(tree, last);
    const kept = comments(last + 1, tailTo);
    edits.push({
      span: { start, end: lineEnd(tree, tailTo) },
      text: kept === '' ? '' : `${eol}${kept.slice(0, -eol.length)}`,
    });
  }
  const moved = added.map(({ span, text }) => ({ span, text: text.includes('\n') ? shifted(text, -by) : text }));
  return [...edits, ...moved];
}

/** Between brackets, or out of them: the entries one behind the other, or each on a line. */
function replaced(tree: Tree, pair: Pair, map: MapNode, isFlow: boolean, isTop: boolean): readonly TextEdit[] {
  const span = pairSpan(tree, pair);
  const entries = map.pairs.map((each) => tree.text(pairSpan(tree, each)));
  if (isFlow) return [{ span, text: isTop ? `tasks: { ${entries.join(', ')} }` : entries.join(', ') }];
  if (!map.flow) return [];
  const column = tree.positionAt(span.start).character + (isTop ? 2 : 0);
  const lines = entries.join(`${lineBreak(tree)}${' '.repeat(column)}`);
  return [{ span, text: isTop ? `tasks:${lineBreak(tree)}${' '.repeat(column)}${lines}` : lines }];
}

/** What waits for the summary waits for those inside instead; with a link from its start for the first. */
function linksFrom(analysis: Analysis, task: PlanTask): readonly TextEdit[] {
  const { tree, plan } = analysis;
  const [last, first] = [lastInside(analysis, task), firstInside(analysis, task)];
  const nodes = new Map<ScalarNode, PlanLink>();
  for (const link of plan.links)
    if (link.predecessor === task.index && link.origin === 'after' && link.node.kind === 'scalar')
      nodes.set(link.node, link);
  return [...nodes].flatMap(([node, { type }]): TextEdit[] => {
    const read = parseLink(node.text);
    const holder = tree.parentOf(node)?.node;
    if (!read.ok || holder === undefined) return [];
    const rest = node.text.slice(read.value.targetLength);
    const links = (startsFrom(type) ? first : last).map(({ id }) => scalarSource(`${id}${rest}`, true));
    const span = tree.spanOf(node);
    if (holder.kind !== 'list') return [{ span, text: links.length === 1 ? links.join('') : `[${links.join(', ')}]` }];
    if (holder.flow) return [{ span, text: links.join(', ') }];
    const { line, character } = tree.positionAt(span.start);
    const lead = tree
      .line(line)
      .slice(0, character)
      .replace(/[^-\s]/g, ' ');
    return [{ span, text: links.join(`${lineBreak(tree)}${lead}`) }];
  });
}

/** `phase/id` becomes `id`. */
function addresses({ tree, plan }: Analysis, { key }: PlanTask): readonly TextEdit[] {
  const definition = plan.definedAt(key);
  return (definition ? plan.referencesTo(definition) : []).flatMap(({ node, from, to }): TextEdit[] => {
    const offset = node.source.indexOf(node.text);
    if (node.text[to] !== '/' || offset < 0) return [];
    const { start } = tree.spanOf(node);
    return [{ span: { start: start + offset + from, end: start + offset + to + 1 }, text: '' }];
  });
}

/** What the summary waits for, those inside wait for that wait for nothing beside them; undefined where they can't be told so. */
function linksInto(analysis: Analysis, task: PlanTask): readonly TextEdit[] | undefined {
  const { tree } = analysis;
  const links = task.record.after?.value.flatMap(({ node }) => (node.kind === 'scalar' ? node.text : [])) ?? [];
  if (links.length === 0) return [];
  if (ownPair(task, 'after') === undefined) return undefined;
  const edits: TextEdit[] = [];
  for (const child of firstInside(analysis, task)) {
    const own = links.length === 1 || child.record.after === undefined;
    // Several links into a list that is there would each be put at the same place.
    if (!own) return undefined;
    const [only = ''] = links;
    const added =
      links.length === 1
        ? addLink(tree, child, 'after', only)
        : addLink(tree, child, 'after', only).map((edit) => ({
            ...edit,
            text: edit.text.replace(
              scalarSource(only, true),
              () => `[${links.map((link) => scalarSource(link, true)).join(', ')}]`,
            ),
          }));
    if (added.length === 0) return undefined;
    edits.push(...added);
  }
  return edits;
}
