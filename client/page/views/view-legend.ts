// The legend of a view: the signs and lines that it uses, in words.
import type { LegendEntry } from '../../../server/charts/view.ts';
import { svgElement } from '../svg-element.ts';

/** Lines of a chart; all other signs are boxes. */
const lines: ReadonlySet<LegendEntry['sign']> = new Set(['planned', 'earned', 'spent', 'limit', 'share']);

/** The entries. */
export function viewLegend(legend: readonly LegendEntry[]): readonly HTMLElement[] {
  return legend.map(({ sign, text }) => {
    const entry = document.createElement('span');
    const mark = lines.has(sign)
      ? svgElement('path', { class: `legend-line ${sign}`, d: 'M1 8h20' })
      : svgElement('rect', { class: `legend-box is-${sign} ${sign}`, x: 2, y: 3, width: 18, height: 10, rx: 2 });
    entry.append(svgElement('svg', { viewBox: '0 0 22 16', 'aria-hidden': 'true' }, mark), text);
    return entry;
  });
}
