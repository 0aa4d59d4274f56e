// `-` in place of a file: what comes in by standard input, at the path that --stdin-filename says.
import { mkdirSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { PlanFolder } from './run-plan.ts';

const folder = new PlanFolder();
afterAll(() => folder.remove());
mkdirSync(`${folder.path}/plans`);
mkdirSync(`${folder.path}/shared`);

const text = 'name: x\nstart: 2026-03-02\ninclude: [../shared/team.yaml]\ntasks:\n    a:   {owner: li,effort: 1d}\n';
folder.write('shared/team.yaml', 'team:\n  li: { name: Li Lei, leave: [2026-03-02..2026-03-03] }\n');
folder.write('plans/a.plan.yaml', 'name: saved\nstart: 2026-03-02\ntasks: { a: 5d }\n');
const at = ['--stdin-filename', 'plans/a.plan.yaml'];
const run = (args: readonly string[], input: string | Uint8Array, env = {}) => folder.plan(args, env, input);

test('the text is judged where it would lie, in place of what is saved there', () => {
  const broken = text.replace('1d', '2x');
  const { stdout, status } = run(['check', '-', '-f', 'json', ...at], broken);
  const files: { path: string; findings: { rule: string }[] }[] = JSON.parse(stdout).files;
  expect(status).toBe(1);
  expect(files.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)])).toEqual([
    ['plans/a.plan.yaml', ['assigned-on-leave', 'invalid-duration']],
  ]);
  expect(run(['check', '-'], broken).stdout).toContain('stdin.plan.yaml:3:11');
});

test('other plans of the run see it, too', () => {
  folder.write('all.plan.yaml', 'name: all\nstart: 2026-03-02\ntasks:\n  one: { plan: plans/a.plan.yaml }\n');
  const { stdout } = run(['schedule', '-', ...at, '-f', 'json'], text);
  // He is away on the first two days.
  expect(JSON.parse(stdout).finish).toBe('2026-03-04T18:00');
  const broken = run(['check', 'all.plan.yaml', '-', ...at, '-f', 'json'], text.replace('1d', '2x')).stdout;
  expect(JSON.parse(broken).files.map(({ path }: { path: string }) => path)).toEqual([
    'all.plan.yaml',
    'plans/a.plan.yaml',
  ]);
});

describe('fmt', () => {
  const tidy = 'name: x\nstart: 2026-03-02\ninclude: [../shared/team.yaml]\ntasks:\n  a: { owner: li, effort: 1d }\n';

  test('prints the text and nothing else', () => {
    expect(run(['fmt', '-', ...at], text)).toEqual({ status: 0, stdout: tidy, stderr: '' });
    expect(run(['fmt', '-'], tidy).stdout).toBe(tidy);
    expect(run(['fmt', '-'], `\ufeff${text.replaceAll('\n', '\r\n')}`).stdout).toBe(
      `\ufeff${tidy.replaceAll('\n', '\r\n')}`,
    );
    expect(run(['fmt', '-'], '')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(folder.read('plans/a.plan.yaml')).toContain('saved');
  });

  test('--check names it', () => {
    expect(run(['fmt', '--check', '-', ...at], text)).toMatchObject({ status: 1, stdout: 'plans/a.plan.yaml\n' });
    expect(run(['fmt', '--check', '-', ...at], tidy)).toMatchObject({ status: 0, stdout: '' });
  });

  test('goes with no other file', () => {
    expect(run(['fmt', '-', 'plans'], text)).toMatchObject({ status: 2, stdout: '' });
  });
});

test('what is no text of a plan is said, and nothing printed', () => {
  const gbk = new Uint8Array([0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xbc, 0xc6, 0xbb, 0xae]);
  for (const command of ['check', 'fmt', 'schedule']) {
    const { status, stdout, stderr } = run([command, '-', ...at], gbk, { PLAN_LANG: 'zh' });
    expect([status, stdout, stderr]).toEqual([2, '', 'plans/a.plan.yaml：不是 UTF-8 文本文件，或无法读取\n']);
  }
  const { status, stderr } = run(['fmt', '-'], 'x'.repeat(8 * 1024 * 1024 + 1));
  expect([status, stderr]).toEqual([2, 'stdin.plan.yaml: the file is too large for a plan\n']);
});

test.each([
  [['check', '--fix', '-'], '--fix'],
  [['level', '--write', '-'], '--write'],
  [['check', 'plans', ...at], '“-”'],
])('%j is refused in words', (args, word) => {
  const { status, stdout, stderr } = run(args, text);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(word);
});

test('what is typed is compared with what is saved', () => {
  const { status, stdout } = run(['diff', 'plans/a.plan.yaml', '-', ...at, '-f', 'json'], text);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ finishMinutes: -2 * 8 * 60 });
});

test('other programs’ files and charts are made of it', () => {
  expect(run(['convert', '-', 'out.json', ...at], text).status).toBe(0);
  expect(JSON.parse(folder.read('out.json'))).toMatchObject({ name: 'x' });
  const table = ['convert', '-', 'from.plan.yaml', '--stdin-filename', 'tasks.csv'];
  expect(run(table, 'name,duration,start\nDig,3d,2026-03-02\n').status).toBe(0);
  expect(folder.read('from.plan.yaml')).toContain('Dig');
  expect(run(['chart', '-', ...at], text).stdout).toContain('gantt');
  expect(run(['simulate', '-', ...at, '-f', 'json'], text).status).toBe(0);
});
