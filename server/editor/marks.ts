// What the scalars of a plan are by the schema: ids, links, dates, durations. Position-free, so that what an edit leaves alone is not looked at again.
import { formats } from '../plan/formats.ts';
import type { ScalarFormat, Shape } from '../plan/schema.generated.ts';
import type { Node, ScalarNode } from '../text/node.ts';
import { keyShape, scalarOf, shapeInside } from './shape.ts';

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

/** A node that keeps its own marks. */
interface Inside {
  readonly inside: Node;
  readonly shape: Shape;
}

type Part = Mark | Inside;

/** The marks of plans, kept for each node as long as somebody has the node. */
export class Marks {
  /** How many nodes were looked at. */
  looked = 0;
  readonly #known = new WeakMap<Node, { readonly shape: Shape; readonly parts: readonly Part[] }>();

  /** The marks of a node of this shape, in the order of the text. `enters`: whether anybody asks for what an entry holds. */
  *of(node: Node, shape: Shape, enters: (node: Node) => boolean): Iterable<Mark> {
    for (const part of this.#partsOf(node, shape)) {
      if ('node' in part) yield part;
      else if (enters(part.inside)) yield* this.of(part.inside, part.shape, enters);
    }
  }

  #partsOf(node: Node, shape: Shape): readonly Part[] {
    const known = this.#known.get(node);
    if (known?.shape === shape) return known.parts;
    this.looked += 1;
    const parts: Part[] = [];
    gather(node, shape, parts);
    this.#known.set(node, { shape, parts });
    return parts;
  }
}

function gather(node: Node, shape: Shape, parts: Part[]): void {
  if (node.kind === 'scalar') gatherScalar(node, shape, parts);
  else if (node.kind === 'list') {
    const item = shapeInside(shape, 'item');
    if (item) for (const each of node.items) gather(each, item, parts);
  } else if (node.kind === 'map') {
    const ofIds = idsOf(shape);
    for (const { key, value } of node.pairs) {
      const inner = shapeInside(shape, { key: key.text });
      if (ofIds) gatherScalar(key, { kind: 'scalar', format: ofIds }, parts, 'id');
      else if (isDeprecated(shape, key)) parts.push({ kind: 'deprecated', node: key });
      if (inner === undefined || value.kind === 'alias') continue;
      // Entries change one by one: each keeps its own.
      if (ofIds && value.kind !== 'scalar') parts.push({ inside: value, shape: inner });
      else gather(value, inner, parts);
    }
  }
}

function idsOf(shape: Shape): ScalarFormat | undefined {
  return shape.kind === 'map' ? shape.key : undefined;
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
