// Long work that leaves room: between its steps, what has arrived meanwhile is heard.

/** Lets everything that has arrived be heard; undefined where that was done just now. */
export type Rest = () => Promise<void> | undefined;

/** Takes steps to their end, resting between them. Undefined as soon as the outcome is not wanted any more. */
export async function inTurns<T>(
  steps: Iterator<undefined, T>,
  rest: Rest,
  wanted: () => boolean,
): Promise<T | undefined> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    const resting = rest();
    if (!resting) continue;
    await resting;
    if (!wanted()) return undefined;
  }
}
