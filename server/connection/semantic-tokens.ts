// The requests for semantic tokens: all, those of a range, and what has changed since the last answer about a document.
import {
  type CancellationToken,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import { KnownTokens, semanticTokens } from '../editor/semantic-tokens.ts';
import { rowEdits, rowOf, type TokenBlock } from '../editor/token-row.ts';
import { tokenModifiers, tokenTypes } from '../editor/token-styles.ts';
import type { Range } from '../text/tree.ts';
import { inTurns } from '../workspace/in-turns.ts';
import type { Feature } from './features.ts';

interface Asked {
  readonly textDocument: { readonly uri: string };
}

interface Since extends Asked {
  readonly previousResultId: string;
}

interface Within extends Asked {
  readonly range: Range;
}

interface Result {
  readonly resultId: string;
  readonly blocks: readonly TokenBlock[];
}

export const semanticTokenFeature: Feature = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      range: true,
      full: { delta: true },
    },
  },
  listen: ({ connection, runner, workspace, rest }) => {
    const known = new KnownTokens();
    /** The last answer about each open document. */
    const last = new Map<string, Result>();
    let results = 0;

    /** In slices, so that typing goes on meanwhile. */
    const blocksOf = async (uri: string, token: CancellationToken, range?: Range) => {
      const analysis = await workspace.analysis(uri);
      if (!analysis) return undefined;
      if (!(await workspace.editorSettings(uri)).semanticTokens) return [];
      const isWanted = () => !token.isCancellationRequested && workspace.document(uri)?.tree === analysis.tree;
      return inTurns(semanticTokens(analysis, known, range), rest, isWanted);
    };
    const keep = (uri: string, blocks: readonly TokenBlock[]): Result => {
      for (const known of last.keys()) if (!workspace.document(known)) last.delete(known);
      results += 1;
      const result = { resultId: String(results), blocks };
      last.set(uri, result);
      return result;
    };
    const whole = ({ resultId, blocks }: Result) => ({ resultId, data: rowOf(blocks) });

    connection.onRequest<unknown, unknown>(
      SemanticTokensRequest.method,
      runner.request(SemanticTokensRequest.method, async ({ textDocument: { uri } }: Asked, token) => {
        const blocks = await blocksOf(uri, token);
        return blocks ? whole(keep(uri, blocks)) : null;
      }),
    );
    connection.onRequest<unknown, unknown>(
      SemanticTokensDeltaRequest.method,
      runner.request(
        SemanticTokensDeltaRequest.method,
        async ({ textDocument: { uri }, previousResultId }: Since, token) => {
          const blocks = await blocksOf(uri, token);
          if (!blocks) return null;
          const before = last.get(uri);
          const result = keep(uri, blocks);
          if (before?.resultId !== previousResultId) return whole(result);
          return { resultId: result.resultId, edits: rowEdits(before.blocks, blocks) };
        },
      ),
    );
    connection.onRequest<unknown, unknown>(
      SemanticTokensRangeRequest.method,
      runner.request(SemanticTokensRangeRequest.method, async ({ textDocument: { uri }, range }: Within, token) => {
        const blocks = await blocksOf(uri, token, range);
        return blocks ? { data: rowOf(blocks) } : null;
      }),
    );
  },
};
