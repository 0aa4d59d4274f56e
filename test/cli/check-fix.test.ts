// `plan check --fix`: what it writes, what it leaves, and what it says.
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { PlanFolder } from './run-plan.ts';

const folder = new PlanFolder();
afterAll(() => folder.remove());

const slips = `name：网站改版 # 名称
start: 2026-03-02
tasks:
  设计: 3d
  开发: { duration: 2d, depends_on: 设计 } # 说明
`;
const mended = slips.replace('name：', 'name: ').replace('depends_on', 'after');

test('slips are mended, comments stay, and what was mended is said', () => {
  folder.write('a.plan.yaml', slips);
  const { status, stdout, stderr } = folder.plan(['check', 'a.plan.yaml', '--fix']);
  expect(folder.read('a.plan.yaml')).toBe(mended);
  expect(stderr).toMatch(/^a\.plan\.yaml: fixed (fullwidth-punctuation, schema|schema, fullwidth-punctuation)\n$/);
  expect([status, stdout]).toEqual([0, '1 plan checked, nothing found\n']);
});

test('in Chinese as well', () => {
  folder.write('c.plan.yaml', slips);
  const { stderr } = folder.plan(['check', 'c.plan.yaml', '--fix'], { LANG: 'zh_CN.UTF-8' });
  expect(stderr).toContain('c.plan.yaml：已修复 ');
});

test('a machine gets its format, the sentence goes beside it', () => {
  folder.write('j.plan.yaml', slips);
  const { stdout, stderr } = folder.plan(['check', 'j.plan.yaml', '--fix', '-f', 'json']);
  expect(JSON.parse(stdout)).toEqual({ files: [{ path: 'j.plan.yaml', findings: [] }] });
  expect(stderr).toContain('fixed');
});

test('a file without slips is not written, nor one whose findings need a decision', () => {
  for (const text of [mended, slips.replace('name：', 'name: ').replace('depends_on: 设计', 'after: 设记')]) {
    const path = join(folder.path, folder.write('same.plan.yaml', text));
    const before = statSync(path).mtimeMs;
    const { stderr } = folder.plan(['check', 'same.plan.yaml', '--fix']);
    expect([readFileSync(path, 'utf8'), statSync(path).mtimeMs, stderr]).toEqual([text, before, '']);
  }
});

test('a byte order mark and Windows line ends stay', () => {
  const path = join(folder.path, 'w.plan.yaml');
  writeFileSync(path, `\ufeff${slips.replaceAll('\n', '\r\n')}`);
  folder.plan(['check', 'w.plan.yaml', '--fix']);
  expect(readFileSync(path, 'utf8')).toBe(`\ufeff${mended.replaceAll('\n', '\r\n')}`);
});

test('of several files only those with slips are written', () => {
  folder.write('one.plan.yaml', slips);
  folder.write('two.plan.yaml', mended);
  const { stderr } = folder.plan(['check', 'one.plan.yaml', 'two.plan.yaml', '--fix']);
  expect(stderr.match(/fixed/g)).toHaveLength(1);
});

test('a plan is judged after the fixes of those that it names, in a report too', () => {
  folder.write(
    'main.plan.yaml',
    'start: 2026-03-02\nsubplans: { z: sub.plan.yaml }\ntasks:\n  a: { duration: 5d, after: z/b }\n',
  );
  const broken = 'start: 2026-03-02\ntasks:\n  b: 5d\n  c: { duration： 3d, after: b }\n';
  folder.write('sub.plan.yaml', broken);
  const plans = ['main.plan.yaml', 'sub.plan.yaml'];
  expect(folder.plan(['check', ...plans, '-f', 'json', '--fix'])).toMatchObject({ status: 0 });
  folder.write('sub.plan.yaml', broken);
  const report = ['check', ...plans, '--report', 'schedule-health', '-f', 'json'];
  const { stdout } = folder.plan([...report, '--fix']);
  expect(stdout).toBe(folder.plan(report).stdout);
});

test.skipIf(process.getuid?.() === 0)('a file that can’t be written is said, and is wrong usage', () => {
  chmodSync(join(folder.path, folder.write('locked.plan.yaml', slips)), 0o444);
  const { status, stderr } = folder.plan(['check', 'locked.plan.yaml', '--fix']);
  expect(status).toBe(2);
  expect(stderr).toContain('locked.plan.yaml: the file can’t be written (EACCES)');
});

test('without --fix nothing is written', () => {
  folder.write('n.plan.yaml', slips);
  expect(folder.plan(['check', 'n.plan.yaml']).status).toBe(1);
  expect(folder.read('n.plan.yaml')).toBe(slips);
});
