// The few requests of our own between the editor's side and the server. The client imports this file and nothing else of the server.
import type { GanttChart } from './charts/chart.ts';

/** What the client may announce in `initializationOptions`. */
export interface InitializationOptions {
  /** It answers `plan/readFile`: asked where the server can't read files itself (web, virtual workspaces). */
  readonly readFile?: boolean;
  /** It has the preview's commands: code lenses may offer them. */
  readonly preview?: boolean;
}

/** Sent to the client after each analysed version, so that a preview can ask for its chart. */
export const didAnalyse = 'plan/didAnalyse';
export interface DidAnalyseParams {
  readonly uri: string;
  readonly version: number;
}

/** Request: the chart of a plan in one of its views. */
export const chartRequest = 'plan/chart';
export interface ChartParams {
  readonly uri: string;
  readonly view: 'gantt';
  /** Ids of summaries that are folded; undefined: the server folds large plans. */
  readonly folded?: readonly string[];
}

/** The chart, and the version of the text that it shows. */
export interface ChartAnswer extends GanttChart {
  readonly uri: string;
  readonly version: number;
}

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
  readonly position: { readonly line: number; readonly character: number };
}
export interface TaskAtAnswer {
  readonly version: number;
  readonly planId: string;
  /** The task and all that hold it, the outermost first: where it is folded, the last of them that has a row stands for it. */
  readonly path: readonly string[];
}

/** Request from the server to the client: a file that a plan names. Answered only inside the workspace. */
export const readFileRequest = 'plan/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileAnswer =
  | { readonly text: string }
  | { readonly failure: 'missing' | 'outside' | 'unreadable' | 'too-large' };
