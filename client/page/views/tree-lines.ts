// The lines of a work breakdown: from a box to each that it holds, as one curve that ends where the boxes do.

interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Draws Mermaid's lines anew between the boxes as they lie. */
export function straightenLines(svg: SVGSVGElement, id: string): void {
  for (const line of svg.querySelectorAll<SVGPathElement>(`path[id^="${id}-edge_"]`)) {
    const [from, to] = line.id
      .slice(`${id}-edge_`.length)
      .split('_')
      .map((place) => boxOf(svg.querySelector(`[id="${id}-node_${place}"]`)));
    if (from === undefined || to === undefined) continue;
    const goesLeft = to.right < from.left;
    const [start, end] = goesLeft ? [from.left, to.right] : [from.right, to.left];
    const middle = (start + end) / 2;
    line.setAttribute('d', `M${start} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${end} ${to.y}`);
  }
}

function boxOf(node: Element | null): Box | undefined {
  const [x = 0, y = 0] = (/translate\(([^)]+)\)/.exec(node?.getAttribute('transform') ?? '')?.[1] ?? '')
    .split(',')
    .map(Number);
  const shape = node?.querySelector('rect:not(.background), path');
  if (!(shape instanceof SVGGraphicsElement)) return undefined;
  const { x: left, width, y: top, height } = shape.getBBox();
  return { left: x + left, right: x + left + width, y: y + top + height / 2 };
}
