// `plan fmt`: what it writes, what it only names, and how it ends.
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { PlanFolder } from './run-plan.ts';

const folder = new PlanFolder();
afterAll(() => folder.remove());

const messy = 'start:   2026-03-02\nname: x\ntasks:\n    a:   {owner: li,duration: 1d} # one\n';
const tidy = 'start: 2026-03-02\nname: x\ntasks:\n  a: { owner: li, duration: 1d } # one\n';
const sorted = 'name: x\nstart: 2026-03-02\ntasks:\n  a: { duration: 1d, owner: li } # one\n';

test('writes what is out of order, and names it', () => {
  folder.write('a.plan.yaml', messy);
  folder.write('b.plan.yaml', tidy);
  const { status, stdout, stderr } = folder.plan(['fmt', '.']);
  expect([folder.read('a.plan.yaml'), folder.read('b.plan.yaml')]).toEqual([tidy, tidy]);
  expect([status, stdout, stderr]).toEqual([0, 'a.plan.yaml\n', '1 of 2 plans formatted\n']);
});

test('--check writes nothing and ends with 1 where something would change', () => {
  const path = join(folder.path, folder.write('c.plan.yaml', messy));
  const before = statSync(path).mtimeMs;
  const { status, stdout, stderr } = folder.plan(['fmt', '--check', 'c.plan.yaml'], { LANG: 'zh_CN.UTF-8' });
  expect([status, stdout, folder.read('c.plan.yaml'), statSync(path).mtimeMs]).toEqual([
    1,
    'c.plan.yaml\n',
    messy,
    before,
  ]);
  expect(stderr).toBe('共 1 个计划，1 个尚未整理；不带 --check 运行 plan fmt 即可整理\n');
  expect(folder.plan(['fmt', '--check', 'b.plan.yaml']).status).toBe(0);
});

test('--sort-keys brings keys into order as well', () => {
  folder.write('d.plan.yaml', messy);
  expect(folder.plan(['fmt', '--sort-keys', 'd.plan.yaml']).status).toBe(0);
  expect(folder.read('d.plan.yaml')).toBe(sorted);
  expect(folder.plan(['fmt', '--check', '--sort-keys', 'd.plan.yaml']).status).toBe(0);
});

test('a byte-order mark and Windows line ends stay', () => {
  writeFileSync(join(folder.path, 'e.plan.yaml'), `\ufeff${messy.replaceAll('\n', '\r\n')}`);
  folder.plan(['fmt', 'e.plan.yaml']);
  expect(folder.read('e.plan.yaml')).toBe(`\ufeff${tidy.replaceAll('\n', '\r\n')}`);
});

test('what is missing is said, all else is done', () => {
  folder.write('f.plan.yaml', messy);
  const { status, stderr } = folder.plan(['fmt', 'f.plan.yaml', 'nowhere.plan.yaml']);
  expect([status, folder.read('f.plan.yaml')]).toEqual([2, tidy]);
  expect(stderr).toContain('nowhere.plan.yaml: there is no such file');
});
