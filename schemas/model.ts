// Reads plan.schema.json into records, keys and shapes: what every generated file is written from.

/** The parts of JSON Schema (2020-12) that plan.schema.json uses, and our annotations (`plan…`). */
export interface SchemaNode {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode | boolean>>;
  readonly patternProperties?: Readonly<Record<string, boolean>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly propertyNames?: SchemaNode;
  readonly items?: SchemaNode;
  readonly dependentSchemas?: Readonly<Record<string, SchemaNode>>;
  readonly if?: SchemaNode;
  readonly then?: SchemaNode;
  readonly else?: SchemaNode;
  /** On a record: the key whose value may stand for the whole record. */
  readonly planShorthand?: string;
  /** On a record: it can be read as that other record too. */
  readonly planExtends?: string;
  /** On a map that may be written as a list: whether the items stand for keys or for values. */
  readonly planList?: string;
  /** Read by hand. */
  readonly planRaw?: boolean;
  /** The member's name where it is not the key in camel case. */
  readonly planMember?: string;
}

export type ShapeModel =
  | { readonly kind: 'scalar'; readonly format: string; readonly values?: readonly string[] }
  | { readonly kind: 'list'; readonly of: ShapeModel }
  | { readonly kind: 'map'; readonly key: string; readonly of: ShapeModel; readonly list?: string }
  | {
      readonly kind: 'record';
      readonly name: string;
      readonly shorthand?: { readonly format: string; readonly field: string };
    }
  | { readonly kind: 'raw' };

export interface KeyModel {
  readonly key: string;
  readonly member: string;
  readonly shape: ShapeModel;
  readonly required: boolean;
  readonly description: string;
  readonly examples: readonly unknown[];
  readonly standard: unknown;
  readonly values: readonly { readonly value: string; readonly description: string }[];
  /** The record that describes it, where this one only points there (`Phase.name` → `Task`). */
  readonly of: string;
  /** The schema with every `$ref` followed. */
  readonly node: SchemaNode;
}

export interface RecordModel {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly extends: string | undefined;
  readonly keys: readonly KeyModel[];
  readonly node: SchemaNode;
}

/** A kind of scalar that the schema names: how it is written, said once. */
export interface ScalarModel {
  readonly format: string;
  readonly description: string;
  readonly examples: readonly unknown[];
}

export interface Model {
  readonly records: readonly RecordModel[];
  readonly scalars: readonly ScalarModel[];
}

/** The model of a schema; throws where the schema breaks its own conventions. */
export function readModel(schema: SchemaNode): Model {
  const definitions = Object.entries(schema.$defs ?? {});
  const records = definitions.filter(([name]) => isRecord(name)).map(([name, node]) => readRecord(schema, name, node));
  const scalars = definitions
    .filter(
      ([, node]) => node.format !== undefined && node.properties === undefined && !typesOf(node).includes('array'),
    )
    .map(([name, node]) => ({
      format: formatOf(node, name),
      description: must(node.description, `${name} has no description`),
      examples: must(node.examples, `${name} has no examples`),
    }));
  return { records, scalars };
}

/** Definitions of records begin with a capital, all others are scalars and lists. */
function isRecord(name: string): boolean {
  return /^[A-Z]/.test(name);
}

function readRecord(schema: SchemaNode, name: string, node: SchemaNode): RecordModel {
  const keys = Object.entries(node.properties ?? {}).map(([key, property]) => {
    const where = `${name}.${key}`;
    if (typeof property === 'boolean') throw new Error(`${where} is not described`);
    return readKey(schema, name, key, property, node.required?.includes(key) === true);
  });
  return {
    name,
    title: must(node.title, `${name} has no title`),
    description: must(node.description, `${name} has no description`),
    extends: node.planExtends,
    keys,
    node,
  };
}

function readKey(schema: SchemaNode, record: string, key: string, property: SchemaNode, required: boolean): KeyModel {
  const where = `${record}.${key}`;
  const node = resolve(schema, property);
  const values = node.enum ?? [];
  return {
    key,
    member: node.planMember ?? camelCase(key),
    shape: shapeOf(schema, property, where),
    required,
    description: must(node.description, `${where} has no description`),
    examples: must(node.examples, `${where} has no examples`),
    standard: node.default,
    values: values.map((value, index) => ({ value, description: node.enumDescriptions?.[index] ?? '' })),
    of: /^#\/\$defs\/([A-Z]\w*)\/properties\//.exec(property.$ref ?? '')?.[1] ?? record,
    node,
  };
}

/** A node with its `$ref`s followed; what it says itself wins over what it points to. */
export function resolve(schema: SchemaNode, node: SchemaNode): SchemaNode {
  if (node.$ref === undefined) return node;
  const { $ref, ...own } = node;
  return { ...resolve(schema, lookUp(schema, $ref)), ...own };
}

function lookUp(schema: SchemaNode, ref: string): SchemaNode {
  const [, definition = '', property] = /^#\/\$defs\/([^/]+)(?:\/properties\/([^/]+))?$/.exec(ref) ?? [];
  const found = schema.$defs?.[definition];
  const target = property === undefined ? found : found?.properties?.[property];
  if (target === undefined || typeof target === 'boolean') throw new Error(`nothing at ${ref}`);
  return target;
}

/** The record that a node points to, if it does. */
export function recordOf(schema: SchemaNode, node: SchemaNode): string | undefined {
  if (node.$ref === undefined) return undefined;
  const name = /^#\/\$defs\/([A-Z]\w*)$/.exec(node.$ref)?.[1];
  return name ?? recordOf(schema, lookUp(schema, node.$ref));
}

function shapeOf(schema: SchemaNode, property: SchemaNode, where: string): ShapeModel {
  const node = resolve(schema, property);
  const types = typesOf(node);
  const record = recordOf(schema, property);
  if (record !== undefined) {
    const field = node.planShorthand;
    if (field === undefined) return { kind: 'record', name: record };
    const shape = shapeOf(schema, must(schemaNode(node.properties?.[field]), `${record}.${field}`), where);
    if (shape.kind !== 'scalar') throw new Error(`${where}: a shorthand stands for a scalar`);
    return { kind: 'record', name: record, shorthand: { format: shape.format, field } };
  }
  if (node.planRaw === true) return { kind: 'raw' };
  if (types.includes('object')) {
    const values = must(schemaNode(node.additionalProperties), `${where} says nothing about its values`);
    const keys = resolve(schema, must(node.propertyNames, `${where} says nothing about its keys`));
    const of = shapeOf(schema, values, where);
    const map = { kind: 'map', key: formatOf(keys, where), of } as const;
    return node.planList === undefined ? map : { ...map, list: node.planList };
  }
  if (types.includes('array')) {
    return { kind: 'list', of: shapeOf(schema, must(node.items, `${where} says nothing about its items`), where) };
  }
  const format = formatOf(node, where);
  return node.enum === undefined ? { kind: 'scalar', format } : { kind: 'scalar', format, values: node.enum };
}

function schemaNode(node: SchemaNode | boolean | undefined): SchemaNode | undefined {
  return typeof node === 'boolean' ? undefined : node;
}

function formatOf(node: SchemaNode, where: string): string {
  if (node.enum !== undefined) return 'enum';
  const [type, ...others] = typesOf(node);
  if (others.length === 0 && (type === 'boolean' || type === 'integer' || type === 'number')) return type;
  return must(/^plan-(.+)$/.exec(node.format ?? '')?.[1], `${where} has no format`);
}

/** The types that a node allows, as a list. */
export function typesOf(node: SchemaNode): readonly string[] {
  return typeof node.type === 'string' ? [node.type] : (node.type ?? []);
}

function camelCase(key: string): string {
  return key.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function must<T>(value: T | undefined, complaint: string): T {
  if (value === undefined) throw new Error(`plan.schema.json: ${complaint}`);
  return value;
}
