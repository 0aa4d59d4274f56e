// docs/levelling.md, in both languages: what it prints is what the program says of the plan that it shows.
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { PlanFolder } from './run-plan.ts';

const folder = new PlanFolder();
afterAll(() => folder.remove());

test.each([
  ['levelling.md', 'en'],
  ['levelling.zh-cn.md', 'zh-cn'],
])('%s', (name, language) => {
  const text = readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
  const [plan = '', said = ''] = [...text.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
  const { status, stdout } = folder.plan(['level', folder.write('shop.plan.yaml', plan)], { PLAN_LANG: language });
  expect(status).toBe(0);
  expect(stdout).toContain(said);
});
