// How wide the column of names has to be.
import type { ChartRow } from '../../server/charts/chart.ts';

/** Room for indentation, fold and signs around a name. */
const around = 66;
const indent = 14;
const least = 110;

/** Wide enough for the names, at most two fifths of the room; in steps, so that it doesn't move with every letter typed. */
export function namesWidth(rows: readonly ChartRow[], room: number): number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return least;
  const { fontFamily, fontSize } = getComputedStyle(document.body);
  let widest = 0;
  for (const { name, depth, kind } of rows) {
    context.font = `${kind === 'summary' ? '600 ' : ''}${fontSize} ${fontFamily}`;
    widest = Math.max(widest, context.measureText(name.slice(0, 200)).width + depth * indent);
  }
  const wanted = Math.ceil((widest + around) / 20) * 20;
  return Math.round(Math.max(least, Math.min(wanted, room * 0.4)));
}
