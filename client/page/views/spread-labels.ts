// Labels of points that would lie on each other, or out of the picture, are moved apart.

interface Box {
  readonly left: number;
  readonly right: number;
  top: number;
  readonly height: number;
}

/** Moves the texts of points so that none covers another and all lie inside; the picture must be shown somewhere, so that texts have a size. */
export function spreadLabels(svg: SVGSVGElement): void {
  const texts = [...svg.querySelectorAll<SVGTextElement>('.data-point text')];
  const { width, height } = svg.viewBox.baseVal;
  const labels = texts.map((text) => {
    const [x = 0, y = 0] = (/translate\(([^)]+)\)/.exec(text.getAttribute('transform') ?? '')?.[1] ?? '')
      .split(',')
      .map(Number);
    const half = text.getComputedTextLength() / 2;
    const middle = Math.min(Math.max(x, half + 4), width - half - 4);
    const box: Box = { left: middle - half, right: middle + half, top: y, height: text.getBBox().height };
    return { text, middle, box };
  });
  const placed: Box[] = [];
  for (const { text, middle, box } of labels.toSorted((a, b) => a.box.top - b.box.top)) {
    const step = box.height;
    const isFree = (top: number): boolean =>
      top >= 0 && top + step <= height && !placed.some((other) => overlaps({ ...box, top }, other));
    // Below its point, else the nearest free line below or above.
    const offsets = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? index / 2 : -(index + 1) / 2) * step);
    const offset = offsets.find((candidate) => isFree(box.top + candidate)) ?? 0;
    box.top += offset;
    placed.push(box);
    text.setAttribute('transform', `translate(${middle}, ${box.top})`);
  }
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.top + b.height && b.top < a.top + a.height;
}
