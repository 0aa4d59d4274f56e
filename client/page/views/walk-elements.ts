// The keyboard in a picture: one element is reached by Tab, the others by the arrows, as they lie.
import type { DrawnElement } from './drawn-elements.ts';

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The element that a key leads to; undefined where it leads nowhere. */
export function elementFor(key: string, at: Element, all: readonly DrawnElement[]): SVGElement | undefined {
  if (key === 'Home') return all[0]?.drawn;
  if (key === 'End') return all.at(-1)?.drawn;
  const direction = directions[key];
  if (direction === undefined) return undefined;
  const from = middleOf(at);
  let nearest: { readonly drawn: SVGElement; readonly distance: number } | undefined;
  for (const { drawn } of all) {
    if (drawn === at) continue;
    const to = middleOf(drawn);
    const [x, y] = [to.x - from.x, to.y - from.y];
    const ahead = x * direction[0] + y * direction[1];
    const aside = Math.abs(x * direction[1]) + Math.abs(y * direction[0]);
    if (ahead <= 1) continue;
    const distance = ahead + 2 * aside;
    if (nearest === undefined || distance < nearest.distance) nearest = { drawn, distance };
  }
  return nearest?.drawn;
}

/** Makes one element the one that Tab reaches. */
export function reachBy(all: readonly DrawnElement[], reached: Element | undefined): void {
  for (const { drawn } of all) if (drawn.hasAttribute('tabindex')) drawn.setAttribute('tabindex', '-1');
  (reached ?? all.find(({ drawn }) => drawn.hasAttribute('tabindex'))?.drawn)?.setAttribute('tabindex', '0');
}

function middleOf(element: Element): { readonly x: number; readonly y: number } {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
