// The name of an anchor: `&name` with the aliases that mean it. It holds in its own text alone.
import type { FileEdits } from '../edits/rename.ts';
import type { BoundPlan } from '../plan/bound-plan.ts';
import type { Anchor } from '../text/anchors.ts';
import type { Span, Tree } from '../text/tree.ts';
import { refusedAfter } from './name-of-id.ts';
import type { Name, NamePlace, Refused } from './names.ts';
import { touches } from './place.ts';

/** The anchor that is named at an offset of the first plan; undefined where none is, or an alias means nothing. */
export function anchorAt(plans: readonly BoundPlan[], offset: number): Name | undefined {
  const [here] = plans;
  const found = here && anchorNamedAt(here.tree, offset);
  if (here === undefined || found === undefined) return undefined;
  const { anchor, span } = found;
  const { tree, path } = here;
  const places = spansOf(anchor).map((one): NamePlace => ({ path, tree, span: one, defines: one === anchor.span }));
  return { word: anchor.name, span, places: () => places, renamed: (to) => renamed(here, anchor, to, places) };
}

/** The anchor that is named at an offset, by itself or by an alias, and where its name stands there. */
export function anchorNamedAt(
  tree: Tree,
  offset: number,
): { readonly anchor: Anchor; readonly span: Span } | undefined {
  if (!hasSign(tree, offset)) return undefined;
  for (const anchor of tree.anchors.defined) {
    const span = spansOf(anchor).find((one) => isAt(one, offset));
    if (span) return { anchor, span };
  }
  return undefined;
}

function spansOf({ span, aliases }: Anchor): readonly Span[] {
  return [span, ...aliases];
}

/** The name of an alias at an offset that means nothing. */
export function unknownAliasAt({ tree }: Pick<BoundPlan, 'tree'>, offset: number): string | undefined {
  if (!hasSign(tree, offset)) return undefined;
  return tree.anchors.unknown.find(({ name, span }) => name !== '' && isAt(span, offset))?.name;
}

/** On the name or on its sign. */
function isAt({ start, end }: Span, offset: number): boolean {
  return touches({ start: start - 1, end }, offset);
}

/** Whether an anchor or alias may stand around an offset: nearly always a look at its word tells. */
function hasSign(tree: Tree, offset: number): boolean {
  const { line, character } = tree.positionAt(offset);
  const text = tree.line(line);
  const word = /[^\s,[\]{}]*$/.exec(text.slice(Math.max(0, character - longestName), character))?.[0] ?? '';
  return /[&*]/.test(word) || /^[&*]/.test(text.slice(character, character + 1));
}

/** Nobody reads longer ones. */
const longestName = 1000;

function renamed(
  here: BoundPlan,
  { name, span }: Anchor,
  to: string,
  places: readonly NamePlace[],
): readonly FileEdits[] | Refused {
  const wanted = to.trim();
  if (!writable.test(wanted)) return { why: 'rename-not-an-anchor', args: { name: to } };
  const { tree, path } = here;
  const { defined, unknown } = tree.anchors;
  const taken = [...defined, ...unknown].find((other) => other.name === wanted && other.span.start !== span.start);
  if (taken && wanted !== name)
    return { why: 'rename-anchor-taken', args: { name: wanted, line: tree.positionAt(taken.span.start).line + 1 } };
  const edits = places.map((place) => ({ span: place.span, text: wanted })).sort((a, b) => a.span.start - b.span.start);
  const files: readonly FileEdits[] = [{ path, tree, edits }];
  return refusedAfter([here], files, wanted) ?? files;
}

/** A colon could end a key there, and a sign be taken for another one. */
const writable = /^[^\s,[\]{}:&*"'#\p{C}]+$/u;
