// What package.json contributes to the language: texts in both languages, files that exist.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import configuration from '../../language-configuration.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');

describe('the manifest', () => {
  test('the files that it names exist', () => {
    const { languages, grammars } = manifest.contributes;
    const paths = [
      ...languages.flatMap(({ configuration, icon }) => [configuration, icon.light, icon.dark]),
      ...grammars.map(({ path }) => path),
    ];
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('the grammar is the one of its scope', () => {
    const [grammar] = manifest.contributes.grammars;
    const file: unknown = JSON.parse(readFileSync(join(root, grammar?.path ?? ''), 'utf8'));
    expect(file).toMatchObject({ scopeName: grammar?.scopeName });
  });

  test('settings are read per resource', () => {
    expect(manifest.contributes.configuration.properties['planAsCode.rules'].scope).toBe('resource');
  });
});

describe('the language configuration', () => {
  const word = new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`);
  test.each([
    ['after: [阶段一.准备-1, m1.kickoff]', ['after', '阶段一.准备-1', 'm1.kickoff']],
    ['build FF-1d', ['build', 'FF-1d']],
    ['build SS+5d', ['build', 'SS', '5d']],
    ['platform/launch', ['platform', 'launch']],
    ['2026-03-02..2026-03-06', ['2026-03-02', '2026-03-06']],
    ['status-date: x-', ['status-date', 'x']],
    ['naïve über_1 プロジェクト', ['naïve', 'über_1', 'プロジェクト']],
  ])('words of %s', (text, words) => {
    expect(text.match(word)).toEqual(words);
  });

  const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;
  test.each([
    ['tasks:', true],
    ['  阶段一: # why', true],
    ['  - a:', true],
    ['  "a b":', true],
    ['  a: &base', true],
    ['  description: |', true],
    ['  a: 3d', false],
    ['  a: { b: c }', false],
    ['# tasks:', false],
    ['  name: "x:"', false],
  ])('%s is followed by a deeper line: %s', (line, deeper) => {
    expect(new RegExp(increaseIndentPattern).test(line)).toBe(deeper);
  });

  test('a closing bracket goes back', () => {
    expect(new RegExp(decreaseIndentPattern).test('  }')).toBe(true);
    expect(new RegExp(decreaseIndentPattern).test('  a: [1]')).toBe(false);
  });

  test.each([
    ['a', 'a'.repeat(1_000_000), false],
    ['spaces', ' '.repeat(1_000_000), false],
    ['spaces behind a key', `a:${' '.repeat(1_000_000)}`, true],
    ['keys, ended by a bracket', `${'a: '.repeat(300_000)}{`, false],
  ])('a line without an end, of %s, is judged: a quadratic pattern would take minutes', (_, line, deeper) => {
    expect(new RegExp(increaseIndentPattern).test(line)).toBe(deeper);
  });
});
