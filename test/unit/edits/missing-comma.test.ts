// A missing comma is written only where nothing else can be meant.
import { expect, test } from 'vitest';
import { mendText } from '../../../server/edits/mend-text.ts';
import { analysed } from '../../rules/fixture.ts';

const head = 'name: A plan\nstart: 2026-03-02\nteam: { li: {}, chen: {} }\ntasks:\n';

test.each([
  ['{ duration: 1d owner: li }', '{ duration: 1d, owner: li }'],
  ['{ name: Plan duration: 1d }', '{ name: Plan, duration: 1d }'],
  ['{ duration: 1d, assign: ["li" chen] }', '{ duration: 1d, assign: ["li", chen] }'],
  ['{ duration: 1d, tags: ["x" "y"] }', '{ duration: 1d, tags: ["x", "y"] }'],
])('%s → %s', (broken, whole) => {
  expect(mendText(analysed(`${head}  a: ${broken}\n`)).text).toBe(`${head}  a: ${whole}\n`);
});

test.each([
  '{ name: Plan "B": go, duration: 1d }',
  '{ name: Plan B: go, duration: 1d }',
  '{ name: Release the cost: high, duration: 1d }',
  '{ duration: 1d, acceptance: ["Big" plan] }',
])('%s stays', (broken) => {
  const text = `${head}  a: ${broken}\n`;
  expect(mendText(analysed(text)).text).toBe(text);
});
