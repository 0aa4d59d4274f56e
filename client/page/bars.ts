// The bars of a block, drawn by Mermaid out of sight: its SVG with every text and style taken out, and where each row's bar is.
import mermaid from 'mermaid';
import type { ChartBlock, ChartHead } from '../../server/charts/chart.ts';
import { rangeIds } from '../../server/charts/gantt-source.ts';
import { barHeight, barInset, rowHeight } from './row-height.ts';
import { type Grain, recoverScale, type TimeScale, timeOf } from './time-scale.ts';

/** Mermaid leaves room for its own axis of this height above and below the rows. */
const axisRoom = 50;

/** A row's bar as Mermaid placed it, in the picture's pixels. */
export interface Bar {
  readonly element: SVGRectElement;
  readonly x: number;
  readonly width: number;
}

export interface Bars {
  readonly svg: SVGSVGElement;
  readonly width: number;
  readonly height: number;
  readonly scale: TimeScale;
  /** By chart id. */
  readonly byId: ReadonlyMap<string, Bar>;
  /** Where Mermaid's grid lines stand, with their times. */
  readonly ticks: readonly { readonly x: number; readonly time: number }[];
  readonly grid: Element | undefined;
}

let drawings = 0;

/** Draws a block's bars on this width. Rejects where Mermaid can't. */
export async function drawBars(head: ChartHead, block: ChartBlock, width: number, grain: Grain): Promise<Bars> {
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    maxTextSize: Number.MAX_SAFE_INTEGER,
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
  // The last statement of its kind counts: the axis is written so that its times can be read back.
  const source = `${block.mermaid}    axisFormat %Y-%m-%dT%H:%M\n    weekday monday\n`;
  const workshop = document.createElement('div');
  workshop.className = 'workshop';
  document.body.append(workshop);
  try {
    const drawn = await mermaid.render(id, source, workshop);
    return take(drawn.svg, id, head, block, width);
  } finally {
    workshop.remove();
  }
}

/** Mermaid's answer is text, cleaned by it; it is read without being shown. */
function take(text: string, id: string, head: ChartHead, { rows }: ChartBlock, width: number): Bars {
  const template = document.createElement('template');
  template.innerHTML = text;
  const svg = template.content.querySelector('svg');
  if (svg === null) throw new Error('Mermaid gave no picture');
  const ticks = [...svg.querySelectorAll('.grid .tick')].flatMap((tick) => {
    const x = Number(/translate\(([\d.]+)/.exec(tick.getAttribute('transform') ?? '')?.[1]);
    const time = timeOf(tick.textContent.trim());
    return Number.isFinite(x) && Number.isFinite(time) ? [{ x, time }] : [];
  });
  const rects = new Map<string, SVGRectElement>();
  for (const rect of svg.querySelectorAll<SVGRectElement>('rect.task')) rects.set(rect.id.slice(id.length + 1), rect);
  const edge = (name: 'from' | 'to'): { time: number; x: number } => {
    const rect = rects.get(rangeIds[name]);
    if (rect === undefined) throw new Error(`Mermaid left out the mark ${name}`);
    rect.remove();
    return { time: timeOf(head[name]), x: numberOf(rect, 'x') };
  };
  const scale = recoverScale(edge('from'), edge('to'));
  const byId = new Map<string, Bar>();
  for (const { chartId } of rows) {
    const element = rects.get(chartId);
    if (element !== undefined)
      byId.set(chartId, { element, x: numberOf(element, 'x'), width: numberOf(element, 'width') });
  }
  for (const spare of svg.querySelectorAll('style, text, rect.section, path.domain')) spare.remove();
  const height = rows.length * rowHeight;
  svg.setAttribute('viewBox', `0 ${axisRoom - barInset} ${width} ${height}`);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.removeAttribute('style');
  svg.removeAttribute('aria-roledescription');
  svg.removeAttribute('role');
  return {
    svg: document.adoptNode(svg),
    width,
    height,
    scale,
    byId,
    ticks,
    grid: svg.querySelector('.grid') ?? undefined,
  };
}

/** The top of a row's band in the picture's pixels; `row`: in its block, others lie above or below it. */
export function rowTop(row: number): number {
  return axisRoom - barInset + row * rowHeight;
}

function numberOf(element: Element, attribute: string): number {
  return Number(element.getAttribute(attribute)) || 0;
}
