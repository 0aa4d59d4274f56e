// What the editor knows of `rules`: sets, rules, severities and parameters, offered and explained.
import { describe, expect, test } from 'vitest';
import { completion } from '../../../server/editor/completion.ts';
import { hover } from '../../../server/editor/hover.ts';
import { checkFunctions } from '../../../server/rules/check-expression.ts';
import { variableNames } from '../../../server/rules/check-variables.ts';
import { rules } from '../../../server/rules/registry.ts';
import { analysedAt, chinese, english, texts } from './analysed.ts';

const plan = 'name: A plan\nstart: 2026-03-02\ntasks:\n  a: 1d\n';

function labels(text: string): readonly string[] {
  const { analysis, offset } = analysedAt(plan + text);
  return completion(analysis, offset, english).items.map(({ label }) => label);
}

function said(text: string, reader = english): unknown {
  const { analysis, offset } = analysedAt(plan + text);
  const found = hover(analysis, offset, reader);
  return found && typeof found.contents === 'object' && 'value' in found.contents ? found.contents.value : found;
}

describe('completion', () => {
  test('offers the key of the set, every rule, and the slack of critical work', () => {
    expect(labels('rules:\n  ‸')).toEqual(['use', 'checks', ...rules.map(({ id }) => id), 'critical']);
  });

  test.each([
    ['rules:\n  use: ‸', ['minimal', 'recommended', 'schedule-health', 'strict']],
    ['rules: { use: st‸ }', ['minimal', 'recommended', 'schedule-health', 'strict']],
    ['rules:\n  lag: ‸', ['error', 'warning', 'info', 'hint', 'off']],
    ['rules:\n  deadline-at-risk: { ‸ }', ['min', 'severity']],
    ['rules:\n  deadline-at-risk:\n    severity: ‸', ['error', 'warning', 'info', 'hint', 'off']],
    ['rules:\n  critical: { ‸ }', ['slack']],
    ['rules:\n  critical: ‸', []],
    ['rules:\n  nothing: ‸', []],
  ])('%j', (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });
});

describe('completion in a check of one’s own', () => {
  const check = 'rules:\n  checks:\n    - id: large\n      ';

  test('offers keys, kinds and severities', () => {
    expect(labels(`${check}‸`)).toEqual(['for', 'when', 'message', 'severity']);
    expect(labels(`${check}for: ‸`)).toEqual(['task', 'milestone', 'buffer', 'summary', 'phase']);
    expect(labels(`${check}for: [task, ‸]`)).toEqual(['task', 'milestone', 'buffer', 'summary', 'phase']);
    expect(labels(`${check}severity: ‸`)).toEqual(['error', 'warning', 'info', 'hint', 'off']);
    expect(labels('rules:\n  checks:\n    - ‸')).toContain('when');
    expect(labels('rules: { checks: [{ ‸ }] }')).toContain('when');
  });

  test.each([
    [`${check}when: ‸`, ''],
    [`${check}when: duration > 10 && ‸`, ''],
    [`${check}when: duration > 10 && !(cri‸`, 'cri'],
    ['rules: { checks: [{ id: large, when: "own‸" }] }', 'own'],
  ])('offers values and functions at %j', (text, replaced) => {
    const { analysis, offset } = analysedAt(plan + text);
    const items = completion(analysis, offset, english).items;
    const words = items.map(({ label }) => label).filter((label) => label !== '!');
    expect(words).toEqual([...variableNames, 'size', 'int', 'double', 'string', 'true', 'false']);
    const critical = items.find(({ label }) => label === 'critical');
    expect(critical?.textEdit?.newText).toBe('critical');
    const range = critical?.textEdit && 'range' in critical.textEdit ? [critical.textEdit.range] : [];
    expect(texts(analysis, range)).toEqual([replaced]);
    expect(critical?.detail).toBe('bool');
  });

  test('offers functions behind a point, and values between braces of a message', () => {
    expect(labels(`${check}when: name.‸`)).toEqual(['size', 'startsWith', 'endsWith', 'contains']);
    expect(labels(`${check}when: tags.‸`)).toEqual(['size', 'exists', 'all', 'exists_one']);
    expect(labels(`${check}when: duration.‸`)).toEqual([]);
    expect(labels(`${check}when: string(slack).‸`)).toEqual(checkFunctions.slice(0, 7));
    expect(labels(`${check}message: It takes {dur‸`)).toEqual(variableNames);
    expect(labels(`${check}message: It takes ‸`)).toEqual([]);
  });
});

describe('hover', () => {
  test.each([
    ['rules: { us‸e: strict }', 'The set of rules to begin with'],
    ['rules: { use: str‸ict }', '**strict** · Every rule'],
    ['rules:\n  deadline-at-r‸isk: { min: 2d }', '**A deadline with little time to spare** · Dates'],
    ['rules:\n  l‸ag: info', 'Left out: off · `max: 5%`'],
    ['rules:\n  deadline-at-risk: { m‸in: 2d }', 'Left out: `min: 3d`'],
    ['rules: { che‸cks: [] }', 'Checks of your own'],
    ['rules: { checks: [{ wh‸en: critical }] }', 'The condition in CEL'],
    ['rules: { checks: [{ when: duration > 1 && crit‸ical }] }', '**critical** · `bool`'],
    ['rules: { checks: [{ when: duration > 1 &‸& critical }] }', 'And: both sides hold'],
    ['rules: { checks: [{ when: "duration ‸> 1" }] }', 'Is more, or later'],
    ['rules: { checks: [{ when: "tags.exi‸sts(t, true)" }] }', 'at least one item of a list'],
    ['rules: { checks: [{ message: "{durat‸ion}" }] }', 'How long it takes'],
    ['rules: { crit‸ical: { slack: 1d } }', 'Up to which slack work counts as critical'],
  ])('%j says %j', (text, words) => {
    expect(said(text)).toContain(words);
  });

  test('speaks Chinese, and is silent about what it does not know', () => {
    expect(said('rules: { use: min‸imal }', chinese)).toBe('**minimal** · 只报告错误和无法兑现的承诺');
    for (const text of [
      'rules: { use: no‸ne }',
      'rules: { non‸e: off }',
      'rules: { lag: { le‸ast: 1 } }',
      'rules: { checks: [{ when: durra‸tion > 1 }] }',
    ])
      expect(said(text)).toBeNull();
  });
});
