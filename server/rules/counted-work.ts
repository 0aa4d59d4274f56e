// What counts in findings about a whole plan: which tasks, how large a share of them, and where it is said.
import type { Plan } from '../plan/plan.ts';
import type { Tree } from '../text/tree.ts';
import type { MessageArguments, Place, Related, Report } from './finding.ts';
import type { RuleContext } from './rule.ts';

/** Below so many, one task more or less decides about a share. */
export const fewestForShare = 20;
const mostRelated = 8;

/** Where to say what is true of the whole plan: on its name, else on the first key of the text. */
export function planPlace(plan: Plan, tree: Tree): Place {
  if (plan.root.name !== undefined) return { node: plan.root.name.node };
  const first = tree.root?.kind === 'map' ? tree.root.pairs[0]?.key : undefined;
  return { node: first ?? plan.root.node };
}

/** The worst eight, as related places. */
export function worst<T>(offenders: readonly T[], related: (offender: T) => Related): readonly Related[] {
  return offenders.slice(0, mostRelated).map(related);
}

/** One finding where more than `max` percent of `total` offend; none where there are too few to speak of shares. */
export function* overShare(
  { plan, tree }: RuleContext,
  message: string,
  offenders: readonly Related[],
  { total, max, least }: { readonly total: number; readonly max: number; readonly least: number },
  args: MessageArguments = {},
): Iterable<Report> {
  if (least < fewestForShare || total === 0) return;
  const share = (offenders.length / total) * 100;
  if (share <= max) return;
  yield {
    message,
    args: { count: offenders.length, total, share: { percent: share }, max: { percent: max }, ...args },
    place: planPlace(plan, tree),
    related: worst(offenders, (offender) => offender),
  };
}
