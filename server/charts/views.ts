// The views of a plan by name, and what a page is told of one.
import type { Analysis } from '../analysis.ts';
import { largest } from '../plan/extremes.ts';
import type { Simulation } from '../schedule/simulation.ts';
import { viewWords } from '../words/views.ts';
import { say, type Wording } from '../words/words.ts';
import { bannerOf } from './banner.ts';
import { budget } from './budget.ts';
import { tagOf } from './chart-answer.ts';
import { findings } from './findings.ts';
import { finishDistribution } from './finish-distribution.ts';
import type { Folding } from './folding.ts';
import { oneLine } from './mermaid-text.ts';
import { milestones } from './milestones.ts';
import { money } from './money.ts';
import { network } from './network.ts';
import { resources } from './resources.ts';
import { responsibilities } from './responsibilities.ts';
import { risks } from './risks.ts';
import { statusBoard } from './status-board.ts';
import type { OtherView, Table, View, ViewContent } from './view.ts';
import { workBreakdown } from './work-breakdown.ts';
import { workload } from './workload.ts';

/** Which view of a plan is wanted, and how much of it. */
export interface ViewQuestion {
  readonly view: OtherView;
  /** Of network and work breakdown; undefined: large plans fold themselves. */
  readonly folding?: Folding;
  /** Of the network: nothing but the critical path. */
  readonly criticalOnly?: boolean;
  /** Tables end after so many lines; undefined: they are whole. */
  readonly mostLines?: number;
}

/** What a view answers: nothing but its tag where the asker has it already. */
export interface ViewAnswer {
  readonly uri: string;
  readonly version: number;
  readonly tag: string;
  readonly view?: View;
}

type Make = (analysis: Analysis, wording: Wording, question: ViewQuestion) => ViewContent;

/** `finish` is made from a simulation: see `finishView`. */
const makers: Readonly<Record<Exclude<OtherView, 'finish'>, Make>> = {
  network,
  wbs: workBreakdown,
  milestones,
  risks,
  workload,
  budget,
  board: statusBoard,
  money,
  raci: responsibilities,
  resources,
  findings,
};

/** A view of an analysed plan; `simulation`: what the finish dates are read from. */
export function viewOf(
  analysis: Analysis,
  question: ViewQuestion,
  wording: Wording,
  simulation: Simulation | undefined = analysis.simulation,
): View {
  const { plan, tree } = analysis;
  const nothing: ViewContent = { drawings: [], tables: [], empty: say(viewWords['nothing-yet'], {}, wording) };
  const hasWork = plan.tasks.length > 0;
  const make: Make =
    question.view === 'finish'
      ? () => (simulation === undefined ? nothing : finishDistribution(analysis, wording, simulation))
      : makers[question.view];
  const content = hasWork || worksWithoutTasks.has(question.view) ? make(analysis, wording, question) : nothing;
  const { mostLines = Number.POSITIVE_INFINITY } = question;
  const longest = largest(
    content.tables.map(({ lines }) => lines.length),
    0,
  );
  const notes = [
    ...(content.notes ?? []),
    ...(longest > mostLines ? [say(viewWords['left-out-lines'], { shown: mostLines, count: longest }, wording)] : []),
  ];
  return {
    name: question.view,
    title: oneLine(plan.name),
    summary: content.summary ?? '',
    drawings: content.drawings,
    tables: content.tables.map((table) => shortened(table, mostLines)),
    legend: content.legend ?? [],
    banner: [
      // That there are no tasks is said by the view itself.
      ...bannerOf(analysis, wording).filter(({ severity }) => hasWork || severity !== 'info'),
      ...notes.map((text) => ({ severity: 'info' as const, text })),
    ],
    ...(content.empty === undefined ? {} : { empty: content.empty }),
    blank: tree.root === undefined,
    narrows: question.view === 'network' || question.view === 'wbs',
    locale: wording.locale,
  };
}

/** Views of things that are written beside the work. */
const worksWithoutTasks: ReadonlySet<OtherView> = new Set(['risks', 'resources', 'findings']);

function shortened(table: Table, most: number): Table {
  return table.lines.length <= most ? table : { ...table, lines: table.lines.slice(0, most) };
}

/** A view for a page that may have it already (`known`: its tag). */
export function viewAnswer(analysis: Analysis, view: View, known: string | undefined): ViewAnswer {
  const { uri, version } = analysis.snapshot;
  const tag = tagOf(view);
  return { uri, version, tag, ...(tag === known ? {} : { view }) };
}
