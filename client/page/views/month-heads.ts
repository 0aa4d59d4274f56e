// Months beside the dates of milestones, and where each begins: Mermaid's own sections lie on the events when time goes down.
import type { Drawing } from '../../../server/charts/view.ts';
import { svgElement } from '../svg-element.ts';

/** Pixels that a month's name takes, with the air around it. */
const room = 110;

/** Adds them left of the dates; the picture becomes wider by that. */
export function addMonthHeads(svg: SVGSVGElement, groups: NonNullable<Drawing['groups']>): void {
  const dates = [...svg.querySelectorAll('.taskWrapper')].map((date) => {
    const [x = 0, y = 0] = (/translate\(([^)]+)\)/.exec(date.getAttribute('transform') ?? '')?.[1] ?? '')
      .split(',')
      .map(Number);
    return { x, y };
  });
  const [left, top, width, height] = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  if (left === undefined || top === undefined || width === undefined || height === undefined) return;
  let place = 0;
  for (const { name, count } of groups) {
    const first = dates[place];
    place += count;
    if (first === undefined) continue;
    const text = svgElement('text', { class: 'month', x: left - room + 8, y: first.y + 18 });
    text.textContent = name;
    svg.append(text);
    if (first !== dates[0])
      svg.prepend(
        svgElement('line', {
          class: 'month-line',
          x1: left - room,
          x2: left + width,
          y1: first.y - 11,
          y2: first.y - 11,
        }),
      );
  }
  svg.setAttribute('viewBox', `${left - room} ${top} ${width + room} ${height}`);
}
