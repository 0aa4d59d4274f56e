// The requests for semantic tokens: all, those of a range, and what has changed since the last answer about a document.
import { SemanticTokensDeltaRequest, SemanticTokensRangeRequest, SemanticTokensRequest } from 'vscode-languageserver';
import { Marks } from '../editor/marks.ts';
import { semanticTokens, tokenModifiers, tokenTypes } from '../editor/semantic-tokens.ts';
import { rowEdits, tokenRow } from '../editor/token-row.ts';
import type { Range } from '../text/tree.ts';
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
  readonly data: number[];
}

export const semanticTokenFeature: Feature = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      range: true,
      full: { delta: true },
    },
  },
  listen: ({ connection, runner, workspace }) => {
    const marks = new Marks();
    /** The last answer about each open document. */
    const last = new Map<string, Result>();
    let results = 0;

    const rowOf = async (uri: string, range?: Range): Promise<number[] | undefined> => {
      const analysis = await workspace.analysis(uri);
      if (!analysis) return undefined;
      return (await workspace.editorSettings(uri)).semanticTokens
        ? tokenRow(semanticTokens(analysis, marks, range))
        : [];
    };
    const answer = (uri: string, data: number[]): Result => {
      for (const known of last.keys()) if (!workspace.document(known)) last.delete(known);
      results += 1;
      const result = { resultId: String(results), data };
      last.set(uri, result);
      return result;
    };

    connection.onRequest<unknown, unknown>(
      SemanticTokensRequest.method,
      runner.request(SemanticTokensRequest.method, async ({ textDocument: { uri } }: Asked) => {
        const row = await rowOf(uri);
        return row ? answer(uri, row) : null;
      }),
    );
    connection.onRequest<unknown, unknown>(
      SemanticTokensDeltaRequest.method,
      runner.request(SemanticTokensDeltaRequest.method, async ({ textDocument: { uri }, previousResultId }: Since) => {
        const row = await rowOf(uri);
        if (!row) return null;
        const before = last.get(uri);
        const result = answer(uri, row);
        if (before?.resultId !== previousResultId) return result;
        return { resultId: result.resultId, edits: rowEdits(before.data, row) };
      }),
    );
    connection.onRequest<unknown, unknown>(
      SemanticTokensRangeRequest.method,
      runner.request(SemanticTokensRangeRequest.method, async ({ textDocument: { uri }, range }: Within) => {
        const data = await rowOf(uri, range);
        return data ? { data } : null;
      }),
    );
  },
};
