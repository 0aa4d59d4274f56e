// What the schema's validators refuse in one record, as problems in the planner's terms: one cause, one problem.
import type { Node, Pair, ScalarNode } from '../text/node.ts';
import { quoted } from '../text/quoting.ts';
import type { Tree } from '../text/tree.ts';
import { valueUnder } from './meant-key.ts';
import { keyOfAnother } from './misplaced-key.ts';
import { nearest } from './nearest.ts';
import type { PlanProblem } from './plan.ts';
import { atKey, problem, type Reading } from './reading.ts';
import { keyShape, keysOf, recordTerm } from './record-shapes.ts';
import { type RecordName, records, type Shape } from './schema.generated.ts';
import type { SchemaData } from './schema-data.ts';
import { isText } from './shape-at.ts';
import { ourKey } from './synonym.ts';
import { misreadKey, misreadMap, wideSpaces } from './unknown-key.ts';
// biome-ignore lint/correctness/useImportExtensions: the validators are generated JavaScript with types beside it.
import { type SchemaError, validators } from './validate.generated.mjs';

/** One record as it stands in the text. */
export interface Subject {
  readonly name: RecordName;
  readonly node: Node;
  /** The key that holds the record; undefined for the document. */
  readonly key: ScalarNode | undefined;
  readonly tree: Tree;
  readonly data: SchemaData;
}

/** Adds what the schema refuses in `value` (the record's data, or a shorthand's text). Keys that are settled are left out. */
export function schemaProblems(subject: Subject, value: unknown, reading: Reading): void {
  const validate = validators[subject.name];
  if (validate(value)) return;
  const said = new Set<string>();
  for (const error of validate.errors ?? []) {
    const [key, ...rest] = pathOf(error);
    if (key !== undefined && (subject.data.isSettled(key) || said.has(key))) continue;
    const found = key === undefined ? ofRecord(error, subject) : ofKey(error, key, rest, subject);
    if (found === undefined) continue;
    if (key !== undefined) said.add(key);
    reading.problems.push(found);
  }
}

/** The keys and indexes from the record to what is refused. */
function pathOf(error: SchemaError): readonly string[] {
  const path = error.instancePath.split('/').slice(1);
  const names = path.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return error.keyword === 'additionalProperties' ? [...names, error.params.additionalProperty] : names;
}

function pairsOf({ tree, node }: Subject): readonly Pair[] {
  return node.kind === 'map' ? tree.pairsOf(node) : [];
}

function pairOf({ tree, node }: Subject, written: string): Pair | undefined {
  return node.kind === 'map' ? tree.pair(node, written) : undefined;
}

/** Keys of which one is needed: what the validator misses, and the other one that would do. */
const eitherKey: Readonly<Partial<Record<RecordName, Readonly<Record<string, string>>>>> = {
  Repeat: { times: 'until' },
};

/** What is wrong with the record as a whole: a key is missing, or a shorthand says too little. */
function ofRecord(error: SchemaError, subject: Subject): PlanProblem | undefined {
  const { name, node, key } = subject;
  const place = atKey(node, key ?? pairsOf(subject)[0]?.key);
  if (error.keyword === 'required') {
    const { missingProperty } = error.params;
    const other = eitherKey[name]?.[missingProperty];
    // Written under another name: that is what is told.
    const needed = new Set([missingProperty, other ?? missingProperty]);
    if (pairsOf(subject).some((pair) => needed.has(meantKey(pair, subject) ?? ''))) return undefined;
    const args = { key: missingProperty, of: recordTerm(name) };
    if (other !== undefined) return problem('schema', 'missing-either', { ...args, other }, place);
    return problem('schema', 'missing-key', args, place);
  }
  if (error.keyword === 'enum' && name === 'Constraint' && node.kind === 'scalar') {
    return problem('schema', 'key-needs', { key: node.text, other: 'date' }, { node });
  }
  return undefined;
}

/** The key that an unknown one is taken for. */
function meantKey({ key }: Pair, { name, data }: Subject): string | undefined {
  return keyShape(name, key.text) === undefined ? data.meant(key.text) : undefined;
}

function ofKey(error: SchemaError, key: string, rest: readonly string[], subject: Subject): PlanProblem | undefined {
  const pair = pairOf(subject, key);
  if (pair === undefined) return undefined;
  const node = pair.value;
  const args = { key, text: node.kind === 'scalar' ? node.text : '' };
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(pair, subject);
    case 'false schema':
      return excluded(pair, subject);
    case 'type':
      return wrongKind(pair, rest, subject);
    case 'minimum':
      return problem('schema', 'below-minimum', { ...args, limit: error.params.limit }, { node });
    case 'maximum':
      return problem('schema', 'above-maximum', { ...args, limit: error.params.limit }, { node });
    case 'enum':
      return problem('schema', 'bad-enum', { ...args, values: error.params.allowedValues.join(', ') }, { node });
    case 'const': {
      const only = String(error.params.allowedValue);
      return problem('schema', 'bad-enum', { ...args, values: only }, { node, suggestion: only });
    }
    case 'required':
    case 'if':
      return undefined;
  }
}

function unknownKey(pair: Pair, subject: Subject): PlanProblem | undefined {
  const { key, value: node } = pair;
  const { name } = subject;
  const isThere = (known: string) => pairOf(subject, known) !== undefined;
  const of = recordTerm(name);
  const misread = wideSpaces(key, node) ?? misreadKey(name, key, node);
  if (misread !== undefined) return misread;
  const ours = ourKey(name, key.text);
  if (ours !== undefined) {
    const args = { key: key.text, ours, of };
    // Of two keys that mean the same only the first can become it.
    const first = pairsOf(subject).find((other) => ourKey(name, other.key.text) === ours);
    if (isThere(ours) || first !== pair) return problem('schema', 'synonym', args, { node, onKey: key });
    const isPlain = node.kind === 'scalar' && node.source === node.text;
    const value = isPlain ? valueUnder(ours, name, key.text, node.text) : undefined;
    const place = value === undefined ? { suggestion: ours } : { through: node, suggestion: `${ours}: ${value}` };
    return problem('schema', 'synonym', args, { node, onKey: key, ...place });
  }
  const near = subject.data.meant(key.text);
  const isTaken = near !== undefined && isThere(near);
  const meant = isTaken
    ? nearest(
        key.text,
        keysOf(name).filter((known) => !isThere(known)),
      )
    : near;
  const args = { key: key.text, of };
  if (meant !== undefined) return problem('schema', 'unknown-key', args, { node, onKey: key, suggestion: meant });
  return keyOfAnother(name, pair) ?? problem('schema', 'unknown-key', args, atKey(node, key));
}

/** Keys that make sense only beside a certain value of another key, or never beside it. */
const conditions: Readonly<
  Partial<Record<RecordName, Readonly<Record<string, readonly [code: 'key-needs' | 'keys-exclude', other: string]>>>>
> = {
  Resource: {
    unit: ['key-needs', 'kind: material'],
    price: ['key-needs', 'kind: material'],
    capacity: ['keys-exclude', 'kind: material'],
    rate: ['keys-exclude', 'kind: material'],
  },
  Constraint: { date: ['keys-exclude', 'type: ALAP'] },
};

function excluded({ key, value: node }: Pair, subject: Subject): PlanProblem | undefined {
  const { name } = subject;
  const place = { node, onKey: key };
  const condition = Object.entries(conditions[name] ?? {}).find(([known]) => known === key.text)?.[1];
  if (condition !== undefined) {
    const [code, other] = condition;
    const [otherKey = '', value] = other.split(': ');
    const written = pairOf(subject, otherKey)?.value;
    // Without the other key the validator can't tell; that one is missing, which is told.
    if (code === 'keys-exclude' && (written?.kind !== 'scalar' || written.text !== value)) return undefined;
    return problem('schema', code, { key: key.text, other }, place);
  }
  const others = records[name].exclusive.filter((keys) => keys.includes(key.text)).flat();
  const other = others.find((written) => written !== key.text && pairOf(subject, written) !== undefined) ?? '';
  const first = pairOf(subject, other);
  const related = first === undefined ? {} : { related: [{ code: 'first-place', node: first.key }] };
  return problem('schema', 'keys-exclude', { key: key.text, other }, { ...place, ...related });
}

const wanted: Readonly<Record<Shape['kind'], 'wants-value' | 'wants-list' | 'wants-keys'>> = {
  scalar: 'wants-value',
  list: 'wants-list',
  map: 'wants-keys',
  record: 'wants-keys',
  raw: 'wants-keys',
};

/** A list, a group of keys or a value in place of another of these; of what lies inside, the first is told. */
function wrongKind(
  { key, value: node }: Pair,
  rest: readonly string[],
  { name, tree }: Subject,
): PlanProblem | undefined {
  const shape = keyShape(name, key.text)?.shape;
  if (shape === undefined) return undefined;
  const [inside] = rest;
  const misread = inside === undefined && shape.kind === 'map' ? misreadMap(tree, node) : undefined;
  if (misread !== undefined) return misread;
  if (inside === undefined && shape.kind === 'map' && shape.of.kind === 'record' && node.kind === 'list')
    return problem('schema', 'wants-ids', { key: key.text, of: recordTerm(shape.of.name) }, { node });
  if (inside === undefined) return problem('schema', wanted[shape.kind], { key: key.text }, { node });
  const item = node.kind === 'list' ? node.items[Number(inside)] : undefined;
  const entry = node.kind === 'map' ? node.pairs.find((pair) => pair.key.text === inside)?.value : undefined;
  const refused = item ?? entry ?? node;
  return (
    colonInText(shape, refused, tree) ?? problem('schema', 'items-want-values', { key: key.text }, { node: refused })
  );
}

/** `- Pages load: in a second`, in a list of texts. */
function colonInText(shape: Shape, node: Node, tree: Tree): PlanProblem | undefined {
  if (shape.kind !== 'list' || !isText(shape) || node.kind !== 'map' || node.pairs.length !== 1) return undefined;
  const text = tree.text(tree.spanOf(node));
  if (/[\r\n{]/.test(text)) return undefined;
  return problem('yaml-syntax', 'colon-in-text', { text }, { node, suggestion: quoted(text) });
}
