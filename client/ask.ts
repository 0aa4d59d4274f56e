// A question about a plan to the language server, and what counts as no answer.
import type { CancellationToken, Uri } from 'vscode';
import type { LanguageServer } from './language-server.ts';

/**
 * The answer; null where the server has none. Undefined where it was taken back, because the text has changed or the question was withdrawn,
 * or died with the server: whoever still wants to know asks again.
 *
 * @throws what went wrong otherwise, `ServerGivenUp` where there is no server
 */
export async function askAbout<Answer>(
  server: LanguageServer,
  uri: Uri,
  method: string,
  params: Readonly<Record<string, unknown>> = {},
  token?: CancellationToken,
): Promise<Answer | null | undefined> {
  const client = await server.answering();
  const question = { ...params, uri: client.code2ProtocolConverter.asUri(uri) };
  try {
    return await (token === undefined
      ? client.sendRequest<Answer | null>(method, question)
      : client.sendRequest<Answer | null>(method, question, token));
  } catch (error) {
    if (isWithdrawn(error)) return undefined;
    throw error;
  }
}

/** Whether an error says that the answer is of no use any more. */
export function isWithdrawn(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && withdrawn.has(error.code);
}

/** LSP: content modified, server cancelled, request cancelled; and what the client says where the server is gone: connection inactive, pending response rejected. */
const withdrawn: ReadonlySet<unknown> = new Set([-32801, -32802, -32800, -32096, -32097]);
