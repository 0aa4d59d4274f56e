// The task that a cursor is in.
import type { Tree } from '../text/tree.ts';
import type { Plan, PlanTask } from './plan.ts';

/** The innermost task around an offset; in front of a line's first letter, the one that stands there. Undefined outside the work. */
export function taskAtCursor(tree: Tree, plan: Plan, offset: number): PlanTask | undefined {
  const { line, character } = tree.positionAt(offset);
  const indent = tree.line(line).search(/\S/);
  const { steps } = tree.pathAt(indent > character ? offset - character + indent : offset);
  const inner = steps.at(-1);
  return inner && plan.taskOf(inner.node);
}
