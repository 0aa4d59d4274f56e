// Findings over the wire: on every keystroke, with versions, after bursts, with settings and files that change.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { Editor, type EditorOptions, pushed, ServerBundle } from './editor.ts';

const plan = 'file:///w/a.plan.yaml';
const text = 'name: Website\nstart: 2026-03-02\ntasks:\n  design: 10d\n  build: { duration: 15d, after: design }\n';

let bundle: ServerBundle;
let editor: Editor;

beforeAll(async () => {
  bundle = await ServerBundle.make();
});
afterAll(() => bundle.drop());
afterEach(async () => {
  expect(await editor.stop()).toBe(0);
  expect(editor.log).toEqual([]);
});

async function start(options: EditorOptions = {}): Promise<Editor> {
  editor = await Editor.start(bundle, options);
  return editor;
}

describe('an editor that pulls', () => {
  it('is told that it may, and gets nothing pushed', async () => {
    const { server } = await start();
    expect(server.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: true });
    await editor.open(plan, text.replace('after: design', 'after: desing'));
    expect(await editor.findings(plan)).toHaveLength(1);
    expect(editor.published).toEqual([]);
  });

  it('gets the findings of each keystroke', async () => {
    await start();
    await editor.open(plan, text);
    expect(await editor.findings(plan)).toEqual([]);
    const end = text.indexOf('design }') + 'design'.length;
    for (const [index, letter] of [...'er'].entries()) {
      await editor.type(plan, end + index, letter);
      const [found] = await editor.findings(plan);
      expect(found?.code).toBe('unknown-reference');
      expect(found && editor.under(plan, found.range)).toBe(`design${'er'.slice(0, index + 1)}`);
    }
    await editor.type(plan, end, '', 2);
    expect(await editor.findings(plan)).toEqual([]);
  });

  it('is told where nothing has changed since it asked', async () => {
    await start();
    await editor.open(plan, text);
    const first = await editor.pull(plan);
    expect(await editor.pull(plan, first.resultId)).toMatchObject({ kind: 'unchanged', resultId: first.resultId });
    await editor.replace(plan, 'after: design', 'after: desing');
    expect(await editor.pull(plan, first.resultId)).toMatchObject({ kind: 'full', items: [{}] });
  });

  it('is told about every analysed version, the newest of a burst', async () => {
    await start();
    await editor.open(plan, text);
    await editor.until(() => editor.analysed.length === 1);
    for (let index = 0; index < 200; index += 1) await editor.type(plan, 6 + index, 'x');
    await editor.until(() => editor.analysed.at(-1)?.version === 201);
    expect(editor.analysed.every(({ uri }) => uri === plan)).toBe(true);
    const versions = editor.analysed.map(({ version }) => version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(versions.length).toBeLessThan(100);
  });

  it('that asks after every letter of a burst gets stale answers to ask again, and a right one at last', async () => {
    await start();
    await editor.open(plan, text);
    const answers: Promise<unknown>[] = [];
    for (let index = 0; index < 50; index += 1) {
      void editor.type(plan, text.indexOf('design }') + 'design'.length + index, 'x');
      answers.push(editor.pull(plan).catch((error: { code: number; data: unknown }) => error));
    }
    const all = await Promise.all(answers);
    expect(all.at(-1)).toMatchObject({ kind: 'full', items: [{ code: 'unknown-reference' }] });
    for (const answer of all)
      expect(answer).toSatisfy((one: object) => 'kind' in one || ('code' in one && one.code === -32802));
    expect(all[0]).toMatchObject({ code: -32802, data: { retriggerRequest: true } });
  });

  it('of a document that nobody opened gets none', async () => {
    await start();
    expect(await editor.findings('file:///w/none.plan.yaml')).toEqual([]);
  });
});

describe('what takes longer to judge', () => {
  const tasks = Array.from({ length: 320 }, (_, index) => `  t${index}: 1d\n`).join('');
  const busy =
    'start: 2026-03-02\ntasks:\n  design: { duration: 10d, owner: mia }\n  build: { duration: 10d, owner: mia }\n' +
    `${tasks}team: { mia: Mia }\n`;
  const codes = (found: readonly { readonly code?: unknown }[] = []) => found.map(({ code }) => code);

  it('is pushed after a pause, for the same version, and stays while somebody types', async () => {
    await start({ capabilities: pushed });
    await editor.open(plan, busy);
    await editor.until(() => editor.published.length === 2);
    expect(editor.published.map(({ version }) => version)).toEqual([1, 1]);
    expect(codes(editor.published[0]?.diagnostics)).not.toContain('overallocated');
    expect(codes(editor.published[1]?.diagnostics)).toContain('overallocated');
    await editor.replace(plan, 't310: 1d', 't310: 2d');
    await editor.until(() => editor.published.length === 3);
    expect(editor.published[2]?.version).toBe(2);
    expect(codes(editor.published[2]?.diagnostics)).toContain('overallocated');
  });

  it('is gone at once where its text is gone', async () => {
    await start({ capabilities: pushed });
    await editor.open(plan, busy);
    await editor.until(() => editor.published.length === 2);
    await editor.replace(plan, '  build: { duration: 10d, owner: mia }\n', '');
    await editor.until(() => editor.published.length === 3);
    expect(codes(editor.published[2]?.diagnostics)).not.toContain('overallocated');
  });

  it('is there at once in a small plan', async () => {
    await start({ capabilities: pushed });
    await editor.open(plan, busy.replace(tasks, ''));
    await editor.until(() => editor.published.length === 1);
    expect(codes(editor.published[0]?.diagnostics)).toContain('overallocated');
  });

  it('is asked for again by an editor that pulls', async () => {
    await start();
    await editor.open(plan, busy);
    expect(codes(await editor.findings(plan))).not.toContain('overallocated');
    await editor.until(() => editor.refreshes === 1);
    expect(codes(await editor.findings(plan))).toContain('overallocated');
  });
});

describe('an editor that waits', () => {
  it('gets them pushed, with the version, and taken away at the end', async () => {
    await start({ capabilities: pushed });
    expect(editor.server.capabilities.diagnosticProvider).toBeUndefined();
    await editor.open(plan, text);
    await editor.until(() => editor.published.length === 1);
    expect(editor.published[0]).toEqual({ uri: plan, version: 1, diagnostics: [] });
    for (const version of [2, 3, 4]) {
      await editor.replace(
        plan,
        version === 2 ? 'after: design' : 'after: x',
        version === 2 ? 'after: x' : 'after: xx',
      );
      await editor.until(() => editor.published.at(-1)?.version === version);
      expect(editor.published.at(-1)?.diagnostics.map(({ code }) => code)).toEqual(['unknown-reference']);
    }
    await editor.close(plan);
    await editor.until(() => editor.published.at(-1)?.diagnostics.length === 0);
  });

  it('gets one push for a burst', async () => {
    await start({ capabilities: pushed });
    await editor.open(plan, text);
    await editor.until(() => editor.published.length === 1);
    for (let index = 0; index < 200; index += 1) void editor.type(plan, 6, 'x');
    await editor.until(() => editor.published.at(-1)?.version === 201);
    expect(editor.published.length).toBeLessThan(100);
  });

  it('gets 200 at most and a line that says how many more', async () => {
    await start({ capabilities: pushed });
    const tasks = Array.from({ length: 300 }, (_, index) => `  t${index}: { duration: 1d, after: none }`).join('\n');
    await editor.open(plan, `start: 2026-03-02\ntasks:\n${tasks}\n`);
    await editor.until(() => editor.published.length === 1);
    const diagnostics = editor.published[0]?.diagnostics ?? [];
    expect(diagnostics).toHaveLength(201);
    expect(diagnostics.at(-1)?.message).toContain('100 more findings');
  });
});

describe('places', () => {
  it('are UTF-16, right behind Chinese and emoji', async () => {
    await start();
    await editor.open(
      plan,
      'name: 计划 🚀🚀\nstart: 2026-03-02\ntasks:\n  设计: { name: "🚀 发射", duration: 1d, after: 没有 }\n',
    );
    const [found] = await editor.findings(plan);
    expect(found?.range).toEqual({ start: { line: 3, character: 44 }, end: { line: 3, character: 46 } });
    expect(found && editor.under(plan, found.range)).toBe('没有');
  });

  it('are right with CR LF, after edits too', async () => {
    await start();
    await editor.open(plan, text.replaceAll('\n', '\r\n').replace('after: design', 'after: none'));
    const before = await editor.findings(plan);
    expect(before[0]?.range.start).toEqual({ line: 4, character: 33 });
    await editor.type(plan, 0, '# note\r\n');
    const after = await editor.findings(plan);
    expect(after[0]?.range.start).toEqual({ line: 5, character: 33 });
    expect(after[0] && editor.under(plan, after[0].range)).toBe('none');
  });

  it('follow an edit in the middle of an emoji’s line', async () => {
    await start();
    await editor.open(plan, 'start: 2026-03-02\ntasks:\n  a: { name: 🚀🚀, duration: 1d, after: none }\n');
    await editor.replace(plan, '🚀,', '🚀🎉,');
    const [found] = await editor.findings(plan);
    expect(found && editor.under(plan, found.range)).toBe('none');
  });
});

it('speaks the language of the editor', async () => {
  await start({ locale: 'zh-tw' });
  await editor.open(plan, text.replace('after: design', 'after: none'));
  expect((await editor.findings(plan))[0]?.message).toMatch(/[\u4e00-\u9fff]/);
});

it('has none for texts that nobody edits', async () => {
  await start();
  for (const uri of ['git:/w/a.plan.yaml?ref=HEAD', 'vscode-scm:/a.plan.yaml', 'output:a']) {
    await editor.open(uri, text.replace('after: design', 'after: none'));
    expect(await editor.findings(uri)).toEqual([]);
  }
  for (const uri of ['untitled:Untitled-1', 'vscode-vfs://github/o/r/a.plan.yaml']) {
    await editor.open(uri, text.replace('after: design', 'after: none'));
    expect(await editor.findings(uri)).toHaveLength(1);
  }
});

describe('settings', () => {
  const late = 'start: 2026-03-02\ntasks:\n  a: { duration: 5d, deadline: 2026-03-03 }\n';

  it('hold per document, and the plan’s own win', async () => {
    await start({ settings: (uri) => (uri.includes('/quiet/') ? { rules: { 'missed-deadline': 'off' } } : null) });
    await editor.open(plan, late);
    await editor.open('file:///w/quiet/a.plan.yaml', late);
    await editor.open('file:///w/quiet/b.plan.yaml', `${late}rules: { missed-deadline: error }\n`);
    const codes = async (uri: string) => (await editor.findings(uri)).map(({ code, severity }) => [code, severity]);
    expect(await codes(plan)).toEqual([['missed-deadline', 2]]);
    expect(await codes('file:///w/quiet/a.plan.yaml')).toEqual([]);
    expect(await codes('file:///w/quiet/b.plan.yaml')).toEqual([['missed-deadline', 1]]);
  });

  it('that change are read again', async () => {
    const rules: Record<string, string> = {};
    await start({ settings: () => ({ rules }) });
    await editor.open(plan, late);
    expect(await editor.findings(plan)).toHaveLength(1);
    rules['missed-deadline'] = 'off';
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor.until(() => editor.refreshes === 1);
    expect(await editor.findings(plan)).toEqual([]);
  });

  it('of any shape do no harm', async () => {
    await start({
      settings: () => ({ rules: { 'missed-deadline': { max: [{}], severity: 'loud' }, __proto__: 'x', lag: 7 } }),
    });
    await editor.open(plan, late);
    expect(await editor.findings(plan)).toHaveLength(1);
  });
});

describe('files that a plan names', () => {
  let folder: string;
  let uri: (path: string) => string;

  beforeAll(() => {
    const root = mkdtempSync(join(tmpdir(), 'plan-files-'));
    folder = join(root, 'workspace');
    mkdirSync(join(folder, 'lib'), { recursive: true });
    writeFileSync(join(root, 'secret.yaml'), 'team: { spy: Spy }\n');
    if (process.platform !== 'win32') symlinkSync(join(root, 'secret.yaml'), join(folder, 'link.yaml'));
    uri = (path) => URI.file(join(folder, path)).toString();
  });
  afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  const owned = 'include: lib/team.yaml\nstart: 2026-03-02\ntasks:\n  a: { duration: 1d, owner: li }\n';

  it('are watched, and a change makes those new that use them', async () => {
    await start({ folders: [URI.file(folder).toString()] });
    await editor.until(() => editor.registered.includes('workspace/didChangeWatchedFiles'));
    writeFileSync(join(folder, 'lib', 'team.yaml'), 'team: { mia: Mia }\n');
    await editor.open(uri('a.plan.yaml'), owned);
    expect((await editor.findings(uri('a.plan.yaml'))).map(({ code }) => code)).toContain('unknown-reference');

    writeFileSync(join(folder, 'lib', 'team.yaml'), 'team: { li: 李伟 }\n');
    const changes = [{ uri: uri('lib/team.yaml'), type: 2 }];
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await editor.until(() => editor.refreshes === 1);
    expect(await editor.findings(uri('a.plan.yaml'))).toEqual([]);

    rmSync(join(folder, 'lib', 'team.yaml'));
    const removed = [{ uri: uri('lib/team.yaml'), type: 3 }];
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: removed });
    await editor.until(() => editor.refreshes === 2);
    expect((await editor.findings(uri('a.plan.yaml'))).map(({ code }) => code)).toContain('include-not-found');
  });

  it('push new findings to an editor that waits', async () => {
    await start({ capabilities: pushed, folders: [URI.file(folder).toString()] });
    await editor.open(uri('a.plan.yaml'), owned);
    await editor.until(() => editor.published.length === 1);
    expect(editor.published[0]?.diagnostics.map(({ code }) => code)).toContain('include-not-found');
    writeFileSync(join(folder, 'lib', 'team.yaml'), 'team: { li: 李伟 }\n');
    const changes = [{ uri: uri('lib/team.yaml'), type: 1 }];
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await editor.until(() => editor.published.at(-1)?.diagnostics.length === 0);
  });

  it('are read again when anything is saved, for an editor that watches no files', async () => {
    await start({ capabilities: { textDocument: { publishDiagnostics: {} } }, folders: [URI.file(folder).toString()] });
    expect(editor.server.capabilities.textDocumentSync).toMatchObject({ save: true });
    writeFileSync(join(folder, 'lib', 'team.yaml'), 'team: { mia: Mia }\n');
    await editor.open(uri('a.plan.yaml'), owned);
    await editor.until(() => editor.published.at(-1)?.diagnostics.length === 1);
    writeFileSync(join(folder, 'lib', 'team.yaml'), 'team: { li: 李伟 }\n');
    await editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri: uri('lib/team.yaml') } });
    await editor.until(() => editor.published.at(-1)?.diagnostics.length === 0);
  });

  it('count as they are in the editor, saved or not, where it tells that', async () => {
    await start({ folders: [URI.file(folder).toString()], initializationOptions: { drafts: true } });
    const used: string[][] = [];
    editor.connection.onNotification('plan/usedFiles', ({ uris }: { uris: string[] }) => {
      used.push(uris);
    });
    const tell = (text: string | null) =>
      editor.connection.sendNotification('plan/draft', { uri: uri('lib/team.yaml'), text });
    const codes = async () => (await editor.findings(uri('a.plan.yaml'))).map(({ code }) => code);
    writeFileSync(join(folder, 'lib', 'team.yaml'), 'team: { mia: Mia }\n');
    await editor.open(uri('a.plan.yaml'), owned);
    expect(await codes()).toEqual(['unknown-reference']);
    expect(used).toEqual([[uri('lib/team.yaml')]]);
    await tell('team: { li: Li }\n');
    await editor.until(() => editor.refreshes === 1);
    expect(await codes()).toEqual([]);
    const at = { textDocument: { uri: uri('a.plan.yaml') }, position: { line: 3, character: 29 } };
    const edit = await editor.connection.sendRequest('textDocument/rename', { ...at, newName: 'lo' });
    expect(JSON.stringify(edit)).toContain(
      '[{"range":{"start":{"line":0,"character":8},"end":{"line":0,"character":10}},"newText":"lo"}]',
    );
    await tell(null);
    await editor.until(() => editor.refreshes === 2);
    expect(await codes()).toEqual(['unknown-reference']);
  });

  it('outside the workspace stay unread', async () => {
    await start({ folders: [URI.file(folder).toString()] });
    for (const path of [
      '../secret.yaml',
      '/etc/hostname',
      'link.yaml',
      'https://example.org/team.yaml',
      'lib/../../secret.yaml',
    ]) {
      const plain = `include: ${JSON.stringify(path)}\nstart: 2026-03-02\ntasks: { a: { duration: 1d, owner: spy } }\nteam: { li: 李 }\n`;
      await editor.open(uri('b.plan.yaml'), plain);
      const codes = (await editor.findings(uri('b.plan.yaml'))).map(({ code }) => code);
      // Refused as no path at all, or as one that leads out.
      expect(codes, path).toSatisfy((all: string[]) => all.includes('schema') || all.includes('include-not-found'));
      expect(codes, path).toContain('unknown-reference');
      await editor.close(uri('b.plan.yaml'));
    }
  });

  it('are asked of an editor that offers to read them, where they are on no disk', async () => {
    const asked: string[] = [];
    await start({ folders: ['vscode-vfs://github/o/r'], initializationOptions: { readFile: true } });
    editor.connection.onRequest('plan/readFile', (params: { uri: string }) => {
      asked.push(params.uri);
      return { text: 'team: { li: 李伟 }\n' };
    });
    await editor.open('vscode-vfs://github/o/r/a.plan.yaml', owned);
    expect(await editor.findings('vscode-vfs://github/o/r/a.plan.yaml')).toEqual([]);
    expect(asked).toEqual(['vscode-vfs://github/o/r/lib/team.yaml']);
  });
});
