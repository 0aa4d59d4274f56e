// The pointer takes a bar, an end of it, its progress, or a link to another bar; what it does is a gesture, tried while it moves.
import type { ChartLink, ChartRow } from '../../../server/charts/chart.ts';
import type { Gesture, Grain, Shift } from '../../../server/charts/gesture.ts';
import { rowHeight } from '../row-height.ts';
import { localMoment, type TimeScale, timeOf } from '../time-scale.ts';
import { type EditingView, spanOf } from './editing-view.ts';

/** What of a bar was taken. */
export type Hold = 'body' | 'finish' | 'progress' | 'from-start' | 'from-finish';

/** A place on the picture, in its pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What was taken, and where. */
export interface Taken {
  readonly hold: Hold;
  readonly row: number;
  readonly task: ChartRow;
  readonly at: Spot;
}

/** An hour wide enough to be pointed at. */
const pixelsPerHour = 12;

/** How fine a drag is on this picture: hours, where they can be told apart. */
export function grainOf(view: EditingView): Grain {
  return view.withTime || (view.scale?.pixelsPerDay ?? 0) >= pixelsPerHour * 24 ? 'hour' : 'day';
}

/** What a drag from where it was taken to `to` means; undefined where it means nothing there. */
export function gestureOf({ hold, row, task, at }: Taken, to: Spot, view: EditingView): Gesture | undefined {
  const { scale } = view;
  const span = spanOf(view, row);
  if (scale === undefined || span === undefined) return undefined;
  const { planId } = task;
  const grain = grainOf(view);
  const pixels = to.x - at.x;
  if (hold === 'body')
    return { kind: 'move', planId, shift: shiftOf(pixels, timeOf(task.drawn.start), scale, grain), grain };
  if (hold === 'finish')
    return { kind: 'stretch', planId, shift: shiftOf(pixels, timeOf(task.drawn.finish), scale, grain), grain };
  if (hold === 'progress') {
    const share = (to.x - span.left) / Math.max(span.right - span.left, 1);
    return { kind: 'progress', planId, percent: Math.round(Math.max(0, Math.min(share, 1)) * 20) * 5 };
  }
  const target = barAt(to, view);
  if (target === undefined || target.task.planId === planId) return undefined;
  return { kind: 'link', from: planId, to: target.task.planId, type: typeOf(hold, target.end) };
}

function shiftOf(pixels: number, from: number, scale: TimeScale, grain: Grain): Shift {
  if (grain === 'day') return { days: Math.round(pixels / scale.pixelsPerDay) };
  return { drawn: localMoment(scale.time(scale.x(from) + pixels)) };
}

/** The row under a spot, and which end of its bar is nearer; beside a bar it is the near end. */
export function barAt({ x, y }: Spot, view: EditingView) {
  const row = Math.floor(y / rowHeight);
  const task = view.row(row);
  const span = spanOf(view, row);
  if (task === undefined || span === undefined) return undefined;
  const end: 'start' | 'finish' = x <= (span.left + span.right) / 2 ? 'start' : 'finish';
  return { row, task, end };
}

function typeOf(hold: Hold, end: 'start' | 'finish'): ChartLink['type'] {
  if (hold === 'from-finish') return end === 'start' ? 'FS' : 'FF';
  return end === 'start' ? 'SS' : 'SF';
}
