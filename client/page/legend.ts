// The legend: the signs that this chart uses, in words.
import type { ChartHead, ChartSign } from '../../server/charts/chart.ts';
import { showsDaysOff } from './picture.ts';
import { svgElement } from './svg-element.ts';
import type { TimeScale } from './time-scale.ts';
import type { Say } from './words.ts';

const bar = (className: string): Element =>
  svgElement('rect', { class: className, x: 2, y: 4, width: 18, height: 9, rx: 2 });

/** What it explains, in its order. */
const signs: Readonly<Record<ChartSign | 'days-off', () => readonly Element[]>> = {
  critical: () => [bar('bar critical')],
  progress: () => [bar('bar'), svgElement('rect', { class: 'part', x: 3, y: 5, width: 9, height: 7 })],
  milestone: () => [svgElement('path', { class: 'legend-milestone', d: 'M11 2l6.5 6.5l-6.5 6.5l-6.5 -6.5z' })],
  buffer: () => [bar('bar buffer')],
  deadline: () => [svgElement('path', { class: 'deadline', d: 'M8 15v-13l7 4l-7 4' })],
  late: () => [svgElement('path', { class: 'deadline late', d: 'M8 15v-13l7 4l-7 4' })],
  slack: () => [svgElement('path', { class: 'slack-tail', d: 'M2 8.5h16m0 -3v6' })],
  ghost: () => [svgElement('rect', { class: 'ghost', x: 2, y: 6, width: 18, height: 5, rx: 1 })],
  'days-off': () => [svgElement('rect', { class: 'day-off', x: 2, y: 1, width: 18, height: 14 })],
};

/** The entries for a chart. */
export function legendOf({ signs: used, daysOff }: ChartHead, scale: TimeScale, say: Say): HTMLElement[] {
  const shown = new Set<ChartSign | 'days-off'>(used);
  if (daysOff.length > 0 && showsDaysOff(scale)) shown.add('days-off');
  return (['critical', 'progress', 'milestone', 'buffer', 'deadline', 'late', 'slack', 'ghost', 'days-off'] as const)
    .filter((sign) => shown.has(sign))
    .map((sign) => {
      const entry = document.createElement('span');
      const picture = svgElement('svg', { viewBox: '0 0 22 16', 'aria-hidden': 'true' }, ...signs[sign]());
      entry.append(picture, say(sign));
      return entry;
    });
}
