// What a view in a file of its own carries: the view, and, since nobody answers there, what its buttons would ask for.
import type { Analysis } from '../analysis.ts';
import type { Wording } from '../words/words.ts';
import type { View } from './view.ts';
import { type ViewQuestion, viewOf } from './views.ts';

/** The buttons that show more or less of a view. */
export type NarrowingTool = 'critical-only' | 'fold-all' | 'unfold-all';

export interface CarriedView {
  readonly view: View;
  /** Undefined where the view has no such button. Tables are those of `view`. */
  readonly narrowed?: Readonly<Record<NarrowingTool, View>>;
}

const questions = {
  'critical-only': { criticalOnly: true },
  'fold-all': { folding: { base: 'all', folded: [], unfolded: [] } },
  'unfold-all': { folding: { base: 'none', folded: [], unfolded: [] } },
} as const satisfies Record<NarrowingTool, Partial<ViewQuestion>>;

/** A view that was made from an analysis, with all that its file needs. */
export function carriedView(analysis: Analysis, view: View, wording: Wording): CarriedView {
  if (!view.narrows) return { view: still(view) };
  const narrowed = (tool: NarrowingTool): View =>
    still({ ...viewOf(analysis, { view: view.name, ...questions[tool] }, wording), tables: [] });
  return {
    view: still(view),
    narrowed: {
      'critical-only': narrowed('critical-only'),
      'fold-all': narrowed('fold-all'),
      'unfold-all': narrowed('unfold-all'),
    },
  };
}

/** Nothing in it leads anywhere: there is no text beside the file, and one summary alone is folded by the server only. */
function still(view: View): View {
  return {
    ...view,
    drawings: view.drawings.map((drawing) => ({
      ...drawing,
      elements: drawing.elements.map(({ folds: _, target: __, ...element }) => element),
    })),
    tables: view.tables.map((table) => ({ ...table, lines: table.lines.map(({ target: _, ...line }) => line) })),
  };
}
