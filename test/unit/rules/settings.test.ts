// Severities and parameters: what the workspace sets, what included files set, what the plan sets, and which of them wins.
import { describe, expect, test } from 'vitest';
import { bind } from '../../../server/plan/bind.ts';
import type { FileLookup } from '../../../server/plan/plan.ts';
import { criticalSlack } from '../../../server/rules/critical-slack.ts';
import { ruleById } from '../../../server/rules/registry.ts';
import { effectiveRules, type OuterSettings, type SettingsLayer } from '../../../server/rules/settings.ts';
import { openTree } from '../../../server/text/open-tree.ts';

const day = 480;

function settings(
  text: string,
  rules: SettingsLayer = {},
  files: Readonly<Record<string, string>> = {},
  flags: SettingsLayer = {},
) {
  const outer: OuterSettings = { rules, flags };
  const lookup: FileLookup = (path) => ({
    path,
    text: files[path],
    ...(files[path] === undefined && { failure: 'missing' }),
  });
  const tree = openTree(`start: 2026-03-02\n${text}`);
  const plan = bind(tree, lookup);
  const { effective, reports } = effectiveRules(ruleById, tree, plan, outer);
  return {
    of: (id: string) => effective.get(id),
    reports: reports.map(({ message }) => message),
    criticalSlack: criticalSlack(tree, plan, outer),
  };
}

describe('a rule', () => {
  test('has its defaults: minutes of durations, figures of percentages and numbers', () => {
    const { of } = settings('');
    expect(of('deadline-at-risk')).toEqual({ severity: 'warning', values: { min: 3 * day } });
    expect(of('far-date')).toEqual({ severity: 'warning', values: { before: 5, after: 20 } });
    expect(of('missing-predecessor')?.values).toEqual({ max: 5 });
  });

  test('is set by the workspace, with a severity alone or with parameters', () => {
    const { of, reports } = settings('', {
      'far-date': 'off',
      'deadline-at-risk': { severity: 'hint', min: '1w' },
      'estimate-spread': { max: 6 },
    });
    expect(of('far-date')?.severity).toBe('off');
    expect(of('deadline-at-risk')).toEqual({ severity: 'hint', values: { min: 5 * day } });
    expect(of('estimate-spread')?.values).toEqual({ max: 6 });
    expect(reports).toEqual([]);
  });

  test('is set by the plan before the file that it includes, by that before the workspace', () => {
    const { of } = settings(
      'include: near.yaml\nrules: { deadline-at-risk: { min: 1d } }\n',
      { 'deadline-at-risk': { severity: 'error', min: '9d' }, 'far-date': { before: 1, after: 1 } },
      {
        'near.yaml':
          'include: far.yaml\nrules: { deadline-at-risk: { min: 2d, severity: hint }, far-date: { before: 2 } }\n',
        'far.yaml': 'rules: { deadline-at-risk: { severity: info }, far-date: { before: 3, after: 3 } }\n',
      },
    );
    expect(of('deadline-at-risk')).toEqual({ severity: 'hint', values: { min: day } });
    expect(of('far-date')?.values).toEqual({ before: 2, after: 3 });
  });

  test('keeps what it has where a value can’t be read; only the plan’s own are told', () => {
    const { of, reports } = settings(
      'include: a.yaml\nrules: { deadline-at-risk: { min: soon, severity: loud } }\n',
      { 'far-date': { before: 'long', unknown: 1 }, 'no-such-rule': 'off' },
      { 'a.yaml': 'rules: { far-date: { after: 3ed }, nothing: off, estimate-spread: [] }\n' },
    );
    expect(of('deadline-at-risk')).toEqual({ severity: 'warning', values: { min: 3 * day } });
    expect(of('far-date')?.values).toEqual({ before: 5, after: 20 });
    expect(reports).toEqual(['schema.bad-parameter.duration', 'schema.bad-severity']);
  });

  test('takes days of the plan’s own length', () => {
    const { of } = settings('units: { day: 6h }\nrules: { deadline-at-risk: { min: 2d } }\n');
    expect(of('deadline-at-risk')?.values).toEqual({ min: 2 * 6 * 60 });
  });

  test('is not confused by names of the language that we are written in', () => {
    const { of, reports } = settings(
      'rules: { __proto__: off, constructor: { min: 1d }, deadline-at-risk: { __proto__: 1d, toString: 1 } }\n',
      JSON.parse('{ "__proto__": "off", "constructor": { "severity": "error" } }'),
    );
    expect(of('deadline-at-risk')?.values).toEqual({ min: 3 * day });
    expect(reports).toEqual([
      'schema.unknown-rule',
      'schema.unknown-rule',
      'schema.unknown-parameter',
      'schema.unknown-parameter',
    ]);
    expect(Object.hasOwn(Object.prototype, 'severity')).toBe(false);
  });

  test('of the whole section nothing is read where it is no map', () => {
    expect(settings('rules: off\n').reports).toEqual([]);
    expect(settings('rules:\n').reports).toEqual([]);
  });
});

describe('the slack of critical work', () => {
  test.each([
    ['', {}, 0],
    ['', { critical: { slack: '2d' } }, 2 * day],
    ['rules: { critical: { slack: 1d } }\n', { critical: { slack: '2d' } }, day],
    ['include: a.yaml\n', { critical: { slack: '2d' } }, 4 * 60],
    ['include: a.yaml\nrules: { critical: { slack: 3ed } }\n', {}, 4 * 60],
    ['rules: { critical: { slack: soon } }\n', { critical: { slack: '2d' } }, 2 * day],
    ['rules: { critical: 2d }\n', { critical: 'error' as const }, 0],
  ])('%j with %j from outside', (text, outer, minutes) => {
    const files = { 'a.yaml': 'rules: { critical: { slack: 4h } }\n' };
    expect(settings(text, outer, files).criticalSlack).toBe(minutes);
  });
});

test('a team’s own checks are known, and off where all of them are', () => {
  const checks = 'checks: [{ id: long, severity: info }, { id: short }, { id: lag, severity: error }, x]';
  const { of } = settings(`rules: { ${checks} }\n`);
  expect(['long', 'short', 'lag'].map((id) => of(id)?.severity)).toEqual(['info', 'warning', 'off']);
  expect(settings(`rules: { own-check: off, ${checks} }\n`).of('long')?.severity).toBe('off');
});

describe('a set of rules', () => {
  const loud = (id: string, text: string, outer: SettingsLayer = {}, flags: SettingsLayer = {}) =>
    settings(text, outer, {}, flags).of(id)?.severity;

  // missed-deadline: a warning; lag: an info, off by default; raci: a hint; dependency-cycle: an error; far-date: a warning.
  test.each([
    ['', 'warning', 'off', 'hint', 'error', 'warning'],
    ['rules: { use: recommended }\n', 'warning', 'off', 'hint', 'error', 'warning'],
    ['rules: { use: minimal }\n', 'warning', 'off', 'off', 'error', 'off'],
    ['rules: { use: schedule-health }\n', 'warning', 'info', 'hint', 'error', 'warning'],
    ['rules: { use: strict }\n', 'warning', 'warning', 'info', 'error', 'warning'],
  ])('%j', (text, ...severities) => {
    const ids = ['missed-deadline', 'lag', 'raci', 'dependency-cycle', 'far-date'];
    expect(ids.map((id) => loud(id, text))).toEqual(severities);
  });

  test('is where the other keys begin, wherever it stands among them', () => {
    expect(loud('lag', 'rules: { lag: hint, use: minimal, raci: error }\n')).toBe('hint');
    expect(loud('lag', '', { lag: 'hint', use: 'minimal' })).toBe('hint');
  });

  test('of the plan puts aside what the workspace sets, a flag what the plan sets; parameters stay', () => {
    expect(loud('raci', 'rules: { use: minimal }\n', { raci: 'error' })).toBe('off');
    expect(loud('raci', 'rules: { use: minimal, raci: error }\n', {}, { use: 'strict' })).toBe('info');
    const { of } = settings('rules: { use: strict }\n', { 'far-date': { severity: 'off', after: 3 } });
    expect(of('far-date')).toEqual({ severity: 'warning', values: { before: 5, after: 3 } });
  });

  test('of an included file holds for the plan, and what the plan says differs from it', () => {
    const files = { 'team.yaml': 'rules: { use: strict, raci: off }\n' };
    const { of } = settings('include: team.yaml\nrules: { lag: hint }\n', { raci: 'error' }, files);
    expect(['lag', 'raci', 'high-slack'].map((id) => of(id)?.severity)).toEqual(['hint', 'off', 'warning']);
  });

  test('that nobody knows is told, and changes nothing', () => {
    const { of, reports } = settings('rules: { use: all }\n', { use: 'none' });
    expect([of('raci')?.severity, reports]).toEqual(['hint', ['schema.unknown-rule-set']]);
    expect(settings('rules: { use: }\n').reports).toEqual(['schema.unknown-rule-set']);
    expect(settings('rules: { use: [strict] }\n').reports).toEqual(['schema.unknown-rule-set']);
  });

  test('turns nothing on that is off by default but the points of the fourteen', () => {
    const extra = [...ruleById.values()].filter(({ recommended }) => !recommended);
    expect(extra.filter(({ source }) => !/^D\d+$/.test(source ?? '')).map(({ id }) => id)).toEqual([]);
  });
});

test('flags win over the plan, with parameters and the critical slack', () => {
  const flags = { 'deadline-at-risk': { severity: 'error', min: '2d' }, critical: { slack: '3d' } };
  const { of, criticalSlack } = settings(
    'rules: { deadline-at-risk: { min: 1d, severity: off }, critical: { slack: 1d } }\n',
    {},
    {},
    flags,
  );
  expect(of('deadline-at-risk')).toEqual({ severity: 'error', values: { min: 2 * day } });
  expect(criticalSlack).toBe(3 * day);
});

describe('a check of a team’s own', () => {
  const files = { 'house.yaml': 'rules: { checks: [{ id: far }, { id: loud, severity: error }] }\n' };
  const text = 'include: house.yaml\nrules: { checks: [{ id: near }, { id: near, severity: error }] }\n';

  test('is a warning where nobody says else; of two with one id the first counts', () => {
    const { of } = settings(text, {}, files);
    expect(['near', 'far', 'loud'].map((id) => of(id)?.severity)).toEqual(['warning', 'warning', 'error']);
  });

  test('is set by the workspace where it does not say it itself, and by a flag in any case', () => {
    const checks = { near: 'off', far: 'hint', loud: 'off', nobody: 'off' };
    const { of } = settings(text, { checks }, files);
    expect(['near', 'far', 'loud'].map((id) => of(id)?.severity)).toEqual(['off', 'hint', 'error']);
    expect(of('nobody')).toBeUndefined();
    expect(settings(text, {}, files, { checks }).of('loud')?.severity).toBe('off');
  });

  test('is set by the plan that includes it, whatever the workspace says; it has no parameters', () => {
    const own = text.replace('rules: {', 'rules: { far: off, loud: { severity: info, max: 3 }, fra: off,');
    const { of, reports } = settings(own, { checks: { far: 'error' } }, files);
    expect(['far', 'loud'].map((id) => of(id)?.severity)).toEqual(['off', 'info']);
    expect(reports).toEqual(['schema.unknown-parameter', 'schema.unknown-rule']);
  });

  test('is silent with all of them', () => {
    const { of } = settings(text.replace('rules: {', 'rules: { own-check: off,'), {}, files, {
      checks: { far: 'error' },
    });
    expect(of('far')?.severity).toBe('off');
  });
});
