// Between brackets two things stand without a comma between them: where that is all that can be meant.
import { formats } from '../plan/formats.ts';
import { isKeyOf } from '../plan/meant-key.ts';
import { keyShape } from '../plan/record-shapes.ts';
import type { Shape } from '../plan/schema.generated.ts';
import { isText, shapeAt } from '../plan/shape-at.ts';
import type { Node } from '../text/node.ts';
import type { Span, Tree } from '../text/tree.ts';

/** Whether a comma before the span mends it. A colon may as well be part of a text: `{ name: Plan B: go }`. */
export function isCommaMissing(tree: Tree, span: Span): boolean {
  const text = tree.text(span);
  const { steps } = tree.pathAt(span.start);
  // To the parser, the two are one key in a map of its own.
  const [around, broken, inner] = steps.slice(-3);
  if (around?.node.kind === 'list') return /^["'{[]/.test(text) || !isText(shapeAt(steps.slice(0, -2)));
  const key = /^[^\s:"'{}[\],]+(?=:)/.exec(text)?.[0];
  const shape = shapeAt(steps.slice(0, -2));
  if (key === undefined || broken === undefined || inner === undefined) return false;
  if (shape?.kind !== 'record') return shape?.kind === 'map';
  if (!isText(shapeAt(steps.slice(0, -1)))) return isKeyOf(shape.name, key);
  const meant = keyShape(shape.name, key)?.shape;
  return meant !== undefined && fits(inner.node, meant);
}

function fits(value: Node, shape: Shape): boolean {
  if (shape.kind !== 'scalar' || value.kind !== 'scalar') return true;
  return shape.values?.includes(value.text) ?? formats[shape.format].parse(value.text).ok;
}
