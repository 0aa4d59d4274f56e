// The one plan that a command works on, or what is said where there is none.
import type { Analysis } from '../analysis.ts';
import { type Asked, analysePlan, failureLine, findPlan } from './plan-files.ts';
import { isReadable } from './read-whole.ts';
import { pathIn } from './standard-input.ts';
import type { Terminal } from './terminal.ts';

/** Undefined after saying why: there is no such file, or nothing in it can be read. Of a plan that can be read in part it is said what can't. */
export async function onePlan(name: string, terminal: Terminal, asked: Asked = {}): Promise<Analysis | undefined> {
  const path = await findPlan(pathIn(name, terminal), terminal);
  const analysis = typeof path === 'string' ? await analysePlan(path, { rules: {} }, terminal, asked) : path;
  if (!('why' in analysis)) return isReadable(pathIn(name, terminal), analysis, terminal) ? analysis : undefined;
  terminal.error(failureLine(analysis, terminal));
  return undefined;
}
