// Ids over several plans and the files that they name: where each stands, and which stand for the same thing.
import type { ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import type { BoundPlan } from './bound-plan.ts';
import type { Definition, PlanTask } from './plan.ts';
import { idCharacters } from './scalars/id.ts';

/** An id where it stands: `from`…`to` inside the scalar's text. */
export interface IdPlace {
  /** Of the file, as files are looked up. */
  readonly path: string;
  readonly tree: Tree;
  readonly node: ScalarNode;
  readonly from: number;
  readonly to: number;
  readonly defines: boolean;
}

/** `alias/id`: the id behind the slash belongs to another plan. */
export interface ExternalId {
  readonly id: string;
  readonly node: ScalarNode;
  readonly from: number;
  readonly to: number;
  /** The other plan's file, as it is written and as it was found. */
  readonly written: string;
  readonly path: string | undefined;
}

/** Something with an id, in the plan that sees it. */
export interface Thing {
  readonly bound: BoundPlan;
  readonly definition: Definition;
}

const behindSlash = new RegExp(`/(${idCharacters}+)`, 'uy');

/** The ids of other plans that a plan mentions, in the order of its text's entries. */
export function externalIds(
  { plan, files }: Pick<BoundPlan, 'plan' | 'files'>,
  node?: ScalarNode,
): readonly ExternalId[] {
  if (plan.root.subplans === undefined) return [];
  return (node === undefined ? plan.references : plan.referencesAt(node)).flatMap((reference) => {
    const { definition, node, to } = reference;
    if (definition?.kind !== 'subplan') return [];
    behindSlash.lastIndex = to;
    const [, id] = behindSlash.exec(node.text) ?? [];
    if (id === undefined) return [];
    const written = plan.root.subplans?.value.find((entry) => entry.id === definition.id)?.value ?? '';
    return [{ id, node, from: to + 1, to: to + 1 + id.length, written, path: files(written, '')?.path }];
  });
}

/** What an id of another plan means there: a task, and where in the scalar that task's own id ends. */
export function externalTask(
  plans: readonly BoundPlan[],
  { id, path, to }: ExternalId,
): { readonly thing: Thing; readonly to: number } | undefined {
  const bound = plans.find((one) => one.path === path);
  const found = bound?.plan.findTask(id, -1);
  if (bound === undefined || found === undefined) return undefined;
  const maker = writtenTask(bound, found);
  const definition = maker && bound.plan.definedAt(maker.key);
  if (maker === undefined || definition === undefined) return undefined;
  return { thing: { bound, definition }, to: to - (found.id.length - maker.id.length) };
}

/** Of a task that an entry makes (`setup.gate`) the task of that entry. */
function writtenTask({ plan }: BoundPlan, found: PlanTask): PlanTask | undefined {
  if (found.synthetic === undefined) return found;
  return plan.findTask(found.id.slice(0, found.id.lastIndexOf('.')), -1);
}

/**
 * Every place of a thing's id in all of these plans and the files that they name, each once. Two plans speak of the same thing where they
 * read its id in the same place of the same file.
 */
export function placesOf(thing: Thing, plans: readonly BoundPlan[]): readonly IdPlace[] {
  const { kind, id } = thing.definition;
  const places = new Map<string, IdPlace>();
  const seen = (bound: BoundPlan, definition: Definition): readonly IdPlace[] => {
    const own = placesIn(bound, definition);
    return kind === 'task'
      ? [...own, ...plans.flatMap((other) => placesFrom(other, { bound, definition }, plans))]
      : own;
  };
  const add = (found: readonly IdPlace[]): void => {
    for (const place of found) if (!places.has(keyOf(place))) places.set(keyOf(place), place);
  };
  add(seen(thing.bound, thing.definition));
  let open = plans.flatMap((bound) =>
    bound.plan.definitions
      .filter((one) => one.kind === kind && one.id === id && one !== thing.definition)
      .map((definition) => seen(bound, definition)),
  );
  for (;;) {
    const joined = open.filter((found) => found.some((place) => places.has(keyOf(place))));
    if (joined.length === 0) return [...places.values()];
    joined.forEach(add);
    open = open.filter((found) => !joined.includes(found));
  }
}

/** Where a plan sees an id: its definition, its uses in the plan's text, its uses in the files that the plan names. */
function placesIn({ path, tree, plan }: BoundPlan, definition: Definition): readonly IdPlace[] {
  const { key, file } = definition;
  const holder = file === undefined ? { path, tree } : plan.includes.find((one) => one.path === file);
  const from = key.text.length - key.text.trimStart().length;
  return [
    ...(holder
      ? [{ path: holder.path, tree: holder.tree, node: key, from, to: key.text.trimEnd().length, defines: true }]
      : []),
    ...plan.referencesTo(definition).map(({ node, from, to }) => ({ path, tree, node, from, to, defines: false })),
    ...plan.fileReferences
      .filter((one) => one.definition === definition)
      .map(({ file, node, from, to }) => ({ path: file.path, tree: file.tree, node, from, to, defines: false })),
  ];
}

/** Where another plan's links come out of a task. */
function placesFrom(other: BoundPlan, { bound, definition }: Thing, plans: readonly BoundPlan[]): readonly IdPlace[] {
  return externalIds(other).flatMap((external) => {
    if (external.path !== bound.path) return [];
    const meant = externalTask(plans, external);
    if (meant?.thing.definition.key !== definition.key) return [];
    const { node, from } = external;
    const { path, tree } = other;
    return [{ path, tree, node, from, to: meant.to, defines: false }];
  });
}

function keyOf({ path, tree, node, from }: IdPlace): string {
  return `${tree.spanOf(node).start}.${from} ${path}`;
}
