// What VS Code calls in its extension host.
import { runTests } from './mocha.ts';
import { tellResult } from './outer.ts';

/** Tells each result as it comes; VS Code ends the run when this resolves. */
export async function run(): Promise<void> {
  const told: Promise<void>[] = [];
  await runTests((result) => told.push(tellResult(result)));
  await Promise.all(told);
}
