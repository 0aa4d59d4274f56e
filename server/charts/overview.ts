// A long chart at one glance: its rows in a few stripes, each from the first start to the last finish in it.

/** One stripe: where its work begins and ends, in thousandths of the time that the picture covers, and whether critical work is in it. */
export type Stripe = readonly [start: number, finish: number, critical: 0 | 1];

export interface Overview {
  /** From the top; all of about as many rows. */
  readonly stripes: readonly Stripe[];
}

/** What an overview needs of a row; minutes. */
export interface OverviewRow {
  readonly start: number;
  readonly finish: number;
  readonly critical: boolean;
}

/** The overview of so many rows in at most `most` stripes. Linear in the rows. */
export function overviewOf(
  rowCount: number,
  rowAt: (row: number) => OverviewRow,
  { from, to }: { readonly from: number; readonly to: number },
  most: number,
): Overview {
  const count = Math.min(rowCount, most);
  const share = (minute: number): number =>
    Math.round(Math.min(Math.max((minute - from) / Math.max(to - from, 1), 0), 1) * 1000);
  const stripes = Array.from({ length: count }, (_, index): Stripe => {
    const first = Math.floor((index * rowCount) / count);
    const end = Math.max(Math.floor(((index + 1) * rowCount) / count), first + 1);
    let [start, finish] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    let critical: 0 | 1 = 0;
    for (let row = first; row < end; row++) {
      const one = rowAt(row);
      start = Math.min(start, one.start);
      finish = Math.max(finish, one.finish);
      if (one.critical) critical = 1;
    }
    return [share(start), share(finish), critical];
  });
  return { stripes };
}
