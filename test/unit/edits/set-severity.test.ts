// The severity of a rule, set in the plan in the style in which its `rules:` is written.
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../server/edits/apply-edits.ts';
import { severityEdits } from '../../../server/edits/set-severity.ts';
import { ruleById } from '../../../server/rules/registry.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import { fixtures } from '../../rules/all-fixtures.ts';
import { analysed } from '../../rules/fixture.ts';

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
  [
    'a check of one’s own',
    `rules:\n  checks:\n    - id: lag\n      when: critical # so\n    - { id: b }\n${plan}`,
    `rules:\n  checks:\n    - id: lag\n      when: critical # so\n      severity: warning\n    - { id: b }\n${plan}`,
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

describe.each(fixtures)('$name', ({ text, files }) => {
  test('every rule that finds something can be turned off in the plan, and nothing else changes', () => {
    const before = analysed(text, files);
    for (const id of new Set(before.findings.map(({ rule }) => rule))) {
      const edits = severityEdits(before.tree, id, 'off');
      // Where the text itself can't be read, nothing that is written into it need be.
      if (edits.length === 0 || before.tree.syntax.length > 0) continue;
      const after = analysed(applyEdits(text, edits), files);
      // Of one cause the next rule may speak, where this one is silent; a comment that silences what is off is not judged.
      const yields = (rule: string) =>
        rule === id || rule === 'unused-ignore' || ruleById.get(rule)?.yieldsTo?.includes(id) === true;
      expect(rulesOf(after)).not.toContain(id);
      // What is off is not asked, so that nothing is wrong with the question either.
      if (!ruleById.has(id)) continue;
      expect(rulesOf(after).filter((rule) => !yields(rule))).toEqual(rulesOf(before).filter((rule) => !yields(rule)));
    }
  });
});

function rulesOf({ findings }: ReturnType<typeof analysed>): readonly string[] {
  return findings.map(({ rule }) => rule).sort();
}
