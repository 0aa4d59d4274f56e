// Semantic tokens over the wire: all, a range, what has changed since, and nothing where they are switched off.
import { expect, it } from 'vitest';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { quietFolder, usedEditor } from './used-editor.ts';

const plan = 'file:///w/a.plan.yaml';
const quiet = 'file:///quiet/a.plan.yaml';
const text = 'start: 2026-03-02\ntasks:\n  a: 1d\n  b: { duration: 2d, after: a }\n';

const editor = usedEditor(
  {
    settings: (uri) => (uri.startsWith(quietFolder) ? { semanticTokens: { enabled: false } } : {}),
  },
  { [plan]: text, [quiet]: text },
);

const full = (uri: string) =>
  editor().connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', { textDocument: { uri } });
const since = (previousResultId: string) =>
  editor().connection.sendRequest<SemanticTokens | SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
    textDocument: { uri: plan },
    previousResultId,
  });

/** The texts of a row of tokens. */
function texts(data: readonly number[]): string[] {
  const lines = editor().text(plan).split('\n');
  let line = 0;
  let character = 0;
  const found: string[] = [];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0] = data.slice(at, at + 3);
    character = down > 0 ? right : character + right;
    line += down;
    found.push((lines[line] ?? '').slice(character, character + length));
  }
  return found;
}

it('gives all, then what has changed; and all again to who knows another answer', async () => {
  const first = await full(plan);
  expect(texts(first.data)).toEqual(['2026-03-02', 'a', '1d', 'b', '2d', 'a']);
  const same = await since(first.resultId ?? '');
  expect(same).toEqual({ resultId: expect.any(String), edits: [] });
  await editor().replace(plan, '2d', '20d');
  const delta = await since(same.resultId ?? '');
  if (!('edits' in delta)) throw new Error('everything came again');
  expect(delta.edits).toHaveLength(1);
  const [{ start, deleteCount, data = [] } = { start: 0, deleteCount: 0 }] = delta.edits;
  const row = [...first.data.slice(0, start), ...data, ...first.data.slice(start + deleteCount)];
  expect(row).toEqual((await full(plan)).data);
  expect(texts(row)).toEqual(['2026-03-02', 'a', '1d', 'b', '20d', 'a']);
  expect('data' in (await since(first.resultId ?? ''))).toBe(true);
});

it('gives those of a range', async () => {
  const { data } = await editor().connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/range', {
    textDocument: { uri: plan },
    range: { start: { line: 2, character: 0 }, end: { line: 2, character: 7 } },
  });
  expect(texts(data)).toEqual(['a', '1d']);
});

it('gives none where they are switched off', async () => {
  expect((await full(quiet)).data).toEqual([]);
});
