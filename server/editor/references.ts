// Every place where the name under the cursor stands, in all plans that share it and the files that they name.
import type { Location } from 'vscode-languageserver-types';
import type { BoundPlan } from '../plan/bound-plan.ts';
import { nameAt } from './names.ts';
import { rangeOf } from './place.ts';
import { editorUri } from './workspace-edit.ts';

/** Uses file by file in the order of the text, after the definition where that is asked for. `plans`: the one with the cursor first. */
export function references(plans: readonly BoundPlan[], offset: number, includeDefinition: boolean): Location[] {
  const places = nameAt(plans, offset)?.places() ?? [];
  const files = [...new Set(places.map(({ path }) => path))];
  return places
    .filter(({ defines }) => includeDefinition || !defines)
    .sort(
      (a, b) =>
        Number(b.defines) - Number(a.defines) ||
        files.indexOf(a.path) - files.indexOf(b.path) ||
        a.span.start - b.span.start,
    )
    .map(({ path, span, tree }) => ({ uri: editorUri(plans, path), range: rangeOf(tree, span) }));
}
