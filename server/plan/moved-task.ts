// A task of the list before, where an edit has moved it.
import type { PlanTask } from './plan.ts';

/** A task at another place, `shift` further on in the list. (Most hold nothing: key by key they are copied faster than by spreading.) */
export function moved(task: PlanTask, shift: number, parent: number): PlanTask {
  const { children } = task;
  const index = task.index + shift;
  const end = task.end + shift;
  if (end === index + 1 && task.phase === undefined && task.synthetic === undefined) {
    const { id, name, key, node, record, isPhase, kind, depth } = task;
    return { index, id, name, key, node, record, isPhase, kind, parent, children, depth, end };
  }
  const inside = shift === 0 ? children : children.map((child) => child + shift);
  return { ...task, index, parent, children: inside, end };
}
