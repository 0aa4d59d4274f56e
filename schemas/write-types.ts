// Writes server/plan/schema.generated.ts: the types of a bound plan and the table of its records and keys.
import type { KeyModel, Model, RecordModel, ShapeModel } from './model.ts';

/** What a scalar is read into, by format; all others are texts. */
const valueTypes: Readonly<Record<string, string>> = {
  boolean: 'boolean',
  integer: 'number',
  number: 'number',
  percent: 'number',
  money: 'number',
  date: 'PlanDate',
  range: 'DateRange',
  duration: 'Duration',
  work: 'Duration',
  'signed-duration': 'SignedDuration',
  rate: 'Rate',
  link: 'Link',
  assignment: 'Assignment',
  cadence: 'Cadence',
  measure: 'Measure',
  interval: 'Interval',
  days: 'readonly Weekday[]',
};

/** Types of scalar.ts. */
const scalarTypes = [...new Set(Object.values(valueTypes).flatMap((type) => /[A-Z]\w+/.exec(type) ?? []))].sort();

/** The text of schema.generated.ts. */
export function writeTypes(model: Model): string {
  const formats = new Set(model.scalars.map((scalar) => scalar.format));
  for (const record of model.records) for (const key of record.keys) collectFormats(key.shape, formats);
  const bound = model.records.map((record) => writeRecord(record)).join('\n');
  const imported = scalarTypes.filter((name) => new RegExp(`\\b${name}\\b`).test(bound));
  return `// Generated from schemas/plan.schema.json by schemas/generate.ts; changes belong there.
import type { Node } from '../text/node.ts';
import type { Bound, Entry, Field, KeyedEntry } from './field.ts';
import type { ${imported.join(', ')} } from './scalar.ts';

/** How a scalar is read. \`ref:calendar\` is an id that \`calendars\` defines, and so on. */
export type ScalarFormat =
${[...formats].map((format) => `  | ${quote(format)}`).join('\n')};

/** What may stand as a value. */
export type Shape =
  | { readonly kind: 'scalar'; readonly format: ScalarFormat; readonly values?: readonly string[] }
  /** A single item may stand without brackets. */
  | { readonly kind: 'list'; readonly of: Shape }
  /** \`list\`: a list may stand for the map. Its items are the keys (each with an empty text as its value), or the values (each its own id). */
  | { readonly kind: 'map'; readonly key: ScalarFormat; readonly of: Shape; readonly list?: 'keys' | 'values' }
  /** \`shorthand\`: a scalar stands for a record with that one key. */
  | { readonly kind: 'record'; readonly name: RecordName; readonly shorthand?: { readonly format: ScalarFormat; readonly field: string } }
  /** Read by hand. */
  | { readonly kind: 'raw' };

export interface KeyShape {
  readonly member: string;
  readonly shape: Shape;
  readonly required: boolean;
  /** The key that is written instead, where an older format had this one. */
  readonly deprecated?: string;
}

export interface RecordShape {
  /** By key as written, in canonical order. */
  readonly fields: Readonly<Record<string, KeyShape>>;
  /** The key that a scalar in place of the record stands for. */
  readonly shorthand?: string;
  /** Keys of which only one may be written. */
  readonly exclusive: readonly (readonly string[])[];
}

export type RecordName =
${model.records.map((record) => `  | ${quote(record.name)}`).join('\n')};

${bound}
/** The bound record of each name. */
export interface RecordTypes {
${model.records.map((record) => `  readonly ${record.name}: ${record.name}Record;`).join('\n')}
}

/** Without a prototype: keys come from strangers. */
function table(fields: Readonly<Record<string, KeyShape>>): Readonly<Record<string, KeyShape>> {
  return Object.assign(Object.create(null), fields);
}

/** Every record of the language with its keys. */
export const records: Readonly<Record<RecordName, RecordShape>> = {
${model.records.map((record) => writeShape(record)).join('\n')}
};
`;
}

function collectFormats(shape: ShapeModel, formats: Set<string>): void {
  if (shape.kind === 'scalar') formats.add(shape.format);
  if (shape.kind === 'map') formats.add(shape.key);
  if (shape.kind === 'map' || shape.kind === 'list') collectFormats(shape.of, formats);
  if (shape.kind === 'record' && shape.shorthand !== undefined) formats.add(shape.shorthand.format);
}

function writeRecord(record: RecordModel): string {
  const own = record.keys.filter((key) => record.extends === undefined || key.of !== record.extends);
  const members = own.map((key) => `  /** ${key.description} */\n  readonly ${key.member}?: ${memberType(key)};\n`);
  const base = record.extends === undefined ? 'Bound' : `${record.extends}Record`;
  return `/** ${record.description} */\nexport interface ${record.name}Record extends ${base} {\n${members.join('')}}\n`;
}

function memberType(key: KeyModel): string {
  const { shape } = key;
  if (shape.kind === 'record' || shape.kind === 'raw') return valueType(shape);
  return `Field<${valueType(shape)}>`;
}

function valueType(shape: ShapeModel): string {
  switch (shape.kind) {
    case 'raw':
      return 'Node';
    case 'record':
      return `${shape.name}Record`;
    case 'scalar':
      return shape.values?.map(quote).join(' | ') ?? scalarType(shape.format);
    case 'list':
      return `readonly Field<${valueType(shape.of)}>[]`;
    case 'map': {
      const value = valueType(shape.of);
      const key = valueTypes[shape.key];
      return key === undefined ? `readonly Entry<${value}>[]` : `readonly KeyedEntry<${key}, ${value}>[]`;
    }
  }
}

function scalarType(format: string): string {
  return valueTypes[format] ?? 'string';
}

function writeShape(record: RecordModel): string {
  const fields = record.keys.map((key) => {
    const shape = JSON.stringify(key.shape);
    return `      ${quote(key.key)}: { member: ${quote(key.member)}, shape: ${shape}, required: ${key.required} },`;
  });
  const shorthand = record.node.planShorthand;
  const head = shorthand === undefined ? '' : `    shorthand: ${quote(shorthand)},\n`;
  return `  ${record.name}: {\n${head}    exclusive: ${JSON.stringify(exclusive(record))},\n    fields: table({\n${fields.join('\n')}\n    }),\n  },`;
}

/** Pairs of keys of which the schema refuses one where the other is written. */
function exclusive(record: RecordModel): readonly (readonly string[])[] {
  const { node } = record;
  const branches = [
    ...Object.entries(node.dependentSchemas ?? {}),
    ...(node.if?.required ?? [])
      .filter(() => node.if?.properties === undefined)
      .map((key) => [key, node.then ?? {}] as const),
  ];
  return branches.flatMap(([key, schema]) =>
    Object.entries(schema.properties ?? {}).flatMap(([other, allowed]) => (allowed === false ? [[key, other]] : [])),
  );
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "\\'")}'`;
}
