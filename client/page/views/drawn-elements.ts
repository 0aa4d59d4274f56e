// Finds the elements of a view in Mermaid's SVG, and dresses them: their signs as classes, what they say and where they lead.
import type { Drawing } from '../../../server/charts/view.ts';
import type { DrawnDiagram } from './draw-diagram.ts';

type Find = (drawn: DrawnDiagram, index: number, id: string) => Element | undefined | null;

/** By the diagram: how an element's id leads to what Mermaid drew for it. */
const finders: Readonly<Record<Drawing['diagram'], Find>> = {
  flowchart: ({ svg, id: prefix }, _, id) =>
    svg.querySelector(`[id^="${prefix}-flowchart-${id}-"]`) ?? svg.querySelector(`.cluster[id="${prefix}-${id}"]`),
  mindmap: ({ svg, id: prefix }, _, id) => svg.querySelector(`[id="${prefix}-node_${id}"]`),
  timeline: ({ svg }, index) => svg.querySelectorAll('.eventWrapper')[index],
  // Mermaid draws the last point first.
  quadrantChart: ({ svg }, index) => [...svg.querySelectorAll('.data-point')].reverse()[index],
  xychart: ({ svg }, _, id) => {
    const [plot, place] = id.split('-');
    return svg.querySelector(`.bar-plot-${plot}`)?.children[Number(place)];
  },
  kanban: ({ svg, id: prefix }, _, id) => svg.querySelector(`.items [id="${prefix}-${id}"]`),
  pie: ({ svg }, index) => svg.querySelectorAll('.pieCircle')[index],
};

/** An element of a view and what was drawn for it. */
export interface DrawnElement {
  readonly element: Drawing['elements'][number];
  readonly drawn: SVGElement;
}

/** Dresses a drawing; what Mermaid left out is left out. */
export function drawnElements(drawing: Drawing, diagram: DrawnDiagram): readonly DrawnElement[] {
  diagram.svg.classList.add('diagram', drawing.diagram);
  dressPlots(drawing, diagram);
  dressSlices(diagram);
  const find = finders[drawing.diagram];
  return drawing.elements.flatMap((element, index): readonly DrawnElement[] => {
    const drawn = find(diagram, index, element.id);
    if (!(drawn instanceof SVGElement)) return [];
    drawn.classList.add('element', ...(element.signs ?? []).map((sign) => `is-${sign}`));
    if (element.target !== undefined || element.folds !== undefined) {
      drawn.setAttribute('role', 'button');
      drawn.setAttribute('tabindex', '-1');
      drawn.classList.add('leads');
    } else drawn.setAttribute('role', 'img');
    const target = element.target;
    if (target !== undefined && target.kind !== 'range')
      drawn.setAttribute('data-target', `${target.kind} ${target.id}`);
    if (element.folds !== undefined) drawn.setAttribute('data-folds', element.folds);
    // Its name: to screen readers, and where the pointer rests.
    const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
    title.textContent = element.label;
    drawn.prepend(title);
    return [{ element, drawn }];
  });
}

/** Slices and their entries in Mermaid's legend, each with its number. */
function dressSlices({ svg }: DrawnDiagram): void {
  for (const parts of [svg.querySelectorAll('.pieCircle'), svg.querySelectorAll('.legend rect')])
    for (const [index, part] of parts.entries()) {
      part.removeAttribute('style');
      part.setAttribute('data-slice', String(index));
    }
}

/** The parts of a chart by what they are; lines end where what is known ends. */
function dressPlots({ plots = [] }: Drawing, { svg }: DrawnDiagram): void {
  for (const [index, { kind, points }] of plots.entries()) {
    const plot = svg.querySelector(`.bar-plot-${index}, .line-plot-${index}`);
    plot?.classList.add('plot', kind);
    const path = plot?.querySelector('path');
    if (path === null || path === undefined || points === undefined) continue;
    const steps = (path.getAttribute('d') ?? '').match(/[ML][^ML]+/g) ?? [];
    path.setAttribute('d', steps.slice(0, points).join(''));
  }
}
