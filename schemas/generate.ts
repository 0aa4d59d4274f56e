// Writes everything that is made from plan.schema.json: types, tables, validators, key docs, the key reference.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outputs } from './outputs.ts';

const root = join(import.meta.dirname, '..');

for (const [path, text] of Object.entries(await outputs())) {
  const file = join(root, path);
  const old = await readFile(file, 'utf8').catch(() => undefined);
  if (old !== text) await writeFile(file, text);
}
