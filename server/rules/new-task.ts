// How a task that a fix adds is called.
import type { Plan } from '../plan/plan.ts';

/** The id, with a number behind it where the plan has one of that name already. */
export function freeId(id: string, { plan }: { readonly plan: Plan }): string {
  const isTaken = (wanted: string) => plan.define('task', wanted) !== undefined;
  if (!isTaken(id)) return id;
  let number = 2;
  while (isTaken(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}

/** Whether a text is written in Chinese. */
export function writesChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
