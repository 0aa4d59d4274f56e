// Writes everything that is made from plan.schema.json: types, tables, validators, key docs, the key reference.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readModel, type SchemaNode } from './model.ts';
import schemaFile from './plan.schema.json' with { type: 'json' };
import { writeTypes } from './write-types.ts';
import { writeValidators, writeValidatorTypes } from './write-validators.ts';

const root = join(import.meta.dirname, '..');
const schema: SchemaNode = schemaFile;
const model = readModel(schema);

const files: Readonly<Record<string, string>> = {
  'server/plan/schema.generated.ts': writeTypes(model),
  'server/plan/validate.generated.mjs': await writeValidators(schema, model),
  'server/plan/validate.generated.d.mts': writeValidatorTypes(model),
};

for (const [path, text] of Object.entries(files)) {
  const file = join(root, path);
  const old = await readFile(file, 'utf8').catch(() => undefined);
  if (old !== text) await writeFile(file, text);
}
