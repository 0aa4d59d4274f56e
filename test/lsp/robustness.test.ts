// Nothing that a client sends ends the server: every request is answered, and the next one works.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { Hover } from 'vscode-languageserver';
import { Editor, positionAt, ServerBundle } from './editor.ts';

/** They refuse places where no id stands. */
const renames: ReadonlySet<string> = new Set(['textDocument/rename', 'textDocument/prepareRename']);

const plan = 'file:///w/a.plan.yaml';
const text = 'name: Website\nstart: 2026-03-02\ntasks:\n  design: 10d\n  build: { duration: 15d, after: design }\n';

const features = [
  'hover',
  'completion',
  'documentSymbol',
  'definition',
  'references',
  'documentHighlight',
  'foldingRange',
  'selectionRange',
  'codeAction',
  'prepareRename',
  'rename',
  'diagnostic',
  'formatting',
  'rangeFormatting',
  'onTypeFormatting',
  'semanticTokens/full',
  'semanticTokens/full/delta',
  'semanticTokens/range',
  'linkedEditingRange',
  'documentColor',
  'colorPresentation',
].map((name) => `textDocument/${name}`);
const own = ['plan/chart', 'plan/locate', 'plan/taskAt'];

let bundle: ServerBundle;
let editor: Editor;

beforeAll(async () => {
  bundle = await ServerBundle.make();
});
afterAll(() => bundle.drop());
beforeEach(async () => {
  editor = await Editor.start(bundle);
  await editor.open(plan, text);
});
/** Whatever happened: it still answers, and ends when asked. */
afterEach(async () => {
  const hover = await editor.connection.sendRequest<Hover>('textDocument/hover', {
    textDocument: { uri: plan },
    position: positionAt(editor.text(plan), editor.text(plan).indexOf('design')),
  });
  expect(JSON.stringify(hover)).toContain('design');
  expect(await editor.stop()).toBe(0);
});

/** A request's answer, or its error's code. */
async function answer(method: string, params: unknown): Promise<unknown> {
  return editor.connection.sendRequest<unknown>(method, params).catch((error: { code: number }) => error.code);
}

const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 9 } };

describe('bad requests', () => {
  it.each([...features, ...own])('%s about a file that isn’t open is answered', async (method) => {
    const params = {
      textDocument: { uri: 'file:///nowhere.plan.yaml' },
      uri: 'file:///nowhere.plan.yaml',
      position: { line: 1, character: 1 },
      positions: [],
      range,
      newName: 'x',
      planId: 'x',
      view: 'gantt',
    };
    const result = await answer(method, params);
    expect(method === 'textDocument/diagnostic' ? result : { kind: 'full', items: [], result }).toEqual(
      method === 'textDocument/diagnostic' ? { kind: 'full', items: [] } : { kind: 'full', items: [], result: null },
    );
  });

  it.each([
    { line: 99_999, character: 99_999 },
    { line: -1, character: -5 },
    { line: Number.MAX_SAFE_INTEGER, character: Number.MAX_SAFE_INTEGER },
    { line: 1.5, character: 2.5 },
    { line: 2, character: 4_294_967_295 },
    { line: 'x', character: null },
    {},
  ])('at %j are answered by every feature', async (position) => {
    const params = {
      textDocument: { uri: plan },
      uri: plan,
      position,
      positions: [position],
      range: { start: position, end: position },
      context: { includeDeclaration: true, diagnostics: [] },
      newName: 'other',
      planId: 'x',
      view: 'gantt',
    };
    for (const method of [...features, ...own]) {
      const result = await answer(method, params);
      // Renaming where no id stands is refused.
      expect(typeof result === 'number' ? result : 'answered', method).toBe(
        renames.has(method) && typeof result === 'number' ? -32803 : 'answered',
      );
    }
    expect(editor.log).toEqual([]);
  });

  it.each([{}, { textDocument: null }, { textDocument: { uri: 7 } }, { textDocument: { uri: plan } }, { uri: ['x'] }])(
    'with %j for parameters get an answer or an error',
    async (params) => {
      for (const method of [...features, ...own]) {
        const result = await answer(method, params);
        expect(typeof result === 'number' ? result : 0, method).toBeLessThanOrEqual(0);
      }
    },
  );

  it('that fail say so in the log, with request and version', async () => {
    expect(await answer('textDocument/selectionRange', { textDocument: { uri: plan } })).toBe(-32603);
    await editor.until(() => editor.log.length > 0);
    expect(editor.log[0]).toContain(`textDocument/selectionRange on ${plan} version 1 failed: TypeError`);
  });

  it('that nobody knows are refused', async () => {
    expect(await answer('textDocument/unheardOf', {})).toBe(-32601);
    await editor.connection.sendNotification('plan/unheardOf', {});
  });

  it('to begin twice are refused', async () => {
    expect(await answer('initialize', { processId: null, rootUri: null, capabilities: {} })).toBe(-32600);
  });
});

describe('bad notifications', () => {
  it('about a file that isn’t open leave a line in the log', async () => {
    await editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///nowhere.plan.yaml', version: 2 },
      contentChanges: [{ text: 'x' }],
    });
    await editor.until(() => editor.log.length > 0);
    expect(editor.log[0]).toContain('textDocument/didChange on file:///nowhere.plan.yaml version unknown failed');
    await editor.close('file:///nowhere.plan.yaml');
  });

  it.each([
    { start: { line: 99_999, character: 9 }, end: { line: 99_999, character: 99 } },
    { start: { line: 4, character: 99_999 }, end: { line: 4, character: 99_999 } },
    { start: { line: 4, character: 99_999 }, end: { line: 0, character: 99_999 } },
  ])('with a change at %j change something inside the text', async (changed) => {
    await editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: plan, version: 2 },
      contentChanges: [{ range: changed, text: '' }],
    });
    expect(await editor.findings(plan)).toEqual([]);
  });

  it('of any shape do no harm', async () => {
    for (const method of [
      'textDocument/didOpen',
      'textDocument/didChange',
      'textDocument/didClose',
      'workspace/didChangeWatchedFiles',
    ])
      for (const params of [{}, { textDocument: null }, { changes: 3 }, { textDocument: { uri: 3 } }])
        await editor.connection.sendNotification(method, params);
  });
});

describe('cancelled requests', () => {
  it('say so', async () => {
    const source = new CancellationTokenSource();
    const asked = editor.connection.sendRequest('plan/chart', { uri: plan, view: 'gantt' }, source.token);
    source.cancel();
    await expect(asked).rejects.toMatchObject({ code: -32800 });
  });

  it('do not hold up those behind them', async () => {
    const sources = Array.from({ length: 20 }, () => new CancellationTokenSource());
    const asked = sources.map((source) =>
      editor.connection.sendRequest(
        'textDocument/hover',
        { textDocument: { uri: plan }, position: { line: 3, character: 3 } },
        source.token,
      ),
    );
    for (const source of sources.slice(0, -1)) source.cancel();
    const settled = await Promise.allSettled(asked);
    expect(settled.at(-1)?.status).toBe('fulfilled');
  });
});

it('answers a request whose text changed under it as stale', async () => {
  const asked = editor.connection.sendRequest('textDocument/hover', {
    textDocument: { uri: plan },
    position: { line: 3, character: 3 },
  });
  void editor.type(plan, 0, '# ');
  await expect(asked).rejects.toMatchObject({ code: -32801 });
});

describe('odd texts', () => {
  const odd: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['a list', '- a\n- b\n'],
    ['5,000 brackets', `tasks: ${'['.repeat(5000)}`],
    ['deep blocks', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    [
      'aliases of aliases',
      `a0: &a0 [x]\n${Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}, *a${n}]`).join('\n')}\ntasks: *a30\n`,
    ],
    ['tabs', 'tasks:\n\ta: 1d\n\tb: 2d\n'],
    ['NUL and lone surrogates', 'name: a\0b\ud800\ntasks: { "\udc00": 1d }\n'],
    ['several documents', `${text}---\n${text}`],
    [
      'keys of every object',
      '__proto__: 1\nconstructor: 2\ntasks: { __proto__: { duration: 1d }, constructor: 1d, toString: { after: __proto__, duration: 1d } }\nrules: { __proto__: off }\n',
    ],
    ['a long line', `name: ${'x'.repeat(2_000_000)}\n`],
    ['a conflict', `${text}<<<<<<< ours\n  a: 1d\n=======\n  a: 2d\n>>>>>>> theirs\n`],
  ];

  it.each(odd)(
    '%s: every feature answers',
    async (_, strange) => {
      const other = 'file:///w/odd.plan.yaml';
      await editor.open(other, strange);
      const ends = [0, Math.floor(strange.length / 2), strange.length].map((offset) => positionAt(strange, offset));
      for (const method of [...features, ...own])
        for (const position of ends) {
          const params = {
            textDocument: { uri: other },
            uri: other,
            position,
            positions: [position],
            range: { start: position, end: position },
            context: { includeDeclaration: true, diagnostics: [] },
            newName: 'other',
            planId: 'a',
            view: 'gantt',
          };
          const result = await answer(method, params);
          expect(typeof result === 'number' ? result : 'answered', method).toBe(
            renames.has(method) && typeof result === 'number' ? -32803 : 'answered',
          );
        }
      expect(editor.log).toEqual([]);
    },
    60_000,
  );
});
