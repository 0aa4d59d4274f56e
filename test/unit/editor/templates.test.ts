// Templates of whole entries: offered where such an entry may stand, in both languages; what is inserted keeps to the schema, whatever is chosen.
import { describe, expect, it, test } from 'vitest';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { parse } from 'yaml';
import manifest from '../../../package.json' with { type: 'json' };
import { completion } from '../../../server/editor/completion.ts';
import { type RecordName, records } from '../../../server/plan/schema.generated.ts';
// biome-ignore lint/correctness/useImportExtensions: the validators are generated JavaScript with types beside it.
import { validators } from '../../../server/plan/validate.generated.mjs';
import { analysedAt, chinese, english } from './analysed.ts';

/** A snippet as it is inserted when every placeholder keeps its text; of choices the one at `choice`, or the last. */
function insert(snippet: string, choice: number): string {
  const values = new Map<string, string>();
  const put = (stop: string, text: string): string => {
    values.set(stop, text);
    return text;
  };
  return snippet
    .replaceAll(/\$\{(\d+)\|([^|]*)\|\}/g, (_, stop: string, texts: string) => {
      const choices = texts.split(',');
      return put(stop, choices[Math.min(choice, choices.length - 1)] ?? '');
    })
    .replaceAll(/\$\{(\d+):([^}]*)\}/g, (_, stop: string, text: string) => put(stop, text))
    .replaceAll(/\$(\d+)/g, (_, stop: string) => values.get(stop) ?? '');
}

/** What the schema says against a text as such a record, and the records in it. */
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

/** Where entries stand, and how many templates there are for them. */
const places = [
  ['tasks:\n  ', 6],
  ['phases:\n  ', 2],
  ['calendars:\n  ', 1],
  ['team:\n  ', 1],
  ['risks:\n  ', 1],
  ['goals:\n  ', 1],
  ['kpis:\n  ', 1],
  ['meetings:\n  ', 1],
  ['', 2],
] as const;

const before = {
  nothing: '',
  'people and tasks':
    'start: 2026-03-02\nteam: { mia: Mia, zoe: Zoe }\nphases: { p: { tasks: { a: 1d, b: { duration: 1d, after: a } } } }\n',
};

describe.each([
  ['English', english],
  ['Chinese', chinese],
] as const)('templates in %s', (_, reader) => {
  const snippets = (text: string) => {
    const { analysis, offset } = analysedAt(`${text}‸\n`);
    return completion(analysis, offset, reader).items.filter(
      ({ kind, label }) => kind === CompletionItemKind.Snippet || /^新|^New /.test(label),
    );
  };

  for (const [around, head] of Object.entries(before))
    test.each(places)(`keep to the schema, whatever is chosen, with ${around}: %j`, (place, count) => {
      const key = place.split(':')[0] ?? '';
      // The same key does not stand twice, and a whole plan begins with nothing.
      const text = place === '' ? '' : `${head.replace(new RegExp(`^${key}:.*\n`, 'm'), '')}${place}`;
      const items = snippets(text);
      expect(items).toHaveLength(count);
      for (const { label, textEdit } of items)
        for (const choice of [0, 1, 2, 9]) {
          const written = `${text}${insert(textEdit?.newText ?? '', choice)}\n`;
          const whole = written.includes('start:') ? written : `start: 2026-03-02\n${written}`;
          const value: unknown = parse(whole, { schema: 'failsafe', strict: true });
          expect(complaints('Plan', value), `${label}\n${whole}`).toEqual([]);
          expect(analysedAt(`‸${whole}`).analysis.plan.problems, `${label}\n${whole}`).toEqual([]);
        }
    });

  it('are called by different names', () => {
    const labels = places.flatMap(([place]) => snippets(place).map(({ label }) => label));
    expect(labels).toHaveLength(16);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('are found by short words too', () => {
    const found = snippets('tasks:\n  ').map(({ filterText = '' }) => filterText);
    expect(found.some((words) => words.includes(reader === english ? ' ms' : ' lichengbei'))).toBe(true);
  });
});

it('there is one list of them: the manifest has no snippets that would be offered anywhere', () => {
  expect(Object.keys(manifest.contributes)).not.toContain('snippets');
});
