// What a view of a plan beside the Gantt chart is made of: drawings for Mermaid, tables that say the same, and where both lead in the text.
import type { BannerLine } from './chart.ts';

/** The views that are no Gantt chart, in the order of menus. */
export const otherViews = [
  'network',
  'wbs',
  'milestones',
  'risks',
  'workload',
  'budget',
  'finish',
  'board',
  'money',
  'raci',
  'resources',
  'findings',
] as const;

export type OtherView = (typeof otherViews)[number];

/** All views, in the order of menus. */
export const viewNames = ['gantt', ...otherViews] as const;

export type ViewName = (typeof viewNames)[number];

/** Views without a picture: Mermaid draws no tables. */
export const tableViews: ReadonlySet<ViewName> = new Set(['raci', 'resources', 'findings']);

/** A view's name from outside, which may be anything. */
export function viewNameOf(text: unknown): ViewName | undefined {
  return viewNames.find((name) => name === text);
}

/** What Mermaid draws with. */
export type Diagram = 'flowchart' | 'mindmap' | 'timeline' | 'quadrantChart' | 'xychart' | 'kanban' | 'pie';

/** Zero-based, as in LSP. */
export interface TextRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A thing of the plan that has a place in its text: `id` is a task's plan id, the id of a person, resource or risk, or one of the plan's own keys. */
export interface Thing {
  readonly kind: 'task' | 'person' | 'resource' | 'risk' | 'key';
  readonly id: string;
}

/** Where an element leads. */
export type Target = Thing | { readonly kind: 'range'; readonly range: TextRange };

/** How an element looks; what a sign means stands in words beside it. */
export type Sign = 'critical' | 'milestone' | 'buffer' | 'done' | 'late' | 'folded' | 'over' | 'blocked' | 'high';

/** An element of a drawing. */
export interface Element {
  /** As the Mermaid text calls it; in diagrams without ids (timeline, quadrant, pie) the place in their order, in charts `plot-place`. */
  readonly id: string;
  /** What it says to those who don't see it. */
  readonly label: string;
  readonly signs?: readonly Sign[];
  readonly target?: Target;
  /** The plan id of a summary that can be folded or unfolded here. */
  readonly folds?: string;
}

export interface Drawing {
  readonly diagram: Diagram;
  /** Where a view has several: what this one shows. */
  readonly caption?: string;
  readonly mermaid: string;
  readonly elements: readonly Element[];
  /** Parts that follow each other, by how many elements they hold. */
  readonly groups?: readonly { readonly name: string; readonly count: number }[];
  /** What the plots of a chart are, in their order; a line ends at its `points`-th category where not all are known. */
  readonly plots?: readonly { readonly name: string; readonly kind: Plot; readonly points?: number }[];
}

/** The parts of a chart, by their look. */
export type Plot = 'planned' | 'earned' | 'spent' | 'limit' | 'load' | 'over' | 'share';

export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}

export interface Line {
  readonly cells: readonly string[];
  readonly target?: Target;
  readonly signs?: readonly Sign[];
  /** How far the first cell is indented. */
  readonly depth?: number;
}

export interface Table {
  readonly caption?: string;
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
}

export interface LegendEntry {
  readonly sign: Sign | Plot;
  readonly text: string;
}

/** A view, worded. */
export interface View {
  readonly name: OtherView;
  /** The plan's name. */
  readonly title: string;
  /** What is to be known before anything else: one line. */
  readonly summary: string;
  readonly drawings: readonly Drawing[];
  readonly tables: readonly Table[];
  readonly legend: readonly LegendEntry[];
  /** What of the plan is not shown, and why. */
  readonly banner: readonly BannerLine[];
  /** Why there is nothing to show, and what to write. */
  readonly empty?: string;
  /** The text says nothing at all: there is nothing to keep showing. */
  readonly blank: boolean;
  /** Summaries can be folded, and all but the critical path left out. */
  readonly narrows: boolean;
  readonly locale: 'en' | 'zh-cn';
}

/** What makes a view out of an analysis: its own part of it. */
export type ViewContent = Partial<Pick<View, 'summary' | 'legend' | 'empty'>> &
  Pick<View, 'drawings' | 'tables'> & {
    /** Lines of the banner beyond those that every view has. */
    readonly notes?: readonly string[];
  };
