// Work that is done in steps, done without a break.

/** What the steps come to. */
export function inOneGo<T>(steps: Generator<undefined, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
