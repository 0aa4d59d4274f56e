// How a task that a fix adds is called.

import type { Plan } from '../plan/plan.ts';
import { parseId } from '../plan/scalars/id.ts';

/** The id, of characters that ids have, with a number behind it where the plan has one of that name already. */
export function freeId(wanted: string, { plan }: { readonly plan: Plan }): string {
  const isTaken = (other: string) => plan.define('task', other) !== undefined;
  const read = parseId(wanted);
  const id = read.ok ? read.value : (read.problem.suggestion ?? 'task');
  if (!isTaken(id)) return id;
  let number = 2;
  while (isTaken(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}

/** Whether a link can name a task by this id. */
export function isId(text: string): boolean {
  return parseId(text).ok;
}

/** Whether a text is written in Chinese. */
export function writesChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
