// The commands about a whole plan: the list of what can be done with it, its critical path.
import { commands, Disposable, type QuickPickItem, Uri, window } from 'vscode';
import { type TreeAnswer, treeRequest } from '../../server/protocol.ts';
import { pickTask } from '../around/pick-task.ts';
import type { PlanInView } from '../around/plan-in-view.ts';
import { askAbout } from '../ask.ts';
import { type LanguageServer, ServerGivenUp } from '../language-server.ts';
import { fileName } from '../preview/plan-documents.ts';
import type { PlanSource } from '../preview/plan-source.ts';
import { clientText } from '../words.ts';
import { captureBaseline, levelResources } from './level.ts';
import { simulate } from './simulate.ts';

/** What the commands are about, and whom they ask. */
interface Asked {
  readonly server: LanguageServer;
  readonly source: PlanSource;
  readonly uri: Uri;
}

const planCommands: Readonly<Record<string, (asked: Asked) => Promise<void>>> = {
  'planAsCode.showActions': showActions,
  'planAsCode.showCriticalPath': showCriticalPath,
  'planAsCode.simulate': ({ server, source, uri }) => simulate(server, source, uri),
  'planAsCode.levelResources': ({ server, uri }) => levelResources(server, uri),
  'planAsCode.captureBaseline': ({ uri }) => captureBaseline(uri),
};

/** What the status bar offers, in this order. */
const offered = [
  { command: 'planAsCode.openPreviewToSide', icon: 'open-preview', word: 'action-preview' },
  { command: 'planAsCode.plan.focus', icon: 'list-tree', word: 'action-tree' },
  { command: 'planAsCode.showCriticalPath', icon: 'flame', word: 'action-critical-path' },
  { command: 'planAsCode.simulate', icon: 'graph', word: 'action-simulate' },
  { command: 'planAsCode.levelResources', icon: 'organization', word: 'action-level' },
  { command: 'planAsCode.captureBaseline', icon: 'history', word: 'action-baseline' },
  { command: 'planAsCode.exportChart', icon: 'save-as', word: 'action-export' },
  { command: 'workbench.actions.view.problems', icon: 'warning', word: 'action-findings' },
] as const;

/** Registers them: they are about the plan that a menu names, else about the one in view. */
export function registerPlanCommands(server: LanguageServer, source: PlanSource, plan: PlanInView): Disposable {
  return Disposable.from(
    ...Object.entries(planCommands).map(([id, run]) =>
      commands.registerCommand(id, async (named?: unknown) => {
        const uri = named instanceof Uri && named.scheme !== 'webview-panel' ? named : plan.uri;
        if (uri === undefined) {
          void window.showInformationMessage(clientText('no-plan'));
          return;
        }
        try {
          await run({ server, source, uri });
        } catch (error) {
          // What there is to say of that has been said.
          if (!(error instanceof ServerGivenUp)) throw error;
        }
      }),
    ),
  );
}

async function showActions({ uri }: Asked): Promise<void> {
  const items = offered.map(({ command, icon, word }) => ({ label: `$(${icon}) ${clientText(word)}`, command }));
  const chosen = await window.showQuickPick<QuickPickItem & { readonly command: string }>(items, {
    title: clientText('actions-title', { name: fileName(uri) }),
    placeHolder: clientText('actions-placeholder'),
  });
  if (chosen !== undefined) await commands.executeCommand(chosen.command);
}

async function showCriticalPath({ server, source, uri }: Asked): Promise<void> {
  const answer = await askAbout<TreeAnswer>(server, uri, treeRequest, { list: 'critical-path' });
  if (answer === undefined) void window.showInformationMessage(clientText('text-changed'));
  else if (answer === null || answer.rows.length === 0)
    void window.showInformationMessage(clientText('no-critical-path'));
  else
    await pickTask(source, uri, {
      title: clientText('critical-title', { count: String(answer.rows.length) }),
      placeholder: clientText('task-placeholder'),
      items: answer.rows.map(({ planId, name, detail }) => ({ label: name, description: detail, planId })),
    });
}
