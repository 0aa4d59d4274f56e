// Every request of the language server, once over the wire; what each answers in detail is tested with its feature.
import { describe, expect, it } from 'vitest';
import type {
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  CodeLens,
  CompletionList,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  Position,
  SelectionRange,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import type { ChartAnswer, LocateAnswer, TaskAtAnswer } from '../../server/protocol.ts';
import { positionAt } from './editor.ts';
import { usedEditor } from './used-editor.ts';

const plan = 'file:///w/发布.plan.yaml';
const text = `name: Website
start: 2026-03-02
phases:
  阶段一:
    tasks:
      设计: { name: "🚀 设计", duration: 10d }
      build:
        duration: 15d
        after: 设计
        owner: mia
tasks:
  launch: { milestone: true, after: build }
team:
  mia: { name: Mia Chen }
`;

const editor = usedEditor({}, { [plan]: text });

it('announces what it can', () => {
  expect(editor().server.serverInfo?.name).toBe('plan-as-code');
  expect(editor().server.capabilities).toMatchObject({
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2 },
    hoverProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    codeActionProvider: {
      codeActionKinds: expect.arrayContaining([
        'quickfix',
        'refactor.extract',
        'refactor.inline',
        'refactor.rewrite',
        'source.fixAll.planAsCode',
        'source.sortKeys',
      ]),
    },
    completionProvider: { resolveProvider: true },
    semanticTokensProvider: { range: true, full: { delta: true } },
    linkedEditingRangeProvider: true,
    colorProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
    renameProvider: { prepareProvider: true },
    inlayHintProvider: true,
    codeLensProvider: {},
    documentLinkProvider: {},
    callHierarchyProvider: true,
    diagnosticProvider: expect.anything(),
  });
});

describe('language features', () => {
  it('textDocument/hover', async () => {
    const hover = await editor().at<Hover>('textDocument/hover', plan, 'after: 设‸计');
    expect(hover.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining('**🚀 设计**') });
    expect(hover.range && editor().under(plan, hover.range)).toBe('设计');
  });

  it('textDocument/completion', async () => {
    const { items } = await editor().at<CompletionList>('textDocument/completion', plan, 'after: ‸build');
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['build', '设计', '阶段一']));
    const keys = await editor().at<CompletionList>('textDocument/completion', plan, '        own‸er: mia');
    expect(keys.items.map(({ label }) => label)).toContain('owner');
    // A point says something in a condition alone.
    const context = { triggerKind: 2, triggerCharacter: '.' };
    expect(await editor().at('textDocument/completion', plan, '        own‸er: mia', { context })).toBeNull();
  });

  it('textDocument/documentSymbol', async () => {
    const symbols = await editor().connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: plan },
    });
    expect(symbols.map(({ name }) => name)).toEqual(['phases', 'tasks', 'team']);
    const [task] = symbols[0]?.children?.[0]?.children ?? [];
    expect(task?.name).toBe('🚀 设计');
    expect(task && editor().under(plan, task.selectionRange)).toBe('设计');
  });

  it('textDocument/definition', async () => {
    const links = await editor().at<LocationLink[]>('textDocument/definition', plan, 'after: buil‸d }');
    expect(links).toHaveLength(1);
    expect(links[0] && editor().under(plan, links[0].targetSelectionRange)).toBe('build');
  });

  it('textDocument/references', async () => {
    const found = await editor().at<Location[]>('textDocument/references', plan, '      设‸计: {', {
      context: { includeDeclaration: true },
    });
    expect(found.map(({ range }) => range.start)).toEqual([
      { line: 5, character: 6 },
      { line: 8, character: 15 },
    ]);
  });

  it('textDocument/documentHighlight', async () => {
    const found = await editor().at<DocumentHighlight[]>('textDocument/documentHighlight', plan, 'owner: m‸ia');
    expect(found.map(({ range }) => editor().under(plan, range))).toEqual(['mia', 'mia']);
  });

  it('textDocument/foldingRange', async () => {
    const found = await editor().connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', {
      textDocument: { uri: plan },
    });
    expect(found).toContainEqual({ startLine: 6, endLine: 9 });
  });

  it('textDocument/selectionRange', async () => {
    const positions = [positionAt(text, text.indexOf('15d'))];
    const [range] = await editor().connection.sendRequest<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri: plan },
      positions,
    });
    expect(range && editor().under(plan, range.range)).toBe('15d');
    expect(range?.parent && editor().under(plan, range.parent.range)).toBe('duration: 15d');
  });

  it('textDocument/inlayHint', async () => {
    const range = { start: { line: 0, character: 0 }, end: positionAt(text, text.length) };
    const found = await editor().connection.sendRequest<InlayHint[]>('textDocument/inlayHint', {
      textDocument: { uri: plan },
      range,
    });
    expect(found.map(({ label }) => label)).toContainEqual(expect.stringMatching(/^\d\d-\d\d → \d\d-\d\d · /));
  });

  it('textDocument/codeLens', async () => {
    const found = await editor().connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: plan },
    });
    expect(found.map(({ command }) => command?.title)).toContainEqual(expect.stringMatching(/^finish \d{4}-\d\d-\d\d/));
    expect(found.map(({ command }) => command?.command)).not.toContain('planAsCode.openPreviewToSide');
  });

  it('textDocument/documentLink', async () => {
    expect(await editor().connection.sendRequest('textDocument/documentLink', { textDocument: { uri: plan } })).toEqual(
      [],
    );
  });

  it('textDocument/prepareCallHierarchy, and where it leads', async () => {
    const [item] = await editor().at<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', plan, 'after: 设‸计');
    expect(item?.name).toBe('🚀 设计');
    expect(await editor().connection.sendRequest('callHierarchy/incomingCalls', { item })).toEqual([]);
    const calls = await editor().connection.sendRequest<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item,
    });
    expect(calls).toHaveLength(1);
  });

  it('workspace/symbol', async () => {
    const found = await editor().connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'launch' });
    expect(found.map(({ name }) => name)).toEqual(['launch']);
  });

  it('textDocument/prepareRename and rename', async () => {
    expect(await editor().at('textDocument/prepareRename', plan, 'after: 设‸计')).toMatchObject({
      placeholder: '设计',
    });
    const edit = await editor().at<WorkspaceEdit>('textDocument/rename', plan, 'after: 设‸计', { newName: '方案' });
    expect(edit.documentChanges).toMatchObject([
      { textDocument: { uri: plan, version: 1 }, edits: [{ newText: '方案' }, { newText: '方案' }] },
    ]);
    await expect(editor().at('textDocument/rename', plan, 'after: 设‸计', { newName: 'build' })).rejects.toMatchObject({
      code: -32803,
    });
  });

  it('textDocument/codeAction', async () => {
    const other = 'file:///w/other.plan.yaml';
    await editor().open(other, 'start: 2026-03-02\ntasks:\n  one: 1d\n  two: { duration: 1d, after: oen }\n');
    const [found] = await editor().findings(other);
    const actions = await editor().connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: other },
      range: found?.range,
      context: { diagnostics: [found] },
    });
    expect(actions[0]).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [found] });
    expect(actions[0]?.edit?.documentChanges).toMatchObject([{ edits: [{ newText: 'one' }] }]);
    await editor().close(other);
  });
});

describe('requests of our own', () => {
  it('plan/chart', async () => {
    const chart = await editor().connection.sendRequest<ChartAnswer>('plan/chart', { uri: plan, view: 'gantt' });
    expect(chart).toMatchObject({ uri: plan, version: 1, head: { title: 'Website' }, blocks: [{ first: 0 }] });
    const { head, blocks } = chart;
    expect(blocks[0]?.rows.map(({ planId }) => planId)).toEqual(
      expect.arrayContaining(['阶段一', '设计', 'build', 'launch']),
    );
    // Who has it all is told nothing again.
    const known = { head: head?.tag ?? '', blocks: { 0: blocks[0]?.tag ?? '' } };
    expect(
      await editor().connection.sendRequest<ChartAnswer>('plan/chart', {
        uri: plan,
        view: 'gantt',
        known,
        around: 'build',
      }),
    ).toEqual({
      uri: plan,
      version: 1,
      blocks: [],
      anchor: { planId: 'build', row: blocks[0]?.rows.findIndex(({ planId }) => planId === 'build') },
    });
  });

  it('plan/locate', async () => {
    const answer = await editor().connection.sendRequest<LocateAnswer>('plan/locate', { uri: plan, planId: 'build' });
    expect(answer.version).toBe(1);
    expect(editor().under(plan, answer.key)).toBe('build');
    expect(editor().under(plan, answer.entry)).toBe(text.slice(text.indexOf('build:'), text.indexOf('\ntasks:')));
    expect(await editor().connection.sendRequest('plan/locate', { uri: plan, planId: 'none' })).toBeNull();
  });

  it('plan/taskAt', async () => {
    const asked = (position: Position) =>
      editor().connection.sendRequest<TaskAtAnswer | null>('plan/taskAt', { uri: plan, position });
    const at = (found: string) => asked(positionAt(text, text.indexOf(found)));
    expect(await at('owner')).toEqual({ version: 1, planId: 'build', path: ['阶段一', 'build'], row: 2 });
    expect(await at('10d')).toEqual({ version: 1, planId: '设计', path: ['阶段一', '设计'], row: 1 });
    expect(await at('阶段一')).toEqual({ version: 1, planId: '阶段一', path: ['阶段一'], row: 0 });
    expect(await at('start')).toBeNull();
    const { line } = positionAt(text, text.indexOf('build:'));
    expect(await asked({ line, character: 0 })).toMatchObject({ planId: 'build' });
  });
});
