// docs/ci.md, in both languages: its YAML can be read, and every command in it runs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { PlanFolder } from './run-plan.ts';

const blocksOf = (name: string) =>
  [...readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8').matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(
    ([, language = '', text = '']) => ({ language, text }),
  );
const commandsOf = (name: string) =>
  blocksOf(name).flatMap(({ text }) =>
    [...text.matchAll(/plan check\b([^\n>|#]*)/g)].map(([, args = '']) => args.trim()),
  );
const blocks = [...blocksOf('ci.md'), ...blocksOf('ci.zh-cn.md')];
const commands = commandsOf('ci.md');

const folder = new PlanFolder();
afterAll(() => folder.remove());
mkdirSync(join(folder.path, 'plans'));
writeFileSync(join(folder.path, 'plans/a.plan.yaml'), 'name: A plan\nstart: 2026-03-02\ntasks:\n  a: 1d\n');

test.each(blocks.filter(({ language }) => language === 'yaml'))('block %# is YAML', ({ text }) => {
  expect(parse(text)).toBeTypeOf('object');
});

test.each(['ci.md', 'ci.zh-cn.md'])('a step of %s that fails keeps no later one from running', (name) => {
  const workflow = blocksOf(name).find(({ text }) => text.includes('.github/workflows'));
  const steps: { name?: string; run?: string; if?: string }[] = parse(workflow?.text ?? '').jobs.check.steps;
  const first = steps.findIndex(({ run }) => run?.includes('plan check'));
  const later = steps.slice(first + 1).filter(({ run }) => run !== undefined);
  expect(later.map((step) => step.name)).toEqual(['Schedule health', 'Annotations']);
  expect(later.every((step) => step.if?.includes('!cancelled()'))).toBe(true);
});

describe('commands', () => {
  test('are there', () => {
    expect(commands.length).toBeGreaterThan(8);
    expect(commandsOf('ci.zh-cn.md')).toEqual(commands);
  });

  test.each(commands)('plan check %s', (args) => {
    const words = args
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => word.replaceAll("'", ''));
    // A hook gets its files from pre-commit.
    const { status, stderr } = folder.plan(['check', ...words, ...(words.length === 0 ? ['plans'] : [])]);
    expect([status, stderr]).toEqual([0, '']);
  });
});
