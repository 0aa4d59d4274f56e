// The bars of a block. Mermaid draws a stretch of time once, with its grid and a bar of each of its shapes; on every width a row's bar and a grid line are copies of these, where Mermaid would put them.
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

/** A part of a picture, in pixels from its left edge. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** What Mermaid draws of a stretch of time on a width. */
export interface Pattern {
  readonly width: number;
  readonly scale: TimeScale;
  /** What of it is to be drawn. */
  readonly span: Span;
  /** Where Mermaid's grid lines stand in that span and next to it, with their times. */
  readonly ticks: readonly { readonly x: number; readonly time: number }[];
  /** The bars of a block on this scale, nothing around them. Costs Mermaid no drawing. */
  barsOf(block: Pick<ChartBlock, 'rows'>): Bars;
  /** The same time on another width, or only a part of that. Costs Mermaid no drawing. Throws where there is no room. */
  on(width: number, span?: Span): Pattern;
}

/** The parts of what Mermaid drew, each once. */
interface Mould {
  /** The ends of the time, as Mermaid drew them on `width`. */
  readonly from: { readonly time: number; readonly x: number };
  readonly until: { readonly time: number; readonly x: number };
  readonly width: number;
  /** Times of the grid's lines. */
  readonly times: readonly number[];
  /** Mermaid puts its lines into the middle of a pixel where pixels are large. */
  readonly middle: number;
  /** The outermost element, and the grid, both empty. */
  readonly sheet: SVGSVGElement;
  readonly grid: Element;
  readonly line: Element | undefined;
  readonly shapes: { readonly bar: SVGRectElement; readonly point: SVGRectElement };
}

let drawings = 0;
let before: Promise<unknown> = Promise.resolve();

/** Has Mermaid draw the time of a chart on this width, one after the other: its settings hold for all that it draws. Rejects where it can't. */
export function drawPattern(head: Pick<ChartHead, 'from' | 'to'>, width: number, grain: Grain): Promise<Pattern> {
  const drawn = before.then(() => draw(head, width, grain));
  before = drawn.catch(() => undefined);
  return drawn;
}

async function draw(head: Pick<ChartHead, 'from' | 'to'>, width: number, grain: Grain): Promise<Pattern> {
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
    return patternOn(take(drawn.svg, id, head, width), width);
  } finally {
    workshop.remove();
  }
}

/** A mark at both ends, a bar and a milestone. The axis is written so that its times can be read back, in milliseconds. */
function sourceOf({ from, to }: Pick<ChartHead, 'from' | 'to'>): string {
  return `gantt
    dateFormat YYYY-MM-DDTHH:mm
    axisFormat %Q
    weekday monday
    todayMarker off
    from :vert, from, ${from}, ${from}
    until :vert, until, ${to}, ${to}
    bar :bar, ${from}, ${to}
    point :milestone, point, ${from}, ${from}
`;
}

/** Mermaid's answer is text, cleaned by it; it is read without being shown. */
function take(text: string, id: string, head: Pick<ChartHead, 'from' | 'to'>, width: number): Mould {
  const template = document.createElement('template');
  template.innerHTML = text;
  const svg = template.content.querySelector('svg');
  const grid = svg?.querySelector('.grid');
  if (svg === null || grid === null || grid === undefined) throw new Error('Mermaid gave no picture');
  const rect = (name: string): SVGRectElement => {
    const found = svg.querySelector<SVGRectElement>(`#${id}-${name}`);
    if (found === null) throw new Error(`Mermaid left out the ${name}`);
    return found;
  };
  const edge = (name: 'from' | 'until', moment: string) => ({ time: timeOf(moment), x: numberOf(rect(name), 'x') });
  const [from, until] = [edge('from', head.from), edge('until', head.to)];
  const scale = recoverScale(from, until);
  const ticks = [...grid.querySelectorAll('.tick')];
  const times = ticks.map(({ textContent }) => Number(textContent));
  const [line] = ticks;
  const [time = 0] = times;
  const x = Number(/translate\(([\d.]+)/.exec(line?.getAttribute('transform') ?? '')?.[1]);
  for (const spare of grid.querySelectorAll('text')) spare.remove();
  grid.replaceChildren();
  const shapes = { bar: shapeOf(rect('bar')), point: shapeOf(rect('point')) };
  const middle = line === undefined ? 0 : x - Math.round(scale.x(time));
  return { from, until, width, times, middle, sheet: sheetOf(svg), grid, line, shapes };
}

/** Mermaid's lines and bars all stand on whole pixels of its scale: on another width that is another scale, and the rest stays. */
function patternOn(mould: Mould, width: number, span: Span = { left: 0, right: width }): Pattern {
  const { from, until, shapes } = mould;
  const scale = recoverScale(from, { time: until.time, x: until.x + width - mould.width });
  const all = mould.times.map((time) => ({ time, x: Math.round(scale.x(time)) + mould.middle }));
  const ticks = all.filter((_, index) => {
    const [before, after] = [all[index - 1], all[index + 1]];
    return (before === undefined || before.x <= span.right) && (after === undefined || after.x >= span.left);
  });
  return {
    width,
    scale,
    span,
    ticks,
    barsOf: ({ rows }) => {
      const height = rows.length * rowHeight;
      const bars = rows.map((row, index) => barOf(row, index, scale, shapes));
      const whole = copyOf(mould.sheet);
      whole.setAttribute('viewBox', `0 ${rowTop(0)} ${width} ${height}`);
      whole.setAttribute('width', String(width));
      whole.setAttribute('height', String(height));
      whole.append(...bars.map(({ element }) => element));
      const grid = copyOf(mould.grid);
      grid.setAttribute('transform', `translate(0, ${rowTop(0) + height})`);
      grid.append(...ticks.flatMap(({ x }) => lineAt(x, height, mould.line)));
      return { svg: whole, grid, rows: bars };
    },
    on: (other, part) => patternOn(mould, other, part),
  };
}

function lineAt(x: number, height: number, line: Element | undefined): Element[] {
  if (line === undefined) return [];
  const copy = copyOf(line);
  copy.setAttribute('transform', `translate(${x},0)`);
  copy.firstElementChild?.setAttribute('y2', String(-height));
  return [copy];
}

/** The picture's outermost element, empty. */
function sheetOf(svg: SVGSVGElement): SVGSVGElement {
  svg.replaceChildren();
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
