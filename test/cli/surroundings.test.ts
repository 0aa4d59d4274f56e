// What a command takes from its surroundings: folder, links, colours; and what it doesn't write over.
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { PlanFolder } from './run-plan.ts';

const folder = new PlanFolder();
afterAll(() => folder.remove());

const text = 'name: A plan\nstart: 2026-03-02\ntasks:\n  a: 2x\n';
const name = folder.write('a.plan.yaml', text);

test('a chart takes no plan’s place', () => {
  for (const output of [name, 'other.plan.yml']) {
    const { status, stderr } = folder.plan(['chart', name, '-o', output]);
    expect(status).toBe(2);
    expect(stderr).toContain(`${output} would be a plan`);
  }
  expect(folder.read(name)).toBe(text);
});

test('paths are those of the folder in which it runs, whichever a script was called from', () => {
  const { status, stderr } = folder.plan(['check', name, '-f', 'json'], { INIT_CWD: join(folder.path, 'elsewhere') });
  expect([status, stderr]).toEqual([1, '']);
});

test('a link inside the folder is read, one that leads out of it is not', () => {
  mkdirSync(join(folder.path, 'sub'));
  const outside = new PlanFolder();
  try {
    outside.write('b.plan.yaml', text);
    symlinkSync('../a.plan.yaml', join(folder.path, 'sub/inside.plan.yaml'));
    symlinkSync(join(outside.path, 'b.plan.yaml'), join(folder.path, 'sub/outside.plan.yaml'));
    expect(folder.plan(['check', 'sub/inside.plan.yaml']).stdout).toContain('2x');
    const refused = folder.plan(['check', 'sub/outside.plan.yaml']);
    expect([refused.status, refused.stdout]).toEqual([2, '']);
  } finally {
    outside.remove();
  }
});

test('colours in a pipe only where they are forced', () => {
  const coloured = (env: Readonly<Record<string, string>>): boolean =>
    folder.plan(['check', name], { NO_COLOR: '', ...env }).stdout.includes('\u001b[');
  expect(coloured({})).toBe(false);
  expect(coloured({ FORCE_COLOR: '1' })).toBe(true);
  expect(coloured({ FORCE_COLOR: '0' })).toBe(false);
  expect(coloured({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
});

test('one rule as JSON', () => {
  const { status, stdout } = folder.plan(['rules', 'overdue', '--format', 'json']);
  expect(status).toBe(0);
  expect(JSON.parse(stdout).rules.map(({ id }: { id: string }) => id)).toEqual(['overdue']);
  expect(folder.plan(['rules', 'no-such-rule', '--format', 'json']).status).toBe(2);
});
