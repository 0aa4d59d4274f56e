// The names of a pie's slices: with the money as it is written elsewhere, and all of them inside the picture.
import type { Drawing } from '../../../server/charts/view.ts';

/** Mermaid writes bare numbers; the picture is widened to hold the words. It must be shown somewhere. */
export function nameSlices(svg: SVGSVGElement, elements: Drawing['elements']): void {
  const names = [...svg.querySelectorAll<SVGTextElement>('.legend text')];
  for (const [index, name] of names.entries()) name.textContent = elements[index]?.label ?? name.textContent;
  const widest = Math.max(0, ...names.map((name) => name.getBBox().width));
  const [x = 0, y = 0, width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  const left = names[0]?.getCTM()?.e;
  const [first] = names;
  if (first === undefined || left === undefined) return;
  const scale = svg.getCTM()?.a ?? 1;
  const start = (left - (svg.getCTM()?.e ?? 0)) / scale + x + Number(first.getAttribute('x'));
  svg.setAttribute('viewBox', `${x} ${y} ${Math.max(width, start + widest + 10 - x)} ${height}`);
}
