// What the schema's validators look at: one record's keys with their texts, and of what lies deeper only its kind.
import type { Node } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { formats } from './formats.ts';
import { meantKey } from './meant-key.ts';
import type { RecordName, Shape } from './schema.generated.ts';

type Values = Record<string, unknown>;

export class SchemaData {
  readonly values: Values = {};
  readonly #name: RecordName;
  #settled: Set<string> | undefined;
  #meant: Map<string, string | undefined> | undefined;

  constructor(name: RecordName) {
    this.#name = name;
  }

  put(key: string, value: unknown): void {
    setOwn(this.values, key, value);
  }

  /** What is wrong with this key has been said: the schema's own word on it is not wanted. */
  settle(key: string): void {
    this.#settled = (this.#settled ?? new Set()).add(key);
  }

  isSettled(key: string): boolean {
    return this.#settled?.has(key) === true;
  }

  /** The key that an unknown one was meant as. */
  meant(key: string): string | undefined {
    this.#meant ??= new Map();
    if (!this.#meant.has(key)) this.#meant.set(key, meantKey(this.#name, key));
    return this.#meant.get(key);
  }
}

/** Keys come from strangers: `__proto__` is one like any other. (An object without a prototype would be safe too, and slow.) */
function setOwn(values: Values, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(values, key, { value, enumerable: true, configurable: true, writable: true });
  } else values[key] = value;
}

/** A node as a validator sees it. Numbers and booleans are taken as they were read (`field`), so that `１` counts as 1. */
export function outline(tree: Tree, written: Node, shape: Shape, field: unknown): unknown {
  const node = tree.resolve(written);
  const holdsKeys = shape.kind === 'record' || shape.kind === 'map' || shape.kind === 'raw';
  switch (node?.kind) {
    case undefined:
      return '';
    case 'scalar':
      if (node.text === '' && holdsKeys) return {};
      return shape.kind === 'scalar' && formats[shape.format].judgeValue ? valueIn(field, node.text) : node.text;
    case 'list':
      return shape.kind === 'raw' || shape.kind === 'record' ? [] : node.items.map((item) => kindOf(tree, item));
    case 'map': {
      if (shape.kind !== 'map' || shape.of.kind !== 'scalar') return {};
      const values: Values = {};
      for (const { key, value } of tree.pairsOf(node)) setOwn(values, key.text, kindOf(tree, value));
      return values;
    }
  }
}

function kindOf(tree: Tree, written: Node): unknown {
  const node = tree.resolve(written);
  if (node?.kind === 'map') return {};
  return node?.kind === 'list' ? [] : (node?.text ?? '');
}

function valueIn(field: unknown, text: string): unknown {
  return typeof field === 'object' && field !== null && 'value' in field ? field.value : text;
}
