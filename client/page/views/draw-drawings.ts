// Draws the drawings of a view, out of sight, with their elements dressed; what needs a place on the page is done when they have one.
import type { Diagram, Drawing } from '../../../server/charts/view.ts';
import { type DrawnDiagram, drawDiagram } from './draw-diagram.ts';
import { type DrawnElement, drawnElements } from './drawn-elements.ts';
import { labelEdges } from './edge-labels.ts';
import { spreadLabels } from './spread-labels.ts';
import { tidyChart } from './tidy-charts.ts';
import { straightenLines } from './tree-lines.ts';

export interface DrawnDrawing {
  readonly drawing: Drawing;
  readonly diagram: DrawnDiagram;
  readonly elements: readonly DrawnElement[];
}

/** What is left to be done with a drawing when it is shown. */
const finishers: Partial<Record<Diagram, (diagram: DrawnDiagram) => void>> = {
  flowchart: ({ svg }) => labelEdges(svg),
  quadrantChart: ({ svg }) => spreadLabels(svg),
  xychart: ({ svg }) => tidyChart(svg),
  mindmap: ({ svg, id }) => straightenLines(svg, id),
};

/** One after the other; `width`: the room that there is. `around`: whose font they have. Rejects where Mermaid can't. */
export async function drawDrawings(
  drawings: readonly Drawing[],
  width: number,
  around: HTMLElement = document.body,
): Promise<readonly DrawnDrawing[]> {
  const drawn: DrawnDrawing[] = [];
  for (const drawing of drawings) {
    const diagram = await drawDiagram(drawing, width, drawings.length > 1, around);
    drawn.push({ drawing, diagram, elements: drawnElements(drawing, diagram) });
  }
  return drawn;
}

/** They are on the page now, where texts have a size. */
export function finishDrawings(drawn: readonly DrawnDrawing[]): void {
  for (const { drawing, diagram } of drawn) finishers[drawing.diagram]?.(diagram);
}
