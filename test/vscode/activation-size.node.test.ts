// What VS Code has to read to activate the extension in Node.js.
import { expect } from 'chai';
import { extensions, Uri, workspace } from 'vscode';
import { extensionId } from './for-tests.ts';
import { describe, it } from './mocha.ts';

describe('the file that activation loads', () => {
  it('is small: the language client is in a file of its own', async () => {
    const root = extensions.getExtension(extensionId)?.extensionUri;
    if (root === undefined) throw new Error('the extension is gone');
    const size = async (name: string) => (await workspace.fs.stat(Uri.joinPath(root, 'dist', name))).size;
    expect(await size('extension.js')).to.be.lessThan(100_000);
    expect(await size('language-client.js')).to.be.greaterThan(300_000);
  });
});
