// Levelling as a refactoring: offered outside of the work, and where somebody or something has too much to do.
import type { Analysis } from '../analysis.ts';
import { spanOf } from '../rules/check.ts';
import type { Span } from '../text/tree.ts';
import { type LevelledPlan, levelled } from './level.ts';
import { type Asked, type Proposal, refused } from './refactoring.ts';

export function levelPlan({ analysis, span, task }: Asked): readonly Proposal[] {
  const overloads = analysis.findings.filter(({ rule }) => rule === 'overallocated');
  if (overloads.length === 0) return task === undefined ? [refused('level-plan', {}, { reason: 'no-overload' })] : [];
  if (task !== undefined && !overloads.some(({ place }) => touches(spanOf(place, analysis), span))) return [];
  const { edits, delays, after } = inOneGo(analysis);
  if (edits.length === 0) return [refused('level-plan', {}, { reason: 'nothing-to-delay' })];
  const args = { count: delays.length, finish: { minute: after.schedule.planFinish - 1 } };
  return [{ name: 'level-plan', args, edits, moves: 'all', isTried: true }];
}

function touches(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}

function inOneGo(analysis: Analysis): LevelledPlan {
  const steps = levelled(analysis);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
