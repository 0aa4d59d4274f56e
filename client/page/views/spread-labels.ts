// Labels of points that would lie on each other, on points, or out of the picture are moved apart.

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Above and below a point in steps, the nearest first. */
const steps = Array.from({ length: 80 }, (_, index) => (index % 2 === 0 ? index / 2 : -(index + 1) / 2) * 4);

/** Moves the texts of points so that none covers another one, a point or a quadrant's title, and all lie inside; the picture must be shown somewhere, so that texts have a size. */
export function spreadLabels(svg: SVGSVGElement): void {
  const { width, height } = svg.viewBox.baseVal;
  titlesIntoCorners(svg);
  const taken: Box[] = [...svg.querySelectorAll<SVGGraphicsElement>('.data-point circle, .quadrant text')].map((one) =>
    boxOf(one, moveOf(one)),
  );
  const labels = [...svg.querySelectorAll<SVGTextElement>('.data-point text')]
    .map((text) => ({ text, at: moveOf(text) }))
    .toSorted((a, b) => a.at.y - b.at.y);
  for (const { text, at } of labels) {
    const own = boxOf(text, { x: 0, y: 0 });
    const half = (own.right - own.left) / 2;
    const x = Math.min(Math.max(at.x, half + 4), width - half - 4);
    const boxAt = (y: number): Box => ({ left: x - half, right: x + half, top: own.top + y, bottom: own.bottom + y });
    const isFree = (box: Box): boolean =>
      box.top >= 0 && box.bottom <= height && !taken.some((other) => overlap(box, other));
    const y = at.y + (steps.find((step) => isFree(boxAt(at.y + step))) ?? 0);
    taken.push(boxAt(y));
    text.setAttribute('transform', `translate(${x}, ${y})`);
  }
}

/** Points stand in the middle more often than in the corners. */
function titlesIntoCorners(svg: SVGSVGElement): void {
  for (const quadrant of svg.querySelectorAll('.quadrant')) {
    const [area] = quadrant.getElementsByTagName('rect');
    const [title] = quadrant.getElementsByTagName('text');
    if (area === undefined || title === undefined) continue;
    const number = (name: string): number => Number(area.getAttribute(name));
    const isLeft = number('x') + number('width') / 2 < svg.viewBox.baseVal.width / 2;
    const isUpper = number('y') + number('height') / 2 < svg.viewBox.baseVal.height / 2;
    const x = isLeft ? number('x') + 10 : number('x') + number('width') - 10;
    const y = isUpper ? number('y') + 14 : number('y') + number('height') - 14;
    title.setAttribute('transform', `translate(${x}, ${y})`);
    title.setAttribute('text-anchor', isLeft ? 'start' : 'end');
    title.setAttribute('dominant-baseline', 'middle');
  }
}

function moveOf(element: Element): { readonly x: number; readonly y: number } {
  const [x = 0, y = 0] = (/translate\(([^)]+)\)/.exec(element.getAttribute('transform') ?? '')?.[1] ?? '')
    .split(',')
    .map(Number);
  return { x, y };
}

function boxOf(element: SVGGraphicsElement, { x, y }: { readonly x: number; readonly y: number }): Box {
  const box = element.getBBox();
  return { left: box.x + x, right: box.x + box.width + x, top: box.y + y, bottom: box.y + box.height + y };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
