// What the language expects at a place of the text.
import type { Step } from '../text/tree.ts';
import { keyShape } from './record-shapes.ts';
import type { Shape } from './schema.generated.ts';

/** The shape of the last step's node, seen from the document; undefined where the language knows nothing. */
export function shapeAt(steps: readonly Step[]): Shape | undefined {
  let shape: Shape | undefined = { kind: 'record', name: 'Plan' };
  for (const step of steps.slice(1)) {
    if (shape === undefined) return undefined;
    shape = step.pair === undefined ? itemShape(shape) : valueShape(shape, step.pair.key.text);
  }
  return shape;
}

function valueShape(shape: Shape, key: string): Shape | undefined {
  if (shape.kind === 'record') return keyShape(shape.name, key)?.shape;
  return shape.kind === 'map' ? shape.of : undefined;
}

function itemShape(shape: Shape): Shape | undefined {
  if (shape.kind === 'list') return shape.of;
  if (shape.kind !== 'map' || shape.list === undefined) return undefined;
  return shape.list === 'values' ? shape.of : { kind: 'scalar', format: shape.key };
}

/** Whether words stand there, so that any character may be meant. */
export function isText(shape: Shape | undefined): boolean {
  const inner = shape?.kind === 'list' ? shape.of : shape;
  const format =
    inner?.kind === 'scalar' ? inner.format : inner?.kind === 'record' ? inner.shorthand?.format : undefined;
  return format === 'text' || format === 'goal-or-text' || format === 'task-or-text';
}
