// Answers about all of a large text: others are answered meanwhile.
import { expect, it } from 'vitest';
import { usedEditor } from './used-editor.ts';

const large = 'file:///w/large.plan.yaml';
const text = `start: 2026-03-02\ntasks:\n${Array.from({ length: 4000 }, (_, index) => `  t${index}: { duration: 2d, name: Task, tags: [a, b, c, d, e, f, g, h] }\n`).join('')}`;

const editor = usedEditor({}, { [large]: text });

const textDocument = { uri: large };
const methods = [
  'textDocument/semanticTokens/full',
  'textDocument/documentSymbol',
  'textDocument/documentColor',
] as const;

it.each(methods)('%s lets others be answered', async (method) => {
  const answered: string[] = [];
  const asked = async (name: string, params: object) => {
    const answer = await editor().connection.sendRequest(name, { textDocument, ...params });
    answered.push(name);
    return answer;
  };
  const hover = () => asked('textDocument/hover', { position: { line: 2, character: 3 } });
  // The text is analysed.
  await hover();
  await Promise.all([asked(method, {}), hover()]);
  expect(answered).toEqual(['textDocument/hover', 'textDocument/hover', method]);
});
