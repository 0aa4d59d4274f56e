// The few requests of our own between the editor's side and the server. The client imports this file and nothing else of the server.

/** What the client may announce in `initializationOptions`. */
export interface InitializationOptions {
  /** It answers `plan/readFile`: asked where the server can't read files itself (web, virtual workspaces). */
  readonly readFile?: boolean;
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

/** Moments are `YYYY-MM-DDTHH:mm` in the plan's zone. */
export interface ChartRow {
  /** Unique in the chart, `[a-z0-9]+`: the id Mermaid gets. */
  readonly chartId: string;
  /** The plan's id, written so that it is unique (`phase/id` where needed). */
  readonly planId: string;
  readonly kind: 'task' | 'summary' | 'milestone' | 'buffer';
  readonly isPhase: boolean;
  readonly name: string;
  readonly depth: number;
  readonly start: string;
  readonly finish: string;
  /** 0…100. */
  readonly progress: number;
  readonly critical: boolean;
  readonly cancelled: boolean;
  readonly folded: boolean;
  readonly hasChildren: boolean;
  readonly deadline?: string;
  /** The worst finding of the row. */
  readonly severity?: 'error' | 'warning';
  /** The hover text, Markdown, as in the editor. */
  readonly hover?: string;
}

export interface ChartLinkModel {
  readonly from: string;
  readonly to: string;
  readonly type: 'FS' | 'SS' | 'FF' | 'SF';
  readonly critical: boolean;
}

export interface ChartAnswer {
  readonly uri: string;
  readonly version: number;
  readonly title: string;
  /** Mermaid source of the rows shown. */
  readonly mermaid: string;
  readonly rows: readonly ChartRow[];
  readonly links: readonly ChartLinkModel[];
  readonly today: string;
  readonly statusDate?: string;
  readonly finish: string;
  /** What was left out of the chart or is wrong enough to say above it; worded. */
  readonly banner: readonly { readonly severity: 'error' | 'warning' | 'info'; readonly text: string }[];
  readonly folded: readonly string[];
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
}

/** Request from the server to the client: a file that a plan names. Answered only inside the workspace. */
export const readFileRequest = 'plan/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileAnswer =
  | { readonly text: string }
  | { readonly failure: 'missing' | 'outside' | 'unreadable' | 'too-large' };
