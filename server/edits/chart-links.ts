// A link is drawn from bar to bar, or taken away.
import type { Analysis } from '../analysis.ts';
import type { Plan, PlanLink, PlanTask } from '../plan/plan.ts';
import type { LinkType } from '../plan/scalar.ts';
import { formatLink } from '../plan/scalars/link.ts';
import { records } from '../plan/schema.generated.ts';
import type { Node } from '../text/node.ts';
import { scalarSource } from '../text/quoting.ts';
import { addItem } from './add-item.ts';
import { type Candidate, isOwn, type Outcome, refuse, sound, tried, untouchable } from './chart-edit.ts';
import { removeItem } from './remove-node.ts';
import { ownPair, setKey } from './task-keys.ts';
import type { TextEdit } from './text-edit.ts';

/** The edit that lets a task wait for another: an entry more in its `after`. */
export function linkTasks(analysis: Analysis, from: PlanTask, to: PlanTask, type: LinkType): Outcome {
  const hindrance = untouchable(analysis, to);
  if (hindrance !== undefined) return hindrance;
  const { tree, plan } = analysis;
  const args = { from: from.name, to: to.name, type };
  if (between(plan, from, to, type).length > 0) return refuse('linked-already', args);
  const target = addressFrom(plan, from, to);
  if (target === undefined) return refuse('no-address', args);
  const link = formatLink({ target, type });
  // An `after` of its own would take a task out of its sequence.
  const before = plan.links.find(({ successor, origin }) => successor === to.index && origin === 'order');
  const sequence = before && ownPair(to, 'after') === undefined ? plan.tasks[before.predecessor] : undefined;
  const first = sequence && addressFrom(plan, sequence, to);
  const edits =
    first === undefined
      ? addItem(tree, to.node, 'after', link, records.Task.shorthand)
      : both(analysis, to, [first, link]);
  if (edits.length === 0) return refuse('shared', { task: to.name });
  const outcome = sound(analysis, tried(analysis, { says: 'linked', args: { ...args, link }, edits }), to);
  if ('refused' in outcome) return outcome;
  return between(outcome.after.plan, from, to, type).length > 0 ? outcome : refuse('not-linked', args);
}

/** The edit that takes a link away, wherever it is written. */
export function unlinkTasks(analysis: Analysis, from: PlanTask, to: PlanTask, type: LinkType): Outcome {
  const { plan } = analysis;
  const args = { from: from.name, to: to.name, type };
  const [link] = between(plan, from, to, type);
  if (link === undefined) return refuse('no-link', args);
  if (link.origin === 'order') return refuse('order-link', args);
  if (link.origin === 'reserve') return refuse('reserve-link', args);
  const hindrance = untouchable(analysis, link.origin === 'after' ? to : from);
  if (hindrance !== undefined) return hindrance;
  const outcome = without(analysis, to, writtenLinks(plan, from, to, type), args);
  if ('refused' in outcome) return outcome;
  return between(outcome.after.plan, from, to, type).length === 0 ? outcome : refuse('order-link', args);
}

/** The edit that lets a task wait no longer for a task of the subplan that is called so here. */
export function unlinkSubplan(
  analysis: Analysis,
  from: { readonly alias: string; readonly name: string },
  to: PlanTask,
  type: LinkType,
): Outcome {
  const args = { from: from.name, to: to.name, type };
  const written = analysis.plan.links.filter(
    (link) => link.successor === to.index && link.type === type && link.external?.startsWith(`${from.alias}/`) === true,
  );
  if (written.length === 0) return refuse('no-link', args);
  // Which one is meant, the arrow does not say.
  if (written.length > 1) return refuse('several-links', { ...args, count: written.length });
  return (
    untouchable(analysis, to) ??
    without(
      analysis,
      to,
      written.map(({ node }) => ({ author: to, node })),
      args,
    )
  );
}

/** Without what is written there of links to a task. */
function without(
  analysis: Analysis,
  to: PlanTask,
  written: readonly { readonly author: PlanTask; readonly node: Node }[],
  args: Candidate['args'],
): Outcome {
  const { tree } = analysis;
  if (written.some(({ author, node }) => !isOwn(tree, author, node))) return refuse('shared', { task: to.name });
  const removed = (nodes: readonly Node[]) => nodes.flatMap((node) => removeItem(tree, node) ?? []);
  const plain = tried(analysis, { says: 'unlinked', args, edits: removed(written.map(({ node }) => node)) });
  const own = ownPair(to, 'after');
  // Without its `after` a task of a sequence would wait for the one before it.
  const attempt =
    own !== undefined && followsByOrder(plain.after.plan, to)
      ? tried(analysis, {
          says: 'unlinked',
          args,
          edits: [
            ...removed(written.filter(({ author }) => author !== to).map(({ node }) => node)),
            { span: { start: tree.spanOf(own.key).end, end: tree.spanOf(own.value).end }, text: ': []' },
          ],
        })
      : plain;
  return sound(analysis, attempt, to);
}

function between({ links }: Plan, from: PlanTask, to: PlanTask, type: LinkType): readonly PlanLink[] {
  return links.filter((link) => link.predecessor === from.index && link.successor === to.index && link.type === type);
}

function followsByOrder({ links }: Plan, { index }: PlanTask): boolean {
  return links.some(({ successor, origin }) => successor === index && origin === 'order');
}

/** Both sides may say the same link. */
function writtenLinks(
  plan: Plan,
  from: PlanTask,
  to: PlanTask,
  type: LinkType,
): readonly { author: PlanTask; node: Node }[] {
  const sides = [
    { author: to, other: from, fields: to.record.after?.value ?? [] },
    { author: from, other: to, fields: from.record.before?.value ?? [] },
  ];
  return sides.flatMap(({ author, other, fields }) =>
    fields
      .filter(({ value }) => value.type === type && plan.findTask(value.target, author.index) === other)
      .map(({ node }) => ({ author, node })),
  );
}

/** How one task names another: by its id where that is clear, else with what holds it. */
export function addressFrom(plan: Plan, task: PlanTask, from: PlanTask): string | undefined {
  if (plan.findTask(task.id, from.index) === task) return task.id;
  for (let holder = plan.tasks[task.parent]; holder !== undefined; holder = plan.tasks[holder.parent]) {
    const address = `${holder.id}/${task.id}`;
    if (plan.findTask(address, from.index) === task) return address;
  }
  return undefined;
}

/** `after` with several links where there was none. */
function both({ tree }: Analysis, to: PlanTask, links: readonly string[]): readonly TextEdit[] {
  const source = `[${links.map((link) => scalarSource(link, true)).join(', ')}]`;
  // The list is no scalar: its text takes the place of one.
  return setKey(tree, to, 'after', listMark).map((edit) => ({
    ...edit,
    text: edit.text.replace(listMark, () => source),
  }));
}

/** Stands for a list while a key is set: an id that nothing has. */
const listMark = 'list-of-links';
