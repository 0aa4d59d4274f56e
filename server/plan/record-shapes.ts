// The keys of each record by name: the generated table, asked so that no key of a stranger reaches an object's prototype.
import type { Node } from '../text/node.ts';
import { type KeyShape, type RecordName, records } from './schema.generated.ts';

const shapes: ReadonlyMap<string, ReadonlyMap<string, KeyShape>> = new Map(
  Object.entries(records).map(([name, { fields }]) => [name, new Map(Object.entries(fields))]),
);

/** What a key of a record holds; undefined where the record has no such key. */
export function keyShape(name: RecordName, key: string): KeyShape | undefined {
  return shapes.get(name)?.get(key);
}

const blanks: ReadonlyMap<string, Readonly<Record<string, unknown>>> = new Map(
  Object.entries(records).map(([name, { fields }]) => {
    const members = Object.values(fields).map(({ member }) => [member, undefined]);
    return [name, { node: undefined, unread: undefined, ...Object.fromEntries(members) }];
  }),
);

/** A record in which nothing is said yet. All records of a name have the same members in the same order: reading them is several times faster then. */
export function blankRecord(name: RecordName, node: Node, unread: readonly string[]): Record<string, unknown> {
  const record = { ...blanks.get(name) };
  record.node = node;
  record.unread = unread;
  return record;
}

/** The keys of a record in canonical order. */
export function keysOf(name: RecordName): readonly string[] {
  return [...(shapes.get(name)?.keys() ?? [])];
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
