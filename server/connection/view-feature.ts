// The request for a view of a plan: from the analysis that is there, or, for what takes longer, in steps that leave room for typing.
import type { CancellationToken } from 'vscode-languageserver';
import { type Analysis, simulationOf } from '../analysis.ts';
import { exportedView, missingFormat } from '../charts/export-view.ts';
import { otherViews, type View } from '../charts/view.ts';
import { type ViewQuestion, viewAnswer, viewOf } from '../charts/views.ts';
import { wordingOf } from '../editor/reader.ts';
import {
  type ExportViewAnswer,
  type ExportViewParams,
  exportViewRequest,
  type ViewAnswer,
  type ViewParams,
  viewRequest,
} from '../protocol.ts';
import type { ReadyPlan } from '../schedule/ready-plan.ts';
import type { Simulation } from '../schedule/simulation.ts';
import type { Wording } from '../words/words.ts';
import { inTurns } from '../workspace/in-turns.ts';
import type { Feature } from './features.ts';
import type { House } from './house.ts';

/** Runs of a simulation: fewer of a large plan, so that it takes seconds at most. */
const mostRuns = 1_000;
const leastRuns = 200;
const mostTaskRuns = 2_000_000;

/** Null where the document isn't open, or where nobody waits for the answer any more. */
export const viewFeature: Feature = {
  capabilities: {},
  listen: (house) => {
    const { connection, runner } = house;
    const simulations = new WeakMap<ReadyPlan, Simulation>();
    connection.onRequest<unknown, unknown>(
      viewRequest,
      runner.request(viewRequest, async (params: ViewParams, token): Promise<ViewAnswer | null> => {
        const made = await madeView(house, params, simulations, token);
        return made && viewAnswer(made.analysis, made.view, params.known);
      }),
    );
    connection.onRequest<unknown, unknown>(
      exportViewRequest,
      runner.request(exportViewRequest, async (params: ExportViewParams, token): Promise<ExportViewAnswer | null> => {
        const made = await madeView(house, params, simulations, token);
        if (made === null) return null;
        const { analysis, view, wording } = made;
        const refused = missingFormat(view, params.format, wording);
        if (refused !== undefined) return { refused };
        return { text: await exportedView(analysis, view, params.format, wording, params.assets) };
      }),
    );
  },
};

interface MadeView {
  readonly analysis: Analysis;
  readonly view: View;
  readonly wording: Wording;
}

async function madeView(
  house: House,
  params: ViewQuestion & { readonly uri: string },
  simulations: WeakMap<ReadyPlan, Simulation>,
  token: CancellationToken,
): Promise<MadeView | null> {
  const { workspace, client } = house;
  const { uri, view } = params;
  if (!otherViews.includes(view) || (await workspace.analysis(uri)) === undefined) return null;
  if (view === 'findings') await workspace.settle(uri);
  const analysis = await workspace.analysis(uri);
  if (analysis === undefined) return null;
  const wording = wordingOf(analysis, client.reader);
  if (view !== 'finish') return { analysis, view: viewOf(analysis, params, wording), wording };
  const { ready } = analysis.schedule.kept;
  const simulation = simulations.get(ready) ?? (await simulated(house, analysis, uri, token));
  if (simulation === undefined) return null;
  simulations.set(ready, simulation);
  return { analysis, view: viewOf(analysis, params, wording, simulation), wording };
}

/** Undefined as soon as the text is another, or the question was withdrawn. */
function simulated(
  { workspace, rest }: House,
  analysis: Analysis,
  uri: string,
  token: CancellationToken,
): Promise<Simulation | undefined> {
  const fitting = Math.floor(mostTaskRuns / Math.max(analysis.plan.tasks.length, 1));
  const runs = Math.min(Math.max(fitting, leastRuns), mostRuns);
  const isWanted = (): boolean => !token.isCancellationRequested && workspace.document(uri)?.tree === analysis.tree;
  return inTurns(silent(simulationOf(analysis, { runs })), rest, isWanted);
}

/** The steps alone: how many runs are done is nobody's business here. */
function* silent(steps: Generator<number, Simulation>): Generator<undefined, Simulation> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    yield;
  }
}
