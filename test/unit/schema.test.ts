// The schema of the plan language: it is sound, described, and says yes and no to the right plans.
import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readModel, type SchemaNode } from '../../schemas/model.ts';
import schemaFile from '../../schemas/plan.schema.json' with { type: 'json' };
import { readTexts } from '../../schemas/texts.ts';
import chinese from '../../schemas/texts.zh-cn.json' with { type: 'json' };

const schema: SchemaNode = schemaFile;
const model = readModel(schema);
const annotations = ['planShorthand', 'planExtends', 'planList', 'planRaw', 'planMember', 'enumDescriptions'];

/** AJV over the whole schema, as another tool would use it; `coerce` as we do, whose data are all texts. */
function compiler(coerce: boolean): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allErrors: true,
    allowUnionTypes: true,
    coerceTypes: coerce,
    validateFormats: false,
  });
  ajv.addVocabulary(annotations);
  ajv.addSchema(schemaFile, 'plan');
  return ajv;
}

const asOthers = compiler(false);
const asWe = compiler(true);

/** What the whole schema says of a plan's text: YAML's core schema, as other tools read it, and failsafe, as we do. */
function errorsOf(text: string, definition = 'Plan'): { others: readonly string[]; ours: readonly string[] } {
  const others: unknown = parse(text, { merge: true });
  const ours: unknown = parse(text, { schema: 'failsafe', merge: true });
  return { others: check(asOthers, definition, others), ours: check(asWe, definition, ours) };
}

function check(ajv: Ajv2020, pointer: string, data: unknown): readonly string[] {
  const validate = ajv.getSchema(`plan#/$defs/${pointer}`);
  if (validate === undefined) throw new Error(`no ${pointer}`);
  validate(data);
  return (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map(inWords);
}

function inWords({ instancePath, keyword, params }: ErrorObject): string {
  const detail = params.additionalProperty ?? params.missingProperty;
  return `${instancePath} ${keyword}${detail === undefined ? '' : ` ${detail}`}`.trim();
}

/** The same value with every scalar as its text. */
function texts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(texts);
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, texts(inner)]));
}

const refused = (text: string, definition = 'Task'): readonly string[] => {
  const { others, ours } = errorsOf(text, definition);
  expect(others, 'other tools and we see the same').toEqual(ours);
  return ours;
};

describe('the schema', () => {
  test('is valid 2020-12 and compiles in strict mode', () => {
    expect(asOthers.validateSchema(schemaFile)).toBe(true);
    expect(schemaFile.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(() => asOthers.compile({ ...schemaFile, $id: 'whole' })).not.toThrow();
  });

  test('every record closes itself but for x- keys', () => {
    for (const { name, node } of model.records) {
      expect(node.additionalProperties, name).toBe(false);
      expect(node.patternProperties, name).toEqual({ '^x-': true });
    }
  });

  test('every key, value and kind of scalar is described in English and Chinese, in whole sentences', () => {
    const { en, 'zh-cn': zh } = readTexts(model, chinese);
    for (const [key, text] of Object.entries(en.descriptions)) expect(text, key).toMatch(/^[A-Z`].*\.$/s);
    for (const [key, text] of Object.entries(zh.descriptions)) expect(text, key).toMatch(/\p{Script=Han}.*。$/su);
    for (const [key, text] of Object.entries(zh.titles)) expect(text, key).toMatch(/^\p{Script=Han}+$/u);
  });

  test('a translation that is missing, empty or left over is refused', () => {
    const { descriptions, titles } = chinese;
    const { 'Task.name': _, ...without } = descriptions;
    const wrong = (descriptions: Record<string, string>) => () => readTexts(model, { titles, descriptions });
    expect(wrong(without)).toThrow('no description for Task.name');
    expect(wrong({ ...descriptions, 'Task.name': '' })).toThrow('no description for Task.name');
    expect(wrong({ ...descriptions, 'Task.colour': '颜色。' })).toThrow('nothing has the description Task.colour');
  });

  const examples = model.records.flatMap(({ name, keys }) =>
    keys.flatMap(({ key, examples }) => examples.map((example) => ({ name, key, example }))),
  );
  test.each(examples)('$name.$key: its example $example is accepted', ({ name, key, example }) => {
    const pointer = `${name}/properties/${key}`;
    expect(check(asOthers, pointer, example)).toEqual([]);
    // A wrapper, since a value that is converted has to be put somewhere.
    const wrapped = asWe.compile({ type: 'object', properties: { value: { $ref: `plan#/$defs/${pointer}` } } });
    wrapped({ value: texts(example) });
    expect(wrapped.errors).toBeNull();
  });
});

describe('plans that are accepted', () => {
  test.each([
    ['the smallest', 'start: 2026-03-02\ntasks: { a: 1d }\n'],
    ['ids that look like numbers', 'start: 2026-03-02\ntasks:\n  1.1: 2d\n  2: { duration: 1d, after: 1.1 }\n'],
    ['names that look like something else', 'name: 2026\nstart: 2026-03-02\ntasks: { a: { name: true } }\n'],
    [
      'progress as a number or a percentage',
      'start: 2026-03-02\ntasks: { a: { progress: 40 }, b: { progress: 40% } }\n',
    ],
    [
      'one or several of a list',
      'start: 2026-03-02\ntasks: { a: { after: b }, b: { after: [c, d SS+1d] }, c: 1d, d: 1d }\n',
    ],
    ['merge keys', 'start: 2026-03-02\ntasks:\n  a: &a { duration: 1d }\n  b: { <<: *a, owner: li }\n'],
    ['keys of one’s own', 'start: 2026-03-02\nx-a: { b: [c] }\ntasks: { a: { duration: 1d, x-jira: P-1 } }\n'],
    ['hours as one interval', hours('09:00-17:00')],
    ['hours as a list', hours('[09:00-12:00, 13:00-18:00]')],
    ['hours by day and date', hours('{ mon-thu: [09:00-18:00], fri: 09:00-13:00, 2026-12-24: [09:00-12:00] }')],
    ['holidays as a list', 'start: 2026-03-02\ncalendars: { a: { holidays: [2026-05-01, 2026-08-03..2026-08-07] } }\n'],
    [
      'one value for a whole record',
      'start: 2026-03-02\nteam: { li: 李伟 }\nresources: { van: Van }\nstakeholders: { city: City council }\ngoals: { g: Be known }\nrisks: { r: Rain }\nmeetings: { m: daily }\nreports: { p: monthly on last fri }\ntasks: { a: 3d, b: { status: cancelled, constraint: ALAP } }\n',
    ],
    ['a budget as a number', 'start: 2026-03-02\nbudget: 1200\n'],
  ])('%s', (_, text) => {
    expect(errorsOf(text)).toEqual({ others: [], ours: [] });
  });
});

describe('what is refused, and where', () => {
  test('unknown keys, in every record', () => {
    for (const { name } of model.records) {
      expect(refused('{ colour: red }', name), name).toContain('additionalProperties colour');
    }
  });

  test('a key from a prototype is an unknown key like any other', () => {
    for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const data: unknown = JSON.parse(`{ "${key}": { "duration": "1d" } }`);
      expect(check(asWe, 'Task', data)).toEqual([`additionalProperties ${key}`]);
    }
    expect(Object.hasOwn(Object.prototype, 'duration')).toBe(false);
  });

  test.each([
    ['a list where a text belongs', '{ name: [a] }', ['/name type']],
    ['a map where links belong', '{ after: { design: FS } }', ['/after type']],
    ['a map among links', '{ after: [a, { b: 1d }] }', ['/after/1 type']],
    ['yes where true belongs', '{ milestone: yes }', ['/milestone type']],
    ['a priority that is none', '{ priority: highest }', ['/priority enum']],
    ['tasks as a list', '{ tasks: [a, b] }', ['/tasks type']],
    ['two lengths', '{ duration: 3d, effort: 5d }', ['/effort false schema']],
    [
      'a length beside an estimate',
      '{ effort: 3d, estimate: { optimistic: 1d, likely: 2d, pessimistic: 3d } }',
      ['/estimate false schema'],
    ],
    ['an estimate of two points', '{ estimate: { optimistic: 1d, likely: 2d } }', ['/estimate required pessimistic']],
    ['a state that is none', '{ status: done }', ['/status enum']],
    ['a status without a state', '{ status: { reason: rain } }', ['/status required state']],
    ['a repetition without end', '{ repeat: { every: weekly } }', ['/repeat required times']],
    [
      'a repetition with two ends',
      '{ repeat: { every: weekly, times: 3, until: 2026-05-01 } }',
      ['/repeat/times false schema'],
    ],
    ['a number of times that is none', '{ repeat: { every: weekly, times: 0 } }', ['/repeat/times minimum']],
    ['SNLT without a date', '{ constraint: SNLT }', ['/constraint enum']],
    ['SNLT in a map without a date', '{ constraint: { type: SNLT } }', ['/constraint required date']],
    ['ALAP with a date', '{ constraint: { type: ALAP, date: 2026-05-01 } }', ['/constraint/date false schema']],
    ['deep inside', '{ tasks: { a: { tasks: { b: { progress: [40] } } } } }', ['/tasks/a/tasks/b/progress type']],
  ])('%s', (_, text, errors) => {
    expect(refused(text)).toEqual(errors);
  });

  test.each([
    ['a plan without a start', 'Plan', '{ name: a }', ['required start']],
    ['another format', 'Plan', '{ start: 2026-03-02, format: 2 }', ['/format const']],
    ['an impact beyond 5', 'Risk', '{ impact: 6 }', ['/impact maximum']],
    ['half an impact', 'Risk', '{ impact: 2.5 }', ['/impact type']],
    ['pieces of a material', 'Resource', '{ kind: material, capacity: 2 }', ['/capacity false schema']],
    ['a price of equipment', 'Resource', '{ price: 2 }', ['/price false schema']],
    ['a baseline twice', 'Baseline', '{ date: 2026-03-02, file: a.yaml, tasks: {} }', ['/tasks false schema']],
    ['a baseline of nothing', 'Baseline', '{ date: 2026-03-02 }', ['required tasks']],
    ['a severity that is none', 'Plan', '{ start: 2026-03-02, rules: { lag: loud } }', ['/rules/lag enum']],
    ['order on a task', 'Task', '{ order: sequential }', ['additionalProperties order']],
    ['duration on a phase', 'Phase', '{ duration: 3d }', ['additionalProperties duration']],
  ])('%s', (_, definition, text, errors) => {
    expect(refused(text, definition)).toEqual(errors);
  });
});

function hours(value: string): string {
  return `start: 2026-03-02\ncalendars: { a: { days: mon-fri, hours: ${value} } }`;
}
