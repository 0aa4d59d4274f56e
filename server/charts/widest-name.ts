// The name in a chart that needs most room.
import type { ChartHead } from './chart.ts';

/** The row whose name is widest. */
export function widestOf(names: Iterable<ChartHead['widest']>): ChartHead['widest'] {
  let most = -1;
  let widest: ChartHead['widest'] = { name: '', depth: 0, kind: 'task' };
  for (const row of names) {
    const width = nameWidth(row);
    if (width > most) [widest, most] = [row, width];
  }
  return widest;
}

/** About how wide a name is written, in letters; Chinese and its like are twice as wide. */
function nameWidth({ name, depth }: ChartHead['widest']): number {
  let width = depth * 2;
  for (let index = 0; index < name.length; index++) width += name.charCodeAt(index) > 0x2e7f ? 2 : 1;
  return width;
}
