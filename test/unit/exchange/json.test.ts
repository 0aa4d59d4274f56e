// A plan as JSON, and back: the same plan.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readJson, writeJson } from '../../../server/exchange/json/plan-json.ts';
import { wordingFor } from '../../../server/words/findings.ts';
import { analysisOf, datesById } from './converted.ts';

const samples = fileURLToPath(new URL('../../../samples/', import.meta.url));
const names = readdirSync(samples).filter((name) => name.endsWith('.plan.yaml') && name !== 'mistakes.plan.yaml');

function there(text: string): string {
  const analysis = analysisOf(text);
  return writeJson(analysis, wordingFor(analysis.plan, 'en')).text;
}

function back(json: string): string {
  const read = readJson(json);
  if ('refusal' in read) throw new Error(read.refusal);
  return read.text;
}

describe('the samples', () => {
  it.each(names)('%s: the same plan', (name) => {
    const text = readFileSync(samples + name, 'utf8');
    const json = there(text);
    const again = analysisOf(back(json));
    expect(datesById(again)).toEqual(datesById(analysisOf(text)));
    expect(JSON.parse(there(back(json)))).toEqual(JSON.parse(json));
  });
});

it('has numbers and yes-or-no as JSON has them, everything else as it is written', () => {
  const json = there(
    'name: "7"\nstart: 2026-03-02\nbudget: 1_200\ntasks:\n  a: &x { duration: 1d, milestone: true, cost: 70.5, progress: 010 }\n  b: *x\n',
  );
  expect(JSON.parse(json)).toEqual({
    name: '7',
    start: '2026-03-02',
    budget: '1_200',
    tasks: {
      a: { duration: '1d', milestone: true, cost: 70.5, progress: '010' },
      b: { duration: '1d', milestone: true, cost: 70.5, progress: '010' },
    },
  });
});

it('keeps texts of several lines, and hostile keys', () => {
  const text = back(
    '{"start":"2026-03-02","description":"a\\n\\nb: c\\n","tasks":{"__proto__":{"duration":"1d"},"constructor":{"duration":"2d","acceptance":["x\\ny",{"z":"1\\n2"}]}}}',
  );
  const { plan } = analysisOf(text);
  expect(plan.root.description?.value).toBe('a\n\nb: c\n');
  expect(plan.tasks.map(({ id }) => id)).toEqual(['__proto__', 'constructor']);
  expect(text).toContain('      - "x\\ny"\n      - { z: "1\\n2" }\n');
});

it('keeps the order of tasks whose ids are whole numbers, and lists in lists', () => {
  const text =
    'start: 2026-03-02\nx-matrix: [[1, 2], [3, 4]]\ntasks:\n  draft: 3d\n  20: 2d\n  10: { duration: 1d, x-text: "a \\"b\\": c", \'x-"q\': z }\n';
  const again = back(there(text));
  expect(again).toContain('x-matrix: [[1, 2], [3, 4]]\n');
  expect(analysisOf(again).plan.tasks.map(({ id }) => id)).toEqual(['draft', '20', '10']);
  expect(there(again)).toBe(there(text));
  expect(JSON.parse(there(text)).tasks['10']).toEqual({ duration: '1d', 'x-text': 'a "b": c', 'x-"q': 'z' });
});

it.each([
  ['', 'empty'],
  ['[1]', 'not-json'],
  ['{', 'not-json'],
  ['{"a":1}', 'no-work'],
])('%j is refused', (text, refusal) => {
  expect(readJson(text)).toEqual({ refusal });
});
