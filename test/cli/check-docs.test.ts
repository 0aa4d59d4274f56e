// docs/ci.md: its YAML can be read, and every command in it runs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { PlanFolder } from './run-plan.ts';

const page = readFileSync(new URL('../../docs/ci.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language = '', text = '']) => ({
  language,
  text,
}));
const commands = blocks.flatMap(({ text }) =>
  [...text.matchAll(/plan check\b([^\n>|#]*)/g)].map(([, args = '']) => args.trim()),
);

const folder = new PlanFolder();
afterAll(() => folder.remove());
mkdirSync(join(folder.path, 'plans'));
writeFileSync(join(folder.path, 'plans/a.plan.yaml'), 'name: A plan\nstart: 2026-03-02\ntasks:\n  a: 1d\n');

test.each(blocks.filter(({ language }) => language === 'yaml'))('block %# is YAML', ({ text }) => {
  expect(parse(text)).toBeTypeOf('object');
});

describe('commands', () => {
  test('are there', () => {
    expect(commands.length).toBeGreaterThan(8);
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
