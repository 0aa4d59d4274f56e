// The whole chart as one SVG that stands by itself: title, axis, names, every row and legend, whatever of it is on the screen.
import { linksOf } from '../../server/charts/blocks.ts';
import type { ChartBlock, ChartRow } from '../../server/charts/chart.ts';
import { drawPattern } from './bars.ts';
import { paceOf } from './frame.ts';
import type { HeldChart } from './held-chart.ts';
import { legendOf } from './legend.ts';
import { PaperText } from './paper-text.ts';
import { bandsOf, dress, type Picture } from './picture.ts';
import { rowHeight } from './row-height.ts';
import { dateText, finishText } from './row-text.ts';
import { standAlone } from './stand-alone.ts';
import { svgElement } from './svg-element.ts';
import { axisLabels, lineNames } from './time-axis.ts';
import type { Grain } from './time-scale.ts';
import type { PageLocale, Say } from './words.ts';

/** A chart with all the rows that it shows. */
export interface WholeChart {
  readonly head: HeldChart['head'];
  /** In their order, without a gap. */
  readonly blocks: readonly ChartBlock[];
}

export interface PaperSize {
  /** Of names and picture together, in pixels. */
  readonly width: number;
  /** Pixels a day, where the picture is as wide as that makes it instead. */
  readonly zoom?: number | undefined;
}

const titleHeight = 36;
const axisHeight = 40;
const legendHeight = 24;
const indent = 14;
/** Left of a name: fold mark; right of it: signs. */
const foldWidth = 22;
const signWidth = 30;

/** The SVG's text, in light colours for paper. Rejects where Mermaid can't draw. */
export async function wholePicture(
  { head, blocks }: WholeChart,
  size: PaperSize,
  locale: PageLocale,
  say: Say,
): Promise<string> {
  const paper = document.createElement('div');
  paper.className = 'workshop paper';
  document.body.append(paper);
  try {
    const write = new PaperText(paper);
    const names = Math.ceil(Math.min(Math.max(widestName(blocks, write), 110), 460)) + 1;
    const { width, grain } = paceOf(head, size.width - names, size.zoom);
    const rows = svgElement('g');
    const height = titleHeight + axisHeight + head.rowCount * rowHeight + legendHeight;
    const svg = svgElement('svg', { width: names + width, height, viewBox: `0 0 ${names + width} ${height}` });
    paper.append(svg);
    svg.append(svgElement('rect', { class: 'band odd', width: names + width, height }), rows);
    const pattern = await drawPattern(head, width, grain);
    let first: Picture | undefined;
    for (const block of blocks) {
      const picture = dress(head, block, linksOf(block), pattern);
      first ??= picture;
      const top = titleHeight + axisHeight + block.first * rowHeight;
      picture.svg.setAttribute('x', String(names));
      picture.svg.setAttribute('y', String(top));
      rows.append(picture.svg, nameColumn(block, names, top, write));
    }
    svg.append(...title(head, write));
    if (first !== undefined)
      svg.append(
        axis(first, head, grain, locale, say, names, write),
        legend(head, first, say, height - legendHeight, write),
      );
    svg.append(svgElement('line', { class: 'edge', x1: names, x2: names, y1: titleHeight, y2: height - legendHeight }));
    return standAlone(svg, head.title, locale);
  } finally {
    paper.remove();
  }
}

function widestName(blocks: readonly ChartBlock[], write: PaperText): number {
  let widest = 0;
  for (const { rows } of blocks)
    for (const row of rows) widest = Math.max(widest, write.width(row.name, row.kind === 'summary') + besidesName(row));
  return widest;
}

function besidesName({ depth }: ChartRow): number {
  return 6 + depth * indent + foldWidth + signWidth;
}

function nameColumn(block: ChartBlock, width: number, top: number, write: PaperText): Element {
  const bands = bandsOf(block);
  const column = svgElement('g');
  for (const [index, row] of block.rows.entries()) {
    const y = top + index * rowHeight;
    const middle = y + rowHeight / 2;
    const left = 6 + row.depth * indent;
    const isStrong = row.kind === 'summary';
    column.append(svgElement('rect', { class: `band ${bands[index] ?? 'odd'}`, x: 0, y, width, height: rowHeight }));
    if (row.hasChildren)
      column.append(
        svgElement('path', {
          class: 'fold-mark',
          d: row.folded ? `M${left + 6} ${middle - 4}l4 4l-4 4` : `M${left + 4} ${middle - 2}l4 4l4 -4`,
        }),
      );
    const name = write.clipped(row.name, isStrong, width - besidesName(row));
    const kind = `${isStrong ? 'strong' : ''}${row.cancelled ? ' cancelled' : ''}`.trim();
    column.append(write.text(name, left + foldWidth - 4, middle + 4.5, kind));
    const signs = [
      ...(row.severity === undefined ? [] : [severitySign(row.severity)]),
      ...(row.critical && !row.cancelled && row.kind !== 'summary'
        ? [svgElement('rect', { class: 'bar critical', width: 11, height: 7, rx: 2 })]
        : []),
    ];
    for (const [place, sign] of signs.entries()) {
      sign.setAttribute('transform', `translate(${width - 16 - place * 15} ${middle - 3.5})`);
      column.append(sign);
    }
  }
  return column;
}

/** Drawn in a box of 11 × 7. */
function severitySign(severity: 'error' | 'warning'): Element {
  return severity === 'error'
    ? svgElement('path', { class: 'severity-mark error', d: 'M2 0l7 7m0 -7l-7 7' })
    : svgElement('path', { class: 'severity-mark warning', d: 'M5.5 -1v5m0 2v1.5' });
}

function title(head: WholeChart['head'], write: PaperText): Element[] {
  const span = head.rowCount === 0 ? '' : `${dateText(head.start, head.withTime)} → ${finishText(head, head.withTime)}`;
  return [
    write.text(head.title, 14, 23, 'title'),
    write.text(span, 14 + write.width(head.title, true) * 1.15 + 14, 23, 'quiet'),
  ];
}

function axis(
  picture: Picture,
  head: WholeChart['head'],
  grain: Grain,
  locale: PageLocale,
  say: Say,
  names: number,
  write: PaperText,
): Element {
  const group = svgElement('g', { transform: `translate(${names} ${titleHeight})` });
  const { width } = picture;
  for (const { place, text, left, width: room } of axisLabels(head, picture, grain, locale, say)) {
    const top = place === 'upper' ? 0 : 20;
    group.append(svgElement('line', { class: 'edge', x1: left, x2: left, y1: top, y2: top + 20 }));
    const isCentred = place === 'lower centred';
    if (text !== '')
      group.append(
        write.text(
          text,
          left + (isCentred ? room / 2 : place === 'upper' ? 6 : 4),
          top + 14,
          `axis-text${place === 'upper' ? ' strong' : ' quiet'}${isCentred ? ' centred' : ''}`,
        ),
      );
  }
  for (const y of [0, axisHeight])
    group.append(svgElement('line', { class: 'edge', x1: -names, x2: width, y1: y, y2: y }));
  for (const { kind, isRaised, text, x } of lineNames(head, picture, say)) {
    const room = write.width(text, true) * 0.85 + 10;
    const y = isRaised ? 1 : 21;
    group.append(
      svgElement('rect', { class: `line-label ${kind}`, x: x - room / 2, y, width: room, height: 17, rx: 3 }),
      write.text(text, x, y + 12.5, `axis-text strong centred ${kind === 'today' ? 'on-today' : ''}`),
    );
  }
  return group;
}

function legend(head: WholeChart['head'], { scale }: Picture, say: Say, top: number, write: PaperText): Element {
  const group = svgElement('g', { transform: `translate(14 ${top})` });
  let left = 0;
  for (const entry of legendOf(head, scale, say)) {
    const [picture] = entry.getElementsByTagName('svg');
    const text = entry.textContent;
    if (picture !== undefined) {
      picture.setAttribute('x', String(left));
      picture.setAttribute('y', '4');
      picture.setAttribute('width', '22');
      picture.setAttribute('height', '16');
      group.append(picture);
    }
    group.append(write.text(text, left + 28, 16, 'axis-text quiet'));
    left += 28 + write.width(text, false) * 0.86 + 18;
  }
  return group;
}
