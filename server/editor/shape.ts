// What the language wants at a place: the schema's shape, found by walking from the root.
import { type KeyShape, type RecordName, records, type Shape } from '../plan/schema.generated.ts';
import type { Path } from '../text/tree.ts';

/** One step from the root: into the value of a key, or into an item of a list. */
export type Segment = { readonly key: string } | 'item';

/** Of the whole document. */
export const rootShape: Shape = { kind: 'record', name: 'Plan' };

/** The shape of the value at the end of the way; undefined where the schema has nothing to say (`x-…`, unknown keys, parts read by hand). */
export function shapeAt(segments: readonly Segment[]): Shape | undefined {
  return segments.reduce<Shape | undefined>((shape, segment) => shape && shapeInside(shape, segment), rootShape);
}

/** A key of a record; undefined where the record has none of that name. */
export function keyShape(record: RecordName, key: string): KeyShape | undefined {
  const { fields } = records[record];
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** The scalar that may stand where this shape is wanted: itself, one item of a list, the shorthand of a record, a key of a map that may be a list. */
export function scalarOf(shape: Shape): Extract<Shape, { kind: 'scalar' }> | undefined {
  if (shape.kind === 'scalar') return shape;
  if (shape.kind === 'list') return scalarOf(shape.of);
  if (shape.kind === 'record' && shape.shorthand) {
    const field = keyShape(shape.name, shape.shorthand.field);
    return field && scalarOf(field.shape);
  }
  if (shape.kind === 'map' && shape.list === 'keys') return { kind: 'scalar', format: shape.key };
  return shape.kind === 'map' && shape.list === 'values' ? scalarOf(shape.of) : undefined;
}

/** The way that a path of the tree goes. */
export function segmentsOf({ steps }: Pick<Path, 'steps'>): Segment[] {
  return steps.flatMap(({ pair, index }): Segment[] =>
    pair ? [{ key: pair.key.text }] : index === undefined ? [] : ['item'],
  );
}

/** What one step leads to; undefined where the schema has nothing to say. */
export function shapeInside(shape: Shape, segment: Segment): Shape | undefined {
  // A merged map has the shape of the map that it is merged into.
  if (segment !== 'item' && segment.key === '<<') return shape;
  if (shape.kind === 'record') return segment === 'item' ? undefined : keyShape(shape.name, segment.key)?.shape;
  if (shape.kind === 'map') return segment === 'item' ? itemOf(shape) : shape.of;
  return shape.kind === 'list' ? (segment === 'item' ? shape.of : shapeInside(shape.of, segment)) : undefined;
}

function itemOf(shape: Extract<Shape, { kind: 'map' }>): Shape | undefined {
  return shape.list === 'keys' ? { kind: 'scalar', format: shape.key } : shape.list === 'values' ? shape.of : undefined;
}
