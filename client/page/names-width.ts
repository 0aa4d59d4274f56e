// How wide the column of names has to be.
import type { ChartHead } from '../../server/charts/chart.ts';

/** Room for indentation, fold and signs around a name. */
const around = 66;
const indent = 14;
const least = 110;

/** Wide enough for the widest name, at most two fifths of the room; in steps, so that it doesn't move with every letter typed. */
export function namesWidth({ name, depth, kind }: ChartHead['widest'], room: number): number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return least;
  const { fontFamily, fontSize } = getComputedStyle(document.body);
  context.font = `${kind === 'summary' ? '600 ' : ''}${fontSize} ${fontFamily}`;
  const widest = context.measureText(name.slice(0, 200)).width + depth * indent;
  const wanted = Math.ceil((widest + around) / 20) * 20;
  return Math.round(Math.max(least, Math.min(wanted, room * 0.4)));
}
