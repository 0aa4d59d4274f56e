// Formatting never changes a value or loses a comment: compared by the `yaml` parser, over texts that others have written.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { Lexer, parseAllDocuments } from 'yaml';
import { applyEdits } from '../../server/edits/apply-edits.ts';
import { formatEdits } from '../../server/edits/format.ts';
import { openTree } from '../../server/text/open-tree.ts';
import { referenceData } from './reference-data.ts';

interface Read {
  readonly values: readonly unknown[];
  readonly comments: readonly string[];
}

/** What YAML says of a text; undefined where it is not valid. */
function read(text: string): Read | undefined {
  const documents = parseAllDocuments(text, { schema: 'failsafe', merge: true, uniqueKeys: false, logLevel: 'silent' });
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return undefined;
  try {
    const values = documents.map((document) => document.toJS({ maxAliasCount: -1, mapAsMap: true }));
    return { values, comments: commentsIn(text) };
  } catch {
    // A merge of what is no map.
    return undefined;
  }
}

/** Every comment, by the lexer alone; what is left of the line behind it is a blank. */
function commentsIn(text: string): readonly string[] {
  return [...new Lexer().lex(text)].filter((lexeme) => lexeme.startsWith('#')).map((comment) => comment.trimEnd());
}

function formatted(text: string): string {
  return applyEdits(text, formatEdits(openTree(text), { indent: 2 }));
}

function keepsItsMeaning(text: string): void {
  const before = read(text);
  const after = formatted(text);
  if (before) expect(read(after)).toEqual(before);
  // What can't be read is kept in all but white space.
  expect(after.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  expect(formatted(after)).toBe(after);
}

function plansIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => join(folder, name));
}

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('plans of this project', () => {
  const paths = ['samples', 'test/rules', 'test/fixtures'].flatMap((folder) => plansIn(root + folder));

  test('are many', () => {
    expect(paths.length).toBeGreaterThan(500);
  });

  test.each(paths.map((path) => [path.slice(root.length), path] as const))('%s', (_, path) => {
    const text = readFileSync(path, 'utf8');
    keepsItsMeaning(text);
    keepsItsMeaning(text.replace(/\r?\n/g, '\r\n'));
    // Twice as far in.
    keepsItsMeaning(text.replace(/^ +/gm, (blanks) => blanks + blanks));
  });
});

for (const name of ['yaml-test-suite', 'yaml-plans', 'taskjuggler'] as const) {
  const data = referenceData(name);
  describe.skipIf(!data.isThere)(data.title(`texts of ${name}`), () => {
    const paths = data.isThere ? plansIn(data.folder) : [];

    test('are there', () => {
      expect(paths.length).toBeGreaterThan(5);
    });

    test.each(paths.map((path) => [path.slice(data.folder.length), path] as const))('%s', (_, path) => {
      keepsItsMeaning(readFileSync(path, 'utf8'));
    });
  });
}
