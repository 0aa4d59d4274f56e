// What package.json contributes to the language: texts in both languages, files that exist, snippets that make good plans.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import configuration from '../../language-configuration.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };
import { type RecordName, records } from '../../server/plan/schema.generated.ts';
// biome-ignore lint/correctness/useImportExtensions: the validators are generated JavaScript with types beside it.
import { validators } from '../../server/plan/validate.generated.mjs';
import snippets from '../../snippets/plan.json' with { type: 'json' };
import chineseSnippets from '../../snippets/plan.zh-cn.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

/** What a snippet stands for: the record itself, or entries of one of its maps. */
const makes: Readonly<Record<string, { readonly record: RecordName; readonly map?: string }>> = {
  Plan: { record: 'Plan' },
  'Plan with phases': { record: 'Plan' },
  Task: { record: 'Plan', map: 'tasks' },
  'Task over several lines': { record: 'Plan', map: 'tasks' },
  'Task by effort': { record: 'Plan', map: 'tasks' },
  Milestone: { record: 'Plan', map: 'tasks' },
  Phase: { record: 'Plan', map: 'phases' },
  Buffer: { record: 'Plan', map: 'tasks' },
  'Three-point estimate': { record: 'Task' },
  'Repeated task': { record: 'Plan', map: 'tasks' },
  Calendar: { record: 'Plan', map: 'calendars' },
  'Team member': { record: 'Plan', map: 'team' },
  Risk: { record: 'Plan', map: 'risks' },
  Goal: { record: 'Plan', map: 'goals' },
  'Key figure': { record: 'Plan', map: 'kpis' },
  Meeting: { record: 'Plan', map: 'meetings' },
};

/** A snippet as it is inserted when every placeholder keeps its text; of choices the one at `choice`, or the last. */
function insert(snippet: Snippet, choice: number): string {
  const dates: Readonly<Record<string, string>> = { CURRENT_YEAR: '2026', CURRENT_MONTH: '03', CURRENT_DATE: '02' };
  const values = new Map<string, string>();
  const put = (stop: string, text: string): string => {
    values.set(stop, text);
    return text;
  };
  return snippet.body
    .join('\n')
    .replaceAll(/\$(CURRENT_\w+)/g, (_, name: string) => dates[name] ?? '')
    .replaceAll(/\$\{(\d+)\|([^|]*)\|\}/g, (_, stop: string, texts: string) => {
      const choices = texts.split(',');
      return put(stop, choices[Math.min(choice, choices.length - 1)] ?? '');
    })
    .replaceAll(/\$\{(\d+):([^}]*)\}/g, (_, stop: string, text: string) => put(stop, text))
    .replaceAll(/\$(\d+)/g, (_, stop: string) => values.get(stop) ?? '');
}

function complaints(name: RecordName, data: unknown): readonly string[] {
  const own = validators[name](structuredClone(data))
    ? []
    : (validators[name].errors ?? []).map(({ instancePath, keyword }) => `${name}${instancePath} ${keyword}`);
  if (typeof data !== 'object' || data === null) return own;
  const inside = Object.entries(data).flatMap(([key, value]) => {
    const shape = records[name].fields[key]?.shape;
    if (shape?.kind === 'record') return complaints(shape.name, value);
    if (shape?.kind !== 'map' || shape.of.kind !== 'record') return [];
    const { name: of } = shape.of;
    return Object.values(value ?? {}).flatMap((entry) => complaints(of, entry));
  });
  return [...own, ...inside];
}

describe.each([
  ['English', snippets, Object.keys(snippets)],
  ['Chinese', chineseSnippets, Object.keys(snippets)],
] as const)('snippets in %s', (_, file, names) => {
  const all = Object.values<Snippet>(file).map((snippet, index) => ({ name: names[index] ?? '', snippet }));

  test('are the same in both languages', () => {
    expect(all).toHaveLength(Object.keys(makes).length);
    const prefixes = all.flatMap(({ snippet }) => snippet.prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  test.each(all)('$name: what is inserted keeps to the schema, whatever is chosen', ({ name, snippet }) => {
    const made = makes[name];
    if (made === undefined) throw new Error(`${name} makes nothing that is known`);
    for (const choice of [0, 1, 2, 9]) {
      const text = insert(snippet, choice);
      const value: unknown = parse(text, { schema: 'failsafe', strict: true });
      expect(
        complaints(made.record, made.map === undefined ? value : { start: '2026-03-02', [made.map]: value }),
      ).toEqual([]);
    }
  });

  test('are indented by two spaces, since VS Code inserts tabs as they are set', () => {
    for (const { snippet } of all) for (const line of snippet.body) expect(line).toMatch(/^(?: {2})*\S|^$/);
  });
});

describe('the manifest', () => {
  test('the files that it names exist', () => {
    const { languages, grammars, snippets } = manifest.contributes;
    const paths = [
      ...languages.flatMap(({ configuration, icon }) => [configuration, icon.light, icon.dark]),
      ...grammars.map(({ path }) => path),
      ...snippets.map(({ path }) => path),
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
