// Lags of links in minutes, and the two questions about a link: when it lets its successor go, and when its predecessor must be there.
import { blankLags, type Lags, setLag } from '../plan/columns.ts';
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
