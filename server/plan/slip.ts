// A slip of the pen that YAML reads as something else.
import type { SyntaxFinding } from '../text/tree.ts';
import type { PlanProblem } from './plan.ts';

/** The problem, and what the parser reports because of it. */
export interface Slip {
  readonly problem: PlanProblem;
  readonly supersedes: readonly SyntaxFinding[];
}
