// Symbols of the workspace: tasks and phases of all its plans, open or not.
import { WorkspaceSymbolRequest } from 'vscode-languageserver';
import { mayHold, mostSymbols, workspaceSymbols } from '../editor/workspace-symbols.ts';
import { bind } from '../plan/bind.ts';
import { openTree } from '../text/open-tree.ts';
import { isPlanPath } from '../workspace/file-source.ts';
import type { Feature } from './features.ts';

export const symbolFeature: Feature = {
  capabilities: { workspaceSymbolProvider: true },
  listen: ({ connection, runner, workspace, rest }) => {
    connection.onRequest(
      WorkspaceSymbolRequest.type,
      runner.request(WorkspaceSymbolRequest.method, async ({ query }, token) => {
        const analyses = await Promise.all([...workspace.documents()].map(({ uri }) => workspace.analysis(uri)));
        const open = analyses.flatMap((one) => (one ? [{ ...one, uri: one.snapshot.uri }] : []));
        const found = workspaceSymbols(open, query);
        const { closedPlans } = workspace;
        const files = closedPlans.files();
        for (const uri of (await workspace.listedFiles()).filter(isPlanPath)) {
          if (found.length >= mostSymbols || token.isCancellationRequested) break;
          const text = workspace.document(uri) ? undefined : await closedPlans.text(uri, files);
          if (text === undefined || !mayHold(text, query)) continue;
          await rest();
          const tree = openTree(text);
          // Tasks are in the plan's own text: the files that it names add none.
          const plan = bind(tree, () => undefined);
          found.push(...workspaceSymbols([{ uri, tree, plan }], query));
        }
        return found.slice(0, mostSymbols);
      }),
    );
  },
};
