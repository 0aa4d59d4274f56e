// How wide the column of names has to be.
import type { ChartHead } from '../../server/charts/chart.ts';

/** Room for indentation, fold and signs around a name. */
const around = 66;
const indent = 14;
const least = 110;

/** What was measured last: most charts that follow each other have the same widest name. */
let last = { font: '', text: '', width: 0 };

/** Wide enough for the widest name, at most two fifths of the room; in steps, so that it doesn't move with every letter typed. */
export function namesWidth({ name, depth, kind }: ChartHead['widest'], room: number): number {
  const { fontFamily, fontSize } = getComputedStyle(document.body);
  const font = `${kind === 'summary' ? '600 ' : ''}${fontSize} ${fontFamily}`;
  const text = name.slice(0, 200);
  if (last.font !== font || last.text !== text) last = { font, text, width: widthOf(text, font) };
  const widest = last.width + depth * indent;
  const wanted = Math.ceil((widest + around) / 20) * 20;
  return Math.round(Math.max(least, Math.min(wanted, room * 0.4)));
}

function widthOf(text: string, font: string): number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return 0;
  context.font = font;
  return context.measureText(text).width;
}
