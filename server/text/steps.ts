// Long work in steps: between two of them something more urgent may be done, and whoever loses interest takes no more.

export type Steps<T> = Generator<undefined, T>;

/** All steps in one go. */
export function completed<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
