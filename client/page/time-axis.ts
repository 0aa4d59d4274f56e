// The time axis above the picture: two lines of labels at Mermaid's grid lines, and the names of today and the status date.
import type { GanttChart } from '../../server/charts/chart.ts';
import type { Picture } from './picture.ts';
import { type Grain, nextBoundary, timeOf } from './time-scale.ts';
import type { PageLocale, Say } from './words.ts';

/** A label with less room than this is left out. */
const leastLabel = 18;

/** The labels, placed in pixels from the picture's left edge. */
export function timeAxis(chart: GanttChart, picture: Picture, grain: Grain, locale: PageLocale, say: Say): HTMLElement {
  const axis = document.createElement('div');
  axis.className = 'axis';
  axis.style.width = `${picture.width}px`;
  axis.append(...upper(picture, grain, locale), ...lower(picture, grain, locale), ...names(chart, picture, say));
  return axis;
}

function upper({ scale, width }: Picture, grain: Grain, locale: PageLocale): HTMLElement[] {
  if (grain.upper === undefined) return [];
  const format = new Intl.DateTimeFormat(locale, grain.upper.format);
  const labels: HTMLElement[] = [];
  for (let time = scale.time(0); scale.x(time) < width - 1; ) {
    const next = nextBoundary(time, grain.upper.by);
    const left = scale.x(time);
    const right = Math.min(scale.x(next), width);
    labels.push(label('upper', format.format(time), left, right - left));
    time = next;
  }
  return labels;
}

function lower({ scale, ticks, width }: Picture, grain: Grain, locale: PageLocale): HTMLElement[] {
  const format = new Intl.DateTimeFormat(locale, grain.lower);
  // Some languages put a unit behind a day's number; in a calendar's head the number alone is usual.
  const write =
    grain.lower.day === 'numeric' && grain.lower.month === undefined
      ? (time: number) => String(new Date(time).getDate())
      : (time: number) => format.format(time);
  return ticks.map(({ time }, index) => {
    const left = scale.x(time);
    const next = ticks[index + 1];
    const right = next === undefined ? width : scale.x(next.time);
    const place = grain.tickInterval === '1day' ? 'lower centred' : 'lower';
    return label(place, write(time), left, Math.max(right - left, 0));
  });
}

function names(chart: GanttChart, { scale }: Picture, say: Say): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const [kind, moment, word] of [
    ['today', chart.today, 'today'],
    ['status', chart.statusDate, 'status-date'],
  ] as const) {
    if (moment === undefined || moment < chart.from || moment > chart.to) continue;
    const name = document.createElement('span');
    name.className = `line-name ${kind}`;
    name.textContent = say(word);
    name.style.left = `${scale.x(timeOf(moment))}px`;
    found.push(name);
  }
  return found;
}

function label(place: 'upper' | 'lower' | 'lower centred', text: string, left: number, width: number): HTMLElement {
  const element = document.createElement('span');
  element.className = place;
  element.style.left = `${left}px`;
  element.style.width = `${width}px`;
  const inner = document.createElement('span');
  inner.textContent = width < leastLabel ? '' : text;
  element.append(inner);
  return element;
}
