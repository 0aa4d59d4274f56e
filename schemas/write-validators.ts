// Writes server/plan/validate.generated.mjs and its types: one compiled validator per record, each for its own keys.
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { type Model, type RecordModel, resolve, type SchemaNode, typesOf } from './model.ts';

/** The module with the validators. Bundled, since AJV's standalone code may still `require` its own helpers. */
export async function writeValidators(schema: SchemaNode, model: Model): Promise<string> {
  const ajv = new Ajv2020({
    schemas: Object.fromEntries(model.records.map((record) => [record.name, ownSchema(schema, record)])),
    allErrors: true,
    allowUnionTypes: true,
    coerceTypes: true,
    messages: false,
    validateFormats: false,
    code: { source: true, esm: true },
  });
  const names = Object.fromEntries(model.records.map(({ name }) => [`validate${name}`, name]));
  const table = model.records.map(({ name }) => `${name}: validate${name}`).join(', ');
  const code = `${standalone(ajv, names)}\nexport const validators = { ${table} };\n`;
  const bundle = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    format: 'esm',
    minifySyntax: true,
    target: 'es2023',
    write: false,
  });
  const [output] = bundle.outputFiles;
  if (output === undefined) throw new Error('esbuild wrote nothing');
  return `// Generated from schemas/plan.schema.json by schemas/generate.ts; changes belong there.\n${output.text}`;
}

/** The schema of a record's own keys: records inside need only be of the right type, since each has its own validator; so does what is read by hand. */
function ownSchema(schema: SchemaNode, record: RecordModel): SchemaNode | boolean {
  const properties = record.keys.map(({ key, node, shape }) => {
    const nested =
      shape.kind === 'raw' || shape.kind === 'record' || (shape.kind === 'map' && shape.of.kind === 'record');
    return [key, nested ? { type: node.type ?? 'object' } : node] as const;
  });
  return bare(schema, { ...record.node, properties: Object.fromEntries(properties) });
}

/** What AJV does not check, or the plan floor reads itself: what AJV compiles is copied into the code, so it gets nothing more than it needs. */
const left = [
  ...['title', 'description', 'examples', 'default', 'enumDescriptions', 'format', 'propertyNames'],
  ...['planShorthand', 'planExtends', 'planList', 'planRaw', 'planMember'],
];

/** Limits of numbers. */
const limits = ['minimum', 'maximum'];

/** Keywords whose value is a schema, and those whose value is a map of schemas. */
const inner = ['items', 'additionalProperties', 'if', 'then', 'else'] as const;
const maps = ['properties', 'dependentSchemas'] as const;

/** A schema with every `$ref` followed and nothing in it but what AJV checks. */
function bare(schema: SchemaNode, node: SchemaNode | boolean): SchemaNode | boolean {
  if (typeof node === 'boolean') return node;
  const whole = resolve(schema, node);
  const schemas = inner.flatMap((keyword) => {
    const value = whole[keyword];
    return value === undefined ? [] : [[keyword, bare(schema, value)] as const];
  });
  const schemaMaps = maps.flatMap((keyword) => {
    const value = whole[keyword];
    return value === undefined ? [] : [[keyword, bareMap(schema, value)] as const];
  });
  // Under the failsafe schema what may be a text is never a number or a boolean, so that nothing is tried on it.
  const text = typesOf(whole).includes('string');
  const type = text ? { type: typesOf(whole).filter((one) => !['number', 'integer', 'boolean'].includes(one)) } : {};
  const kept = Object.entries(whole).filter(
    ([keyword]) => !left.includes(keyword) && !(text && limits.includes(keyword)),
  );
  return { ...Object.fromEntries([...kept, ...schemas, ...schemaMaps]), ...type };
}

function bareMap(
  schema: SchemaNode,
  nodes: Readonly<Record<string, SchemaNode | boolean>>,
): Record<string, SchemaNode | boolean> {
  return Object.fromEntries(Object.entries(nodes).map(([name, node]) => [name, bare(schema, node)]));
}

/** The types of the module above. */
export function writeValidatorTypes(model: Model): string {
  const functions = model.records.map(({ name }) => `export const validate${name}: Validate;`);
  return `// Generated from schemas/plan.schema.json by schemas/generate.ts; changes belong there.
import type { RecordName } from './schema.generated.ts';

/** What a schema refuses, with the keywords that it uses. \`instancePath\` is a JSON pointer from the record. */
export type SchemaError = { readonly instancePath: string; readonly schemaPath: string } & (
  | { readonly keyword: 'additionalProperties'; readonly params: { readonly additionalProperty: string } }
  | { readonly keyword: 'required'; readonly params: { readonly missingProperty: string } }
  | { readonly keyword: 'type'; readonly params: { readonly type: string | readonly string[] } }
  | { readonly keyword: 'enum'; readonly params: { readonly allowedValues: readonly string[] } }
  | { readonly keyword: 'const'; readonly params: { readonly allowedValue: unknown } }
  | { readonly keyword: 'minimum' | 'maximum'; readonly params: { readonly limit: number } }
  /** A key that may not stand beside another one. */
  | { readonly keyword: 'false schema'; readonly params: object }
  /** Says only that a condition failed: the errors beside it say what. */
  | { readonly keyword: 'if'; readonly params: { readonly failingKeyword: string } }
);

/**
 * Whether a record's own keys are as the schema wants them; if not, \`errors\` says what is wrong, until the next call.
 * Records inside, and maps of records, need only be maps (or texts, where a shorthand may stand): each has its own validator.
 * Texts that should be numbers or booleans are converted in place.
 */
export interface Validate {
  (data: unknown): boolean;
  errors: readonly SchemaError[] | null;
}

${functions.join('\n')}
export const validators: Readonly<Record<RecordName, Validate>>;
`;
}
