// What is seen of a chart: strips on one frame, and what of them can stay for the next picture.
import type { Pattern } from './bars.ts';
import type { Frame } from './frame.ts';
import type { HeldChart } from './held-chart.ts';
import type { Strip, Strips } from './strip.ts';
import { localMoment, type TimeScale } from './time-scale.ts';

export interface Shown {
  readonly uri: string;
  readonly head: HeldChart['head'];
  readonly frame: Frame;
  /** Undefined where there are no rows. */
  readonly pattern: Pattern | undefined;
  readonly strips: Strips;
}

type Block = HeldChart['blocks'] extends ReadonlyMap<number, infer Held> ? Held : never;

/** The strip of a block that is drawn already just as it would be drawn in this frame. */
export function reusable(shown: Shown | undefined, block: Block | undefined, frame: Frame): Strip | undefined {
  return shown?.frame.key === frame.key ? sameRows(shown, block) : undefined;
}

/** The names of a block that are written already just as they would be written. */
export function namesKept(shown: Shown | undefined, block: Block, frame: Frame): HTMLElement | undefined {
  return shown?.frame.wording === frame.wording ? sameRows(shown, block)?.names : undefined;
}

function sameRows({ strips }: Shown, block: Block | undefined): Strip | undefined {
  const strip = block === undefined ? undefined : strips.get(block.first);
  return strip?.block.tag === block?.tag ? strip : undefined;
}

/** Of the blocks that are not drawn as they are, the one that begins nearest to this row. */
export function nearestMissing({ strips }: Shown, blocks: HeldChart['blocks'], row: number): Block | undefined {
  const distance = ({ first }: Block): number => Math.abs(first - row);
  return [...blocks.values()]
    .filter(({ first, tag }) => strips.get(first)?.block.tag !== tag)
    .reduce<Block | undefined>((a, b) => (a === undefined || distance(b) < distance(a) ? b : a), undefined);
}

/** The moment at the left edge after zooming to a picture of this width, if what is `x` pixels right of the edge stays there. */
export function edgeAfterZoom(
  { time, x: placeOf }: TimeScale,
  from: number,
  to: number,
  { left, x }: { readonly left: number; readonly x: number },
): string {
  return localMoment(time(((placeOf(time(left + x)) * to) / from - x) * (from / to)));
}
