// Earlier versions and exported texts, over the wire: a version is taken when all files that it names are there, and dropped with its plan.
import { describe, expect, it } from 'vitest';
import type {
  ChartAnswer,
  EarlierAnswer,
  EarlierParams,
  ExportAnswer,
  ExportViewAnswer,
} from '../../server/protocol.ts';
import { usedEditor } from './used-editor.ts';

const plan = 'file:///w/house.plan.yaml';
const text = `name: House
start: 2026-03-02
tasks:
  dig: { duration: 5d }
  pour: { duration: 5d, after: dig }
`;
/** As it was: a calendar of its own file had a day off more, and digging took a day less. */
const before = text.replace('tasks:', 'include: [shared.yaml]\ntasks:').replace('5d }', '4d }');

const editor = usedEditor({}, { [plan]: text });

const take = (params: Omit<EarlierParams, 'uri'>) =>
  editor().connection.sendRequest<EarlierAnswer | null>('plan/earlier', { uri: plan, ...params });
const chart = () =>
  editor().connection.sendRequest<ChartAnswer>('plan/chart', {
    uri: plan,
    view: 'gantt',
    against: { kind: 'version', key: 'v1' },
    changes: true,
  });
const moved = async () => (await chart()).changes?.lines.map(({ planId, moved: by }) => `${planId}: ${by}`);

describe('an earlier version', () => {
  it('is taken when every file that it names was given, or is known not to have been there', async () => {
    expect(await take({ key: 'v1', text: before, files: {} })).toEqual({ missing: ['file:///w/shared.yaml'] });
    expect(await moved()).toEqual([]);
    expect(await take({ key: 'v1', text: before, files: { 'file:///w/shared.yaml': 'team: { mia: Mia }\n' } })).toEqual(
      {
        missing: [],
      },
    );
    expect(await moved()).toEqual(['dig: 1 working day later', 'pour: 1 working day later']);
    expect(await take({ key: 'v1', text: before, files: { 'file:///w/shared.yaml': null } })).toEqual({ missing: [] });
    expect(await moved()).toHaveLength(2);
  });

  it('is another one where another one is given, and broken text is compared as far as it can be read', async () => {
    await take({ key: 'v1', text: 'name: House\nstart: 2026-03-02\ntasks:\n  dig: { duration: 9d\n  pour: [\n' });
    expect((await chart()).changes?.summary).toMatch(/^The work ends on 2026-03-13/);
    await take({ key: 'v2', text: before });
    expect(await moved()).toEqual([]);
  });

  it('is dropped when its plan is closed', async () => {
    await take({ key: 'v1', text: before });
    expect(await moved()).toHaveLength(2);
    await editor().connection.sendNotification('textDocument/didClose', { textDocument: { uri: plan } });
    expect(await take({ key: 'v1', text: before })).toBeNull();
    await editor().open(plan, text);
    expect(await moved()).toEqual([]);
  });
});

describe('an exported text', () => {
  const exported = (params: object) =>
    editor().connection.sendRequest<ExportAnswer>('plan/export', { uri: plan, ...params });

  it('is Mermaid, Markdown, or a page with the program that it is given', async () => {
    expect((await exported({ format: 'mermaid' })).text).toMatch(/^gantt\n/);
    expect((await exported({ format: 'md' })).text).toMatch(/^# House\n/);
    const page = await exported({ format: 'html', assets: { script: 'ours()', style: '.ours{}' } });
    expect(page.text).toContain('<script>ours()</script>');
    expect(page.text).toContain('"name":"dig"');
  });

  const exportedView = (params: object) =>
    editor().connection.sendRequest<ExportViewAnswer | null>('plan/exportView', { uri: plan, ...params });

  it('is that of another view too, in every format that it exists in', async () => {
    expect(await exportedView({ view: 'network', format: 'mermaid' })).toMatchObject({
      text: expect.stringMatching(/^flowchart TB\n/),
    });
    expect(await exportedView({ view: 'raci', format: 'md' })).toMatchObject({
      text: expect.stringMatching(/^# House: /),
    });
    const page = await exportedView({ view: 'wbs', format: 'html', assets: { script: 'ours()', style: '.ours{}' } });
    expect(page).toMatchObject({ text: expect.stringContaining('<script>ours()</script>') });
    // What folds when its buttons are pressed is in it, and nothing leads to a text.
    expect(page).toMatchObject({ text: expect.stringContaining('"foldable":{"boxes":{') });
    expect(page).not.toMatchObject({ text: expect.stringContaining('"target"') });
  });

  it('is refused, in words, where there is none', async () => {
    expect(await exportedView({ view: 'raci', format: 'mermaid' })).toEqual({
      refused:
        '“Responsibilities (RACI)” is a table, and Mermaid draws none. It can be had as SVG, PNG, HTML or Markdown.',
    });
    expect(await exportedView({ view: 'risks', format: 'mermaid' })).toMatchObject({
      refused: expect.stringContaining('risks'),
    });
    expect(await exportedView({ view: 'nonsense', format: 'md' })).toBeNull();
  });
});
