// The requests to format a text or some lines of it: run in slices, so that typing goes on meanwhile; they end when they are cancelled or the text changes.
import {
  type CancellationToken,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type FormattingOptions,
  type TextEdit,
} from 'vscode-languageserver';
import { formatting } from '../editor/formatting.ts';
import type { Range } from '../text/tree.ts';
import { inTurns } from '../workspace/in-turns.ts';
import type { Feature } from './features.ts';
import type { House } from './house.ts';

interface Asked {
  readonly textDocument: { readonly uri: string };
  readonly options: FormattingOptions;
  readonly range?: Range;
}

export const formattingFeature: Feature = {
  capabilities: { documentFormattingProvider: true, documentRangeFormattingProvider: true },
  listen: (house) => {
    for (const { method } of [DocumentFormattingRequest, DocumentRangeFormattingRequest])
      house.connection.onRequest<unknown, unknown>(
        method,
        house.runner.request(method, (asked: Asked, token) => formatted(house, asked, token)),
      );
  },
};

async function formatted(
  { workspace, rest }: House,
  { textDocument: { uri }, options, range }: Asked,
  token: CancellationToken,
): Promise<TextEdit[] | null> {
  const analysis = await workspace.analysis(uri);
  if (analysis === undefined) return null;
  const isWanted = () => !token.isCancellationRequested && workspace.document(uri)?.tree === analysis.tree;
  return (await inTurns(formatting(analysis, options, range), rest, isWanted)) ?? null;
}
