// Levelling and refactorings over the wire: an edit of the version that was looked at, null where the text has changed.
import { expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import { type LevelAnswer, levelRequest } from '../../server/protocol.ts';
import { likeVSCode } from './editor.ts';
import { usedEditor } from './used-editor.ts';

const uri = 'file:///w/平衡.plan.yaml';
const text = `name: Two at once
start: 2026-03-02
team: { mia: { name: Mia } }
tasks:
  a: { duration: 2d, owner: mia }
  b: { duration: 2d, owner: mia }
`;

const editor = usedEditor(
  {
    capabilities: {
      ...likeVSCode,
      textDocument: { ...likeVSCode.textDocument, codeAction: { disabledSupport: true } },
      workspace: { ...likeVSCode.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
    },
  },
  { [uri]: text },
);

const laterB = {
  range: { start: { line: 5, character: 31 }, end: { line: 5, character: 31 } },
  newText: ', earliest: 2026-03-04',
};

it('levels a plan on request, and changes nothing by itself', async () => {
  const answer = await editor().connection.sendRequest<LevelAnswer>(levelRequest, { uri });
  expect(answer).toMatchObject({
    edit: { documentChanges: [{ textDocument: { uri, version: 1 }, edits: [laterB] }] },
    delayed: 1,
    message:
      '1 task starts later, others follow by their links. The plan finishes on 2026-03-05 instead of 2026-03-03.',
    overloads: [],
    brokenPromises: [],
  });
  expect(answer.finish - answer.finishBefore).toBe(2 * 1440);
});

it('answers nothing for what is not open', async () => {
  expect(await editor().connection.sendRequest(levelRequest, { uri: 'file:///w/none.plan.yaml' })).toBeNull();
});

function actions(line: number, only: string): Promise<CodeAction[]> {
  const at = { line, character: 2 };
  return editor().connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: at, end: at },
    context: { diagnostics: [], only: [only], triggerKind: 1 },
  });
}

it('offers levelling as a refactoring outside of the work', async () => {
  expect(await actions(0, 'refactor.rewrite.level')).toMatchObject([
    {
      title: 'Level resources (1 moved): the plan finishes on 2026-03-05',
      edit: { documentChanges: [{ edits: [laterB] }] },
    },
  ]);
});

it('gives what can’t be done with its reason, and a baseline in a new file', async () => {
  const extract = (await actions(4, 'refactor')).find(({ kind }) => kind === 'refactor.extract.phase');
  expect(extract?.disabled?.reason).toContain('Select');
  const [, inFile] = await actions(0, 'refactor.rewrite.baseline');
  expect(inFile?.edit?.documentChanges?.[0]).toMatchObject({
    kind: 'create',
    uri: 'file:///w/baselines/v1.yaml',
  });
});
