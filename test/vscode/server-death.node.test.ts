// The language server is killed, as a system that runs out of memory would do it: nothing is lost, and what keeps dying is left alone.
import { expect } from 'chai';
import {
  commands,
  languages,
  Position,
  type TextDocument,
  type TextEditor,
  type Uri,
  ViewColumn,
  window,
} from 'vscode';
import { forTests } from './for-tests.ts';
import { after, before, describe, it } from './mocha.ts';
import { outer } from './outer.ts';
import { closeAll, untitledPlan } from './plans.ts';
import { until } from './until.ts';

const plan = (name: string) => `name: ${name}
start: 2026-03-02
tasks:
  design: 2d
  build: { duration: 3d, after: designs }
`;

const title = () => outer('text', { selector: '.top h1' });
/** What VS Code has to tell. Under test it shows no messages, but keeps a list. */
async function messages(): Promise<readonly string[]> {
  await commands.executeCommand('notifications.showList');
  return outer('workbenchTexts', { selector: '.notifications-center .notification-list-item-message' });
}
const unknown = ({ uri }: { readonly uri: Uri }) =>
  languages.getDiagnostics(uri).filter(({ message }) => message.includes('designs'));

/** Kills the server that answers, and waits until it is gone. */
async function kill(): Promise<void> {
  const extension = await forTests();
  await until('the server', extension.serverState, (state) => state === 'running');
  const victim = extension.serverProcessId();
  if (victim === undefined) throw new Error('the server has no process');
  process.kill(victim, 'SIGKILL');
  await until('its end', extension.serverProcessId, (current) => current !== victim);
}

describe('a language server that dies', () => {
  let hidden: TextDocument;
  let editor: TextEditor;

  before(async () => {
    await closeAll();
    // What other tests were told is not meant here.
    await commands.executeCommand('notifications.clearAll');
    hidden = await untitledPlan(plan('Hidden'));
    await window.showTextDocument(hidden, { viewColumn: ViewColumn.One, preview: false });
    const seen = await untitledPlan(plan('Seen'));
    editor = await window.showTextDocument(seen, { viewColumn: ViewColumn.One, preview: false });
    await commands.executeCommand('planAsCode.openPreviewToSide');
    await until('the title', title, (text) => text === 'Seen');
    await commands.executeCommand('planAsCode.restartServer');
  });

  after(closeAll);

  it('in the middle of typing is started again: text, findings of all plans and the chart are there', async () => {
    for (const document of [editor.document, hidden])
      await until(
        'findings',
        () => unknown(document),
        ({ length }) => length === 1,
      );
    const typed = ' and what is typed while the server dies';
    let death: Promise<void> | undefined;
    for (const [index, letter] of [...typed].entries()) {
      await editor.edit((edit) => edit.insert(new Position(0, 10 + index), letter), {
        undoStopBefore: false,
        undoStopAfter: false,
      });
      if (index === 10) death = kill();
    }
    await death;
    expect(editor.document.getText()).to.equal(plan(`Seen${typed}`));
    await until('the whole title', title, (text) => text === `Seen${typed}`);
    for (const document of [editor.document, hidden])
      await until(
        'findings',
        () => unknown(document),
        ({ length }) => length === 1,
      );
    await until(
      'no note',
      () => outer('count', { selector: '.stale, .notes .error' }),
      // One about the link that leads nowhere.
      (count) => count === 1,
    );
    // And it follows what is typed from now on.
    await editor.edit((edit) => edit.insert(new Position(0, 6), 'Still '));
    await until('the next title', title, (text) => text === `Still Seen${typed}`);
    expect(await messages()).to.deep.equal([]);
  });

  it('five times within three minutes is left alone: one message, and a button that starts it', async () => {
    await commands.executeCommand('planAsCode.restartServer');
    for (let death = 1; death <= 5; death++) await kill();
    const extension = await forTests();
    await until('no server', extension.serverState, (state) => state === 'given-up');
    const [message, ...more] = await until('the message', messages, ({ length }) => length > 0);
    expect(message).to.contain('stopped 5 times within 3 minutes');
    expect(more).to.deep.equal([]);
    await outer('screenshot', { name: 'server-given-up' });

    // The text can be edited, the last chart stays and says so.
    await editor.edit((edit) => edit.insert(new Position(0, 6), 'Alone '));
    await until(
      'the note',
      () => outer('text', { selector: '.notes' }),
      (text) => text?.includes('Restart Language Server') === true,
    );
    expect(await outer('count', { selector: '.picture .bar' })).to.equal(2);
    expect(extension.serverState()).to.equal('given-up');

    await outer('workbenchClick', { selector: '.notifications-center .monaco-button:has-text("Restart")' });
    await until('the server', extension.serverState, (state) => state === 'running');
    await until('the title', title, (text) => text?.startsWith('Alone ') === true);
    for (const document of [editor.document, hidden])
      await until(
        'findings',
        () => unknown(document),
        ({ length }) => length === 1,
      );
    await until('no message', messages, ({ length }) => length === 0);
  });

  it('and was given up is started by the command too', async () => {
    for (let death = 1; death <= 5; death++) await kill();
    const extension = await forTests();
    await until('no server', extension.serverState, (state) => state === 'given-up');
    await commands.executeCommand('planAsCode.restartServer');
    await editor.edit((edit) => edit.insert(new Position(0, 6), 'Not '));
    await until('the title', title, (text) => text?.startsWith('Not Alone ') === true);
    await commands.executeCommand('notifications.clearAll');
  });
});
