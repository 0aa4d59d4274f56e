// Draws the drawings of a view, out of sight, with their elements dressed; what needs a place on the page is done when they have one.
import type { Diagram, Drawing } from '../../../server/charts/view.ts';
import { type DrawnDiagram, drawDiagram, type Room } from './draw-diagram.ts';
import { type DrawnElement, drawnElements } from './drawn-elements.ts';
import { labelEdges } from './edge-labels.ts';
import { nameSlices } from './slice-names.ts';
import { spreadLabels } from './spread-labels.ts';
import { tidyChart } from './tidy-charts.ts';

export interface DrawnDrawing {
  readonly drawing: Drawing;
  readonly diagram: DrawnDiagram;
  readonly elements: readonly DrawnElement[];
}

/** What is left to be done with a drawing when it is shown. */
const finishers: Partial<Record<Diagram, (diagram: DrawnDiagram, drawing: Drawing) => void>> = {
  flowchart: ({ svg }) => labelEdges(svg),
  quadrantChart: ({ svg }) => spreadLabels(svg),
  xychart: ({ svg }) => tidyChart(svg),
  kanban: ({ svg }) => lowerTitles(svg),
  pie: ({ svg }, { elements }) => nameSlices(svg, elements),
};

/** One after the other; `room`: that there is, in pixels. `around`: whose font they have. Rejects where Mermaid can't. */
export async function drawDrawings(
  drawings: readonly Drawing[],
  room: Room,
  around: HTMLElement = document.body,
): Promise<readonly DrawnDrawing[]> {
  const drawn: DrawnDrawing[] = [];
  for (const drawing of drawings) {
    const diagram = await drawDiagram(drawing, room, drawings.length > 1, around);
    drawn.push({ drawing, diagram, elements: drawnElements(drawing, diagram) });
  }
  return drawn;
}

/** They are on the page now, where texts have a size. */
export function finishDrawings(drawn: readonly DrawnDrawing[]): void {
  for (const { drawing, diagram } of drawn) finishers[drawing.diagram]?.(diagram, drawing);
}

/** The heads of a board's columns lie on the columns' upper edge, as Mermaid draws them. */
function lowerTitles(svg: SVGSVGElement): void {
  for (const title of svg.querySelectorAll('.cluster-label text')) title.setAttribute('transform', 'translate(0 5)');
}
