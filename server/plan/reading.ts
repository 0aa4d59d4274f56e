// What reading an entry yields besides its record: problems, informal texts, dates, and the ids that it mentions.
import { fitted } from '../text/fitted.ts';
import type { Node, ScalarNode } from '../text/node.ts';
import type { Referring } from './formats.ts';
import type { InformalText, PlanProblem, WrittenDate, WrittenRange } from './plan.ts';
import type { ProblemArguments, ProblemCode, ProblemRule } from './problem-codes.ts';
import type { ScalarFormat } from './schema.generated.ts';

/** An id that a scalar mentions, not yet resolved. */
export interface Mention {
  readonly referring: Referring;
  readonly id: string;
  readonly node: ScalarNode;
  readonly from: number;
  readonly to: number;
  readonly format: ScalarFormat;
}

/** A pure function of the nodes that were read: kept as long as those stay. */
export interface Reading {
  readonly problems: PlanProblem[];
  readonly informal: InformalText[];
  readonly mentions: Mention[];
  /** Both ends of ranges among them. */
  readonly dates: WrittenDate[];
  readonly ranges: WrittenRange[];
}

export function emptyReading(): Reading {
  return { problems: [], informal: [], mentions: [], dates: [], ranges: [] };
}

/** What reading came to, once nothing is added any more. */
export function finished({ problems, informal, mentions, dates, ranges }: Reading): Reading {
  return {
    problems: fitted(problems),
    informal: fitted(informal),
    mentions: fitted(mentions),
    dates: fitted(dates),
    ranges: fitted(ranges),
  };
}

/** Whether reading found anything but ids. */
export function isLoud({ problems, informal, dates, ranges }: Reading): boolean {
  return problems.length + informal.length + dates.length + ranges.length > 0;
}

/** Whether a problem stands on this very node. */
export function isTiedTo({ problems }: Reading, node: Node): boolean {
  return problems.some(
    (one) => one.node === node || one.through === node || one.related?.some((other) => other.node === node) === true,
  );
}

type Place = Pick<PlanProblem, 'node'> & Partial<Omit<PlanProblem, 'rule' | 'code' | 'args' | 'node'>>;

/** A problem with the arguments that its words need. */
export function problem<R extends ProblemRule, C extends ProblemCode<R>>(
  rule: R,
  code: C,
  args: ProblemArguments<R, C>,
  place: Place,
): PlanProblem {
  return { rule, code, args, ...place };
}

/** Places a problem on a key, in the entry that `node` is. */
export function atKey(node: Node, onKey: ScalarNode | undefined): Place {
  return onKey === undefined ? { node } : { node, onKey };
}
