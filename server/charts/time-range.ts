// The time that a chart covers.

const dayMinutes = 1440;

/** The time that a picture covers: all bars, and what is drawn beside them as far as that leaves the bars readable; whole days, with air around. */
export function rangeOf(
  bars: readonly { readonly start: number; readonly finish: number }[],
  lines: {
    readonly status: number | undefined;
    readonly today: number;
    readonly deadlines: readonly number[];
    readonly start: number;
  },
  byTheHour: boolean,
): { readonly from: number; readonly to: number } {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { start, finish } of bars) {
    from = Math.min(from, start);
    to = Math.max(to, finish);
  }
  if (!(from <= to)) from = to = lines.start;
  const span = to - from;
  const stretch = (minute: number | undefined, reach: number): void => {
    if (minute === undefined || minute < from - reach * span || minute > to + reach * span) return;
    from = Math.min(from, minute);
    to = Math.max(to, minute);
  };
  for (const deadline of lines.deadlines) stretch(deadline, 1);
  stretch(lines.status, 0.25);
  stretch(lines.today, 0.05);
  const unit = byTheHour ? 60 : dayMinutes;
  const air = Math.max(unit, (to - from) * 0.03);
  return { from: Math.floor((from - air) / unit) * unit, to: Math.ceil((to + air) / unit) * unit };
}
