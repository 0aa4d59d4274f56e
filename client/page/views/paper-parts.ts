// Parts of a picture that stands by itself: lines of text, a table, a legend, each with the room that it takes.
import type { Line, Table } from '../../../server/charts/view.ts';
import type { PaperText } from '../paper-text.ts';
import { svgElement } from '../svg-element.ts';

/** Its left upper corner is at 0, 0. In pixels; without content it has no height. */
export interface PaperPart {
  readonly content: SVGElement;
  readonly width: number;
  readonly height: number;
}

const lineHeight = 18;
/** From the top of a line to its base. */
const base = 13;
/** Wider columns break their lines. */
const widestColumn = 420;
const indent = 16;
const air = 10;

/** Texts below each other, broken where they are longer than the room; empty ones take none. */
export function paperLines(texts: readonly string[], room: number, write: PaperText): PaperPart {
  const lines = texts.filter((text) => text !== '').flatMap((text) => write.broken(text, false, room));
  const content = svgElement('g');
  for (const [index, line] of lines.entries()) content.append(write.text(line, 0, index * lineHeight + base, 'quiet'));
  return { content, width: room, height: lines.length * lineHeight };
}

interface Cell {
  readonly lines: readonly string[];
  readonly width: number;
}

/** A table with all of its lines. */
export function paperTable({ caption, columns, lines }: Table, write: PaperText): PaperPart {
  const head = columns.map(({ title }) => cellOf(title, true, widestColumn, write));
  const rows = lines.map(({ cells, depth = 0 }) =>
    columns.map((_, index) =>
      cellOf(cells[index] ?? '', false, widestColumn - (index === 0 ? depth * indent : 0), write),
    ),
  );
  const inset = (index: number, line?: Line): number => air + (index === 0 ? (line?.depth ?? 0) * indent : 0);
  const widths = columns.map((_, index) =>
    Math.ceil(
      Math.max(
        (head[index]?.width ?? 0) + 2 * air,
        ...rows.map((row, place) => (row[index]?.width ?? 0) + inset(index, lines[place]) + air),
      ),
    ),
  );
  const width = widths.reduce((sum, one) => sum + one, 0);
  const content = svgElement('g');
  let y = 0;
  if (caption !== undefined) {
    content.append(write.text(write.clipped(caption, true, width), 0, base, 'strong'));
    y += lineHeight + 6;
  }
  for (const [place, row] of [head, ...rows].entries()) {
    const line = lines[place - 1];
    const height = Math.max(1, ...row.map((cell) => cell.lines.length)) * lineHeight + 6;
    let left = 0;
    for (const [index, cell] of row.entries()) {
      const room = widths[index] ?? 0;
      const isNumber = columns[index]?.isNumber === true;
      const x = left + (isNumber ? room - air : inset(index, line));
      const look = `${place === 0 ? 'strong' : ''}${isNumber ? ' end' : ''}${line?.signs?.includes('done') === true ? ' quiet' : ''}`;
      for (const [number, text] of cell.lines.entries())
        content.append(write.text(text, x, y + 3 + number * lineHeight + base, look.trim()));
      left += room;
    }
    const mark = markOf(line);
    if (mark !== undefined) content.append(svgElement('rect', { class: `line-mark ${mark}`, y, width: 3, height }));
    y += height;
    content.append(svgElement('line', { class: 'edge', x1: 0, x2: width, y1: y, y2: y }));
  }
  return { content, width, height: y };
}

function cellOf(text: string, isStrong: boolean, room: number, write: PaperText): Cell {
  const lines = write.broken(text, isStrong, room);
  return { lines, width: Math.max(0, ...lines.map((line) => write.width(line, isStrong))) };
}

/** As on the page: red at the edge of what can't wait, orange of what is held up. */
function markOf(line: Line | undefined): 'urgent' | 'held-up' | undefined {
  const has = (...signs: readonly string[]): boolean => line?.signs?.some((sign) => signs.includes(sign)) === true;
  if (has('critical', 'over', 'high')) return 'urgent';
  return has('late', 'blocked') ? 'held-up' : undefined;
}

/** Signs and their words beside each other, in as many lines as they need. */
export function paperLegend(entries: readonly HTMLElement[], room: number, write: PaperText): PaperPart {
  const content = svgElement('g');
  let [left, top] = [0, 0];
  for (const entry of entries) {
    const [picture] = entry.getElementsByTagName('svg');
    const text = entry.textContent;
    const width = 28 + write.width(text, false) * 0.86;
    if (left > 0 && left + width > room) [left, top] = [0, top + lineHeight];
    if (picture !== undefined) {
      for (const [name, value] of Object.entries({ x: left, y: top, width: 22, height: 16 }))
        picture.setAttribute(name, String(value));
      content.append(picture);
    }
    content.append(write.text(text, left + 28, top + 12, 'axis-text quiet'));
    left += width + 18;
  }
  return { content, width: room, height: entries.length === 0 ? 0 : top + lineHeight };
}
