// One cause, one finding: where a stronger rule speaks of a date, what follows from it is silent; and keys of older formats are told as soon as there are some.
import { expect, test } from 'vitest';
import type { Plan } from '../../../server/plan/plan.ts';
import { check } from '../../../server/rules/check.ts';
import { ruleById } from '../../../server/rules/registry.ts';
import { analysed } from '../../rules/fixture.ts';

function rulesOf(text: string): readonly string[] {
  return analysed(`start: 2026-03-02\n${text}`).findings.map(({ rule }) => rule);
}

test('a mistyped year is neither a missed deadline nor outside the plan', () => {
  expect(rulesOf('tasks: { a: { duration: 1d, deadline: 1926-03-20 } }\n')).toEqual(['far-date']);
});

test('where that rule is off, or silenced, the next one speaks', () => {
  expect(rulesOf('rules: { far-date: off }\ntasks: { a: { duration: 1d, deadline: 1926-03-20 } }\n')).toEqual([
    'outside-plan',
  ]);
  expect(
    rulesOf('tasks:\n  # plan-ignore: far-date, outside-plan\n  a: { duration: 1d, deadline: 1926-03-20 }\n'),
  ).toEqual(['missed-deadline']);
});

test('a start before the plan is not told as one before its predecessor, nor as a day off', () => {
  expect(rulesOf('tasks: { a: 1d, b: { duration: 1d, after: a, start: 2026-02-28 } }\n')).toEqual(['outside-plan']);
});

test('two rules that do not yield both speak', () => {
  expect(
    rulesOf('tasks: { a: { duration: 5d, latest: 2026-03-03 }, b: { duration: 5d, deadline: 2026-03-03 } }\n'),
  ).toEqual(['negative-slack', 'missed-deadline']);
});

test('every rule yields to rules that exist', () => {
  const named = [...ruleById.values()].flatMap(({ yieldsTo = [] }) => yieldsTo);
  expect(named.filter((id) => !ruleById.has(id))).toEqual([]);
});

/** The same plan, with other problems. */
function withProblems(plan: Plan, problems: Plan['problems']): Plan {
  return new Proxy(plan, {
    get: (of, name) => {
      const value: unknown = name === 'problems' ? problems : Reflect.get(of, name, of);
      return typeof value === 'function' ? value.bind(of) : value;
    },
  });
}

test('a key of an older format', () => {
  const { tree, plan, schedule } = analysed('start: 2026-03-02\ntasks: { a: 1d }\n');
  const key = tree.root?.kind === 'map' ? tree.root.pairs[0]?.key : undefined;
  const value = tree.root?.kind === 'map' ? tree.root.pairs[0]?.value : undefined;
  if (key === undefined || value === undefined) throw new Error('The text has a first key');
  const args = { key: 'begin', ours: 'start' };
  const old = { rule: 'deprecated-key', code: 'renamed', args, node: value, onKey: key, suggestion: 'start' } as const;
  const findings = check({ tree, plan: withProblems(plan, [old]), schedule, nowMinute: 0 }, { rules: {} });
  expect(findings).toMatchObject([
    {
      rule: 'deprecated-key',
      severity: 'warning',
      message: 'deprecated-key.renamed',
      args,
      place: { node: key },
      fixes: [{ kind: 'rename-key', key, to: 'start' }],
    },
  ]);
});
