// The time axis above the picture: two lines of labels at Mermaid's grid lines, and the names of today and the status date.
import type { ChartHead } from '../../server/charts/chart.ts';
import type { Picture } from './picture.ts';
import { type Grain, nextBoundary, timeOf } from './time-scale.ts';
import type { PageLocale, Say } from './words.ts';

/** Pixels that a label takes: those of Chinese and its like are twice as wide. Without that room it is left out. */
function roomFor(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 11.5 : 6.2), 7);
}

/** A label of one of the two lines, in pixels from the picture's left edge; without text where there is no room for it. */
export interface AxisLabel {
  readonly place: 'upper' | 'lower' | 'lower centred';
  readonly text: string;
  readonly left: number;
  readonly width: number;
}

/** The name of a line that crosses the picture, by its middle; a raised one stands in the upper line of the axis. */
export interface LineName {
  readonly kind: 'today' | 'status';
  readonly isRaised: boolean;
  readonly text: string;
  readonly x: number;
}

/** The time that a picture shows. */
export type ShownTime = Pick<Picture, 'scale' | 'width' | 'span' | 'ticks'>;

/** The labels, placed in pixels from the picture's left edge. */
export function timeAxis(head: ChartHead, time: ShownTime, grain: Grain, locale: PageLocale, say: Say): HTMLElement {
  const axis = document.createElement('div');
  axis.className = 'axis';
  axis.style.width = `${time.width}px`;
  axis.append(
    ...axisLabels(head, time, grain, locale, say).map(labelElement),
    ...lineNames(head, time, say).map(nameElement),
  );
  return axis;
}

/** The labels of both lines; the names of lines are read where both would lie on each other. */
export function axisLabels(
  head: ChartHead,
  time: ShownTime,
  grain: Grain,
  locale: PageLocale,
  say: Say,
): readonly AxisLabel[] {
  const names = lineNames(head, time, say);
  return [...upper(time, grain, locale), ...lower(time, grain, locale)].map((one) =>
    one.text !== '' && names.some((name) => covers(name, one)) ? beside(names, one) : one,
  );
}

/** Whether the name of a line lies on a label's text. */
function covers({ isRaised, text, x }: LineName, { place, text: words, left }: AxisLabel): boolean {
  const half = roomFor(text) / 2 + 3;
  return isRaised === (place === 'upper') && x - half < left + roomFor(words) && x + half > left;
}

/** The label behind the names that lie on it, where there is room for it, else without its text. */
function beside(names: readonly LineName[], label: AxisLabel): AxisLabel {
  const end = Math.max(...names.filter((name) => covers(name, label)).map(({ text, x }) => x + roomFor(text) / 2 + 4));
  const moved = { ...label, left: end, width: label.left + label.width - end };
  const hasRoom = label.place === 'upper' && moved.width >= roomFor(label.text);
  return hasRoom && !names.some((name) => covers(name, moved)) ? moved : { ...label, text: '' };
}

function upper({ scale, width, span }: ShownTime, grain: Grain, locale: PageLocale): AxisLabel[] {
  if (grain.upper === undefined) return [];
  const format = new Intl.DateTimeFormat(locale, grain.upper.format);
  const labels: AxisLabel[] = [];
  for (let time = scale.time(0); scale.x(time) < width - 1; ) {
    const next = nextBoundary(time, grain.upper.by);
    const left = scale.x(time);
    const right = Math.min(scale.x(next), width);
    if (left <= span.right && right >= span.left) labels.push(label('upper', format.format(time), left, right - left));
    time = next;
  }
  return labels;
}

function lower({ scale, ticks, width }: ShownTime, grain: Grain, locale: PageLocale): AxisLabel[] {
  const format = new Intl.DateTimeFormat(locale, grain.lower);
  // Some languages put a unit behind a day's number; in a calendar's head the number alone is usual.
  const write =
    grain.lower.day === 'numeric' && grain.lower.month === undefined
      ? (time: number) => String(new Date(time).getDate())
      : (time: number) => format.format(time);
  const step = grain.tickInterval === '12month' ? yearStep(scale.pixelsPerDay) : 1;
  return ticks.map(({ time }, index) => {
    const left = scale.x(time);
    const next = ticks[index + step];
    const right = next === undefined ? width : scale.x(next.time);
    const place = grain.tickInterval === '1day' ? 'lower centred' : 'lower';
    const isLeftOut = step > 1 && new Date(time).getFullYear() % step !== 0;
    return label(place, isLeftOut ? '' : write(time), left, Math.max(right - left, 0));
  });
}

/** Years between two labels that have room side by side. */
function yearStep(pixelsPerDay: number): number {
  const needed = roomFor('2026') / (pixelsPerDay * 365.25);
  return [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((years) => years >= needed) ?? 2000;
}

/** Names of lines that stand close share the two lines of the axis. */
const close = 90;

/** The names of today and of the status date, as far as these are in the picture. */
export function lineNames(head: ChartHead, { scale, width }: ShownTime, say: Say): readonly LineName[] {
  const lines = [
    { kind: 'today', moment: head.today, word: 'today' },
    { kind: 'status', moment: head.statusDate, word: 'status-date' },
  ] as const;
  const seen = lines.flatMap(({ kind, moment, word }) =>
    moment === undefined || moment < head.from || moment > head.to ? [] : { kind, word, x: scale.x(timeOf(moment)) },
  );
  return seen.map(({ kind, word, x }) => {
    const text = say(word);
    const half = roomFor(text) / 2 + 5;
    return {
      kind,
      isRaised: kind === 'status' && seen.some((other) => other.kind === 'today' && Math.abs(other.x - x) < close),
      text,
      // At an edge of the picture it stands beside its line.
      x: Math.max(half, Math.min(width - half, x)),
    };
  });
}

function nameElement({ kind, isRaised, text, x }: LineName): HTMLElement {
  const name = document.createElement('span');
  name.className = `line-name ${kind}${isRaised ? ' raised' : ''}`;
  name.textContent = text;
  name.style.left = `${x}px`;
  return name;
}

function label(place: AxisLabel['place'], text: string, left: number, width: number): AxisLabel {
  return { place, text: width < roomFor(text) ? '' : text, left, width };
}

function labelElement({ place, text, left, width }: AxisLabel): HTMLElement {
  const element = document.createElement('span');
  element.className = place;
  element.style.left = `${left}px`;
  element.style.width = `${width}px`;
  const inner = document.createElement('span');
  inner.textContent = text;
  element.append(inner);
  return element;
}
