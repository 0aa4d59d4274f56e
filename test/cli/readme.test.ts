// Both READMEs: every command in them runs as it stands there, and every command that there is has its row.
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PlanFolder } from './run-plan.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = new PlanFolder();
beforeAll(() => cpSync(join(root, 'samples'), join(folder.path, 'samples'), { recursive: true }));
afterAll(() => folder.remove());

/** What needs a file of another program, a repository or an editor has tests of its own. */
const elsewhere = /^(?:convert|diff|lsp)\b/;

describe.each(['README.md', 'README.zh-cn.md'])('%s', (name) => {
  const text = readFileSync(join(root, name), 'utf8');
  const commands = [...text.matchAll(/^npm run plan -- ([^#\n]*?)\s*(?:#.*)?$/gm)].map(([, words = '']) => words);

  test('shows and lists every command', () => {
    const known = [...folder.plan(['--help']).stdout.matchAll(/^ {2}([a-z]+) /gm)]
      .map(([, command]) => command)
      .filter((command) => command !== 'help');
    expect(known.length).toBeGreaterThan(10);
    const shown = new Set(commands.map((words) => words.split(' ')[0]));
    expect(known.filter((command) => !shown.has(command))).toEqual([]);
    const listed = new Set([...text.matchAll(/^\| `plan ([a-z]+)/gm)].map(([, command]) => command));
    expect(known.filter((command) => command !== 'lsp' && !listed.has(command))).toEqual([]);
  });

  test.each(commands.filter((words) => !elsewhere.test(words)))('plan %s', (words) => {
    const { status, stdout, stderr } = folder.plan(words.split(' ').map((word) => word.replaceAll('"', '')));
    // One of the samples shows mistakes.
    expect(status).toBe(words.startsWith('check ') ? 1 : 0);
    expect(stdout + stderr).not.toBe('');
  });
});
