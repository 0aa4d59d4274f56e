// The name of a tag: a word that tasks have, that conditions of checks ask for, and that nothing defines.
import { type FileEdits, renameTagEdits } from '../edits/rename.ts';
import type { BoundPlan } from '../plan/bound-plan.ts';
import { sharedTag, type TagPlace, tagsIn, unclearTag } from '../plan/tags.ts';
import { lineOf, refusedAfter } from './name-of-id.ts';
import type { Name, Refused } from './names.ts';
import { sliceSpan, touches } from './place.ts';
import { scalarAt } from './scalar-at.ts';

/** The tag at an offset of the first plan; undefined where none stands there. */
export function tagAt(plans: readonly BoundPlan[], offset: number): Name | undefined {
  const [here] = plans;
  const scalar = here && scalarAt(here.tree, offset)?.scalar;
  if (here === undefined || scalar === undefined || scalar.text === '') return undefined;
  const found = tagsIn(here).find((place) => place.node === scalar && touches(spanOf(place), offset));
  return (
    found && {
      word: found.tag,
      span: spanOf(found),
      places: () =>
        sharedTag(plans, found.tag).places.map((place) => {
          return { path: place.path, tree: place.tree, span: spanOf(place), defines: false };
        }),
      renamed: (to) => renamed(plans, found.tag, to),
    }
  );
}

function spanOf({ tree, node, from, to }: TagPlace) {
  return sliceSpan(tree, node, from, to);
}

function renamed(plans: readonly BoundPlan[], tag: string, to: string): readonly FileEdits[] | Refused {
  const name = to.trim();
  if (name === '' || unwritable.test(name)) return { why: 'rename-not-a-tag', args: { name: to } };
  const { places, plans: sharing } = sharedTag(plans, tag);
  for (const bound of sharing) {
    const taken = name === tag ? undefined : tagsIn(bound).find((place) => place.tag === name);
    if (taken) return { why: 'rename-tag-taken', args: { name, ...lineOf(taken) } };
    const unclear = unclearTag(bound, tag) ?? unclearTag(bound, name);
    if (unclear) return { why: 'rename-tag-unclear-in-check', args: { name: tag, ...lineOf(unclear) } };
  }
  const inCheck = places.find((place) => place.inCheck);
  if (inCheck && inExpression.test(name)) return { why: 'rename-tag-in-check', args: { name, ...lineOf(inCheck) } };
  const files = renameTagEdits(places, name);
  return refusedAfter(plans, files, name) ?? files;
}

/** Line breaks, and what nobody sees. */
const unwritable = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;

/** What would end a text of an expression, or begin an escape there. */
const inExpression = /["'\\]/;
