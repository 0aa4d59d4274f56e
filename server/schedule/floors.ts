// What a summary passes on to all inside: moments that its links and dates demand.
import type { Bounds } from './placing.ts';

/** By summary: see `Network.summaryRow`. */
export interface Floors {
  /** The latest moment that links demand, which link that is, and the latest of those of unfinished predecessors. */
  readonly link: Float64Array;
  readonly by: Int32Array;
  readonly openLink: Float64Array;
  /** The latest of the dates of the summaries around and of the plan's start, whose it is, and 1 where it is an `until`. */
  readonly date: Float64Array;
  readonly dateBy: Int32Array;
  readonly isUntil: Uint8Array;
}

export function blankFloors(count: number): Floors {
  return {
    link: new Float64Array(count),
    by: new Int32Array(count),
    openLink: new Float64Array(count),
    date: new Float64Array(count),
    dateBy: new Int32Array(count),
    isUntil: new Uint8Array(count),
  };
}

/** The moment before which nothing in a summary may begin. */
export function floorOf({ link, date }: Floors, row: number): number {
  return Math.max(link[row] ?? 0, date[row] ?? 0);
}

/** Sets the floor of a summary; whether it differs from what it was. */
export function setFloor({ link, by, openLink, date, dateBy, isUntil }: Floors, row: number, bounds: Bounds): boolean {
  const until = bounds.dateIsUntil ? 1 : 0;
  const isSame =
    link[row] === bounds.start &&
    by[row] === bounds.startBy &&
    openLink[row] === bounds.openStart &&
    date[row] === bounds.date &&
    dateBy[row] === bounds.dateBy &&
    isUntil[row] === until;
  link[row] = bounds.start;
  by[row] = bounds.startBy;
  openLink[row] = bounds.openStart;
  date[row] = bounds.date;
  dateBy[row] = bounds.dateBy;
  isUntil[row] = until;
  return !isSame;
}
