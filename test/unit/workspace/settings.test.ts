// Settings from outside: kept where they have the right shape, left out where not.
import { expect, it } from 'vitest';
import { readEditorSettings, readSettings, Settings } from '../../../server/workspace/settings.ts';

it('reads severities and parameters', () => {
  const { rules } = readSettings({
    rules: { lag: 'off', 'high-slack': { max: '44d', severity: 'warning' }, lead: { max: 3 } },
  });
  expect(rules.lag).toBe('off');
  expect(rules['high-slack']).toEqual({ max: '44d', severity: 'warning' });
  expect(rules.lead).toEqual({ max: 3 });
});

it('leaves out what has another shape', () => {
  const { rules } = readSettings({ rules: { a: 'loud', b: 3, c: null, d: ['off'], e: { max: { deep: 1 }, min: 2 } } });
  expect(Object.keys(rules)).toEqual(['e']);
  expect(rules.e).toEqual({ min: 2 });
});

it.each([undefined, null, 3, 'x', [], { rules: 'off' }])('has no rules in %j', (section) => {
  expect(Object.keys(readSettings(section).rules)).toEqual([]);
});

it('takes __proto__ for a name like any other', () => {
  const { rules } = readSettings(JSON.parse('{ "rules": { "__proto__": "off", "constructor": { "__proto__": 1 } } }'));
  expect(Object.keys(rules).sort()).toEqual(['__proto__', 'constructor']);
  expect(Object.hasOwn(Object.prototype, 'off')).toBe(false);
});

it('asks once for each document until something changes', async () => {
  const asked: string[] = [];
  const settings = new Settings(async (uri) => {
    asked.push(uri);
    return { rules: { lag: asked.length === 1 ? 'off' : 'error' } };
  });
  expect((await settings.rulesOf('file:///a.plan.yaml')).rules.lag).toBe('off');
  expect((await settings.rulesOf('file:///a.plan.yaml')).rules.lag).toBe('off');
  expect(asked).toHaveLength(1);
  settings.forgetAll();
  expect((await settings.rulesOf('file:///a.plan.yaml')).rules.lag).toBe('error');
});

it('shows dates, slack and lenses unless it is told otherwise', () => {
  const others = {
    ...{ semanticTokens: true, linkedEditing: true, onTypeFormatting: true },
    ...{ colours: true, selectionRanges: true, callHierarchy: true },
  };
  const usual = { inlayHints: { dates: true, slack: true, durations: false }, codeLens: true, ...others };
  for (const section of [undefined, null, [], { inlayHints: 'off', codeLens: { enabled: 'no' } }])
    expect(readEditorSettings(section)).toEqual(usual);
  expect(readEditorSettings({ inlayHints: { dates: false, durations: true }, codeLens: { enabled: false } })).toEqual({
    inlayHints: { dates: false, slack: true, durations: true },
    codeLens: false,
    ...others,
  });
  for (const name of Object.keys(others))
    expect(readEditorSettings({ [name]: { enabled: false } })).toEqual({ ...usual, [name]: false });
});
