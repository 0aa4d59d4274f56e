// Renames an id wherever plans say it; refuses names that are none, that clash, or that would change what something means.
import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { changedUse, renameEdits } from '../edits/rename.ts';
import type { BoundPlan } from '../plan/bound-plan.ts';
import { type IdPlace, placesOf, type Thing } from '../plan/ids-across.ts';
import type { Definition, DefinitionKind } from '../plan/plan.ts';
import { parseId } from '../plan/scalars/id.ts';
import type { MessageArguments } from '../rules/finding.ts';
import { editorWords } from '../words/editor.ts';
import { plainWording, say } from '../words/words.ts';
import { identifierAt, thingAt } from './identifier.ts';
import { keyDocumentation, recordKeyAt } from './key-reference.ts';
import { rangeOf } from './place.ts';
import type { Reader } from './reader.ts';
import { scalarAt } from './scalar-at.ts';
import { segmentsOf } from './shape.ts';
import { editorUri, fileName, filesEdit } from './workspace-edit.ts';

/** Why an id can't be renamed, in the reader's language. */
export interface Refusal {
  readonly refused: string;
}

/** What would be renamed, or why there is nothing. `plans`: the one with the cursor first. */
export function prepareRename(
  plans: readonly BoundPlan[],
  offset: number,
  reader: Pick<Reader, 'locale'>,
): { range: Range; placeholder: string } | Refusal {
  const [here] = plans;
  const found = thingAt(plans, offset);
  if (!here || !found) return nothingHere(here, offset, reader);
  return { range: rangeOf(here.tree, found.span), placeholder: found.thing.definition.id };
}

/** The edit that gives the id under the cursor another name in all files, or why it can't have that. */
export function rename(
  plans: readonly BoundPlan[],
  offset: number,
  newName: string,
  reader: Pick<Reader, 'locale' | 'versionedEdits'>,
): WorkspaceEdit | Refusal {
  const [here] = plans;
  const found = thingAt(plans, offset);
  if (!here || !found) return nothingHere(here, offset, reader);
  const name = newName.trim();
  const read = parseId(name);
  if (!read.ok) return refuse('rename-not-an-id', { name: newName }, reader);
  const { definition } = found.thing;
  const places = placesOf(found.thing, plans);
  if (read.value !== definition.id) {
    const taken = clash(found.thing, places, read.value, plans);
    if (taken === here) return refuse('rename-taken', { name }, reader);
    if (taken) return refuse('rename-taken-in', { name, file: fileName(taken.path) }, reader);
  }
  const unclear = unclearName(found.thing, places, plans);
  if (unclear) return refuse('rename-unclear-in-check', { name: definition.id, ...unclear }, reader);
  const files = renameEdits(places, name);
  const changed = changedUse(plans, files);
  if (changed) {
    const { text, path, line } = changed;
    return refuse('rename-changes-meaning', { name, text, file: fileName(path), line: line + 1 }, reader);
  }
  const versions = new Map(plans.map(({ path, version }) => [path, version]));
  return filesEdit(
    files.map((file) => ({ ...file, uri: editorUri(plans, file.path), version: versions.get(file.path) ?? null })),
    reader,
  );
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
    const holder = unclear.file ?? { path, tree };
    const { start } = holder.tree.spanOf(unclear.node);
    return { file: fileName(holder.path), line: holder.tree.positionAt(start).line + 1 };
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

function nothingHere(here: BoundPlan | undefined, offset: number, reader: Pick<Reader, 'locale'>): Refusal {
  const id = here && identifierAt(here, offset);
  if (id) return refuse('rename-undefined', { name: id.id }, reader);
  const at = here && scalarAt(here.tree, offset);
  const key = at?.onKey ? recordKeyAt(segmentsOf(at.path)) : undefined;
  const isKeyword = key !== undefined && keyDocumentation(key.record, key.key, reader.locale) !== undefined;
  return isKeyword ? refuse('rename-keyword', { name: key.key }, reader) : refuse('rename-nothing', {}, reader);
}

function refuse(why: keyof typeof editorWords, args: MessageArguments, { locale }: Pick<Reader, 'locale'>): Refusal {
  return { refused: say(editorWords[why], args, plainWording(locale)) };
}
