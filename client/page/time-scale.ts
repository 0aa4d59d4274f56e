// Time on the picture: Mermaid's own scale, recovered from what it drew, and how fine its grid is.
import type { Moment } from '../../server/charts/chart.ts';

export const dayMilliseconds = 86_400_000;

/** A moment as Mermaid takes it: on the clock of the reader's zone. */
export function timeOf(moment: Moment): number {
  return new Date(moment).getTime();
}

/** A time as a moment on the clock of the reader's zone. */
export function localMoment(time: number): Moment {
  return new Date(time - new Date(time).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The way between time and pixels. */
export interface TimeScale {
  x(time: number): number;
  time(x: number): number;
  readonly pixelsPerDay: number;
}

/** The scale on which Mermaid drew two moments at these places. Throws where the later one does not stand further right: nothing could be placed by that. */
export function recoverScale(from: { time: number; x: number }, to: { time: number; x: number }): TimeScale {
  if (to.time > from.time && !(to.x > from.x)) throw new Error('There was no room to draw in');
  const [milliseconds, pixels] = to.time > from.time ? [to.time - from.time, to.x - from.x] : [1, 1];
  return {
    // In this order, as Mermaid reckons: halves are rounded alike.
    x: (time) => from.x + ((time - from.time) / milliseconds) * pixels,
    time: (x) => from.time + ((x - from.x) / pixels) * milliseconds,
    pixelsPerDay: (pixels / milliseconds) * dayMilliseconds,
  };
}

/** One fineness of the grid: from how many pixels a day on it is used, Mermaid's word for it, and how the two lines of the time axis are written. */
export interface Grain {
  readonly fromPixelsPerDay: number;
  readonly tickInterval: string;
  readonly lower: Intl.DateTimeFormatOptions;
  /** What the upper line groups by; undefined: nothing. */
  readonly upper?: { readonly by: 'day' | 'month' | 'year'; readonly format: Intl.DateTimeFormatOptions };
}

const hours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const upperDay = { by: 'day', format: { weekday: 'short', day: 'numeric', month: 'short' } } as const;
const upperMonth = { by: 'month', format: { month: 'long', year: 'numeric' } } as const;
const upperYear = { by: 'year', format: { year: 'numeric' } } as const;

/** From the finest to the coarsest. */
const grains: readonly Grain[] = [
  { fromPixelsPerDay: 960, tickInterval: '1hour', lower: hours, upper: upperDay },
  { fromPixelsPerDay: 320, tickInterval: '3hour', lower: hours, upper: upperDay },
  { fromPixelsPerDay: 160, tickInterval: '6hour', lower: hours, upper: upperDay },
  { fromPixelsPerDay: 22, tickInterval: '1day', lower: { day: 'numeric' }, upper: upperMonth },
  { fromPixelsPerDay: 3.6, tickInterval: '1week', lower: { day: 'numeric' }, upper: upperMonth },
  { fromPixelsPerDay: 1.1, tickInterval: '1month', lower: { month: 'short' }, upper: upperYear },
  { fromPixelsPerDay: 0.4, tickInterval: '3month', lower: { month: 'short' }, upper: upperYear },
  { fromPixelsPerDay: 0, tickInterval: '12month', lower: { year: 'numeric' } },
];

/** The grid that fits a scale. */
export function grainFor(pixelsPerDay: number): Grain {
  const last: Grain = { fromPixelsPerDay: 0, tickInterval: '12month', lower: { year: 'numeric' } };
  return grains.find(({ fromPixelsPerDay }) => pixelsPerDay >= fromPixelsPerDay) ?? last;
}

/** The first moment of the day, month or year after `time`. */
export function nextBoundary(time: number, by: 'day' | 'month' | 'year'): number {
  const at = new Date(time);
  if (by === 'day') return new Date(at.getFullYear(), at.getMonth(), at.getDate() + 1).getTime();
  if (by === 'month') return new Date(at.getFullYear(), at.getMonth() + 1, 1).getTime();
  return new Date(at.getFullYear() + 1, 0, 1).getTime();
}
