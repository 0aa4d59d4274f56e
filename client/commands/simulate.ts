// The command that simulates a plan: it shows how far it is, can be cancelled, and ends with a list to read and to choose from.
import { type CancellationToken, ProgressLocation, QuickPickItemKind, type Uri, window } from 'vscode';
import {
  type SimulationAnswer,
  type SimulationProgressParams,
  simulationProgress,
  simulationRequest,
} from '../../server/protocol.ts';
import { pickTask, type TaskPick } from '../around/pick-task.ts';
import { askAbout } from '../ask.ts';
import type { LanguageServer } from '../language-server.ts';
import { fileName } from '../preview/plan-documents.ts';
import type { PlanSource } from '../preview/plan-source.ts';
import { clientText } from '../words.ts';

export async function simulate(server: LanguageServer, source: PlanSource, uri: Uri): Promise<void> {
  const name = fileName(uri);
  let isCancelled = false;
  const answer = await window.withProgress(
    { location: ProgressLocation.Notification, title: clientText('simulating', { name }), cancellable: true },
    async (progress, token) => {
      let shown = 0;
      const outcome = await ask(server, uri, token, (share) => {
        progress.report({ increment: (share - shown) * 100 });
        shown = share;
      });
      isCancelled = token.isCancellationRequested;
      return outcome;
    },
  );
  if (isCancelled) return;
  if (!answer) void window.showInformationMessage(clientText('text-changed'));
  else
    await pickTask(source, uri, {
      title: answer.title,
      placeholder: clientText(answer.estimated === 0 ? 'no-estimates' : 'task-placeholder'),
      items: itemsOf(answer),
    });
}

async function ask(
  server: LanguageServer,
  uri: Uri,
  token: CancellationToken,
  done: (share: number) => void,
): Promise<SimulationAnswer | null | undefined> {
  const client = await server.answering();
  const progressToken = crypto.randomUUID();
  const listening = client.onNotification(simulationProgress, (params: SimulationProgressParams) => {
    if (params.token === progressToken) done(params.share);
  });
  try {
    return await askAbout<SimulationAnswer>(server, uri, simulationRequest, { progressToken }, token);
  } finally {
    listening.dispose();
  }
}

function itemsOf({ finishes, tasks }: SimulationAnswer): readonly TaskPick[] {
  const group = (label: string): TaskPick => ({ label, kind: QuickPickItemKind.Separator });
  return [
    group(clientText('simulated-finish')),
    ...finishes.map(({ label, detail }) => ({ label: `$(calendar) ${label}`, description: detail })),
    ...(tasks.length === 0 ? [] : [group(clientText('simulated-tasks'))]),
    ...tasks.map(({ planId, name, dates, detail }) => ({ label: name, description: `${dates} · ${detail}`, planId })),
  ];
}
