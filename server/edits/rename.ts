// Renames an id, a tag or an anchor wherever it stands, over several files, quoting kept; and says what would mean something else afterwards.
import { type BoundPlan, bindAgain } from '../plan/bound-plan.ts';
import { externalIds, externalTask, type IdPlace } from '../plan/ids-across.ts';
import type { Definition } from '../plan/plan.ts';
import { type TagPlace, tagsIn } from '../plan/tags.ts';
import type { ScalarNode } from '../text/node.ts';
import { openTree } from '../text/open-tree.ts';
import { quoted } from '../text/quoting.ts';
import { sourceSlice } from '../text/source-slice.ts';
import type { Tree } from '../text/tree.ts';
import { applyEdits } from './apply-edits.ts';
import { rewriteScalar } from './rewrite-scalar.ts';
import { shiftBy } from './shift.ts';
import type { TextEdit } from './text-edit.ts';

/** The edits of one file, in the order of its text. */
export interface FileEdits {
  readonly path: string;
  readonly tree: Tree;
  readonly edits: readonly TextEdit[];
}

/** The edits that put another id in all of these places. */
export function renameEdits(places: readonly IdPlace[], to: string): readonly FileEdits[] {
  return editsAt(places, (place) => replaceSlice(place, to));
}

/** The edits that put another tag in all of these places: quoted where it must be. */
export function renameTagEdits(places: readonly TagPlace[], to: string): readonly FileEdits[] {
  return editsAt(places, (place) =>
    place.inCheck ? replaceSlice(place, to) : rewriteScalar(place.tree, place.node, to),
  );
}

function editsAt<P extends IdPlace>(places: readonly P[], editOf: (place: P) => TextEdit): readonly FileEdits[] {
  const files = new Map<string, { readonly tree: Tree; readonly edits: Map<number, TextEdit> }>();
  for (const place of places) {
    const file = files.get(place.path) ?? { tree: place.tree, edits: new Map<number, TextEdit>() };
    files.set(place.path, file);
    const edit = editOf(place);
    // One text may be read more than once: an alias, a merged map.
    file.edits.set(edit.span.start, edit);
  }
  return [...files].map(([path, { tree, edits }]) => ({
    path,
    tree,
    edits: [...edits.values()].sort((a, b) => a.span.start - b.span.start),
  }));
}

function replaceSlice({ tree, node, from, to }: IdPlace, text: string): TextEdit {
  const span = tree.spanOf(node);
  const slice = sourceSlice(node, from, to);
  if (!slice) return { span, text: quoted(node.text.slice(0, from) + text + node.text.slice(to)) };
  return { span: { start: span.start + slice.start, end: span.start + slice.end }, text };
}

/** An id that edits would turn into something else. */
export interface ChangedUse {
  readonly path: string;
  readonly text: string;
  /** Zero-based, before the edits. */
  readonly line: number;
}

/**
 * The first id in these plans that would mean something else, or nothing, after the edits; or an edited place that could not be read any
 * more. The plans are bound again with the edited texts.
 */
export function changedUse(plans: readonly BoundPlan[], files: readonly FileEdits[]): ChangedUse | undefined {
  const shift = shifts(files);
  const before = plans.map((bound) => ({ tags: tagsIn(bound), meanings: meaningsIn(bound, plans, shift) }));
  const errors = files.map(({ tree }) => tree.syntax.length);
  // Entries that are not edited are not read again.
  const trees = new Map(files.map(({ path, tree, edits }) => [path, openTree(applyEdits(tree.text(), edits), tree)]));
  const after = plans.map((bound) => bindAgain(bound, trees));
  for (const [index, { tags, meanings }] of before.entries()) {
    const now = after[index];
    if (now === undefined) continue;
    const tag = changedTag(tags, tagsIn(now));
    if (tag) return tag;
    const meaningsNow = meaningsIn(now, after);
    for (const [at, { meaning, node, tree, path }] of meanings)
      if (meaningsNow.get(at)?.meaning !== meaning) return usedAt({ path, tree, node }, node.text);
  }
  // An edited place may not be read as well as before.
  for (const [index, { path, tree, edits }] of files.entries()) {
    const [first] = edits;
    if (first !== undefined && (trees.get(path)?.syntax.length ?? 0) > (errors[index] ?? 0))
      return { path, text: tree.text(first.span), line: tree.positionAt(first.span.start).line };
  }
  return undefined;
}

function usedAt({ path, tree, node }: Pick<IdPlace, 'path' | 'tree' | 'node'>, text: string): ChangedUse {
  return { path, text, line: tree.positionAt(tree.spanOf(node).start).line };
}

/** The first tag that is none any more, or is not what its like are. */
function changedTag(tags: readonly TagPlace[], now: readonly TagPlace[]): ChangedUse | undefined {
  const names = new Map<string, string>();
  const place = tags.find(({ tag }, index) => {
    const name = now[index]?.tag;
    if (name !== undefined && !names.has(tag)) names.set(tag, name);
    return name === undefined || names.get(tag) !== name;
  });
  return place && usedAt(place, place.tag);
}

type Shift = (path: string, offset: number) => number;

/** Where an offset of a file is after the edits. */
function shifts(files: readonly FileEdits[]): Shift {
  const byPath = new Map(
    files.map(({ path, edits }) => [path, shiftBy(edits.map(({ span, text }) => ({ ...span, width: text.length })))]),
  );
  return (path, offset) => offset + (byPath.get(path)?.(offset) ?? 0);
}

interface Meaning {
  readonly meaning: string;
  readonly path: string;
  readonly tree: Tree;
  readonly node: ScalarNode;
}

/** What each id in a plan, and in the files that it names, means: what it defines, or where that is defined. */
function meaningsIn(
  bound: BoundPlan,
  plans: readonly BoundPlan[],
  shift: Shift = (_, offset) => offset,
): ReadonlyMap<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  const counts = new Map<ScalarNode, number>();
  const add = (path: string, tree: Tree, node: ScalarNode, meaning: string | undefined): void => {
    const count = counts.get(node) ?? 0;
    counts.set(node, count + 1);
    if (meaning === undefined) return;
    const key = `${shift(path, tree.spanOf(node).start)}.${count} ${path}`;
    meanings.set(key, { meaning, path, tree, node });
  };
  const defined = ({ path, tree, plan }: BoundPlan, { kind, key, file }: Definition): string | undefined => {
    const holder = file === undefined ? { path, tree } : plan.includes.find((one) => one.path === file);
    return holder && `${kind} ${shift(holder.path, holder.tree.spanOf(key).start)} ${holder.path}`;
  };
  const { path, tree, plan } = bound;
  for (const definition of plan.definitions) {
    const { kind, key, file } = definition;
    const holder = file === undefined ? bound : plan.includes.find((one) => one.path === file);
    if (holder) add(holder.path, holder.tree, key, kind);
  }
  for (const { node, definition } of plan.references) add(path, tree, node, definition && defined(bound, definition));
  for (const { file, node, definition } of plan.fileReferences)
    add(file.path, file.tree, node, definition && defined(bound, definition));
  for (const external of externalIds(bound)) {
    const meant = externalTask(plans, external)?.thing;
    add(path, tree, external.node, meant && defined(meant.bound, meant.definition));
  }
  return meanings;
}
