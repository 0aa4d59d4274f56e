// What the scalars of a plan are by the schema: ids, links, dates, durations. Position-free, so that what an edit leaves alone is not looked at again.
import { formats } from '../plan/formats.ts';
import type { ScalarFormat, Shape } from '../plan/schema.generated.ts';
import type { Node, Pair, ScalarNode } from '../text/node.ts';
import { keyShape, rootShape, scalarOf, shapeInside } from './shape.ts';

/** How a scalar is to be understood. */
export type MarkKind =
  /** A key that may define an id. */
  | 'id'
  /** A value that refers to an id, or defines one. */
  | 'reference'
  | 'link'
  | 'date'
  | 'duration'
  /** A key of an older format. */
  | 'deprecated';

export interface Mark {
  readonly kind: MarkKind;
  readonly node: ScalarNode;
}

/** An entry of a map of ids, which keeps its own marks. */
export interface MarkedEntry {
  readonly pair: Pair;
  /** Of the map that holds it. */
  readonly shape: MapShape;
}

export type MapShape = Extract<Shape, { kind: 'map' }>;

export type Part = Mark | MarkedEntry;

/** The marks of plans, kept for each entry as long as somebody has the entry. */
export class Marks {
  /** How many entries and documents were looked at. */
  looked = 0;
  readonly #known = new WeakMap<Node | Pair, { readonly shape: Shape; readonly parts: readonly Part[] }>();

  /** What a document has of its own, and its entries, in the order of the text. */
  inDocument(root: Node): readonly Part[] {
    return this.#partsOf(root, rootShape, (parts) => gather(root, rootShape, parts));
  }

  /** The same of an entry. */
  inEntry({ pair, shape }: MarkedEntry): readonly Part[] {
    return this.#partsOf(pair, shape, (parts) => gatherEntry(pair, shape, parts));
  }

  #partsOf(holder: Node | Pair, shape: Shape, gatherAll: (parts: Part[]) => void): readonly Part[] {
    const known = this.#known.get(holder);
    if (known?.shape === shape) return known.parts;
    this.looked += 1;
    const parts: Part[] = [];
    gatherAll(parts);
    this.#known.set(holder, { shape, parts });
    return parts;
  }
}

function gather(node: Node, shape: Shape, parts: Part[]): void {
  if (node.kind === 'scalar') gatherScalar(node, shape, parts);
  else if (node.kind === 'list') {
    const item = shapeInside(shape, 'item');
    if (item) for (const each of node.items) gather(each, item, parts);
  } else if (node.kind === 'map') {
    const ofIds = shape.kind === 'map' ? shape : undefined;
    for (const pair of node.pairs) {
      // Entries change one by one: each keeps its own.
      if (ofIds) parts.push({ pair, shape: ofIds });
      else gatherPair(pair, shape, parts);
    }
  }
}

function gatherEntry(pair: Pair, shape: MapShape, parts: Part[]): void {
  gatherScalar(pair.key, { kind: 'scalar', format: shape.key }, parts, 'id');
  gatherPair(pair, shape, parts);
}

function gatherPair({ key, value }: Pair, shape: Shape, parts: Part[]): void {
  if (isDeprecated(shape, key)) parts.push({ kind: 'deprecated', node: key });
  const inner = shapeInside(shape, { key: key.text });
  if (inner !== undefined && value.kind !== 'alias') gather(value, inner, parts);
}

function isDeprecated(shape: Shape, { text }: ScalarNode): boolean {
  return shape.kind === 'record' && keyShape(shape.name, text)?.deprecated !== undefined;
}

const kinds: Readonly<Partial<Record<ScalarFormat, MarkKind>>> = {
  date: 'date',
  range: 'date',
  duration: 'duration',
  'signed-duration': 'duration',
  work: 'duration',
  link: 'link',
};

function gatherScalar(node: ScalarNode, shape: Shape, parts: Part[], otherwise?: MarkKind): void {
  if (node.source === '') return;
  const format = scalarOf(shape)?.format;
  const kind = format === undefined ? undefined : (kinds[format] ?? (formats[format].refers ? 'reference' : undefined));
  // The shorthand of an entry is its name or its length; the item of a list may be an id itself.
  const found = kind ?? otherwise ?? (format === 'id' ? 'id' : undefined);
  if (found) parts.push({ kind: found, node });
}
