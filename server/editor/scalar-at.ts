// The scalar under the cursor, be it a key or a value.
import type { ScalarNode } from '../text/node.ts';
import type { Path, Span, Tree } from '../text/tree.ts';
import { touches } from './place.ts';

export interface ScalarAt {
  readonly scalar: ScalarNode;
  readonly onKey: boolean;
  readonly span: Span;
  readonly path: Path;
}

/** A cursor right behind the last letter still means the scalar before it. */
export function scalarAt(tree: Tree, offset: number): ScalarAt | undefined {
  return exactlyAt(tree, offset, offset) ?? (offset > 0 ? exactlyAt(tree, offset - 1, offset) : undefined);
}

function exactlyAt(tree: Tree, asked: number, offset: number): ScalarAt | undefined {
  const path = tree.pathAt(asked);
  const step = path.steps.at(-1);
  const scalar = path.onKey ? step?.pair?.key : step?.node;
  if (scalar?.kind !== 'scalar') return undefined;
  const span = tree.spanOf(scalar);
  return touches(span, offset) ? { scalar, onKey: path.onKey, span, path } : undefined;
}
