// What is drawn while a hand zooms: of the strips only the rows and the time that are seen. The names stay as they are.
import type { ChartBlock } from '../../server/charts/chart.ts';
import type { Pattern } from './bars.ts';
import { paceOf } from './frame.ts';
import type { Rows } from './looked-at.ts';
import type { Patterns } from './patterns.ts';
import { dress } from './picture.ts';
import { rowHeight } from './row-height.ts';
import type { Shown } from './shown.ts';
import type { Strips } from './strip.ts';

/** Pixels beside what is seen that are drawn too: what stands there may reach in. */
const beside = 60;

/** What is looked at now. */
export interface GlimpseLook {
  readonly zoom: number | undefined;
  /** How far the picture is scrolled, and how much of its width is seen, in pixels. */
  readonly left: number;
  readonly room: number;
  readonly rows: Rows;
}

/** What is seen now in the place of what was shown; undefined where Mermaid has drawn nothing for it. */
export function glimpse(
  shown: Shown,
  { zoom, left, room, rows }: GlimpseLook,
  patterns: Patterns,
): (Shown & { readonly pattern: Pattern }) | undefined {
  const { head, frame, strips } = shown;
  const { width, grain } = paceOf(head, room, zoom);
  const fitting = patterns.ready(head, grain);
  // Until Mermaid has drawn another grid, the one before serves.
  if (fitting === undefined) void patterns.drawn(head, width, grain).catch(() => undefined);
  const usual = fitting ?? patterns.ready(head, frame.grain);
  if (usual === undefined) return undefined;
  const pattern = usual.on(width, { left: left - beside, right: left + room + beside });
  return {
    ...shown,
    frame: { ...frame, width, grain: fitting === undefined ? frame.grain : grain, key: 'glimpse' },
    pattern,
    strips: stripsOf(head, strips, pattern, rows),
  };
}

function stripsOf(head: Shown['head'], strips: Strips, pattern: Pattern, rows: Rows): Strips {
  return new Map(
    [...strips].flatMap(([start, { block, links, names }]) => {
      const part = partOf(block, rows);
      if (part.rows.length === 0) return [];
      const picture = dress(head, part, links, pattern);
      picture.svg.style.top = `${part.first * rowHeight}px`;
      return [[start, { block, links, names, picture }]];
    }),
  );
}

/** The rows of a block that are seen. */
function partOf(
  { first, rows, groupsBefore }: ChartBlock,
  seen: Rows,
): Pick<ChartBlock, 'first' | 'rows' | 'groupsBefore'> {
  const from = Math.min(Math.max(seen.first - first, 0), rows.length);
  const end = Math.min(Math.max(seen.end - first, from), rows.length);
  return {
    first: first + from,
    rows: rows.slice(from, end),
    groupsBefore: groupsBefore + rows.slice(0, from).filter(({ depth }) => depth === 0).length,
  };
}
