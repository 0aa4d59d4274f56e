// The keys of each record by name: the generated table, asked so that no key of a stranger reaches an object's prototype.
import { type KeyShape, type RecordName, records } from './schema.generated.ts';

const shapes: ReadonlyMap<string, ReadonlyMap<string, KeyShape>> = new Map(
  Object.entries(records).map(([name, { fields }]) => [name, new Map(Object.entries(fields))]),
);

/** What a key of a record holds; undefined where the record has no such key. */
export function keyShape(name: RecordName, key: string): KeyShape | undefined {
  return shapes.get(name)?.get(key);
}

/** The keys of a record in canonical order. */
export function keysOf(name: RecordName): Iterable<string> {
  return shapes.get(name)?.keys() ?? [];
}

/** The key that a scalar in place of the record stands for. */
export function shorthandOf(name: RecordName): { readonly key: string; readonly shape: KeyShape } | undefined {
  const key = records[name].shorthand;
  const shape = key === undefined ? undefined : keyShape(name, key);
  return key === undefined || shape === undefined ? undefined : { key, shape };
}

/** A record's name as findings say it: `baseline-task`. */
export function recordTerm(name: RecordName): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}
