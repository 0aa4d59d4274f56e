// A work breakdown as a tree that grows to one side, in the order of the plan: Mermaid puts the parts on both sides of the plan, so that neither it nor their order is seen.

interface Box {
  readonly node: Element;
  left: number;
  right: number;
  /** Its middle. */
  y: number;
  readonly halfHeight: number;
}

/** Pixels between two boxes, and around all. */
const gap = 9;
const margin = 8;

/** Moves the boxes and draws Mermaid's lines anew between them. */
export function growToOneSide(svg: SVGSVGElement, id: string): void {
  const boxes = new Map<string, Box>();
  for (const node of svg.querySelectorAll(`.node[id^="${id}-node_"]`)) {
    const box = boxOf(node);
    if (box !== undefined) boxes.set(node.id.slice(`${id}-node_`.length), box);
  }
  const lines = [...svg.querySelectorAll<SVGPathElement>(`path[id^="${id}-edge_"]`)].flatMap((line) => {
    const [from, to] = line.id.slice(`${id}-edge_`.length).split('_');
    return from === undefined || to === undefined ? [] : [{ line, from, to }];
  });
  const isInside = new Set(lines.map(({ to }) => to));
  const [name] = [...boxes.keys()].filter((one) => !isInside.has(one));
  const root = boxes.get(name ?? '');
  if (root === undefined || name === undefined) return;
  const mirror = root.left + root.right;
  for (const box of boxes.values())
    if (box.right < root.left) [box.left, box.right] = [mirror - box.right, mirror - box.left];
  let top = 0;
  // A box stands beside the first that it holds, so that a long tree begins with the plan's name. Numbers are the order in the plan.
  const place = (box: Box, held: readonly string[], depth: number): void => {
    const first = top;
    for (const one of held.toSorted((a, b) => Number(a) - Number(b))) {
      const inner = boxes.get(one);
      if (inner !== undefined) place(inner, inside(one), depth + 1);
    }
    box.y = first + box.halfHeight;
    top = Math.max(top, first + 2 * box.halfHeight + gap);
    if (depth === 1) top += gap;
  };
  const inside = (one: string): string[] => lines.flatMap(({ from, to }) => (from === one ? [to] : []));
  place(root, inside(name), 0);
  for (const { node, left, right, y } of boxes.values())
    node.setAttribute('transform', `translate(${(left + right) / 2 - offsetOf(node)}, ${y})`);
  for (const { line, from, to } of lines) join(line, boxes.get(from), boxes.get(to));
  const all = [...boxes.values()];
  const [x, y] = [
    Math.min(...all.map(({ left }) => left)) - margin,
    Math.min(...all.map((box) => box.y - box.halfHeight)) - margin,
  ];
  const width = Math.max(...all.map(({ right }) => right)) + margin - x;
  const height = Math.max(...all.map((box) => box.y + box.halfHeight)) + margin - y;
  svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
}

/** From a box to one that it holds, as one curve that ends where the boxes do. */
function join(line: SVGPathElement, from: Box | undefined, to: Box | undefined): void {
  if (from === undefined || to === undefined) return;
  const middle = (from.right + to.left) / 2;
  line.setAttribute('d', `M${from.right} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.left} ${to.y}`);
}

function boxOf(node: Element): Box | undefined {
  const shape = shapeOf(node);
  if (shape === undefined) return undefined;
  const [x = 0, y = 0] = (/translate\(([^)]+)\)/.exec(node.getAttribute('transform') ?? '')?.[1] ?? '')
    .split(',')
    .map(Number);
  const left = x + shape.x;
  return { node, left, right: left + shape.width, y: y + shape.y + shape.height / 2, halfHeight: shape.height / 2 };
}

/** How far a box's middle lies right of the place that its node is moved to. */
function offsetOf(node: Element): number {
  const shape = shapeOf(node);
  return shape === undefined ? 0 : shape.x + shape.width / 2;
}

function shapeOf(node: Element): { x: number; y: number; width: number; height: number } | undefined {
  const shape = node.querySelector(':scope > rect');
  const number = (name: string): number => Number(shape?.getAttribute(name));
  return shape === null
    ? undefined
    : { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
}
