// The requests behind the status bar, the tree and the commands, over the wire: a plan at a glance, its tree, simulation, import.
import { describe, expect, it } from 'vitest';
import type {
  ImportAnswer,
  OutlookAnswer,
  SimulationAnswer,
  SimulationProgressParams,
  TreeAnswer,
} from '../../server/protocol.ts';
import { usedEditor } from './used-editor.ts';

const plan = 'file:///w/发布.plan.yaml';
// Design takes 8 to 12 days, build 10: between 2026-03-25 and 2026-03-31 all is done.
const text = `name: Website
start: 2026-03-02
finish: 2026-04-30
tasks:
  design: { estimate: { optimistic: 8d, likely: 9d, pessimistic: 12d } }
  build: { duration: 10d, after: design }
  tidy: 1d
`;

const editor = usedEditor({}, { [plan]: text });

const ask = <R>(method: string, params: object): Promise<R> => editor().connection.sendRequest<R>(method, params);
const simulate = (params: object = {}) => ask<SimulationAnswer>('plan/simulate', { uri: plan, ...params });

describe('what stands around the text', () => {
  it('the outlook and the tree', async () => {
    const outlook = await ask<OutlookAnswer>('plan/outlook', { uri: plan });
    expect(outlook.slack?.isLate).toBe(false);
    const { rows } = await ask<TreeAnswer>('plan/tree', { uri: plan, list: 'work' });
    expect(rows.map(({ planId }) => planId)).toEqual(['design', 'build', 'tidy']);
    expect(await ask('plan/outlook', { uri: 'file:///w/closed.plan.yaml' })).toBeNull();
  });

  it('a settled version is told of', async () => {
    const uri = 'file:///w/large.plan.yaml';
    const settled = new Promise((resolve) => editor().connection.onNotification('plan/didSettle', resolve));
    // Over 300 tasks the slower rules wait for a pause.
    const tasks = Array.from({ length: 301 }, (_, index) => `  t${index}: 1d`).join('\n');
    await editor().open(uri, `name: Large\nstart: 2026-03-02\ntasks:\n${tasks}\n`);
    expect(await settled).toEqual({ uri, version: 1 });
  });
});

describe('a simulation', () => {
  it('gives dates within what the estimates allow, and the tasks that decide', async () => {
    const { estimated, finishes, tasks } = await simulate();
    expect(estimated).toBe(1);
    expect(finishes).toHaveLength(4);
    for (const { label } of finishes.slice(0, 3)) {
      const [day = ''] = /\d{4}-\d\d-\d\d/.exec(label) ?? [];
      expect(day >= '2026-03-25' && day <= '2026-03-31').toBe(true);
    }
    expect(finishes[3]).toEqual({ label: 'Promised: 2026-04-30 (Thu)', detail: 'kept in 100% of the runs' });
    expect(tasks.map(({ planId, detail }) => [planId, detail])).toEqual([
      ['design', 'critical in 100% of the runs'],
      ['build', 'critical in 100% of the runs'],
    ]);
  });

  it('of a large plan tells how far it is, hears of an edit meanwhile, and gives up', async () => {
    const uri = 'file:///w/many.plan.yaml';
    const tasks = Array.from({ length: 5000 }, (_, index) => `  t${index}: 1d`).join('\n');
    await editor().open(uri, `name: Many\nstart: 2026-03-02\ntasks:\n${tasks}\n`);
    const shares: number[] = [];
    let typed: Promise<number> | undefined;
    editor().connection.onNotification('plan/simulationProgress', ({ token, share }: SimulationProgressParams) => {
      expect(token).toBe('mine');
      shares.push(share);
      typed ??= editor().replace(uri, 'Many', 'More');
    });
    await expect(ask('plan/simulate', { uri, progressToken: 'mine' })).rejects.toMatchObject({ code: -32801 });
    expect(typed).toBeDefined();
    expect(shares.at(-1)).toBeLessThan(1);
  });
});

describe('an import', () => {
  const files: Readonly<Record<string, string>> = {
    'a.mmd':
      'gantt\n  dateFormat YYYY-MM-DD\n  section One\n  Design :design, 2026-03-02, 3d\n  Build :after design, 2d\n',
    'a.csv': 'name,duration,predecessors\nDesign,3d,\nBuild,2d,1\n',
    'a.json': '{ "name": "A", "start": "2026-03-02", "tasks": { "design": "3d" } }',
    'a.xml':
      '<Project xmlns="http://schemas.microsoft.com/project"><StartDate>2026-03-02T08:00:00</StartDate><Tasks><Task><UID>1</UID><ID>1</ID><Name>Design</Name><OutlineLevel>1</OutlineLevel><Duration>PT24H0M0S</Duration></Task></Tasks></Project>',
    'a.gan':
      '<project name="A"><tasks><task id="0" name="Design" start="2026-03-02" duration="3" complete="0"/></tasks></project>',
  };

  it.each(Object.entries(files))('of %s is a plan with its tasks', async (name, source) => {
    const answer = await ask<ImportAnswer>('plan/import', { name, text: source, nowMinute: 29_500_000 });
    if ('refused' in answer) throw new Error(answer.refused);
    expect(answer.text).toMatch(/^# Converted from a\.\w+ /);
    expect(answer.text.toLowerCase()).toContain('design');
    const uri = `file:///w/${name}.plan.yaml`;
    await editor().open(uri, answer.text);
    const { rows } = await ask<TreeAnswer>('plan/tree', { uri, list: 'work' });
    expect(rows.length).toBeGreaterThan(0);
  });

  it('says what is lost, and why a file is refused', async () => {
    const lost = await ask<ImportAnswer>('plan/import', {
      name: 'x.mmd',
      text: 'gantt\n  dateFormat YYYY-MM-DD\n  Design :crit, 2026-03-02, 3d\n',
      nowMinute: 29_500_000,
    });
    if ('refused' in lost) throw new Error(lost.refused);
    expect(lost.losses).toEqual([expect.stringContaining('“crit” is left out')]);
    expect(lost.text).toContain('# - “crit” is left out');
    for (const [name, source] of [
      ['x.xml', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Project>&a;</Project>'],
      ['x.json', '[]'],
      ['x.mmd', 'flowchart LR'],
      ['x.docx', 'what'],
      ['x.csv', ''],
    ])
      expect(await ask<ImportAnswer>('plan/import', { name, text: source, nowMinute: 0 })).toEqual({
        refused: expect.stringContaining(String(name)),
      });
  });

  it('takes bytes that are no Unicode, and says what it took them for', async () => {
    const base64 = Buffer.from(
      '\u00C8\u00CE\u00CE\u00F1\u00C3\u00FB\u00B3\u00C6,\u00B9\u00A4\u00C6\u00DA\n\u00C9\u00E8\u00BC\u00C6,3\n',
      'latin1',
    ).toString('base64');
    const answer = await ask<ImportAnswer>('plan/import', { name: 'x.csv', base64, nowMinute: 0 });
    if ('refused' in answer) throw new Error(answer.refused);
    expect(answer.text).toContain('设计: 3d');
    expect(answer.notes[0]).toContain('gbk');
    expect(await ask<ImportAnswer>('plan/import', { name: 'x.json', base64, nowMinute: 0 })).toEqual({
      refused: 'x.json: this is no text that can be read',
    });
  });
});
