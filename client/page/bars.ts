// The bars of a block. Mermaid draws a stretch of time once, with its grid and a bar of each of its shapes; a row's bar is a copy of one, where Mermaid would put it.
import mermaid from 'mermaid';
import type { ChartBlock, ChartHead, ChartRow } from '../../server/charts/chart.ts';
import { barHeight, barInset, rowHeight } from './row-height.ts';
import { type Grain, recoverScale, type TimeScale, timeOf } from './time-scale.ts';

/** Mermaid leaves room for its own axis of this height above and below the rows. */
const axisRoom = 50;

/** A row's bar, in the picture's pixels. */
export interface Bar {
  readonly element: SVGRectElement;
  readonly x: number;
  readonly width: number;
}

export interface Bars {
  readonly svg: SVGSVGElement;
  readonly grid: Element;
  /** One for each row of the block. */
  readonly rows: readonly Bar[];
}

/** What Mermaid drew of a stretch of time on a width. */
export interface Pattern {
  readonly width: number;
  readonly scale: TimeScale;
  /** Where Mermaid's grid lines stand, with their times. */
  readonly ticks: readonly { readonly x: number; readonly time: number }[];
  /** The bars of a block on this scale, nothing around them. Costs Mermaid no drawing. */
  barsOf(block: Pick<ChartBlock, 'rows'>): Bars;
}

let drawings = 0;

/** Has Mermaid draw the time of a chart on this width. Rejects where it can't. */
export async function drawPattern(head: Pick<ChartHead, 'from' | 'to'>, width: number, grain: Grain): Promise<Pattern> {
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    theme: 'base',
    gantt: {
      useWidth: width,
      useMaxWidth: false,
      leftPadding: 0,
      rightPadding: 0,
      topPadding: axisRoom,
      gridLineStartPadding: axisRoom,
      barHeight,
      barGap: rowHeight - barHeight,
      numberSectionStyles: 2,
      tickInterval: grain.tickInterval,
    },
  });
  drawings += 1;
  const id = `gantt${drawings}`;
  const workshop = document.createElement('div');
  workshop.className = 'workshop';
  document.body.append(workshop);
  try {
    const drawn = await mermaid.render(id, sourceOf(head), workshop);
    return take(drawn.svg, id, head, width);
  } finally {
    workshop.remove();
  }
}

/** A mark at both ends, a bar and a milestone. The axis is written so that its times can be read back. */
function sourceOf({ from, to }: Pick<ChartHead, 'from' | 'to'>): string {
  return `gantt
    dateFormat YYYY-MM-DDTHH:mm
    axisFormat %Y-%m-%dT%H:%M
    weekday monday
    todayMarker off
    from :vert, from, ${from}, ${from}
    until :vert, until, ${to}, ${to}
    bar :bar, ${from}, ${to}
    point :milestone, point, ${from}, ${from}
`;
}

/** Mermaid's answer is text, cleaned by it; it is read without being shown. */
function take(text: string, id: string, head: Pick<ChartHead, 'from' | 'to'>, width: number): Pattern {
  const template = document.createElement('template');
  template.innerHTML = text;
  const svg = template.content.querySelector('svg');
  const grid = svg?.querySelector('.grid');
  if (svg === null || grid === null || grid === undefined) throw new Error('Mermaid gave no picture');
  const ticks = [...grid.querySelectorAll('.tick')].flatMap((tick) => {
    const x = Number(/translate\(([\d.]+)/.exec(tick.getAttribute('transform') ?? '')?.[1]);
    const time = timeOf(tick.textContent.trim());
    return Number.isFinite(x) && Number.isFinite(time) ? [{ x, time }] : [];
  });
  for (const spare of grid.querySelectorAll('text, path.domain')) spare.remove();
  const rect = (name: string): SVGRectElement => {
    const found = svg.querySelector<SVGRectElement>(`#${id}-${name}`);
    if (found === null) throw new Error(`Mermaid left out the ${name}`);
    return found;
  };
  const edge = (name: 'from' | 'until', moment: string) => ({ time: timeOf(moment), x: numberOf(rect(name), 'x') });
  const scale = recoverScale(edge('from', head.from), edge('until', head.to));
  const shapes = { bar: shapeOf(rect('bar')), point: shapeOf(rect('point')) };
  const sheet = sheetOf(svg, width);
  return {
    width,
    scale,
    ticks,
    barsOf: ({ rows }) => {
      const height = rows.length * rowHeight;
      const bars = rows.map((row, index) => barOf(row, index, scale, shapes));
      const whole = copyOf(sheet);
      whole.setAttribute('viewBox', `0 ${rowTop(0)} ${width} ${height}`);
      whole.setAttribute('height', String(height));
      whole.append(...bars.map(({ element }) => element));
      const lines = copyOf(grid);
      lines.setAttribute('transform', `translate(0, ${rowTop(0) + height})`);
      for (const line of lines.querySelectorAll('line')) line.setAttribute('y2', String(-height));
      return { svg: whole, grid: lines, rows: bars };
    },
  };
}

/** The picture's outermost element, empty. */
function sheetOf(svg: SVGSVGElement, width: number): SVGSVGElement {
  svg.replaceChildren();
  svg.setAttribute('width', String(width));
  for (const name of ['id', 'style', 'aria-roledescription', 'role']) svg.removeAttribute(name);
  return svg;
}

function shapeOf(rect: SVGRectElement): SVGRectElement {
  for (const name of ['id', 'class', 'transform-origin']) rect.removeAttribute(name);
  return rect;
}

/** A row's bar as Mermaid would place it: both of its ends on whole pixels; a milestone is a square around its moment, turned. */
function barOf(
  { kind, drawn }: Pick<ChartRow, 'kind' | 'drawn'>,
  index: number,
  scale: TimeScale,
  shapes: { readonly bar: SVGRectElement; readonly point: SVGRectElement },
): Bar {
  const start = Math.round(scale.x(timeOf(drawn.start)));
  const finish = Math.round(scale.x(timeOf(drawn.finish)));
  const y = rowTop(index) + barInset;
  const isPoint = kind === 'milestone';
  const middle = (start + finish) / 2;
  const x = isPoint ? middle - barHeight / 2 : start;
  const width = isPoint ? barHeight : finish - start;
  const element = copyOf(isPoint ? shapes.point : shapes.bar);
  element.setAttribute('x', String(x));
  element.setAttribute('y', String(y));
  element.setAttribute('width', String(width));
  if (isPoint) element.setAttribute('transform-origin', `${middle}px ${y + barHeight / 2}px`);
  return { element, x, width };
}

function copyOf<T extends Element>(element: T): T {
  return document.importNode(element, true);
}

/** The top of a row's band in the picture's pixels; `row`: in its block, others lie above or below it. */
export function rowTop(row: number): number {
  return axisRoom - barInset + row * rowHeight;
}

function numberOf(element: Element, attribute: string): number {
  return Number(element.getAttribute(attribute)) || 0;
}
