// The request for a simulation: run in slices, so that typing goes on meanwhile; it tells how far it is, and ends when it is cancelled.
import type { CancellationToken } from 'vscode-languageserver';
import { simulationOf } from '../analysis.ts';
import { planIds } from '../charts/plan-ids.ts';
import { wordingOf } from '../editor/reader.ts';
import { simulationOutcome } from '../editor/simulation-outcome.ts';
import {
  type SimulationAnswer,
  type SimulationParams,
  type SimulationProgressParams,
  simulationProgress,
  simulationRequest,
} from '../protocol.ts';
import type { Feature } from './features.ts';
import type { House } from './house.ts';

const runs = 1000;

/** It goes on for so long before what has arrived is heard, in milliseconds. */
const slice = 12;

export const simulations: Feature = {
  capabilities: {},
  listen: (house) => {
    house.connection.onRequest<unknown, unknown>(
      simulationRequest,
      house.runner.request(simulationRequest, (params: SimulationParams, token) => simulated(house, params, token)),
    );
  },
};

async function simulated(
  { connection, workspace, client }: House,
  { uri, progressToken }: SimulationParams,
  token: CancellationToken,
): Promise<SimulationAnswer | null> {
  const analysis = await workspace.analysis(uri);
  if (analysis === undefined) return null;
  const steps = simulationOf(analysis, { runs });
  let heard = Date.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true)
      return simulationOutcome(analysis, step.value, planIds(analysis.plan), wordingOf(analysis, client.reader));
    if (Date.now() - heard < slice) continue;
    if (progressToken !== undefined)
      void connection.sendNotification(simulationProgress, {
        token: progressToken,
        share: step.value / runs,
      } satisfies SimulationProgressParams);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (token.isCancellationRequested || workspace.document(uri)?.tree !== analysis.tree) return null;
    heard = Date.now();
  }
}
