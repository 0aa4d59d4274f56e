// The months of the calendar that a stretch of time touches.

/** A stretch this long is cut into months; what lies further off no one staffs today. */
const mostMonths = 120;
const millisecondsPerMinute = 60_000;

/** First minutes of months and of the months after them, from the month of `from` to that of `to`, at most ten years of them. */
export function* monthsBetween(from: number, to: number): Iterable<{ readonly from: number; readonly to: number }> {
  const first = new Date(from * millisecondsPerMinute);
  let start = monthStart(first, 0);
  for (let count = 1; count <= mostMonths && start < to; count += 1) {
    const end = monthStart(first, count);
    yield { from: start, to: end };
    start = end;
  }
}

function monthStart(date: Date, later: number): number {
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1) / millisecondsPerMinute;
}
