// The id under the cursor: where it is defined, where it is used.
import type { Analysis } from '../analysis.ts';
import type { BoundPlan } from '../plan/bound-plan.ts';
import { externalIds, externalTask, type Thing } from '../plan/ids-across.ts';
import type { Definition, Reference } from '../plan/plan.ts';
import type { Span, Tree } from '../text/tree.ts';
import { sliceSpan, touches } from './place.ts';
import { scalarAt } from './scalar-at.ts';

/** An id in the text. Without a definition nothing defines it. */
export interface Identifier {
  readonly id: string;
  /** The id itself, without type, lag or share. */
  readonly span: Span;
  readonly definition: Definition | undefined;
  /** Where the cursor is on a use of it. */
  readonly reference?: Reference;
}

/** The id at an offset; undefined where no id stands there. */
export function identifierAt({ tree, plan }: Pick<Analysis, 'tree' | 'plan'>, offset: number): Identifier | undefined {
  const at = scalarAt(tree, offset);
  if (!at) return undefined;
  for (const reference of plan.referencesAt(at.scalar)) {
    const span = sliceSpan(tree, at.scalar, reference.from, reference.to);
    if (touches(span, offset)) return { id: reference.id, span, definition: reference.definition, reference };
  }
  // A skill is defined by a value: that of the first who has it.
  const definition = plan.definedAt(at.scalar);
  return definition && { id: definition.id, span: at.span, definition };
}

/** Something with an id, and where the cursor is on that id. */
export interface ThingAt {
  readonly thing: Thing;
  readonly span: Span;
}

/** What the id under the cursor of the first plan means, in whichever of the plans that is. */
export function thingAt(plans: readonly BoundPlan[], offset: number): ThingAt | undefined {
  const [here] = plans;
  if (here === undefined) return undefined;
  const found = identifierAt(here, offset);
  if (found?.definition !== undefined)
    return { thing: { bound: here, definition: found.definition }, span: found.span };
  const at = scalarAt(here.tree, offset);
  for (const external of at ? externalIds(here, at.scalar) : []) {
    const meant = externalTask(plans, external);
    const span = sliceSpan(here.tree, external.node, external.from, meant?.to ?? external.to);
    if (meant && touches(span, offset)) return { thing: meant.thing, span };
  }
  return undefined;
}

/** The id's own range of a use. */
export function useSpan(tree: Tree, { node, from, to }: Reference): Span {
  return sliceSpan(tree, node, from, to);
}
