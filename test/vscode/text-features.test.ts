// What helps with the text itself, through the editor's own commands and keys: formatting, semantic tokens, Enter, linked editing, completion.
import { expect } from 'chai';
import {
  type CodeAction,
  type ColorInformation,
  type ColorPresentation,
  type CompletionList,
  commands,
  Selection,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextDocument,
  type TextEdit,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { before, describe, it } from './mocha.ts';
import { undo } from './plans.ts';
import { until } from './until.ts';

const text = `start:   2026-03-02
name: x
tasks:
    设计:   {duration: 2d,  owner: li} # 一
    build: { duration: 3d, after: 设计 }
    test:
      duration: 1d
      tags: [外部, 外部]
      after:
        - build
team:
    li:   { name: Li }
`;
const tidy = `start: 2026-03-02
name: x
tasks:
  设计: { duration: 2d, owner: li } # 一
  build: { duration: 3d, after: 设计 }
  test:
    duration: 1d
    tags: [外部, 外部]
    after:
      - build
team:
  li: { name: Li }
`;

const options = { tabSize: 2, insertSpaces: true };

let document: TextDocument;

async function open(name: string, content: string): Promise<TextDocument> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no folder is open');
  const uri = Uri.joinPath(folder.uri, name);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  const opened = await workspace.openTextDocument(uri);
  await window.showTextDocument(opened);
  return opened;
}

async function ask<T>(command: string, ...more: readonly unknown[]): Promise<T> {
  return until(
    command,
    async () => await commands.executeCommand<T>(command, document.uri, ...more),
    (answer) => answer !== undefined && answer !== null && (!Array.isArray(answer) || answer.length > 0),
  );
}

function behind(piece: string) {
  return document.positionAt(document.getText().indexOf(piece) + piece.length);
}

async function applied(edits: readonly TextEdit[]): Promise<string> {
  const edit = new WorkspaceEdit();
  edit.set(document.uri, [...edits]);
  await workspace.applyEdit(edit);
  const after = document.getText();
  await undo(document);
  return after;
}

describe('the text', () => {
  before(async () => {
    document = await open('整理.plan.yaml', text);
  });

  it('is formatted, as one step to undo', async () => {
    expect(await applied(await ask<TextEdit[]>('vscode.executeFormatDocumentProvider', options))).to.equal(tidy);
    expect(document.getText()).to.equal(text);
  });

  it('is formatted in part', async () => {
    const range = document.lineAt(0).range;
    expect(await applied(await ask<TextEdit[]>('vscode.executeFormatRangeProvider', range, options))).to.equal(
      text.replace('start:   ', 'start: '),
    );
  });

  it('is formatted behind Enter', async () => {
    const edits = await ask<TextEdit[]>('vscode.executeFormatOnTypeProvider', behind('name: x'), '\n', options);
    expect(await applied(edits)).to.equal(text.replace('start:   ', 'start: '));
  });

  it('has tokens that say what ids are', async () => {
    const legend = await ask<SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend');
    const { data } = await ask<SemanticTokens>('vscode.provideDocumentSemanticTokens');
    const found: string[] = [];
    let line = 0;
    let character = 0;
    for (let at = 0; at < data.length; at += 5) {
      const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
      character = down > 0 ? right : character + right;
      line += down;
      const names = legend.tokenModifiers.filter((_, bit) => modifiers & (1 << bit));
      found.push(
        [document.lineAt(line).text.slice(character, character + length), legend.tokenTypes[type], ...names].join(' '),
      );
    }
    expect(found).to.include.members([
      '设计 planTask definition planCritical',
      'build planTask planCritical',
      'li planPerson',
      '2d planDuration',
      '2026-03-02 planDate',
    ]);
  });

  it('is completed with text that fits the line', async () => {
    const { items } = await ask<CompletionList>('vscode.executeCompletionItemProvider', behind('after: '));
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    expect(labels).to.include('设计');
    expect(labels).not.to.include('test');
  });

  it('is completed with items that say more when somebody looks', async () => {
    const { items } = await ask<CompletionList>(
      'vscode.executeCompletionItemProvider',
      behind('after: '),
      undefined,
      50,
    );
    const item = items.find(({ label }) => typeof label === 'object' && label.label === '设计');
    if (typeof item?.label !== 'object') throw new Error('“设计” is offered, with what its row says');
    expect(item.label.description).to.match(/^\d{4}-\d\d-\d\d/);
    const said = item.documentation;
    expect(typeof said === 'object' ? said.value : said).to.contain('**设计** · ');
  });

  it('has a colour beside each tag, which picking leaves alone', async () => {
    const [first, second] = await ask<ColorInformation[]>('vscode.executeDocumentColorProvider');
    if (!first || !second) throw new Error('two tags stand there');
    expect(document.getText(first.range)).to.equal('外部');
    expect(first.color).to.deep.equal(second.color);
    const [presentation] = await commands.executeCommand<ColorPresentation[]>(
      'vscode.executeColorPresentationProvider',
      first.color,
      { uri: document.uri, range: first.range },
    );
    expect(presentation?.label).to.equal('外部');
  });

  it('gets its keys sorted where that is asked for', async () => {
    const [action] = await ask<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.lineAt(0).range,
      'source.sortKeys',
    );
    const [edit] = action?.edit?.get(document.uri) ?? [];
    expect(edit?.newText).to.match(/^name: x\nstart: {3}2026-03-02\n/);
  });
});

describe('keys in the editor', () => {
  /**
   * Puts the cursor where `‸` stands and presses keys, until what comes of it holds a piece. The editor reads the new text, and
   * asks what belongs together, while the cursor stands still: who types too early is answered in another way, and tries again.
   */
  async function typed(withCursor: string, keys: string, piece: string): Promise<void> {
    const start = withCursor.replace('‸', '');
    const opened = await open('tasten.plan.yaml', start);
    const editor = await window.showTextDocument(opened);
    let rest = 0;
    await until(
      JSON.stringify(piece),
      async () => {
        rest += 400;
        const edit = new WorkspaceEdit();
        edit.replace(opened.uri, opened.validateRange(new Selection(0, 0, opened.lineCount, 0)), start);
        await workspace.applyEdit(edit);
        const at = opened.positionAt(withCursor.indexOf('‸'));
        editor.selection = new Selection(at, at);
        await new Promise((resolve) => setTimeout(resolve, rest));
        await commands.executeCommand('type', { text: keys });
        await new Promise((resolve) => setTimeout(resolve, rest));
        return opened.getText();
      },
      (found) => found.includes(piece),
    );
  }

  it('Enter behind an item begins the next one', async () => {
    await typed('tasks:\n  a:\n    after:\n      - b‸\n', '\n', '      - b\n      - \n');
  });

  it('Enter behind a key of an item goes on below it', async () => {
    await typed('rules:\n  checks:\n    - id: a‸\n', '\n', '    - id: a\n      \n');
  });

  it('Enter on an empty item ends the list', async () => {
    await typed('tasks:\n  a:\n    after:\n      - b\n      - ‸\n', '\n', '      - b\n    \n');
  });

  it('an id takes its uses along', async () => {
    const start = 'start: 2026-03-02\ntasks:\n  ab‸: 1d\n  c: { duration: 1d, after: ab }\n';
    await typed(start, 'x', '  abx: 1d\n  c: { duration: 1d, after: abx }');
  });
});
