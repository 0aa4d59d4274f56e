// The name of an id: renamed wherever plans say it; refused what is none, what clashes, and what would change what something means.
import { changedUse, type FileEdits, renameEdits } from '../edits/rename.ts';
import type { BoundPlan } from '../plan/bound-plan.ts';
import { type IdPlace, placesOf, type Thing } from '../plan/ids-across.ts';
import type { Definition, DefinitionKind } from '../plan/plan.ts';
import { parseId } from '../plan/scalars/id.ts';
import type { Node } from '../text/node.ts';
import { thingAt } from './identifier.ts';
import type { Name, Refused } from './names.ts';
import { sliceSpan } from './place.ts';
import { fileName } from './workspace-edit.ts';

/** The id at an offset of the first plan; undefined where none stands there, or nothing defines it. */
export function idAt(plans: readonly BoundPlan[], offset: number): Name | undefined {
  const found = thingAt(plans, offset);
  return (
    found && {
      word: found.thing.definition.id,
      span: found.span,
      places: () =>
        placesOf(found.thing, plans).map(({ path, tree, node, from, to, defines }) => {
          return { path, tree, span: sliceSpan(tree, node, from, to), defines };
        }),
      renamed: (to) => renamed(plans, found.thing, to),
    }
  );
}

function renamed(plans: readonly BoundPlan[], thing: Thing, to: string): readonly FileEdits[] | Refused {
  const name = to.trim();
  const read = parseId(name);
  if (!read.ok) return { why: 'rename-not-an-id', args: { name: to } };
  const { definition } = thing;
  const places = placesOf(thing, plans);
  if (read.value !== definition.id) {
    const taken = clash(thing, places, read.value, plans);
    if (taken === plans[0]) return { why: 'rename-taken', args: { name } };
    if (taken) return { why: 'rename-taken-in', args: { name, file: fileName(taken.path) } };
  }
  const unclear = unclearName(thing, places, plans);
  if (unclear) return { why: 'rename-unclear-in-check', args: { name: definition.id, ...unclear } };
  const files = renameEdits(places, name);
  return refusedAfter(plans, files, name) ?? files;
}

/** Why these edits can't be: something would mean something else. */
export function refusedAfter(
  plans: readonly BoundPlan[],
  files: readonly FileEdits[],
  name: string,
): Refused | undefined {
  const changed = changedUse(plans, files);
  if (changed === undefined) return undefined;
  const { text, path, line } = changed;
  return { why: 'rename-changes-meaning', args: { name, text, file: fileName(path), line: line + 1 } };
}

/** Kinds that are told apart by nothing but their ids share one space of names. */
const together: readonly (readonly DefinitionKind[])[] = [['person', 'stakeholder', 'resource']];

/** The plan that sees the thing, and something else with that id. */
function clash(
  { definition }: Thing,
  places: readonly IdPlace[],
  id: string,
  plans: readonly BoundPlan[],
): BoundPlan | undefined {
  const { kind } = definition;
  const kinds = together.find((space) => space.includes(kind)) ?? [kind];
  return seeing(definition, places, plans).find(({ plan }) =>
    plan.definitions.some((other) => kinds.includes(other.kind) && other.id === id),
  );
}

/** Where a check of these plans says the id, and may mean something else; zero-based lines are counted from one. */
function unclearName(
  { definition: { kind, id }, ...thing }: Thing,
  places: readonly IdPlace[],
  plans: readonly BoundPlan[],
): { readonly file: string; readonly line: number } | undefined {
  for (const { path, tree, plan } of seeing({ kind, id }, places, [thing.bound, ...plans])) {
    const unclear = plan.unclearNames.find((one) => one.id === id && one.kinds.some((each) => each === kind));
    if (!unclear) continue;
    return lineOf({ ...(unclear.file ?? { path, tree }), node: unclear.node });
  }
  return undefined;
}

/** The plans that see a thing under its id. */
function seeing(
  { kind, id }: Pick<Definition, 'kind' | 'id'>,
  places: readonly IdPlace[],
  plans: readonly BoundPlan[],
): readonly BoundPlan[] {
  const keys = new Set(places.filter(({ defines }) => defines).map(placeOf));
  return plans.filter(({ path, tree, plan }) =>
    plan.definitions.some((one) => {
      if (one.kind !== kind || one.id !== id) return false;
      const holder = one.file === undefined ? { path, tree } : plan.includes.find((file) => file.path === one.file);
      return holder !== undefined && keys.has(placeOf({ ...holder, node: one.key }));
    }),
  );
}

function placeOf({ path, tree, node }: Pick<IdPlace, 'path' | 'tree' | 'node'>): string {
  return `${tree.spanOf(node).start} ${path}`;
}

/** Where a node stands, for people: lines are counted from one. */
export function lineOf({ path, tree, node }: Pick<IdPlace, 'path' | 'tree'> & { readonly node: Node }): {
  readonly file: string;
  readonly line: number;
} {
  return { file: fileName(path), line: tree.positionAt(tree.spanOf(node).start).line + 1 };
}
