// All fixtures: one folder a rule, plans in it, and beside them the files that they name.
import { readdirSync, readFileSync } from 'node:fs';

export interface Fixture {
  readonly rule: string;
  readonly name: string;
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
}

const folder = new URL('.', import.meta.url);

export const fixtures: readonly Fixture[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: rule }) => {
    const own = new URL(`${rule}/`, folder);
    const names = readdirSync(own);
    const read = (name: string): string => readFileSync(new URL(name, own), 'utf8');
    const isPlan = (name: string): boolean => name.endsWith('.plan.yaml');
    const files = Object.fromEntries(names.filter((name) => !isPlan(name)).map((name) => [name, read(name)]));
    return names.filter(isPlan).map((name) => ({ rule, name: `${rule}/${name}`, text: read(name), files }));
  });
