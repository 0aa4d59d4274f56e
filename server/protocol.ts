// The few requests of our own between the editor's side and the server. The client imports this file and nothing else of the server.

import type { ChartQuestion } from './charts/chart-answer.ts';
import type { Folding } from './charts/folding.ts';
import type { GanttAnswer } from './charts/gantt-answer.ts';
import type { Gesture } from './charts/gesture.ts';
import type { MovedBar, OutcomeLine } from './charts/outcome.ts';

/** What the client may announce in `initializationOptions`. */
export interface InitializationOptions {
  /** It answers `plan/readFile`: asked where the server can't read files itself (web, virtual workspaces). */
  readonly readFile?: boolean;
  /** It has the preview's commands: code lenses may offer them. */
  readonly preview?: boolean;
  /** The URI of the folder with a page for each rule, `<id>.md`: the codes of findings lead there. */
  readonly rulePages?: string;
}

/** Sent to the client after each analysed version, so that a preview can ask for its chart. */
export const didAnalyse = 'plan/didAnalyse';
export interface DidAnalyseParams {
  readonly uri: string;
  readonly version: number;
}

/** Request: the chart of a plan in one of its views, as far as it is looked at. */
export const chartRequest = 'plan/chart';
export interface ChartParams extends ChartQuestion {
  readonly uri: string;
  readonly view: 'gantt';
}
export type ChartAnswer = GanttAnswer;

/** Request: where a task of the chart is written. */
export const locateRequest = 'plan/locate';
export interface LocateParams {
  readonly uri: string;
  readonly planId: string;
}
interface LspRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}
export interface LocateAnswer {
  readonly version: number;
  /** The id's own range, and the whole entry's. */
  readonly key: LspRange;
  readonly entry: LspRange;
}

/** Request: the task whose entry holds a position; null outside the work. */
export const taskAtRequest = 'plan/taskAt';
export interface TaskAtParams {
  readonly uri: string;
  /** As in `ChartParams`: tells the row. */
  readonly folding?: Folding;
  readonly position: { readonly line: number; readonly character: number };
}
export interface TaskAtAnswer {
  readonly version: number;
  readonly planId: string;
  /** The task and all that hold it, the outermost first: where it is folded, the last of them that has a row stands for it. */
  readonly path: readonly string[];
  /** The row that stands for it. */
  readonly row: number;
}

/** Request: the templates of new plans, for the reader's language. No document is needed. */
export const templatesRequest = 'plan/templates';
export interface TemplatesAnswer {
  /** In the order in which they are offered; `file` is the path inside the extension. */
  readonly templates: readonly { readonly id: string; readonly file: string; readonly title: string }[];
}

/** Request: the text of a new plan out of a template's text: its dates moved, nothing done yet. Days are `2026-03-02`. */
export const newPlanRequest = 'plan/newPlan';
export interface NewPlanParams {
  readonly text: string;
  /** The reader's: without a `start` the plan starts on the Monday after it. */
  readonly today: string;
  readonly start?: string;
}
export interface NewPlanAnswer {
  readonly text: string;
}

/** Request: what a gesture on the chart would do, and the edits that do it. Nothing is written: the client does that, if the gesture ends. */
export type { Gesture };
export const gestureRequest = 'plan/gesture';
export interface GestureParams {
  readonly uri: string;
  /** The version of the text that the chart shows; of another one the gesture is refused. */
  readonly version: number;
  readonly gesture: Gesture;
}
export interface GestureAnswer {
  readonly version: number;
  /** Why it can't be, in the reader's words: then there are no edits. `unchanged`: since all is so already. */
  readonly refused?: string;
  readonly unchanged?: true;
  /** What is written, in short: `after: design + 3d`. */
  readonly writes?: string;
  readonly edits: readonly { readonly range: LspRange; readonly newText: string }[];
  readonly moved: readonly MovedBar[];
  readonly lines: readonly OutcomeLine[];
  /** The task that the gesture is about would stand here: its dates as they are read. */
  readonly dates?: string;
  /** The name on charts of a task that the gesture makes. */
  readonly made?: string;
}

/** Request from the server to the client: a file that a plan names. Answered only inside the workspace. */
export const readFileRequest = 'plan/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileAnswer =
  | { readonly text: string }
  | { readonly failure: 'missing' | 'outside' | 'unreadable' | 'too-large' };
