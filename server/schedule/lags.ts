// Lags of links in minutes, and the two questions about a link: when it lets its successor go, and when its predecessor must be there.
import { blankLags, type Lags, lagKinds, setLag } from '../plan/columns.ts';
import type { PlanLink } from '../plan/plan.ts';
import type { Units } from '../plan/scalar.ts';
import type { MovedRows } from './moved-rows.ts';
import type { WorkTable } from './work-table.ts';

/** The lags of links; those of links that were there before (`moved`) are taken over from `before`. */
export function readLags(
  links: readonly Pick<PlanLink, 'lag'>[],
  units: Units,
  before?: Lags,
  moved?: MovedRows,
): Lags {
  const lags =
    before && moved
      ? { kind: moved.bytes(before.kind), amount: moved.numbers(before.amount) }
      : blankLags(links.length);
  for (let link = 0; link < links.length; link += 1) {
    if (moved !== undefined && moved.before[link] !== -1) continue;
    setLag(lags, link, links[link]?.lag, units);
  }
  return lags;
}

/** The minutes of a link's lag, percentages of `whole`. */
export function lagMinutes({ kind, amount }: Lags, link: number, whole: number): number {
  const minutes = amount[link] ?? 0;
  const isShare = kind[link] === lagKinds.percent || kind[link] === lagKinds.elapsedPercent;
  return isShare ? Math.floor((whole * minutes) / 100 + 0.5) : minutes;
}

/** Whether it is counted on the clock; a percentage is where what it is of is. */
export function isLagElapsed({ kind }: Lags, link: number, ofElapsed: boolean): boolean {
  const code = kind[link];
  return code === lagKinds.elapsed || code === lagKinds.elapsedPercent || (code === lagKinds.percent && ofElapsed);
}

/** The moment that a lag after (a lead: before) `from` comes to. A lead `closes` where it brings a point from a finish: at a closing moment. */
export function afterLag(
  from: number,
  minutes: number,
  elapsed: boolean,
  calendar: WorkTable,
  closes: boolean,
): number {
  if (minutes === 0) return from;
  if (elapsed) return from + minutes;
  if (minutes > 0) return calendar.add(from, minutes);
  const moment = calendar.subtract(from, -minutes);
  return closes ? calendar.previousWorking(moment) : moment;
}

/** The last moment from which a lag comes to `to` or earlier. */
export function beforeLag(to: number, minutes: number, elapsed: boolean, calendar: WorkTable, closes: boolean): number {
  if (minutes === 0) return to;
  if (elapsed) return to - minutes;
  if (minutes > 0) return calendar.subtract(to, minutes);
  // A lead comes to openings: from closed time it must come to the minute before the closing.
  const moment = closes ? to : calendar.lastStart(to);
  return calendar.latest(calendar.workBefore(moment) - minutes);
}
