// What a task is called where a text is made of it.
import type { PlanTask } from '../plan/plan.ts';
import { nameOf, type Wording } from './words.ts';

/** The name in the reader's language. */
export function taskName({ name }: PlanTask, wording: Wording): string {
  return nameOf(name, wording);
}
