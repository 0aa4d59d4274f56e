// Which row the keyboard goes to: the keys of a tree (WAI-ARIA practices).
import type { ChartRow } from '../../server/charts/chart.ts';

/** What a key does at a row: go to another, fold or unfold, or choose it. */
export type Step =
  | { readonly kind: 'go'; readonly row: number }
  | { readonly kind: 'fold' | 'unfold' }
  | { readonly kind: 'choose'; readonly takeFocus: boolean };

/** Where the keyboard is. */
export interface Stand {
  /** Undefined while it is still to come. */
  readonly row: ChartRow | undefined;
  readonly at: number;
  readonly rowCount: number;
  /** Rows that fit the window. */
  readonly page: number;
}

/** The step for a key; undefined where the key means nothing here. */
export function stepFor(key: string, { row, at, rowCount, page }: Stand): Step | undefined {
  if (rowCount === 0) return undefined;
  const go = (to: number): Step => ({ kind: 'go', row: Math.max(0, Math.min(to, rowCount - 1)) });
  const steps: Readonly<Record<string, () => Step | undefined>> = {
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    PageDown: () => go(at + page),
    PageUp: () => go(at - page),
    Home: () => go(0),
    End: () => go(rowCount - 1),
    ArrowRight: () => (!row?.hasChildren ? undefined : row.folded ? { kind: 'unfold' } : go(at + 1)),
    ArrowLeft: () =>
      row?.hasChildren && !row.folded
        ? { kind: 'fold' }
        : row === undefined || row.parent < 0
          ? undefined
          : go(row.parent),
    Enter: () => ({ kind: 'choose', takeFocus: true }),
    ' ': () => ({ kind: 'choose', takeFocus: false }),
  };
  return Object.hasOwn(steps, key) ? steps[key]?.() : undefined;
}
