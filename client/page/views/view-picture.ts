// A view as one SVG that stands by itself: title, what is to be known first, all drawings or else all tables, legend and notes, whatever of it is on the screen.
import type { View } from '../../../server/charts/view.ts';
import { viewTitles } from '../../../server/charts/view-titles.ts';
import { PaperText } from '../paper-text.ts';
import { standAlone } from '../stand-alone.ts';
import { svgElement } from '../svg-element.ts';
import { drawDrawings, finishDrawings } from './draw-drawings.ts';
import { type PaperPart, paperLegend, paperLines, paperTable } from './paper-parts.ts';
import { viewLegend } from './view-legend.ts';

/** Room for a drawing that fills it, in pixels. */
const usualRoom = { width: 1000, height: 620 };
/** Narrower paper breaks its lines too often. */
const leastWidth = 560;
/** Several pictures stand in rows of so many. */
const abreast = 3;
const margin = 16;
const gap = 20;
const captionHeight = 22;

/** The SVG's text, in light colours for paper. Rejects where Mermaid can't draw, and, in the reader's words, where there is nothing to draw. */
export async function viewPicture(view: View): Promise<string> {
  if (view.drawings.length === 0 && view.tables.length === 0) throw new Error(view.empty ?? '');
  const paper = document.createElement('div');
  paper.className = 'workshop paper';
  document.body.append(paper);
  try {
    const write = new PaperText(paper);
    const drawn = await drawDrawings(view.drawings, usualRoom, paper);
    const figures = drawn.map(({ diagram: { svg, width, height }, drawing: { caption } }): PaperPart => {
      const top = caption === undefined ? 0 : captionHeight;
      svg.setAttribute('width', String(width));
      svg.setAttribute('height', String(height));
      svg.setAttribute('y', String(top));
      const words = caption === undefined ? [] : [write.text(write.clipped(caption, true, width), 0, 15, 'strong')];
      return { content: svgElement('g', {}, ...words, svg), width, height: height + top };
    });
    const body = figures.length > 0 ? [inRows(figures)] : view.tables.map((table) => paperTable(table, write));
    const width = Math.max(leastWidth, ...body.map((part) => part.width));
    const name = viewTitles[view.name][view.locale];
    const title = write.clipped(view.title === '' ? '—' : view.title, true, width / 1.3);
    const head = svgElement('g', {}, write.text(title, 0, 18, 'title'));
    head.append(write.text(name, write.width(title, true) * 1.16 + 14, 18, 'quiet'));
    const parts: readonly PaperPart[] = [
      { content: head, width, height: 26 },
      paperLines([view.summary], width, write),
      ...body,
      ...(figures.length > 0 ? [paperLegend(viewLegend(view.legend), width, write)] : []),
      paperLines(
        [...(view.empty === undefined ? [] : [view.empty]), ...view.banner.map(({ text }) => text)].map((text) =>
          text.replaceAll('`', ''),
        ),
        width,
        write,
      ),
    ];
    const svg = laidOut(parts, width);
    paper.append(svg);
    finishDrawings(drawn);
    return standAlone(svg, `${view.title}: ${name}`, view.locale);
  } finally {
    paper.remove();
  }
}

/** Below each other, on ground of its own. */
function laidOut(parts: readonly PaperPart[], width: number): SVGSVGElement {
  let y = margin;
  const placed = parts
    .filter(({ height }) => height > 0)
    .map(({ content, height }) => {
      const at = svgElement('g', { transform: `translate(${margin} ${Math.round(y)})` }, content);
      y += height + gap / 2;
      return at;
    });
  const [fullWidth, height] = [Math.ceil(width) + 2 * margin, Math.ceil(y - gap / 2) + margin];
  const svg = svgElement('svg', { width: fullWidth, height, viewBox: `0 0 ${fullWidth} ${height}` });
  svg.append(svgElement('rect', { class: 'band odd', width: fullWidth, height }), ...placed);
  return svg;
}

/** Beside each other in columns as wide as the widest, row by row. */
function inRows(figures: readonly PaperPart[]): PaperPart {
  const columns = Math.min(figures.length, abreast);
  const columnWidth = Math.max(...figures.map(({ width }) => width));
  const content = svgElement('g', figures.length > 1 ? { class: 'several' } : {});
  let y = 0;
  for (let first = 0; first < figures.length; first += columns) {
    const row = figures.slice(first, first + columns);
    for (const [place, figure] of row.entries()) {
      figure.content.setAttribute('transform', `translate(${place * (columnWidth + gap)} ${y})`);
      content.append(figure.content);
    }
    y += Math.max(...row.map(({ height }) => height)) + gap;
  }
  return { content, width: columns * columnWidth + (columns - 1) * gap, height: y - gap };
}
