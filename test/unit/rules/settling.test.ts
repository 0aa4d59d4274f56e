// Instant rules answer first; settled ones follow in steps: together they find what one run finds, and what lies between two steps is bounded by count.
import { expect, test } from 'vitest';
import type { Analysis } from '../../../server/analysis.ts';
import { bind } from '../../../server/plan/bind.ts';
import { type Checked, check, checkInstant, settle } from '../../../server/rules/check.ts';
import type { Finding } from '../../../server/rules/finding.ts';
import { ruleById } from '../../../server/rules/registry.ts';
import { schedule } from '../../../server/schedule/compute.ts';
import { noCountryHolidays } from '../../../server/schedule/country-holidays.ts';
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

test('on every fixture both together find what one run finds, in its order; nothing of a settled rule is there before', () => {
  for (const { text, files } of fixtures) {
    const version = versionOf(analysed(text, files));
    const checked = checkInstant(version, settings);
    const timings = checked.findings.map(({ rule }) => ruleById.get(rule)?.timing);
    expect(timings).not.toContain('settled');
    expect(timings).not.toContain('simulated');
    expect(finished(settle(checked)).findings).toEqual(check(version, settings));
  }
});

test('a version that takes over from the one before says what it says alone', () => {
  let before: Checked | undefined;
  // Each fixture takes over from another one: nothing of that may stay.
  for (const { text, files } of fixtures.filter((_, index) => index % 5 === 0)) {
    const version = versionOf(analysed(text, files));
    const checked = checkInstant(version, settings, before);
    expect(finished(settle(checked)).findings).toEqual(check(version, settings));
    before = checked;
  }
});

test('findings that say what they said are the same objects; those that say something else are not', () => {
  const late = 'deadline: 2026-03-04';
  const others = Array.from({ length: 60 }, (_, i) => `  c${i}: { duration: 1d, name: Other ${i} }\n`).join('');
  const text = `start: 2026-03-02\ntasks:\n  a: { duration: 5d, ${late} }\n  b: { duration: 4d, ${late} }\n${others}`;
  const before = analysed(text);
  const typed = (line: number, character: number, insert: string) => {
    const place = { line, character };
    const tree = before.tree.edit([{ range: { start: place, end: place }, text: insert }]);
    const plan = bind(tree, () => undefined, before.plan);
    const context = { holidays: noCountryHolidays, nowMinute: 0, external: () => undefined };
    const first = checkInstant(versionOf(before), settings);
    const next = checkInstant(
      { tree, plan, schedule: schedule(plan, context), nowMinute: 29_551_680 },
      settings,
      first,
    );
    expect(next.findings.map(({ args }) => args.task)).toEqual(['a', 'b']);
    return next.findings.map((finding, index) => finding === first.findings[index]);
  };
  expect(typed(60, 31, 'x')).toEqual([true, true]);
  expect(typed(3, 17, '1')).toEqual([true, false]);
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
