// What a chart is made of: the rows, links and lines that a picture of a plan shows, before anything is drawn.

/** Moments are `YYYY-MM-DDTHH:mm` on the wall clock of the plan's zone. */
export type Moment = string;

/** Where a row is drawn. A bar fills the days that its work fills: the working hours of a day are stretched over the whole day. */
export interface Drawn {
  readonly start: Moment;
  readonly finish: Moment;
  readonly deadline?: Moment;
  /** Until when it could be finished without moving the plan's finish or a promise: not of critical work. */
  readonly slackUntil?: Moment;
  /** Where it stood in what the chart is compared with; absent where it stands there still. */
  readonly ghost?: { readonly start: Moment; readonly finish: Moment };
}

export interface ChartRow {
  /** Unique in the chart, `[a-z0-9]+`: the id Mermaid gets. */
  readonly chartId: string;
  /** The plan's id, written so that it is unique (`phase/id` where needed). */
  readonly planId: string;
  readonly kind: 'task' | 'summary' | 'milestone' | 'buffer';
  readonly isPhase: boolean;
  /** Another plan: a fact here. Then it is a summary that holds nothing. */
  readonly isSubplan?: true;
  /** As the author wrote it, on one line. */
  readonly name: string;
  /** 0 at the top. */
  readonly depth: number;
  /** The row of the summary around it; -1 at the top. */
  readonly parent: number;
  /** Its place among those that the summary around it holds, from 1 on, and how many these are. */
  readonly place: number;
  readonly siblings: number;
  readonly start: Moment;
  readonly finish: Moment;
  readonly drawn: Drawn;
  /** Worded: "10 working days". */
  readonly length: string;
  /** Total slack, worded; absent where it says nothing (summaries, complete work). */
  readonly slack?: string;
  /** 0…100. */
  readonly progress: number;
  readonly critical: boolean;
  readonly cancelled: boolean;
  readonly folded: boolean;
  readonly hasChildren: boolean;
  /** Midnight is the end of the day before, as it is of a finish. */
  readonly deadline?: Moment;
  /** The deadline is missed. */
  readonly late: boolean;
  readonly owner?: string;
  /** By how much it moved, worded. */
  readonly moved?: string;
  /** The worst finding of the row and of what is folded into it. */
  readonly severity?: 'error' | 'warning';
}

/** A link between two rows that are shown, by chart id. */
export interface ChartLink {
  readonly from: string;
  readonly to: string;
  readonly type: 'FS' | 'SS' | 'FF' | 'SF';
  readonly critical: boolean;
}

/** Days on which nobody works, `YYYY-MM-DD`, both inside. */
export interface DaysOff {
  readonly from: string;
  readonly to: string;
  /** The holiday's name. */
  readonly name?: string;
}

/** What was left out of the chart or is wrong enough to say above it; worded. */
export interface BannerLine {
  readonly severity: 'error' | 'warning' | 'info';
  readonly text: string;
}

/** One end of a link, wherever its row is: enough to draw an arrow to it. */
export interface LinkEnd {
  readonly row: number;
  readonly planId: string;
  readonly kind: ChartRow['kind'];
  readonly start: Moment;
  readonly finish: Moment;
}

/** A link between two rows of a chart, by their numbers. */
export interface RowLink {
  readonly from: number;
  readonly to: number;
  readonly type: ChartLink['type'];
  readonly critical: boolean;
}

/** Rows that are drawn together; a long chart is drawn only where somebody looks. */
export interface ChartBlock {
  /** Of its rows in the chart. */
  readonly first: number;
  readonly rows: readonly ChartRow[];
  /** Links that end in these rows, and those of no great length that pass them. */
  readonly links: readonly RowLink[];
  /** Of these links the ends that are not in these rows, each once: nobody may look at their rows. */
  readonly ends: readonly LinkEnd[];
  /** How many rows at the top of the tree come before: every other group is shaded. */
  readonly groupsBefore: number;
}

/** Signs that a legend explains. */
export type ChartSign = 'critical' | 'progress' | 'milestone' | 'buffer' | 'deadline' | 'late' | 'slack' | 'ghost';

/** What is said of a chart as a whole, whichever of its rows are seen. */
export interface ChartHead {
  readonly title: string;
  /** The text says nothing at all: there is nothing to keep showing. */
  readonly blank: boolean;
  readonly rowCount: number;
  /** The time that the picture covers. */
  readonly from: Moment;
  readonly to: Moment;
  readonly today: Moment;
  readonly statusDate?: Moment;
  readonly start: Moment;
  readonly finish: Moment;
  readonly daysOff: readonly DaysOff[];
  readonly banner: readonly BannerLine[];
  /** Read by the hour: dates are shown with their time. */
  readonly withTime: boolean;
  /** Some of its rows hold others. */
  readonly nested: boolean;
  /** The signs that its rows use. */
  readonly signs: readonly ChartSign[];
  /** The row whose name needs most room. */
  readonly widest: Pick<ChartRow, 'name' | 'depth' | 'kind'>;
  readonly locale: 'en' | 'zh-cn';
  /** How much of the work a filter shows; absent without one. */
  readonly filtered?: { readonly shown: number; readonly of: number };
  /** What can be chosen for this plan: whose work, which tags, which baselines. */
  readonly choices?: Choices;
}

export interface Choices {
  readonly people: readonly Named[];
  readonly tags: readonly string[];
  readonly baselines: readonly Named[];
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A chart with all of its rows. */
export interface GanttChart extends ChartHead {
  readonly rows: readonly ChartRow[];
  readonly links: readonly ChartLink[];
  /** Plan ids of the summaries that are folded. */
  readonly folded: readonly string[];
  /** What filters ask of the rows, by row: for a page that has nobody to ask. */
  readonly facts?: readonly { readonly people: readonly string[]; readonly tags: readonly string[] }[];
}
