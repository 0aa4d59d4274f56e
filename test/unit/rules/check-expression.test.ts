// Conditions of a team's own checks: what they cost, what they can't do, and that no text breaks the reader.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Condition, Conditions, type ExpressionProblem } from '../../../server/rules/check-expression.ts';
import { variableNames } from '../../../server/rules/check-variables.ts';

const conditions = new Conditions();

function read(expression: string): Condition | ExpressionProblem {
  return conditions.read(expression);
}

function holds(
  expression: string,
  values: Readonly<Record<string, string | boolean | bigint | number | readonly string[]>>,
) {
  const condition = read(expression);
  if (!('holds' in condition)) throw new Error(`${expression}: ${condition.code}`);
  return condition.holds(values);
}

test.each([
  ['duration > 10', { duration: 10.5 }, true],
  ['duration > 10', { duration: 10 }, false],
  ['duration * 2 == 21', { duration: 10.5 }, true],
  ['2 * duration - 1 == 20', { duration: 10.5 }, true],
  ['duration / 2 + 1 < 4', { duration: 5 }, true],
  ['successors * 1.5 > 4', { successors: 3n }, true],
  ['finish > "2026-03-09"', { finish: '2026-03-10' }, true],
  ['finish > "2026-03-10"', { finish: '2026-03-10' }, false],
  ['"x" in tags && !("y" in tags)', { tags: ['x'] }, true],
  ['tags.exists(t, t.startsWith("team-"))', { tags: ['a', 'team-b'] }, true],
  ['tags.exists_one(t, t == "a")', { tags: ['a', 'a'] }, false],
  ['name.contains("测试") && size(name) == 2', { name: '测试' }, true],
  ['critical ? slack < 0 : false', { critical: true, slack: -1 }, true],
  ['10 / successors > 1', { successors: 0n }, 'divides-by-zero'],
  ['tags[3] == "x"', { tags: ['a'] }, 'no-such-item'],
])('%s', (expression, values, expected) => {
  expect(holds(expression, values)).toBe(expected);
});

describe('what costs more than it says is refused', () => {
  test.each([
    ['name.matches("(a+)+$")', 'no-such-function'],
    ['tags.map(t, t + t).size() > 1', 'no-such-function'],
    ['tags.filter(t, t == "x").size() > 1', 'no-such-function'],
    ['cel.bind(a, name, a + a) == ""', 'no-such-function'],
    ['name.split("").size() > 1', 'no-such-function'],
    ['tags.all(t, tags.all(u, t == u))', 'one-list'],
    ['(tags + tags).all(t, t == "")', 'one-list'],
    [`${Array.from({ length: 12 }, () => 'name').join('+')} == ""`, 'too-complex'],
    [`${'('.repeat(60)}critical${')'.repeat(60)}`, 'too-complex'],
    [Array.from({ length: 70 }, () => '1>0').join('||'), 'too-complex'],
    [`1 in [${Array.from({ length: 200 }, () => 1).join(',')}]`, 'too-complex'],
    ['x'.repeat(1001), 'too-long'],
  ])('%s', (expression, code) => {
    expect(read(expression)).toMatchObject({ code });
  });

  test('what it says is counted: parts, and parts for each item', () => {
    expect(read('duration > 10')).toMatchObject({ variables: ['duration'], cost: { once: 3, eachItem: 0, items: 0 } });
    // `&&`, the call's list, `critical`; for each tag `==`, `t`, `"x"`.
    expect(read('tags.exists(t, t == "x") && critical')).toMatchObject({
      variables: ['tags', 'critical'],
      cost: { eachItem: 3, items: 0 },
    });
    expect(read('name.contains("ab")')).toMatchObject({ cost: { once: 3 + 20 } });
    expect(read('name.contains(owner)')).toMatchObject({ cost: { once: 3 + 1000 } });
    expect(read('["a", "b"].exists(t, t == name)')).toMatchObject({ variables: ['name'], cost: { items: 2 } });
  });
});

describe('it sees the values of a task and nothing else', () => {
  test.each([
    '__proto__ == ""',
    'constructor == ""',
    'name.constructor == ""',
    'name["constructor"] == ""',
    'process == ""',
    'globalThis == ""',
    'this == ""',
    'tags.length > 1',
    'type(name) == string',
  ])('%s', (expression) => {
    expect(read(expression)).toHaveProperty('code');
  });
});

test('any text is a condition or a problem inside it', () => {
  const pieces = fc.constantFrom(
    ...variableNames,
    '&&',
    '||',
    '!',
    '==',
    '<',
    '+',
    '(',
    ')',
    '[',
    ']',
    '"',
    "'",
    '.',
    ',',
    '?',
    ':',
    '1',
    '2.5',
    '"x"',
    'true',
    'size',
    'tags.exists(t, ',
    't',
    '\\',
    '\n',
    '🚀',
    '测',
    '\0',
    'and',
    'r"',
    '//',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 8 }), (parts, tail) => {
      const expression = parts.join(' ') + tail;
      const outcome = read(expression);
      if ('holds' in outcome) return;
      expect(outcome.from).toBeGreaterThanOrEqual(0);
      expect(outcome.to).toBeLessThanOrEqual(expression.length);
      expect(outcome.from).toBeLessThanOrEqual(outcome.to);
    }),
    { numRuns: 2000 },
  );
});
