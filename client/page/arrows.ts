// Dependency arrows: right-angled paths from bar to bar.
import type { ChartLink } from '../../server/charts/chart.ts';
import { rowHeight } from './row-height.ts';

/** A bar as an arrow sees it. */
export interface End {
  readonly left: number;
  readonly right: number;
  /** The middle of its row. */
  readonly y: number;
  /** Half of its height. */
  readonly half: number;
  /** Where an arrow from above or below meets it. */
  readonly into: number;
}

const step = 7;
const head = 4;

/** The path of a link's arrow, its head included. */
export function arrowPath({ type }: Pick<ChartLink, 'type'>, from: End, to: End): string {
  const fromFinish = type === 'FS' || type === 'FF';
  const toStart = type === 'FS' || type === 'SS';
  const x1 = fromFinish ? from.right : from.left;
  const x2 = toStart ? to.left : to.right;
  const start = `M${round(x1)} ${round(from.y)}`;
  if (type === 'FS' && x2 >= x1 - 1) return `${start}${ontoBar(x1, to, to.y > from.y)}`;
  if (fromFinish !== toStart) {
    // Both ends on one side: out beyond the further one, and back in.
    const beyond = fromFinish ? Math.max(x1, x2) + step : Math.min(x1, x2) - step;
    return `${start}H${round(beyond)}V${round(to.y)}${intoSide(x2, toStart)}`;
  }
  // The successor lies back in time: around, between two rows.
  const out = fromFinish ? x1 + step : x1 - step;
  const back = toStart ? x2 - step : x2 + step;
  const between = from.y + (to.y > from.y ? rowHeight / 2 : -rowHeight / 2);
  return `${start}H${round(out)}V${round(between)}H${round(back)}V${round(to.y)}${intoSide(x2, toStart)}`;
}

/** Along the predecessor's row, and down (or up) onto the successor's beginning. */
function ontoBar(x1: number, to: End, down: boolean): string {
  const x = Math.max(to.into, x1 + 2);
  const edge = to.y + (down ? -to.half : to.half);
  const tail = edge + (down ? -head : head);
  return `H${round(x)}V${round(tail)}M${round(x - head)} ${round(tail)}L${round(x)} ${round(edge)}L${round(x + head)} ${round(tail)}Z`;
}

/** Into the left side (a start) or the right side (a finish). */
function intoSide(x: number, toStart: boolean): string {
  const tail = toStart ? x - head : x + head;
  return `H${round(tail)}m0 ${-head}l${toStart ? head : -head} ${head}l${toStart ? -head : head} ${head}z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
