// The words on the arrows of a network: Mermaid leaves those between phases where the arrow would have gone, had it not ended at the phase's edge.

/** Puts each label on the middle of its arrow; the picture must be shown somewhere. */
export function labelEdges(svg: SVGSVGElement): void {
  for (const label of svg.querySelectorAll('.edgeLabel > .label[data-id]')) {
    if (label.textContent === '') continue;
    const edge = [
      ...(label.closest('.edgeLabels')?.parentElement?.querySelectorAll<SVGPathElement>('.edgePaths path') ?? []),
    ].find(({ dataset }) => dataset.id === label.getAttribute('data-id'));
    if (edge === undefined) continue;
    const { x, y } = edge.getPointAtLength(edge.getTotalLength() / 2);
    label.parentElement?.setAttribute('transform', `translate(${x}, ${y})`);
  }
}
