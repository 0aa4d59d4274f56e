// Which row the keyboard goes to: the keys of a tree (WAI-ARIA practices).
import type { ChartRow } from '../../server/charts/chart.ts';

/** What a key does at a row: go to another, fold or unfold, or choose it. */
export type Step =
  | { readonly kind: 'go'; readonly row: number }
  | { readonly kind: 'fold' | 'unfold' }
  | { readonly kind: 'choose'; readonly takeFocus: boolean };

/** The step for a key at a row; undefined where the key means nothing here. `page`: rows that fit the window. */
export function stepFor(key: string, rows: readonly ChartRow[], at: number, page: number): Step | undefined {
  const row = rows[at];
  if (row === undefined) return undefined;
  const go = (to: number): Step => ({ kind: 'go', row: Math.max(0, Math.min(to, rows.length - 1)) });
  const steps: Readonly<Record<string, () => Step | undefined>> = {
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    PageDown: () => go(at + page),
    PageUp: () => go(at - page),
    Home: () => go(0),
    End: () => go(rows.length - 1),
    ArrowRight: () => (!row.hasChildren ? undefined : row.folded ? { kind: 'unfold' } : go(at + 1)),
    ArrowLeft: () => (row.hasChildren && !row.folded ? { kind: 'fold' } : parentOf(rows, at)),
    Enter: () => ({ kind: 'choose', takeFocus: true }),
    ' ': () => ({ kind: 'choose', takeFocus: false }),
  };
  return Object.hasOwn(steps, key) ? steps[key]?.() : undefined;
}

function parentOf(rows: readonly ChartRow[], at: number): Step | undefined {
  const depth = rows[at]?.depth ?? 0;
  for (let row = at - 1; row >= 0; row--) if ((rows[row]?.depth ?? 0) < depth) return { kind: 'go', row };
  return undefined;
}
