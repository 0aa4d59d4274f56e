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
  /** A milestone: as wide as its sign, and at one moment. */
  readonly isPoint: boolean;
}

const step = 7;
const head = 4;

/** The path of a link's arrow, its head included. */
export function arrowPath({ type }: Pick<ChartLink, 'type'>, from: End, to: End): string {
  const fromFinish = type === 'FS' || type === 'FF';
  const toStart = type === 'FS' || type === 'SS';
  const x1 = fromFinish ? from.right : from.left;
  const x2 = toStart ? to.left : to.right;
  if (type === 'FS' && to.into >= (from.isPoint ? from.into : x1) - 1) return ontoBar(from, to);
  const start = `M${round(x1)} ${round(from.y)}`;
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

/** Along the predecessor's row (a point is left at its tip), and down or up onto the successor's beginning. */
function ontoBar(from: End, to: End): string {
  const down = to.y > from.y ? 1 : -1;
  const x = Math.max(to.into, from.isPoint ? from.into : from.right + 1);
  const edge = to.y - down * to.half;
  const tail = edge - down * head;
  const start = from.isPoint
    ? `M${round(from.into)} ${round(from.y + down * from.half)}V${round(from.y + (down * rowHeight) / 2)}`
    : `M${round(from.right)} ${round(from.y)}`;
  return `${start}H${round(x)}V${round(tail)}m${-head} 0l${head} ${down * head}l${head} ${-down * head}z`;
}

/** How long the ends of a far link's arrow are. */
const stub = 10;

/** The two ends of the arrow of a link whose rows are far apart: where it leaves, turned towards the other row, and its head. */
export function arrowEnds({ type }: Pick<ChartLink, 'type'>, from: End, to: End): string {
  const fromFinish = type === 'FS' || type === 'FF';
  const toStart = type === 'FS' || type === 'SS';
  const down = to.y > from.y ? 1 : -1;
  const leaves = `M${round(fromFinish ? from.right : from.left)} ${round(from.y)}h${fromFinish ? step : -step}v${down * stub}`;
  if (type === 'FS' && to.into >= (from.isPoint ? from.into : from.right) - 1) {
    const edge = to.y - down * to.half;
    return `${leaves}M${round(to.into)} ${round(edge - down * stub)}V${round(edge - down * head)}m${-head} 0l${head} ${down * head}l${head} ${-down * head}z`;
  }
  const x = toStart ? to.left : to.right;
  return `${leaves}M${round(toStart ? x - step : x + step)} ${round(to.y - down * stub)}V${round(to.y)}${intoSide(x, toStart)}`;
}

/** Into the left side (a start) or the right side (a finish). */
function intoSide(x: number, toStart: boolean): string {
  const tail = toStart ? x - head : x + head;
  return `H${round(tail)}m0 ${-head}l${toStart ? head : -head} ${head}l${toStart ? -head : head} ${head}z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
