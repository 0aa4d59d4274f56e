// How large a reserve should be for the chain of work that it protects.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { formatMinutes } from '../plan/scalars/duration.ts';
import { type Chain, ProtectedChains } from '../rules/protected-chain.ts';
import { SharedFacts } from '../rules/shared-facts.ts';

/** Percent of the chain, as `missing-buffer` and `buffer-too-small` have it where a plan says nothing else. */
const share = 10;

/** The chain before a reserve that is in the plan. */
export function chainBefore({ tree, plan, schedule, snapshot }: Analysis, reserve: PlanTask): Chain {
  const { context } = new SharedFacts({ tree, plan, schedule, nowMinute: snapshot.nowMinute });
  return new ProtectedChains(context).before(reserve);
}

/**
 * A tenth of the chain's work; where all of it has three-point estimates the root of the summed squares of pessimistic − expected. In whole
 * days, rounded up, as a plan writes it.
 */
export function reserveFor({ work, squares, isEstimated }: Chain, { plan: { units } }: Analysis): string {
  const needed = isEstimated ? Math.sqrt(squares) : (work * share) / 100;
  const days = Math.max(1, Math.ceil(needed / units.dayMinutes));
  return formatMinutes(days * units.dayMinutes, false, units);
}
