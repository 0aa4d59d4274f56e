// How a chart is laid out in the room that there is.
import type { HeldChart } from './held-chart.ts';
import { namesWidth } from './names-width.ts';
import { dayMilliseconds, type Grain, grainFor, timeOf } from './time-scale.ts';
import type { PageLocale } from './words.ts';

/** Wider pictures than this are not made: browsers refuse them; and in narrower ones nothing is seen. */
const widths = { most: 30_000, least: 40 };

/** What all strips of a picture share. */
export interface Frame {
  /** Width of the names' column and of the picture, in pixels. */
  readonly names: number;
  readonly width: number;
  readonly grain: Grain;
  /** Strips of frames with one key fit together. */
  readonly key: string;
  /** Names of frames with one wording are written alike. */
  readonly wording: string;
}

/** The frame in a room of this width; `zoom` in pixels per day, undefined: all of the time fits. */
export function frameOf({ head, uri }: HeldChart, room: number, zoom: number | undefined, locale: PageLocale): Frame {
  const names = namesWidth(head.widest, room);
  const { width, grain } = paceOf(head, room - names - 2, zoom);
  const { from, to, today, statusDate, daysOff, withTime } = head;
  const key = JSON.stringify([uri, from, to, today, statusDate, daysOff, withTime, width, grain.tickInterval, locale]);
  return { names, width, grain, key, wording: JSON.stringify([uri, withTime, locale]) };
}

/** How wide the picture is where this much room is beside the names, and how fine its grid. */
export function paceOf(
  { from, to }: HeldChart['head'],
  room: number,
  zoom: number | undefined,
): Pick<Frame, 'width' | 'grain'> {
  const days = daysOf({ from, to });
  const wanted = zoom === undefined ? Math.max(room, 160) : Math.max(zoom * days, widths.least);
  const width = Math.round(Math.min(wanted, widths.most));
  return { width, grain: grainFor(width / days) };
}

/** The nearest zoom that pictures are made for: beyond it nothing would change. */
export function withinWidths({ from, to }: HeldChart['head'], zoom: number): number {
  const days = daysOf({ from, to });
  return Math.min(Math.max(zoom, widths.least / days), widths.most / days);
}

function daysOf({ from, to }: Pick<HeldChart['head'], 'from' | 'to'>): number {
  return (timeOf(to) - timeOf(from)) / dayMilliseconds;
}
