// What is written from the schema: tables, validators, docs, synonyms; and that the files in the project are up to date.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readModel } from '../../schemas/model.ts';
import { outputs } from '../../schemas/outputs.ts';
import schemaFile from '../../schemas/plan.schema.json' with { type: 'json' };
import { writeSynonyms } from '../../schemas/write-synonyms.ts';
import { type RecordName, records, type Shape } from '../../server/plan/schema.generated.ts';
import { formatDocs, keyDocs, recordDocs } from '../../server/plan/schema-docs.generated.ts';
import { ourKey, ourValue } from '../../server/plan/synonym.ts';
// biome-ignore lint/correctness/useImportExtensions: the validators are generated JavaScript with types beside it.
import { validators } from '../../server/plan/validate.generated.mjs';

const root = join(import.meta.dirname, '../..');
const fixture = (name: string): unknown => {
  const text = readFileSync(join(root, 'test/fixtures/schema', name), 'utf8');
  return parse(text, { schema: 'failsafe', merge: true });
};
const model = readModel(schemaFile);
const written = await outputs();

/** Walks data by the shapes of the table, as the plan floor does: each record with the data at its place. */
function* recordsIn(shape: Shape, data: unknown): Iterable<{ name: RecordName; data: unknown }> {
  if (shape.kind === 'record') {
    yield { name: shape.name, data };
    for (const [key, value] of entries(data)) {
      const field = records[shape.name].fields[key];
      if (field !== undefined) yield* recordsIn(field.shape, value);
    }
  }
  if (shape.kind === 'map') for (const [, value] of entries(data)) yield* recordsIn(shape.of, value);
}

function entries(data: unknown): [string, unknown][] {
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.entries(data) : [];
}

const everyKey = [
  ...recordsIn({ kind: 'record', name: 'Plan' }, fixture('every-key.plan.yaml')),
  ...recordsIn({ kind: 'record', name: 'Include' }, fixture('included.yaml')),
];

describe('a plan that writes every key', () => {
  test('leaves none out', () => {
    const used = new Set(everyKey.flatMap(({ name, data }) => entries(data).map(([key]) => `${name}.${key}`)));
    const all = model.records.flatMap(({ name, keys }) => keys.map(({ key }) => `${name}.${key}`));
    expect(all.filter((key) => !used.has(key))).toEqual([]);
  });

  test('is accepted by the whole schema, read as texts and as other tools read it', () => {
    const data = readFileSync(join(root, 'test/fixtures/schema/every-key.plan.yaml'), 'utf8');
    for (const schema of ['failsafe', 'core'] as const) {
      const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false, coerceTypes: schema === 'failsafe' });
      const validate = ajv.compile(schemaFile);
      validate(parse(data, { schema, merge: true }));
      expect(validate.errors, schema).toBeNull();
    }
  });

  test('is accepted record by record by the validators', () => {
    for (const { name, data } of everyKey) {
      expect(validators[name](structuredClone(data)), `${name} ${JSON.stringify(validators[name].errors)}`).toBe(true);
    }
  });
});

describe('validators', () => {
  test('judge a record without what lies in records inside it', () => {
    expect(validators.Plan({ start: '2026-03-02', tasks: { a: { colour: 'red' } } })).toBe(true);
    expect(validators.Task({ estimate: { best: '1d' }, tasks: { a: ['b'] } })).toBe(true);
  });

  test('say which key of the record is wrong', () => {
    expect(validators.Task({ estimate: ['1d'], tasks: ['a'], after: [['b']], milestone: 'maybe' })).toBe(false);
    const paths = validators.Task.errors?.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
    expect(paths?.sort()).toEqual(['/after/0 type', '/estimate type', '/milestone type', '/tasks type']);
  });

  test('convert texts where a number or boolean is wanted, in records without a prototype too', () => {
    const data: Record<string, unknown> = Object.assign(Object.create(null), { milestone: 'true', buffer: 'false' });
    expect(validators.Task(data)).toBe(true);
    expect(data).toEqual({ milestone: true, buffer: false });
    expect(validators.Risk({ impact: '4' })).toBe(true);
    expect(validators.Risk({ impact: 'four' })).toBe(false);
  });

  test('take a shorthand for the record', () => {
    expect(validators.Task('3d')).toBe(true);
    expect(validators.Status('on-hold')).toBe(true);
    expect(validators.Status('done')).toBe(false);
    expect(validators.Estimate('3d')).toBe(false);
  });

  test('refuse keys from a prototype, and stay as they were', () => {
    for (const key of ['__proto__', 'constructor', 'hasOwnProperty']) {
      const data: unknown = JSON.parse(`{ "${key}": "x" }`);
      expect(validators.Task(data)).toBe(false);
      expect(validators.Task.errors?.[0]?.params).toEqual({ additionalProperty: key });
    }
    expect(validators.Task({ duration: '1d' })).toBe(true);
  });

  test('are one module that needs nothing and makes no code', () => {
    const code = written['server/plan/validate.generated.mjs'] ?? '';
    expect(code).toContain('validatePlan');
    expect(code).not.toMatch(/\brequire\s*\(|\bimport\b|\beval\s*\(|new Function|\bprocess\b/);
  });
});

describe('tables', () => {
  test('have nothing from a prototype', () => {
    for (const key of ['__proto__', 'constructor', 'toString']) {
      expect(records.Task.fields[key]).toBeUndefined();
      expect(keyDocs.Task[key]).toBeUndefined();
      expect(ourKey('Task', key)).toBeUndefined();
      expect(ourValue('Task', key, key)).toBeUndefined();
      expect(ourValue('Task', 'priority', key)).toBeUndefined();
    }
  });

  test('know the shapes', () => {
    const { fields } = records.Task;
    expect(fields.after).toEqual({
      member: 'after',
      shape: { kind: 'list', of: { kind: 'scalar', format: 'link' } },
      required: false,
    });
    expect(fields.tasks?.shape).toEqual({
      kind: 'map',
      key: 'id',
      of: { kind: 'record', name: 'Task', shorthand: { format: 'duration', field: 'duration' } },
    });
    expect(records.Plan.fields['status-date']?.member).toBe('statusDate');
    expect(records.Plan.fields.start?.required).toBe(true);
    expect(records.Phase.fields.buffer).toMatchObject({ member: 'reserve', shape: { format: 'duration' } });
    expect(records.Calendar.fields.hours?.shape).toEqual({ kind: 'raw' });
    expect(records.Calendar.fields.holidays?.shape).toMatchObject({ kind: 'map', key: 'range', list: 'keys' });
    expect(records.Task.exclusive).toContainEqual(['duration', 'effort']);
    expect(records.Repeat.exclusive).toEqual([['until', 'times']]);
  });

  test('a phase has every key of a task that makes sense on a summary, under the same member', () => {
    const leaf = ['duration', 'effort', 'estimate', 'milestone', 'repeat', 'constraint', 'progress', 'actual'];
    for (const [key, field] of Object.entries(records.Task.fields)) {
      if (leaf.includes(key) || key === 'buffer') continue;
      expect(records.Phase.fields[key], key).toEqual(field);
    }
  });

  test('docs exist for every record and key, with examples that are YAML', () => {
    expect(Object.keys(recordDocs)).toEqual(model.records.map(({ name }) => name));
    for (const [name, docs] of Object.entries(keyDocs)) {
      const keys = model.records.find((record) => record.name === name)?.keys.map(({ key }) => key);
      expect(Object.keys(docs)).toEqual(keys);
      for (const { examples } of Object.values(docs)) {
        expect(examples).not.toEqual([]);
        for (const example of examples) expect(() => parse(example)).not.toThrow();
      }
    }
    expect(keyDocs.Phase.name).toBe(keyDocs.Task.name);
    expect(keyDocs.Task.estimate?.examples).toEqual(['{ optimistic: 3d, likely: 5d, pessimistic: 10d }']);
    expect(keyDocs.Task.priority?.values?.map(({ value }) => value)).toEqual(['low', 'normal', 'high', 'urgent']);
    expect(keyDocs.Task.priority?.standard).toBe('normal');
    expect(formatDocs.link?.examples).toContain('build FF-1d');
  });
});

describe('synonyms', () => {
  test.each([
    ['Task', 'depends_on', 'after'],
    ['Task', 'dependsOn', 'after'],
    ['Task', 'Depends-On', 'after'],
    ['Task', 'dependencies', 'after'],
    ['Task', 'requires', 'after'],
    ['Task', 'enables', 'before'],
    ['Task', 'blocks', 'before'],
    ['Task', 'end', 'finish'],
    ['Task', 'title', 'name'],
    ['Task', 'assignee', 'assign'],
    ['Task', 'resources', 'assign'],
    ['Task', 'due', 'deadline'],
    ['Task', 'percent_complete', 'progress'],
    ['Task', '工期', 'duration'],
    ['Task', '前置任务', 'after'],
    ['Task', '负责人', 'owner'],
    ['Task', '里程碑', 'milestone'],
    ['Phase', '前置', 'after'],
    ['Phase', 'objective', 'goal'],
    ['Plan', 'status_date', 'status-date'],
    ['Plan', 'people', 'team'],
    ['Plan', 'end', 'finish'],
    ['Change', 'approvedBy', 'approved-by'],
    ['Calendar', '调休', 'workdays'],
  ] as const)('%s: %s is %s', (record, word, key) => {
    expect(ourKey(record, word)).toBe(key);
    expect(records[record].fields[key], 'a key of ours').toBeDefined();
  });

  test('of values', () => {
    expect(ourValue('Task', 'priority', 'Medium')).toEqual({ value: 'normal' });
    expect(ourValue('Status', 'state', 'on_hold')).toEqual({ value: 'on-hold' });
    expect(ourValue('Status', 'state', '暂停')).toEqual({ value: 'on-hold' });
    expect(ourValue('Status', 'status', 'paused')).toEqual({ value: 'on-hold' });
    expect(ourValue('Status', 'status', 'done')).toEqual({ key: 'progress', value: '100%' });
    expect(ourValue('Status', 'state', 'done')).toBeUndefined();
    expect(ourValue('Phase', 'priority', '高')).toEqual({ value: 'high' });
    expect(ourKey('Task', 'colour')).toBeUndefined();
  });

  test('that stand for two keys, or for none, are refused', () => {
    const refused = (keys: Record<string, string[]>) => () => writeSynonyms(model, { Task: { keys } });
    expect(refused({ name: ['label'], tags: ['label'] })).toThrow('“label” is name already');
    expect(refused({ name: ['after'] })).toThrow('“after” is after already');
    expect(refused({ colour: ['color'] })).toThrow('Task has no colour');
    expect(() => writeSynonyms(model, { Job: {} })).toThrow('no such record: Job');
  });
});

test.each(['docs/format.md', 'docs/format.zh-cn.md', 'syntaxes/plan.tmLanguage.json'])(
  '%s is what `npm run generate` writes',
  async (path) => {
    expect(await readFile(join(root, path), 'utf8')).toBe(written[path]);
  },
);
