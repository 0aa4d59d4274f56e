// What a test inside VS Code asks of the browser around it: pictures, keys, and a hand in the preview.
import type { OuterStep, OuterSteps } from './outer-steps.mts';
import type { TestResult } from './result.ts';

/** Where the runner listens; written into the bundle. */
declare const OUTER_ADDRESS: string;

/** The extension host that the tests run in; written into the bundle. */
declare const OUTER_KIND: 'node' | 'web';
export const extensionHost = OUTER_KIND;

async function ask(step: string, args: unknown): Promise<unknown> {
  const answer = await fetch(`${OUTER_ADDRESS}/${step}`, { method: 'POST', body: JSON.stringify(args) });
  const { value, error } = await answer.json();
  if (error !== undefined) throw new Error(`${step}: ${error}`);
  return value;
}

export async function tellResult(result: TestResult): Promise<void> {
  await ask('result', result);
}

/** One step of the table in outer-steps.mts. Rejects with the reason where it could not be done. */
export async function outer<Name extends OuterStep>(
  step: Name,
  args: Parameters<OuterSteps[Name]>[1],
): Promise<Awaited<ReturnType<OuterSteps[Name]>>> {
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: the runner answers from the table that this type is taken from
  return (await ask(step, args)) as Awaited<ReturnType<OuterSteps[Name]>>;
}
