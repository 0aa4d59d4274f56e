// Draws a diagram with Mermaid out of sight: its SVG without Mermaid's own colours, names put in as text.
import mermaid, { type MermaidConfig } from 'mermaid';
import type { Diagram, Drawing } from '../../../server/charts/view.ts';
import { addMonthHeads } from './month-heads.ts';
import { growToOneSide } from './one-sided-tree.ts';
import { restoreTexts, standIn } from './stand-ins.ts';

export interface DrawnDiagram {
  readonly svg: SVGSVGElement;
  /** What Mermaid puts before its ids. */
  readonly id: string;
  /** In pixels, where nothing is zoomed. */
  readonly width: number;
  readonly height: number;
}

const fontSize = 12;

/** The room that there is for pictures, in pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Between pictures that stand side by side. */
const between = 20;

/** As many small pictures side by side as can still be read, filling the room. */
function widthOfSeveral(room: number): number {
  const count = Math.max(1, Math.floor((room + between) / (360 + between)));
  return Math.min(Math.max(Math.floor((room + between) / count) - between - 1, 300), 520);
}

/** Sizes only: colours are those of the page's style sheet. */
const settings: Readonly<Record<Diagram, (room: Room, isOneOfSeveral: boolean) => MermaidConfig>> = {
  flowchart: () => ({
    layout: 'dagre',
    flowchart: {
      curve: 'basis',
      nodeSpacing: 22,
      rankSpacing: 30,
      padding: 8,
      wrappingWidth: 170,
      diagramPadding: 4,
      subGraphTitleMargin: { top: 4, bottom: 10 },
    },
  }),
  mindmap: () => ({ layout: 'tidy-tree', mindmap: { padding: 7, maxNodeWidth: 190 } }),
  timeline: () => ({ timeline: { padding: 6 } }),
  quadrantChart: ({ width, height }) => ({
    quadrantChart: {
      chartWidth: Math.min(Math.max(width - 32, 360), 960),
      chartHeight: Math.min(Math.max(Math.min(width - 120, height - 32), 300), 560),
      pointLabelFontSize: fontSize,
      pointRadius: 6,
      pointTextPadding: 7,
      quadrantLabelFontSize: fontSize + 1,
      xAxisLabelFontSize: fontSize,
      yAxisLabelFontSize: fontSize,
    },
  }),
  xychart: ({ width }, isOneOfSeveral) => ({
    xyChart: {
      width: isOneOfSeveral ? widthOfSeveral(width - 32) : Math.min(Math.max(width - 40, 420), 1000),
      height: isOneOfSeveral ? 190 : 380,
      showTitle: false,
      showLegend: false,
      xAxis: { labelFontSize: isOneOfSeveral ? 9 : 11, showTitle: false },
      yAxis: { labelFontSize: isOneOfSeveral ? 10 : 11, titleFontSize: 11 },
    },
  }),
  // Five columns and a little around them.
  kanban: ({ width }) => ({
    kanban: { sectionWidth: Math.min(Math.max(Math.floor((width - 52) / 5) - 5, 175), 215), padding: 8 },
  }),
  pie: () => ({ pie: { textPosition: 0.72 } }),
};

let drawings = 0;
let hasTidyTree = false;

/** `around`: whose font it has. Rejects where Mermaid can't. */
export async function drawDiagram(
  { diagram, mermaid: source, groups }: Drawing,
  room: Room,
  isOneOfSeveral: boolean,
  around: HTMLElement,
): Promise<DrawnDiagram> {
  if (diagram === 'mindmap' && !hasTidyTree) {
    const { default: tidyTree } = await import('@mermaid-js/layout-tidy-tree');
    mermaid.registerLayoutLoaders(tidyTree);
    hasTidyTree = true;
  }
  const fontFamily = getComputedStyle(around).fontFamily;
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    maxTextSize: Number.MAX_SAFE_INTEGER,
    maxEdges: 10_000,
    theme: 'base',
    look: 'classic',
    htmlLabels: false,
    fontFamily,
    themeVariables: { fontSize: `${fontSize}px`, fontFamily },
    ...settings[diagram](room, isOneOfSeveral),
  });
  drawings += 1;
  const id = `view${drawings}`;
  const stoodIn = standIn(source);
  const workshop = document.createElement('div');
  workshop.className = 'workshop';
  document.body.append(workshop);
  try {
    // From the top down there is room for names; elsewhere the export draws it as everybody's Mermaid does.
    const text =
      diagram === 'timeline'
        ? stoodIn.text.replace(/^timeline/, 'timeline TD').replaceAll(/^ *section .*\n/gm, '')
        : stoodIn.text;
    const drawn = await mermaid.render(id, text, workshop);
    const svg = take(drawn.svg);
    restoreTexts(svg, stoodIn);
    if (diagram === 'mindmap') growToOneSide(svg, id);
    if (groups !== undefined) addMonthHeads(svg, groups);
    return { svg, id, ...sizeOf(svg) };
  } finally {
    workshop.remove();
  }
}

/** Mermaid's answer is text, cleaned by it; it is read without being shown. */
function take(text: string): SVGSVGElement {
  const template = document.createElement('template');
  template.innerHTML = text;
  const svg = template.content.querySelector('svg');
  if (svg === null) throw new Error('Mermaid gave no picture');
  for (const spare of svg.querySelectorAll('style, foreignObject, script, a, image')) spare.remove();
  for (const element of svg.querySelectorAll<SVGElement>('[style]'))
    for (const name of ['fill', 'stroke', 'stroke-width', 'color', 'font-family']) element.style.removeProperty(name);
  for (const name of ['style', 'role', 'aria-roledescription', 'width', 'height']) svg.removeAttribute(name);
  return document.adoptNode(svg);
}

function sizeOf(svg: SVGSVGElement): { readonly width: number; readonly height: number } {
  const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  return { width: width || 300, height: height || 150 };
}
