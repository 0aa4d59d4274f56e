// The legend: the signs that this chart uses, in words.
import type { GanttChart } from '../../server/charts/chart.ts';
import { showsDaysOff } from './picture.ts';
import { svgElement } from './svg-element.ts';
import type { TimeScale } from './time-scale.ts';
import type { PageWord, Say } from './words.ts';

interface Sign {
  readonly word: PageWord;
  readonly used: (chart: GanttChart, scale: TimeScale) => boolean;
  readonly draw: () => readonly Element[];
}

const bar = (className: string): Element =>
  svgElement('rect', { class: className, x: 2, y: 4, width: 18, height: 9, rx: 2 });

const signs: readonly Sign[] = [
  {
    word: 'critical',
    used: ({ rows }) => rows.some(({ critical, kind }) => critical && kind === 'task'),
    draw: () => [bar('bar critical')],
  },
  {
    word: 'progress',
    used: ({ rows }) => rows.some(({ progress }) => progress > 0),
    draw: () => [bar('bar'), svgElement('rect', { class: 'part', x: 3, y: 5, width: 9, height: 7 })],
  },
  {
    word: 'milestone',
    used: ({ rows }) => rows.some(({ kind }) => kind === 'milestone'),
    draw: () => [svgElement('path', { class: 'legend-milestone', d: 'M11 2l6.5 6.5l-6.5 6.5l-6.5 -6.5z' })],
  },
  { word: 'buffer', used: ({ rows }) => rows.some(({ kind }) => kind === 'buffer'), draw: () => [bar('bar buffer')] },
  {
    word: 'deadline',
    used: ({ rows }) => rows.some(({ drawn }) => drawn.deadline !== undefined),
    draw: () => [svgElement('path', { class: 'deadline', d: 'M8 15v-13l7 4l-7 4' })],
  },
  {
    word: 'late',
    used: ({ rows }) => rows.some(({ late }) => late),
    draw: () => [svgElement('path', { class: 'deadline late', d: 'M8 15v-13l7 4l-7 4' })],
  },
  {
    word: 'days-off',
    used: ({ daysOff }, scale) => daysOff.length > 0 && showsDaysOff(scale),
    draw: () => [svgElement('rect', { class: 'day-off', x: 2, y: 1, width: 18, height: 14 })],
  },
];

/** The entries for a chart. */
export function legendOf(chart: GanttChart, scale: TimeScale, say: Say): HTMLElement[] {
  return signs
    .filter(({ used }) => used(chart, scale))
    .map(({ word, draw }) => {
      const entry = document.createElement('span');
      const picture = svgElement('svg', { viewBox: '0 0 22 16', 'aria-hidden': 'true' }, ...draw());
      entry.append(picture, say(word));
      return entry;
    });
}
