import type { TaskKind } from './plan.ts';
import type { TaskRecord } from './schema.generated.ts';

/** What a task without others inside is. */
export function kindOf({ milestone, buffer, duration }: TaskRecord): TaskKind {
  if (milestone?.value === true) return 'milestone';
  if (buffer?.value === true) return 'buffer';
  const isPoint = duration?.value.parts.every(({ amount }) => amount === 0);
  return isPoint ? 'milestone' : 'task';
}
