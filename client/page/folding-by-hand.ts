// What a reader folds and unfolds by hand.
import type { ChartRow } from '../../server/charts/chart.ts';
import type { Folding } from '../../server/charts/folding.ts';

/** The folding with this summary's fold turned over. */
export function toggled(folding: Folding, { planId, folded }: Pick<ChartRow, 'planId' | 'folded'>): Folding {
  const others = (ids: readonly string[]): readonly string[] => ids.filter((id) => id !== planId);
  const rest = { base: folding.base, folded: others(folding.folded), unfolded: others(folding.unfolded) };
  return folded ? { ...rest, unfolded: [...rest.unfolded, planId] } : { ...rest, folded: [...rest.folded, planId] };
}
