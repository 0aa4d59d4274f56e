// The call hierarchy: predecessors and successors of a task, in its plan and in those that share files with it, open or not.
import {
  type CallHierarchyIncomingCallsParams,
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyOutgoingCallsParams,
  CallHierarchyOutgoingCallsRequest,
  type CallHierarchyPrepareParams,
  CallHierarchyPrepareRequest,
  type CancellationToken,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis.ts';
import { predecessors, prepareCallHierarchy, successors, successorsElsewhere } from '../editor/call-hierarchy.ts';
import { offsetOf } from '../editor/place.ts';
import { wordingOf } from '../editor/reader.ts';
import type { Feature } from './features.ts';

export const callFeature: Feature = {
  capabilities: { callHierarchyProvider: true },
  listen: ({ connection, runner, workspace, client: { reader } }) => {
    /** Undefined where the plan can't be read, or nobody wants calls in it. */
    const analysisOf = async (uri: string, token: CancellationToken): Promise<Analysis | undefined> => {
      if (workspace.document(uri))
        return (await workspace.editorSettings(uri)).callHierarchy ? workspace.analysis(uri) : undefined;
      const { closedPlans } = workspace;
      return (await closedPlans.analyse(uri, closedPlans.files(), () => !token.isCancellationRequested))?.analysis;
    };
    connection.onRequest<unknown, unknown>(
      CallHierarchyPrepareRequest.method,
      runner.request(
        CallHierarchyPrepareRequest.method,
        async ({ textDocument: { uri }, position }: CallHierarchyPrepareParams, token) => {
          const analysis = workspace.document(uri) ? await analysisOf(uri, token) : undefined;
          return analysis
            ? prepareCallHierarchy(analysis, offsetOf(analysis.tree, position), wordingOf(analysis, reader))
            : null;
        },
      ),
    );
    connection.onRequest<unknown, unknown>(
      CallHierarchyIncomingCallsRequest.method,
      runner.request(
        CallHierarchyIncomingCallsRequest.method,
        async ({ item }: CallHierarchyIncomingCallsParams, token) => {
          const analysis = await analysisOf(item.uri, token);
          return analysis ? predecessors(analysis, item, wordingOf(analysis, reader)) : null;
        },
      ),
    );
    connection.onRequest<unknown, unknown>(
      CallHierarchyOutgoingCallsRequest.method,
      runner.request(
        CallHierarchyOutgoingCallsRequest.method,
        async ({ item }: CallHierarchyOutgoingCallsParams, token) => {
          const analysis = await analysisOf(item.uri, token);
          if (!analysis) return null;
          const wording = wordingOf(analysis, reader);
          const plans = await workspace.relatedPlans(item.uri, () => !token.isCancellationRequested);
          return [...successors(analysis, item, wording), ...(plans ? successorsElsewhere(plans, item, wording) : [])];
        },
      ),
    );
  },
};
