// What the page and the one that holds it (the panel in VS Code) say to each other.
import type { Filter } from '../../server/charts/filter.ts';
import type { Folding } from '../../server/charts/folding.ts';
import type { Gesture } from '../../server/charts/gesture.ts';
import type { ChartAnswer, GestureAnswer, ViewAnswer } from '../../server/protocol.ts';

/** What a gesture would do, as far as the page shows it. */
export type TriedGesture = Omit<GestureAnswer, 'version' | 'edits'>;

import { type Target, tableViews, type View, type ViewName, viewNameOf } from '../../server/charts/view.ts';

import { viewTitles } from '../../server/charts/view-titles.ts';

export type { Target, ViewName };

/** A file's text or bytes, or a PNG that the page itself puts on the clipboard. */
export type PictureFormat = 'svg' | 'png' | 'clipboard';

/** To the page. */
export type ToPage =
  /** What is new of the chart. */
  | { readonly type: 'chart'; readonly chart: ChartAnswer }
  /** Of the chart nothing is new; its map is, or the list of what moved. */
  | { readonly type: 'beside-chart'; readonly chart: ChartAnswer }
  /** The cursor's task: its name and those around it, the outermost first; empty outside the work. `row`: the one that stands for it. `reveal`: bring it into view. */
  | { readonly type: 'mark'; readonly path: readonly string[]; readonly row?: number; readonly reveal: boolean }
  /** The editor's hover text of a task, Markdown. */
  | { readonly type: 'hover'; readonly planId: string; readonly markdown: string }
  /** What is new of a view that is no Gantt chart. */
  | { readonly type: 'view'; readonly answer: ViewAnswer }
  /** `was`: the name that the plan had until now; `view`: what is shown of it. */
  | {
      readonly type: 'about';
      readonly locale: 'en' | 'zh-cn';
      readonly uri: string;
      readonly locked: boolean;
      readonly was?: string;
      readonly view?: ViewName;
    }
  /** A picture of the whole chart is wanted, as it is shown: `blocks` are all of its rows. */
  | {
      readonly type: 'paint';
      readonly request: number;
      readonly format: PictureFormat;
      readonly head: NonNullable<ChartAnswer['head']>;
      readonly blocks: ChartAnswer['blocks'];
    }
  /** The same of another view, with all that is wanted of it. */
  | { readonly type: 'paint-view'; readonly request: number; readonly format: PictureFormat; readonly view: View }
  /** What the gesture of that number would do. */
  | { readonly type: 'tried'; readonly id: number; readonly answer: TriedGesture }
  /** The gesture of that number is written, or why it isn't; `made`: the task that it made. */
  | { readonly type: 'made'; readonly id: number; readonly refused?: string; readonly made?: string }
  /** The chart is compared with something else now. */
  | { readonly type: 'against'; readonly against: AgainstChoice }
  /** No chart could be had; what is shown stays. */
  | { readonly type: 'trouble'; readonly text: string };

/** From the page. */
export type FromPage =
  /** The page listens. `around`: the task that was at its top before it was loaded again; `want`: what was wanted then. */
  | { readonly type: 'ready'; readonly around?: string; readonly want?: Want }
  /** These rows are looked at, whole blocks from `first` on; of others the page knows nothing any more. `around`: the task at the top. */
  | { readonly type: 'look'; readonly first: number; readonly count: number; readonly around?: string }
  /** The task that is at the top now. */
  | { readonly type: 'at'; readonly around: string }
  /** A task was chosen: show its text; `takeFocus`: and go there. */
  | { readonly type: 'select'; readonly planId: string; readonly takeFocus: boolean }
  | { readonly type: 'hover'; readonly planId: string }
  /** This view is wanted, and so much of it. */
  | { readonly type: 'view'; readonly view: ViewName; readonly folding?: Folding; readonly criticalOnly?: boolean }
  /** A place was chosen in a view: show it; `takeFocus`: and go there. */
  | { readonly type: 'go'; readonly target: Target; readonly takeFocus: boolean }
  | { readonly type: 'fold'; readonly folding: Folding }
  /** The picture that was wanted, or why there is none; `unwelcome`: why the clipboard did not take it. */
  | {
      readonly type: 'painted';
      readonly request: number;
      readonly svg?: string;
      readonly png?: ArrayBuffer;
      readonly failure?: string;
      readonly unwelcome?: string;
    }
  /** The reader wants the chart in a file. */
  | { readonly type: 'export' }
  /** Hands are at work: what would come of it? Numbers grow; an older question needs no answer any more. */
  | { readonly type: 'try'; readonly id: number; readonly gesture: Gesture }
  /** They have let go: write it. */
  | { readonly type: 'make'; readonly id: number; readonly gesture: Gesture }
  | { readonly type: 'undo' | 'redo' }
  /** Beside rows and folding this is wanted now. */
  | { readonly type: 'want'; readonly want: Want }
  /** A revision is to be picked, to compare with. */
  | { readonly type: 'pick-revision' }
  /** Drawing failed; for the log. */
  | { readonly type: 'failed'; readonly version: number; readonly reason: string };

/** What the page keeps over a reload of the window; VS Code gives it back to page and panel. */
export interface PageState {
  readonly uri: string;
  readonly locked: boolean;
  readonly folding?: Folding;
  /** Pixels per day; undefined: as wide as the panel. */
  readonly zoom?: number;
  /** The row at the top of what is seen, and how far it is scrolled out, in pixels. */
  readonly top?: { readonly planId: string; readonly offset: number };
  /** The moment at the left edge. */
  readonly left?: string;
  readonly table?: boolean;
  /** What is shown; undefined: the Gantt chart. */
  readonly view?: ViewName;
  /** Other views are shown as tables. */
  readonly viewTable?: boolean;
  readonly filter?: Filter;
  /** The filter's bar is open; the list of what moved is. */
  readonly filtering?: boolean;
  readonly against?: AgainstChoice;
  readonly comparing?: boolean;
}

/** What a reader compares with: a baseline (without an id the newest), the text as it was last saved, a revision of Git. */
export type AgainstChoice =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'baseline'; readonly id?: string }
  | { readonly kind: 'revision'; readonly ref: string };

/** What of a chart is wanted beside rows and folding. */
export interface Want {
  readonly filter?: Filter;
  /** Undefined: the newest baseline, where there is one. */
  readonly against?: AgainstChoice;
  /** The list of what moved. */
  readonly changes?: boolean;
  /** The map of a long chart, in at most so many stripes. */
  readonly overview?: number;
}

/** What a view is called. */
export function titleOf(view: ViewName, locale: 'en' | 'zh-cn'): string {
  return viewTitles[view][locale];
}

/** Whether Mermaid has a text of a view. */
export function hasMermaid(view: ViewName): boolean {
  return !tableViews.has(view);
}

/** A view from what was kept, which may be anything. */
export function keptView(kept: unknown): ViewName | undefined {
  return viewNameOf(kept);
}

/** A folding from what was kept, which may be anything. */
export function foldingOf(kept: unknown): Folding | undefined {
  if (typeof kept !== 'object' || kept === null || !('base' in kept)) return undefined;
  const { base } = kept;
  if (base !== 'fit' && base !== 'all' && base !== 'none') return undefined;
  const ids = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
  return {
    base,
    folded: ids('folded' in kept ? kept.folded : undefined),
    unfolded: ids('unfolded' in kept ? kept.unfolded : undefined),
  };
}
