// The severity of a rule, set in the plan in the style in which its `rules:` is written.
import { expect, test } from 'vitest';
import { applyEdits } from '../../../server/edits/apply-edits.ts';
import { severityEdits } from '../../../server/edits/set-severity.ts';
import { openTree } from '../../../server/text/open-tree.ts';

const plan = 'name: A plan\nstart: 2026-03-02\ntasks:\n  a: 1d\n';

function set(text: string, rule = 'lag'): string {
  return applyEdits(text, severityEdits(openTree(text), rule, 'warning'));
}

test.each([
  ['no rules yet', plan, `${plan.trimEnd()}\nrules:\n  lag: warning\n`],
  ['none, and no line break at the end', plan.trimEnd(), `${plan.trimEnd()}\nrules:\n  lag: warning`],
  ['nothing in them', `rules:\n${plan}`, `rules:\n  lag: warning\n${plan}`],
  ['an empty map', `rules: {}\n${plan}`, `rules: { lag: warning }\n${plan}`],
  [
    'a block',
    `rules:\n    lead: off # agreed\n\n${plan}`,
    `rules:\n    lead: off # agreed\n    lag: warning\n\n${plan}`,
  ],
  ['a flow map', `rules: { lead: off } # agreed\n${plan}`, `rules: { lead: off, lag: warning } # agreed\n${plan}`],
  ['a severity', `rules:\n  lag: off # agreed\n${plan}`, `rules:\n  lag: warning # agreed\n${plan}`],
  ['a severity in quotes', `rules: { "lag": 'off' }\n${plan}`, `rules: { "lag": warning }\n${plan}`],
  ['a key alone', `rules:\n  lag: # later\n${plan}`, `rules:\n  lag: warning # later\n${plan}`],
  ['a key alone in a flow map', `rules: { lag: }\n${plan}`, `rules: { lag: warning }\n${plan}`],
  ['parameters', `rules:\n  lag: { max: 3% }\n${plan}`, `rules:\n  lag: { max: 3%, severity: warning }\n${plan}`],
  [
    'parameters and a severity',
    `rules:\n  lag:\n    severity: off # quiet\n    max: 3%\n${plan}`,
    `rules:\n  lag:\n    severity: warning # quiet\n    max: 3%\n${plan}`,
  ],
  ['a merged severity', `x-r: &r { lag: off }\nrules: { <<: *r }\n${plan}`, undefined],
  [
    'Windows line ends',
    plan.replaceAll('\n', '\r\n'),
    `${plan.trimEnd()}\nrules:\n  lag: warning\n`.replaceAll('\n', '\r\n'),
  ],
  [
    'a plan between brackets',
    '{ name: A, start: 2026-03-02 }\n',
    '{ name: A, start: 2026-03-02, rules: { lag: warning } }\n',
  ],
  ['Chinese', `rules:\n  lead: off # 已商定\n${plan}`, `rules:\n  lead: off # 已商定\n  lag: warning\n${plan}`],
])('with %s', (_, text, expected) => {
  expect(set(text)).toBe(expected ?? text.replace('<<: *r', '<<: *r, lag: warning'));
});

test.each([
  ['rules that are shared', `x-r: &r { lead: off }\nrules: *r\n${plan}`],
  ['rules that are no map', `rules: off\n${plan}`],
  ['a list behind the rule', `rules: { lag: [off] }\n${plan}`],
  ['no plan', '# nothing\n'],
  ['a list for a plan', '- a\n'],
])('%s stay as they are', (_, text) => {
  expect(severityEdits(openTree(text), 'lag', 'off')).toEqual([]);
});
