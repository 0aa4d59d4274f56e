// The one plan that a command works on, or what is said where there is none.
import type { Analysis } from '../analysis.ts';
import { type Asked, analysePlan, failureLine, findPlan } from './plan-files.ts';
import type { Terminal } from './terminal.ts';

/** Undefined after saying why. */
export async function onePlan(name: string, terminal: Terminal, asked: Asked = {}): Promise<Analysis | undefined> {
  const path = await findPlan(name, terminal.folder);
  const analysis = typeof path === 'string' ? await analysePlan(path, { rules: {} }, terminal, asked) : path;
  if (!('why' in analysis)) return analysis;
  terminal.error(failureLine(analysis, terminal));
  return undefined;
}
