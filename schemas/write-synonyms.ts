// Writes server/plan/synonyms.generated.ts: words of other tools for our keys and values.
import { plainWord } from '../server/plan/plain-word.ts';
import type { Model, RecordModel } from './model.ts';

/** What is written for a value: another value of its key, or a value of another key. */
type Written = string | { readonly key: string; readonly value: string };

/** One record's part of synonyms.json: our key → words for it; our key → a value's word → what we write; and words that stand alone for the whole record. */
interface Synonyms {
  readonly keys?: Readonly<Record<string, readonly string[]>>;
  readonly values?: Readonly<Record<string, Readonly<Record<string, Written>>>>;
  readonly alone?: Readonly<Record<string, Written>>;
}

export type SynonymFile = Readonly<Record<string, Synonyms>>;

/** The text of synonyms.generated.ts; throws where a word stands for two keys, is a key itself, or stands for none. */
export function writeSynonyms(model: Model, file: SynonymFile): string {
  const strangers = Object.keys(file).filter((name) => !model.records.some((record) => record.name === name));
  if (strangers.length > 0) throw new Error(`synonyms.json: no such record: ${strangers.join(', ')}`);
  const keys = model.records.map((record) => `  ${record.name}: table(${JSON.stringify(keyWords(record, file))}),`);
  const values = model.records.map((record) => {
    const words = Object.entries(valueWords(record, file));
    const tables = words.map(([key, table]) => `${JSON.stringify(key)}: table<OurValue>(${JSON.stringify(table)})`);
    return `  ${record.name}: table({ ${tables.join(', ')} }),`;
  });
  const alone = model.records.flatMap(({ name }) => {
    const words = file[name]?.alone;
    return words === undefined ? [] : [`  ${name}: table<OurValue>(${JSON.stringify(inPlainWords(words))}),`];
  });
  return `// Generated from schemas/synonyms.json by schemas/generate.ts; changes belong there.
import type { RecordName } from './schema.generated.ts';

/** What we write for another tool's value; \`key\` where it belongs under another key. */
export interface OurValue {
  readonly key?: string;
  readonly value: string;
}

type Table<T> = Readonly<Record<string, T>>;

/** Without a prototype: words come from strangers. */
function table<T>(entries: Table<T>): Table<T> {
  return Object.assign(Object.create(null), entries);
}

/** By record, by plain word: our key. */
export const keySynonyms: Readonly<Record<RecordName, Table<string>>> = {
${keys.join('\n')}
};

/** By record, by our key, by plain word: what we write. */
export const valueSynonyms: Readonly<Record<RecordName, Table<Table<OurValue>>>> = {
${values.join('\n')}
};

/** By record, by plain word: what we write in the record that holds it, where the word stands alone for the whole record. */
export const aloneSynonyms: Readonly<Partial<Record<RecordName, Table<OurValue>>>> = {
${alone.join('\n')}
};
`;
}

/** A record's words: its keys in other spellings (`statusDate`), its own words, then those of the record that it takes keys over from. */
function keyWords(record: RecordModel, file: SynonymFile): Record<string, string> {
  checkKeys(record, Object.keys(file[record.name]?.keys ?? {}));
  const words = new Map(record.keys.map(({ key }) => [plainWord(key), key]));
  const own = record.keys.filter((key) => file[record.name]?.keys?.[key.key] !== undefined);
  for (const { key } of own) {
    for (const word of file[record.name]?.keys?.[key] ?? []) {
      const taken = words.get(plainWord(word));
      if (taken !== undefined) throw new Error(`synonyms.json: ${record.name}: “${word}” is ${taken} already`);
      words.set(plainWord(word), key);
    }
  }
  for (const { key, of } of record.keys.filter((key) => !own.includes(key))) {
    for (const word of file[of]?.keys?.[key] ?? []) {
      if (!words.has(plainWord(word))) words.set(plainWord(word), key);
    }
  }
  return Object.fromEntries(words);
}

/** A record's values in other spellings (`on_hold`), and other words for them. */
function valueWords(
  record: RecordModel,
  file: SynonymFile,
): Record<string, Record<string, { key?: string; value: string }>> {
  checkKeys(record, Object.keys(file[record.name]?.values ?? {}));
  const tables = record.keys.flatMap((key) => {
    const spellings = key.values.map(({ value }) => [plainWord(value), { value }] as const);
    const words = file[record.name]?.values?.[key.key] ?? file[key.of]?.values?.[key.key] ?? {};
    const entries = Object.entries(inPlainWords(words));
    return spellings.length + entries.length === 0 ? [] : [[key.key, Object.fromEntries([...spellings, ...entries])]];
  });
  return Object.fromEntries(tables);
}

function checkKeys(record: RecordModel, keys: readonly string[]): void {
  const unknown = keys.filter((key) => !record.keys.some((known) => known.key === key));
  if (unknown.length > 0) throw new Error(`synonyms.json: ${record.name} has no ${unknown.join(', ')}`);
}

function inPlainWords(words: Readonly<Record<string, Written>>): Record<string, { key?: string; value: string }> {
  const entries = Object.entries(words).map(
    ([word, ours]) => [plainWord(word), typeof ours === 'string' ? { value: ours } : ours] as const,
  );
  return Object.fromEntries(entries);
}
