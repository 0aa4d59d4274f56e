// `plan check --report schedule-health`: formats, exit codes, wrong usage.
import { afterAll, expect, test } from 'vitest';
import { PlanFolder } from './run-plan.ts';

const folder = new PlanFolder();
afterAll(() => folder.remove());

/** b begins a day before a ends: one lead, of one link. */
folder.write('a.plan.yaml', 'name: A plan\nstart: 2026-03-02\ntasks:\n  a: 5d\n  b: { duration: 2d, after: a -1d }\n');

const report = (...flags: readonly string[]) =>
  folder.plan(['check', 'a.plan.yaml', '--report', 'schedule-health', ...flags]);

test('prints the fourteen points, as a table, as Markdown, as JSON', () => {
  expect(report().stdout).toMatch(/^ 2 Links with a lead +≤ 0% +1 of 1 +100% +fails +a → b \(FS\)$/m);
  expect(report('-f', 'markdown').stdout).toContain('❌ fails');
  const { files } = JSON.parse(report('-f', 'json').stdout);
  expect(files[0].points).toHaveLength(14);
});

test('ends with 1 where a point fails whose rule is as grave as asked', () => {
  expect(report().status).toBe(0);
  expect(report('--fail-on', 'warning').status).toBe(1);
  expect(report('--rule', 'lead=error').status).toBe(1);
  // A lead on every link is allowed; loose ends are still an info.
  expect(report('--fail-on', 'warning', '--rule', 'lead.max=100%').status).toBe(0);
});

test.each([
  [['--report', 'schedule-health', '-f', 'sarif'], 'A report is printed as pretty, json, and markdown, not as “sarif”'],
  [['-f', 'markdown'], '“markdown” is a format of reports'],
  [['--report', 'nothing'], 'schedule-health'],
])('%j is wrong usage', (flags, says) => {
  const { status, stderr, stdout } = folder.plan(['check', 'a.plan.yaml', ...flags]);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(says);
});

test('speaks Chinese', () => {
  const { stdout } = folder.plan(['check', 'a.plan.yaml', '--report', 'schedule-health'], { LANG: 'zh_CN.UTF-8' });
  expect(stdout).toContain('进度健康度：A plan');
});
