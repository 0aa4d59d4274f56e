// The few requests of our own between the editor's side and the server. The client imports this file and nothing else of the server.

import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { ChartQuestion } from './charts/chart-answer.ts';
import type { Filter } from './charts/filter.ts';
import type { Folding } from './charts/folding.ts';
import type { GanttAnswer } from './charts/gantt-answer.ts';
import type { Gesture } from './charts/gesture.ts';
import type { MovedBar, OutcomeLine } from './charts/outcome.ts';
import type { Thing } from './charts/view.ts';
import type { ViewAnswer, ViewQuestion } from './charts/views.ts';
import type { Outlook } from './editor/outlook.ts';
import type { TreeAnswer, TreeKind, TreeList, TreeRow, TreeState } from './editor/plan-tree.ts';
import type { SimulationOutcome } from './editor/simulation-outcome.ts';

/** What the client may announce in `initializationOptions`. */
export interface InitializationOptions {
  /** It answers `plan/readFile`: asked where the server can't read files itself (web, virtual workspaces). */
  readonly readFile?: boolean;
  /** It answers `plan/listFiles`: it knows which files the workspace shows. */
  readonly listFiles?: boolean;
  /** It listens to `plan/didAnalyse` and `plan/didSettle`; other clients are not bothered with them. */
  readonly didAnalyse?: boolean;
  /** It hears `plan/usedFiles`, and tells the unsaved texts of those files by `plan/draft`. */
  readonly drafts?: boolean;
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

/** Sent to the client when the slower rules have judged a version too, which they do in a pause: its findings are whole. */
export const didSettle = 'plan/didSettle';
export type DidSettleParams = DidAnalyseParams;

/** Request: what becomes of a plan, at a glance. */
export const outlookRequest = 'plan/outlook';
export interface OutlookParams {
  readonly uri: string;
}
export type OutlookAnswer = Outlook;

/** Request: one level of the plan as a tree, or one of its lists; null where `inside` names no task. */
export const treeRequest = 'plan/tree';
export interface TreeParams {
  readonly uri: string;
  readonly list: TreeList;
  readonly inside?: string;
}
export type { TreeAnswer, TreeKind, TreeList, TreeRow, TreeState };

/** Request: when a plan is likely to finish, from its three-point estimates; null where its text changed before that was known. */
export const simulationRequest = 'plan/simulate';
export interface SimulationParams {
  readonly uri: string;
  /** The same comes with each note of the progress. */
  readonly progressToken?: string;
}
/** Sent to the client while it waits: the share (0…1) that is done. */
export const simulationProgress = 'plan/simulationProgress';
export interface SimulationProgressParams {
  readonly token: string;
  readonly share: number;
}
export type SimulationAnswer = SimulationOutcome;

/** Request: a file of another program as the text of a plan. No document is needed. */
export const importRequest = 'plan/import';
export type ImportParams = {
  /** The file's: its ending says the format. */
  readonly name: string;
  /** Now, in wall-clock minutes of the reader's zone since 1970-01-01. */
  readonly nowMinute: number;
} & ({ readonly text: string } | { /** What is no Unicode. */ readonly base64: string });
export type ImportAnswer =
  | {
      readonly text: string;
      /** What could not be carried over, and what is worth saying: lines for people. */
      readonly losses: readonly string[];
      readonly notes: readonly string[];
    }
  | { readonly refused: string };

/** Request: the chart of a plan in one of its views, as far as it is looked at. */
export const chartRequest = 'plan/chart';
export interface ChartParams extends ChartQuestion {
  readonly uri: string;
  readonly view: 'gantt';
}
export type ChartAnswer = GanttAnswer;

/** Request: an earlier version of an open plan, for charts to be compared with (`against` its key); it stays until another one comes or the plan is closed. */
export const earlierRequest = 'plan/earlier';
export interface EarlierParams {
  readonly uri: string;
  readonly key: string;
  readonly text: string;
  /** The texts of the files that it names, by URI, as they were then; null: there was none. Without this they are as they are now. */
  readonly files?: Readonly<Record<string, string | null>>;
}
export interface EarlierAnswer {
  /** Files that it names and that were not given: ask again with them. The version is taken when none is missing. */
  readonly missing: readonly string[];
}

/** Request: the whole chart of a plan as a text for a file of its own. */
export const exportRequest = 'plan/export';
export interface ExportParams {
  readonly uri: string;
  readonly format: 'mermaid' | 'md' | 'html';
  /** The page's bundle `dist/export` (of another view `dist/export-view`): for HTML. */
  readonly assets?: { readonly script: string; readonly style: string };
}
export interface ExportAnswer {
  readonly text: string;
}

/** Request: a view of a plan beside the Gantt chart as a text for a file of its own; refused, in words, where it does not exist in that format. */
export const exportViewRequest = 'plan/exportView';
export interface ExportViewParams extends ViewQuestion, Omit<ExportParams, 'uri'> {
  readonly uri: string;
}
export type ExportViewAnswer = ExportAnswer | { readonly refused: string };

/** Request: a view of a plan beside the Gantt chart. `known`: the tag of what the asker has of it. */
export const viewRequest = 'plan/view';
export interface ViewParams extends ViewQuestion {
  readonly uri: string;
  readonly known?: string;
}
export type { ViewAnswer };

/** Request: where a task of the chart is written, or (`kind`) another thing of the plan. */
export const locateRequest = 'plan/locate';
export interface LocateParams {
  readonly uri: string;
  readonly planId: string;
  readonly kind?: Thing['kind'];
}
interface LspRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}
export interface LocateAnswer {
  readonly version: number;
  /** The file that it stands in, where that is an included one. */
  readonly uri?: string;
  /** The id's own range, and the whole entry's. */
  readonly key: LspRange;
  readonly entry: LspRange;
}

/** Request: the task whose entry holds a position; null outside the work. */
export const taskAtRequest = 'plan/taskAt';
export interface TaskAtParams {
  readonly uri: string;
  /** As in `ChartParams`: these tell the row. */
  readonly folding?: Folding;
  readonly filter?: Filter;
  readonly position: { readonly line: number; readonly character: number };
}
export interface TaskAtAnswer {
  readonly version: number;
  readonly planId: string;
  /** The task and all that hold it, the outermost first: where it is folded, the last of them that has a row stands for it. */
  readonly path: readonly string[];
  /** The row that stands for it; -1 where the filter hides it. */
  readonly row: number;
}

/** Request: the plan levelled, as an edit that nobody has made yet; null where the text changed meanwhile. It can be cancelled. */
export const levelRequest = 'plan/level';
export interface LevelParams {
  readonly uri: string;
}
export interface LevelAnswer {
  /** The edits for tasks that are moved; empty where none is. */
  readonly edit: WorkspaceEdit;
  readonly delayed: number;
  /** How many tasks are moved, when the plan finishes then, and how much could not be relieved. */
  readonly message: string;
  /** Minutes since 1970-01-01T00:00 on the plan's clock. */
  readonly finishBefore: number;
  readonly finish: number;
  /** What could not be relieved, and promises that don't hold any more: in the reader's words. */
  readonly overloads: readonly string[];
  readonly brokenPromises: readonly string[];
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
  /** Of a value that is typed: what stands there now. */
  readonly now?: string;
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

/** Request from the server to the client: URIs of the YAML files of the workspace. */
export const listFilesRequest = 'plan/listFiles';
export type ListFilesAnswer = readonly string[];

/** Sent to the client when open plans come to use other files than before: included files, baselines, subplans. */
export const usedFiles = 'plan/usedFiles';
export interface UsedFilesParams {
  /** All of them. */
  readonly uris: readonly string[];
}

/** Sent to the server: the unsaved text of such a file that is open in the editor, but not as a plan. */
export const draft = 'plan/draft';
export interface DraftParams {
  readonly uri: string;
  /** Null when it is saved or closed: what is on the disk counts again. */
  readonly text: string | null;
}
