// Writes server/plan/schema-docs.generated.ts: what hover and completion say of records, keys, values and kinds of scalars.
import type { KeyModel, Model, RecordModel } from './model.ts';
import type { Texts } from './texts.ts';
import { yamlValue } from './yaml-value.ts';

/** The text of schema-docs.generated.ts. */
export function writeDocs(model: Model, texts: Texts): string {
  const describing = model.records.filter((record) => record.keys.some((key) => key.of === record.name));
  const owns = describing.map((record) => `const own${record.name} = {\n${writeOwn(record, texts)}\n};`);
  const keys = model.records.map((record) => `  ${record.name}: table<KeyDoc>({ ${writeKeys(record)} }),`);
  const records = model.records.map(({ name }) => {
    const title = JSON.stringify({ en: texts.en.titles[name], 'zh-cn': texts['zh-cn'].titles[name] });
    return `  ${name}: { title: ${title}, description: ${describe(texts, name)} },`;
  });
  const formats = model.scalars.map(
    ({ format, examples }) =>
      `  ${JSON.stringify(format)}: { description: ${describe(texts, format)}, examples: ${JSON.stringify(examples.map(yamlValue))} },`,
  );
  return `// Generated from schemas/plan.schema.json and its translations by schemas/generate.ts; changes belong there.
import type { RecordName, ScalarFormat } from './schema.generated.ts';

export interface Localized {
  readonly en: string;
  readonly 'zh-cn': string;
}

export interface RecordDoc {
  readonly title: Localized;
  readonly description: Localized;
}

export interface KeyDoc {
  readonly description: Localized;
  /** Values as YAML on one line. */
  readonly examples: readonly string[];
  /** What holds where the key is not written. */
  readonly standard?: string;
  /** Of an enumeration: each value with what it means. */
  readonly values?: readonly { readonly value: string; readonly description: Localized }[];
}

export interface FormatDoc {
  readonly description: Localized;
  readonly examples: readonly string[];
}

/** Without a prototype: keys come from strangers. */
function table<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null), entries);
}

${owns.join('\n')}

/** By record, by key as written. */
export const keyDocs: Readonly<Record<RecordName, Readonly<Record<string, KeyDoc>>>> = {
${keys.join('\n')}
};

export const recordDocs: Readonly<Record<RecordName, RecordDoc>> = {
${records.join('\n')}
};

/** How each kind of scalar is written. */
export const formatDocs: Readonly<Partial<Record<ScalarFormat, FormatDoc>>> = {
${formats.join('\n')}
};
`;
}

function writeOwn(record: RecordModel, texts: Texts): string {
  const own = record.keys.filter((key) => key.of === record.name);
  return own.map((key) => `  ${JSON.stringify(key.key)}: ${writeKey(record, key, texts)},`).join('\n');
}

function writeKey(record: RecordModel, key: KeyModel, texts: Texts): string {
  const where = `${record.name}.${key.key}`;
  const standard = key.standard === undefined ? '' : `, standard: ${JSON.stringify(yamlValue(key.standard))}`;
  const values = key.values.map(
    ({ value }) => `{ value: ${JSON.stringify(value)}, description: ${describe(texts, `${where}=${value}`)} }`,
  );
  const enumeration = values.length === 0 ? '' : `, values: [${values.join(', ')}]`;
  const examples = JSON.stringify(key.examples.map(yamlValue));
  return `{ description: ${describe(texts, where)}, examples: ${examples}${standard}${enumeration} }`;
}

function writeKeys(record: RecordModel): string {
  return record.keys.map(({ key, of }) => `${JSON.stringify(key)}: own${of}[${JSON.stringify(key)}]`).join(', ');
}

function describe(texts: Texts, what: string): string {
  return JSON.stringify({ en: texts.en.descriptions[what], 'zh-cn': texts['zh-cn'].descriptions[what] });
}
