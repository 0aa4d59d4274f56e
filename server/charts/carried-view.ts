// A view in a file of its own: what it carries and, since nobody answers there, how it folds itself.
import type { Wording } from '../words/words.ts';
import { boxDrawings } from './box-drawings.ts';
import type { Boxes } from './boxes.ts';
import type { BannerLine } from './chart.ts';
import { type Folding, fitting } from './folding.ts';
import type { NetworkQuestion } from './network-drawing.ts';
import type { View } from './view.ts';

export interface CarriedView {
  readonly view: View;
  /** Undefined where nothing of the view folds. */
  readonly foldable?: {
    readonly boxes: Boxes;
    readonly wording: Wording;
    /** What is said of the plan, however it is folded. */
    readonly banner: readonly BannerLine[];
  };
}

/** The view as it is folded in its file; `question`: undefined folding is as the file opens. */
export function foldedHere({ view, foldable }: CarriedView, { folding, criticalOnly }: NetworkQuestion): View {
  const draw = boxDrawings[view.name];
  if (foldable === undefined || draw === undefined || (folding === undefined && criticalOnly !== true)) return view;
  const { boxes, wording, banner } = foldable;
  const question = {
    folding: fromOpening(view, folding ?? fitting),
    ...(criticalOnly === undefined ? {} : { criticalOnly }),
  };
  const { drawings, legend = [], notes = [], empty } = draw(boxes, question, wording);
  const { empty: _, ...rest } = view;
  return still({
    ...rest,
    drawings,
    legend,
    banner: [...banner, ...notes.map((text) => ({ severity: 'info' as const, text }))],
    ...(empty === undefined ? {} : { empty }),
  });
}

/** Folded by hand from what the file opens with, which may be other than what a plan folds to by itself. */
function fromOpening({ drawings }: View, { base, folded, unfolded }: Folding): Folding {
  if (base !== 'fit') return { base, folded, unfolded };
  const opening = drawings.flatMap(({ elements }) =>
    elements.flatMap(({ folds, signs }) => (folds !== undefined && signs?.includes('folded') === true ? [folds] : [])),
  );
  return { base: 'none', folded: [...opening.filter((id) => !unfolded.includes(id)), ...folded], unfolded };
}

/** Nothing in it leads anywhere: there is no text beside the file. */
export function still(view: View): View {
  return {
    ...view,
    drawings: view.drawings.map((drawing) => ({
      ...drawing,
      elements: drawing.elements.map(({ target: _, ...element }) => element),
    })),
    tables: view.tables.map((table) => ({ ...table, lines: table.lines.map(({ target: _, ...line }) => line) })),
  };
}
