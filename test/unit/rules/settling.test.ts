// Instant rules answer first; settled ones follow in steps: together they find what one run finds, and what lies between two steps is bounded by count.
import { expect, test } from 'vitest';
import type { Analysis } from '../../../server/analysis.ts';
import { check, checkInstant, settle } from '../../../server/rules/check.ts';
import type { Finding } from '../../../server/rules/finding.ts';
import { ruleById } from '../../../server/rules/registry.ts';
import { fixtures } from '../../rules/all-fixtures.ts';
import { analysed } from '../../rules/fixture.ts';

const settings = { rules: {} };

function versionOf({ tree, plan, schedule }: Analysis) {
  return { tree, plan, schedule, nowMinute: 29_551_680 };
}

/** The findings of a run to its end, and how many steps it took. */
function finished(settling: Generator<undefined, readonly Finding[]>): {
  readonly findings: readonly Finding[];
  readonly steps: number;
} {
  let steps = 0;
  let step = settling.next();
  for (; step.done !== true; step = settling.next()) steps += 1;
  return { findings: step.value, steps };
}

test('on every fixture both together find what one run finds, in its order', () => {
  for (const { text, files } of fixtures) {
    const version = versionOf(analysed(text, files));
    const checked = checkInstant(version, settings);
    expect(finished(settle(checked)).findings).toEqual(check(version, settings));
  }
});

test('before it has settled nothing of a settled rule is there, and all that the other rules say but for what yields later', () => {
  for (const { text, files } of fixtures) {
    const version = versionOf(analysed(text, files));
    const timings = checkInstant(version, settings).findings.map(({ rule }) => ruleById.get(rule)?.timing ?? 'own');
    expect(timings).not.toContain('settled');
    expect(timings).not.toContain('simulated');
  }
});

test('a version that takes over from the one before says what it says alone', () => {
  for (const { text, files } of fixtures) {
    const before = analysed(text, files);
    const place = { line: 1, character: 0 };
    const tree = before.tree.edit([{ range: { start: place, end: place }, text: '# a remark\n' }]);
    const version = versionOf(analysed(tree.text(), files));
    const kept = checkInstant(version, settings, checkInstant(versionOf(before), settings));
    expect(finished(settle(kept)).findings).toEqual(check(version, settings));
  }
});

test('settling can be done twice, and given up halfway', () => {
  const version = versionOf(analysed(large(50)));
  const checked = checkInstant(version, settings);
  const first = settle(checked);
  first.next();
  const [second, third] = [finished(settle(checked)), finished(settle(checked))];
  expect(second.findings).toEqual(third.findings);
  expect(second.findings.map(({ rule }) => rule)).toContain('overallocated');
});

test('a plan of ten times the size settles in more steps, so that none is longer', () => {
  const stepsOf = (count: number) =>
    finished(settle(checkInstant(versionOf(analysed(large(count))), { rules: { use: 'strict' } }))).steps;
  expect(stepsOf(6000)).toBeGreaterThan(stepsOf(600) + 20);
});

test('a comment is judged only when all rules have run', () => {
  const idle = 'start: 2026-03-02\ntasks:\n  a: 1d # plan-ignore: overdue\n';
  const checked = checkInstant(versionOf(analysed(idle)), settings);
  expect(checked.findings).toEqual([]);
  expect(finished(settle(checked)).findings).toMatchObject([{ rule: 'unused-ignore', args: { rule: 'overdue' } }]);
  const settled = `start: 2026-03-02\nteam:\n  li: {} # plan-ignore: unused-definition\n  bo: {}\ntasks:\n  a: { duration: 1d, owner: bo }\n`;
  expect(finished(settle(checkInstant(versionOf(analysed(settled)), settings))).findings).toEqual([]);
});

/** Tasks of two days that one person is to do at once, each behind the one forty before it. */
function large(count: number): string {
  const tasks = Array.from(
    { length: count },
    (_, i) => `  t${i}: { duration: 2d, owner: li${i < 40 ? '' : `, after: t${i - 40}`} }\n`,
  );
  return `start: 2026-03-02\nteam: { li: { name: Li }, bo: { name: Bo } }\ntasks:\n${tasks.join('')}`;
}
