// `plan check`: sets of rules, severities and parameters on the command line.
import { afterAll, expect, test } from 'vitest';
import { PlanFolder } from './run-plan.ts';

const folder = new PlanFolder();
afterAll(() => folder.remove());

/** A ends on Friday the 6th, so that two days are left to its deadline; nobody says what is done after B, nor what B needs. */
folder.write(
  'a.plan.yaml',
  `name: A plan
start: 2026-03-02
tasks:
  a: { duration: 5d, deadline: 2026-03-10 }
  b: { duration: 12d, after: a }
`,
);

function found(...flags: readonly string[]): readonly string[] {
  const { stdout, stderr } = folder.plan(['check', 'a.plan.yaml', '-f', 'json', ...flags]);
  expect(stderr).toBe('');
  const { files } = JSON.parse(stdout);
  return files[0].findings.map(({ rule, severity }: { rule: string; severity: string }) => `${rule} ${severity}`);
}

test('without flags the plan’s rules hold', () => {
  expect(found()).toEqual(['deadline-at-risk warning']);
});

test('a set is where a run begins', () => {
  expect(found('--rules', 'minimal')).toEqual([]);
  expect(found('--rules', 'strict', '--rule', 'deadline-at-risk=off')).toEqual([]);
});

test('a parameter is set for a run', () => {
  expect(found('--rule', 'deadline-at-risk.min=2d')).toEqual([]);
  expect(found('--rule', 'deadline-at-risk.min=3d', '--rule', 'deadline-at-risk=error')).toEqual([
    'deadline-at-risk error',
  ]);
  expect(found('--rule', 'deadline-at-risk=error', '--rule', 'deadline-at-risk.min=9d')).toEqual([
    'deadline-at-risk error',
  ]);
});

test('a flag wins over the plan', () => {
  folder.write('off.plan.yaml', `${folder.read('a.plan.yaml')}rules: { use: minimal, deadline-at-risk: off }\n`);
  expect(folder.plan(['check', 'off.plan.yaml', '--fail-on', 'warning']).status).toBe(0);
  expect(folder.plan(['check', 'off.plan.yaml', '--fail-on', 'warning', '--rules', 'strict']).status).toBe(1);
  expect(folder.plan(['check', 'off.plan.yaml', '--rule', 'deadline-at-risk=error']).status).toBe(1);
});

test.each([
  ['--rule nope=off', 'There is no rule “nope”'],
  ['--rule nope', 'There is no rule “nope”'],
  ['--rule lag', 'write --rule id=severity'],
  ['--rule lag=loud', 'write --rule id=severity'],
  ['--rule critical=error', 'write --rule id=severity'],
  ['--rule lag.most=3%', 'The rule “lag” has no parameter “most”'],
  ['--rule deadline-at-risk.min=soon', '“soon” is no value for “min” of “deadline-at-risk”'],
  ['--rule busy.max=3', 'There is no rule “busy”'],
  ['--rule __proto__=off', 'There is no rule “__proto__”'],
  ['--rule constructor=off', 'There is no rule “constructor”'],
  ['--rule __proto__.x=1', 'There is no rule “__proto__”'],
  ['--rule lag.__proto__=1', 'has no parameter “__proto__”'],
  ['--rules all', 'minimal, recommended, schedule-health, strict'],
])('%s is wrong usage, and says why', (flags, says) => {
  const { status, stderr } = folder.plan(['check', 'a.plan.yaml', ...flags.split(' ')]);
  expect(stderr).toContain(says);
  expect(status).toBe(2);
});

/** Two checks, one in an included file; `b` is found by both. */
folder.write('house.yaml', 'rules:\n  checks:\n    - { id: 太长, when: duration > 10, message: m, severity: error }\n');
folder.write(
  'own.plan.yaml',
  `${folder.read('a.plan.yaml')}include: house.yaml\nrules:\n  use: minimal\n  checks:\n    - { id: busy, when: duration > 10, message: m }\n`,
);

function own(...flags: readonly string[]): readonly string[] {
  const { stdout, stderr } = folder.plan(['check', 'own.plan.yaml', '-f', 'json', ...flags]);
  expect(stderr).toBe('');
  const { files } = JSON.parse(stdout);
  return files[0].findings.map(({ rule, severity }: { rule: string; severity: string }) => `${rule} ${severity}`);
}

test('checks of a team’s own are set like rules', () => {
  expect(own()).toEqual(['busy warning', '太长 error']);
  expect(own('--rule', 'busy=off')).toEqual(['太长 error']);
  expect(own('--rule', '太长=info', '--rule', 'busy=error')).toEqual(['busy error', '太长 info']);
  expect(own('--rule', 'own-check=off', '--rule', 'busy=error')).toEqual([]);
});

test('a flag for a check that no plan has is wrong usage, and nothing is done', () => {
  const { status, stderr, stdout } = folder.plan(['check', 'own.plan.yaml', 'a.plan.yaml', '--rule', 'bussy=off']);
  expect(stderr).toBe(
    'There is no rule “bussy”, and none of these plans has a check of its own with this id. “plan rules” lists the rules. Did you mean “busy”?\n',
  );
  expect(stdout).toBe('');
  expect(status).toBe(2);
  expect(folder.plan(['check', 'own.plan.yaml', 'a.plan.yaml', '--rule', 'busy=off']).stderr).toBe('');
});
