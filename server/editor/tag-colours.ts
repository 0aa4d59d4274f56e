// The colours of tags beside them: the same word has the same colour all over a plan.
import type { ColorInformation, ColorPresentation } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { tagColour } from '../plan/tag-colour.ts';
import type { ScalarNode } from '../text/node.ts';
import type { Steps } from '../text/steps.ts';
import type { Range } from '../text/tree.ts';
import { offsetOf, rangeOf, sliceSpan } from './place.ts';

/** Every tag of a task or phase, each place once, in the order of the tasks. */
export function* tagColours({ tree, plan }: Analysis): Steps<ColorInformation[]> {
  const shown = new Set<ScalarNode>();
  const colours: ColorInformation[] = [];
  for (const { index, record, synthetic } of plan.tasks) {
    if (index % tasksPerStep === tasksPerStep - 1) yield;
    if (synthetic !== undefined) continue;
    for (const { node, value } of record.tags?.value ?? []) {
      if (node.kind !== 'scalar' || value === '' || shown.has(node) || !tree.has(node)) continue;
      shown.add(node);
      const range = rangeOf(tree, sliceSpan(tree, node, 0, node.text.length));
      colours.push({ range, color: { ...tagColour(value), alpha: 1 } });
    }
  }
  return colours;
}

/** A millisecond's worth. */
const tasksPerStep = 500;

/** A tag's colour comes from its word: whatever is picked, the word stays. */
export function tagPresentations({ tree }: Analysis, { start, end }: Range): ColorPresentation[] {
  return [{ label: tree.text({ start: offsetOf(tree, start), end: offsetOf(tree, end) }) }];
}
