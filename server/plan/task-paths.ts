// What tells tasks of one id apart: the ids of all that hold them.
import type { PlanTask } from './plan.ts';

/** By task index: its id behind those of all that hold it, the outermost first, with `/` between. */
export function taskPaths(tasks: readonly PlanTask[]): readonly string[] {
  const paths: string[] = [];
  for (const { id, parent } of tasks) paths.push(parent < 0 ? id : `${paths[parent]}/${id}`);
  return paths;
}
