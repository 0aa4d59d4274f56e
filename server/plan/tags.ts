// Tags: words that tasks have and conditions of checks ask for. Where each stands, in all plans in which it is the same word.
import type { ScalarNode } from '../text/node.ts';
import type { BoundPlan } from './bound-plan.ts';
import { CheckNames } from './check-names.ts';
import type { IdPlace } from './ids-across.ts';

/** A tag where it stands. */
export interface TagPlace extends IdPlace {
  readonly tag: string;
  /** Whether a condition asks for it, rather than a task having it. */
  readonly inCheck: boolean;
}

/** The tags of a plan, each place once: those of its tasks, then those that its checks ask for, included ones among them. */
export function tagsIn(bound: BoundPlan): readonly TagPlace[] {
  const { path, tree, plan } = bound;
  const nodes = new Map<ScalarNode, string>();
  for (const { record, synthetic } of plan.tasks)
    if (synthetic === undefined)
      for (const { node, value } of record.tags?.value ?? [])
        if (node.kind === 'scalar' && value !== '' && tree.has(node)) nodes.set(node, value);
  const ofTasks = [...nodes].map(
    ([node, tag]): TagPlace => ({
      path,
      tree,
      node,
      tag,
      from: 0,
      to: node.text.length,
      defines: false,
      inCheck: false,
    }),
  );
  const ofChecks = checksOf(bound).flatMap(({ path, tree, names }) =>
    names.tags.map(({ id, node, from, to }): TagPlace => {
      return { path, tree, node, tag: id, from, to, defines: false, inCheck: true };
    }),
  );
  return [...ofTasks, ...ofChecks];
}

/** The plans that share a tag, by the places where it stands. */
export interface SharedTag {
  /** Each once. */
  readonly places: readonly TagPlace[];
  readonly plans: readonly BoundPlan[];
}

/** A tag of the first plan in all of them: two plans mean the same word where a file that both include asks for it. */
export function sharedTag(plans: readonly BoundPlan[], tag: string): SharedTag {
  const places = new Map<string, TagPlace>();
  const joined: BoundPlan[] = [];
  let open = plans.map((bound) => ({ bound, found: tagsIn(bound).filter((place) => place.tag === tag) }));
  for (let more = open.slice(0, 1); more.length > 0; ) {
    for (const { bound, found } of more) {
      joined.push(bound);
      for (const place of found) places.set(keyOf(place), place);
    }
    open = open.filter((each) => !more.includes(each));
    more = open.filter(({ found }) => found.some((place) => places.has(keyOf(place))));
  }
  return { places: [...places.values()], plans: joined };
}

/** Where a condition says a word that may be this tag, and may not. */
export function unclearTag(bound: BoundPlan, tag: string): Pick<IdPlace, 'path' | 'tree' | 'node'> | undefined {
  const unclear = bound.plan.unclearNames.find(({ id, kinds }) => id === tag && kinds.includes('tag'));
  if (unclear === undefined) return undefined;
  const { path, tree } = unclear.file ?? bound;
  return { path, tree, node: unclear.node };
}

function checksOf({ path, tree, plan }: BoundPlan) {
  const own = { path, tree, names: new CheckNames(tree, plan.root.rules) };
  const included = plan.includedRules.map(({ node, file }) => ({
    path: file.path,
    tree: file.tree,
    names: new CheckNames(file.tree, node),
  }));
  return [own, ...included];
}

function keyOf({ path, tree, node, from }: IdPlace): string {
  return `${tree.spanOf(node).start}.${from} ${path}`;
}
