// The runner: what a request answers when it is cancelled, when its text changed, when we fail.
import { describe, expect, it } from 'vitest';
import {
  CancellationToken,
  CancellationTokenSource,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { askAgain, Runner } from '../../../server/connection/runner.ts';

const about = { textDocument: { uri: 'file:///a.plan.yaml' } };

function bench() {
  const log: string[] = [];
  const document = { version: 7 };
  const runner = new Runner({
    log: (line) => log.push(line),
    versionOf: (uri) => (uri === about.textDocument.uri ? document.version : undefined),
    turn: () => Promise.resolve(),
  });
  return { runner, log, document };
}

function codeOf(answer: unknown): number | undefined {
  return answer instanceof ResponseError ? answer.code : undefined;
}

describe('requests', () => {
  it('answer', async () => {
    const { runner, log } = bench();
    expect(await runner.request('x', () => 42)(about, CancellationToken.None)).toBe(42);
    expect(log).toEqual([]);
  });

  it('that were cancelled before their turn do no work', async () => {
    const { runner } = bench();
    const source = new CancellationTokenSource();
    let worked = false;
    const answer = runner.request('x', () => (worked = true))(about, source.token);
    source.cancel();
    expect(codeOf(await answer)).toBe(LSPErrorCodes.RequestCancelled);
    expect(worked).toBe(false);
  });

  it('that are cancelled while they work say so', async () => {
    const { runner } = bench();
    const source = new CancellationTokenSource();
    const answer = await runner.request('x', () => source.cancel())(about, source.token);
    expect(codeOf(answer)).toBe(LSPErrorCodes.RequestCancelled);
  });

  it('about a text that changed before their turn do no work', async () => {
    const { runner, document } = bench();
    let worked = false;
    const answer = runner.request('x', () => (worked = true))(about, CancellationToken.None);
    document.version = 8;
    expect(codeOf(await answer)).toBe(LSPErrorCodes.ContentModified);
    expect(worked).toBe(false);
  });

  it('about a text that changed while they work are stale', async () => {
    const { runner, document } = bench();
    const answer = await runner.request('x', () => (document.version = 8))(about, CancellationToken.None);
    expect(codeOf(answer)).toBe(LSPErrorCodes.ContentModified);
  });

  it('for findings of a text that changed are to be sent again', async () => {
    const { runner, document } = bench();
    const answer = await runner.request('x', () => (document.version = 8), askAgain)(about, CancellationToken.None);
    expect(codeOf(answer)).toBe(LSPErrorCodes.ServerCancelled);
    expect(answer instanceof ResponseError && answer.data).toEqual({ retriggerRequest: true });
  });

  it('that fail answer with an error and leave a line in the log', async () => {
    const { runner, log } = bench();
    const broken = (): never => {
      throw new TypeError('no such thing');
    };
    const answer = await runner.request('plan/chart', broken)({ uri: about.textDocument.uri }, CancellationToken.None);
    expect(codeOf(answer)).toBe(ErrorCodes.InternalError);
    expect(log).toHaveLength(1);
    expect(log[0]).toContain('plan/chart on file:///a.plan.yaml version 7 failed: TypeError: no such thing');
  });

  it.each([undefined, null, 3, [], { textDocument: null }, { uri: 4 }])(
    'with %j for parameters fail like others',
    async (params) => {
      const { runner, log } = bench();
      const broken = (): never => {
        throw new Error('odd');
      };
      expect(codeOf(await runner.request<unknown, never>('x', broken)(params, CancellationToken.None))).toBe(
        ErrorCodes.InternalError,
      );
      expect(log[0]).toMatch(/^x failed: Error: odd/);
    },
  );
});

describe('notifications', () => {
  it('that fail leave a line in the log and nothing else', async () => {
    const { runner, log } = bench();
    await runner.run('textDocument/didChange', () => Promise.reject(new Error('lost')))(about);
    expect(log[0]).toContain('textDocument/didChange on file:///a.plan.yaml version 7 failed: Error: lost');
  });
});
