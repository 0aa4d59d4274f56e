// The picture of a block: Mermaid's bars dressed as tasks, summaries, milestones and reserves, and all that is drawn under and over them.
import { type BlockLink, isFar } from '../../server/charts/blocks.ts';
import type { ChartBlock, ChartHead, ChartRow, LinkEnd } from '../../server/charts/chart.ts';
import { arrowEnds, arrowPath, type End } from './arrows.ts';
import { type Bar, type Pattern, rowTop, type Span } from './bars.ts';
import { barHeight, barInset, rowHeight, summaryHeight } from './row-height.ts';
import { svgElement } from './svg-element.ts';
import { type TimeScale, timeOf } from './time-scale.ts';

export interface Picture {
  readonly svg: SVGSVGElement;
  readonly scale: TimeScale;
  readonly width: number;
  /** What of it is drawn. */
  readonly span: Span;
  readonly ticks: Pattern['ticks'];
  /** Marks a row's band as the cursor's or the pointed-at one's; undefined marks none. */
  mark(kind: 'current' | 'pointed', row: number | undefined): void;
  /** Draws these links whole, however far they go, as those that are pointed at. */
  pointAt(links: readonly BlockLink[]): void;
  /** The link whose arrow passes a point, in pixels from the picture's upper left corner. */
  linkAt(x: number, y: number): BlockLink | undefined;
  /** Draws a link as the one that is chosen; undefined: none. */
  choose(link: BlockLink | undefined): void;
  /** The ends of a row's bar, in the picture's pixels. */
  spanOf(row: number): Span | undefined;
}

/** Dresses the bars of a block, with these links. Rows are counted as in the chart. */
export function dress(
  head: ChartHead,
  block: Pick<ChartBlock, 'first' | 'rows' | 'groupsBefore'>,
  links: readonly BlockLink[],
  pattern: Pattern,
): Picture {
  const { scale, width, span, ticks } = pattern;
  const { first, rows } = block;
  const { svg, grid, rows: bars } = pattern.barsOf(block);
  const height = rows.length * rowHeight;
  const top = rowTop(0);
  const spans = new Map<number, Span>();
  const place = (end: LinkEnd): End => endOf(end, end.row - first, scale);
  const over = svgElement('g', { class: 'over' });
  const under = svgElement('g', { class: 'under' });
  const marks = {
    current: svgElement('rect', { class: 'mark current', width, height: rowHeight }),
    pointed: svgElement('rect', { class: 'mark pointed', width, height: rowHeight }),
  };
  const pointedLinks = svgElement('path', { class: 'link pointed' });
  const chosenLink = svgElement('path', { class: 'link chosen' });
  /** Never seen: whether an arrow passes a point is asked of it. */
  const probe = svgElement('path', { class: 'link probe' });
  const pathOf = (link: BlockLink): string => {
    const draw = isFar({ from: link.from.row, to: link.to.row }) ? arrowEnds : arrowPath;
    return draw(link, place(link.from), place(link.to));
  };

  under.append(...bands(block, width), marks.current, marks.pointed, ...daysOff(head, pattern, top, height));
  for (const [index, row] of rows.entries()) {
    const bar = bars[index];
    if (bar === undefined) continue;
    spans.set(first + index, { left: bar.x, right: bar.x + bar.width });
    under.append(...tails(row, bar, index, scale));
    over.append(...dressBar(row, bar, index));
    if (row.drawn.deadline !== undefined)
      over.append(...deadline(row, bar, index, scale.x(timeOf(row.drawn.deadline))));
  }
  const paths = linkPaths(links, pathOf);
  const lines = svgElement('g', { class: 'lines' });
  for (const kind of ['today', 'statusDate'] as const) {
    const moment = head[kind];
    if (moment === undefined || moment < head.from || moment > head.to) continue;
    const x = scale.x(timeOf(moment));
    lines.append(svgElement('line', { class: kind, x1: x, x2: x, y1: top, y2: top + height }));
  }
  svg.classList.add('picture');
  svg.setAttribute('aria-hidden', 'true');
  svg.prepend(hatch(), under);
  under.after(paths.usual, paths.critical, pointedLinks, chosenLink, probe);
  svg.append(over, lines);
  under.append(grid);

  return {
    svg,
    scale,
    width,
    span,
    ticks,
    mark: (kind, row) => {
      if (row === undefined || row < first || row >= first + rows.length) marks[kind].removeAttribute('data-on');
      else {
        marks[kind].setAttribute('y', String(rowTop(row - first)));
        marks[kind].setAttribute('data-on', '');
      }
    },
    pointAt: (pointed) =>
      pointedLinks.setAttribute('d', pointed.map((link) => arrowPath(link, place(link.from), place(link.to))).join('')),
    linkAt: (x, y) => {
      const point = new DOMPoint(x, y + top);
      return links.find((link) => {
        probe.setAttribute('d', pathOf(link));
        return probe.isPointInStroke(point);
      });
    },
    choose: (link) => chosenLink.setAttribute('d', link === undefined ? '' : pathOf(link)),
    spanOf: (row) => spans.get(row),
  };
}

/** Every other top-level group is shaded, and so are the rows of the phases. */
export function bandsOf({
  rows,
  groupsBefore,
}: Pick<ChartBlock, 'rows' | 'groupsBefore'>): readonly ('head' | 'even' | 'odd')[] {
  let group = groupsBefore;
  return rows.map(({ depth, kind }) => {
    if (depth === 0) group += 1;
    return depth === 0 && kind === 'summary' ? 'head' : group % 2 === 0 ? 'even' : 'odd';
  });
}

function bands(block: Pick<ChartBlock, 'rows' | 'groupsBefore'>, width: number): Element[] {
  return bandsOf(block).map((band, index) =>
    svgElement('rect', { class: `band ${band}`, x: 0, y: rowTop(index), width, height: rowHeight }),
  );
}

/** Thinner days would be a grey veil. */
export function showsDaysOff({ pixelsPerDay }: TimeScale): boolean {
  return pixelsPerDay >= 2;
}

function daysOff(head: ChartHead, { scale, span }: Pattern, y: number, height: number): Element[] {
  if (!showsDaysOff(scale)) return [];
  return head.daysOff.flatMap(({ from, to, name }) => {
    const x = scale.x(timeOf(`${from}T00:00`));
    const end = new Date(timeOf(`${to}T00:00`));
    end.setDate(end.getDate() + 1);
    const width = scale.x(end.getTime()) - x;
    if (x > span.right || x + width < span.left) return [];
    const kind = name === undefined ? 'day-off' : 'day-off holiday';
    const day = svgElement('rect', { class: kind, x, y, width, height });
    if (name === undefined) return [day];
    const title = svgElement('title');
    title.textContent = name;
    day.append(title);
    return [day];
  });
}

/** What Mermaid has no shape for: brackets, hatching, the part done, the stroke through cancelled work. */
function dressBar(row: ChartRow, { element, x, width }: Bar, index: number): Element[] {
  const y = rowTop(index) + barInset;
  const wide = Math.max(width, 3);
  const names = [
    'bar',
    row.kind,
    ...(row.critical && !row.cancelled ? ['critical'] : []),
    ...(row.cancelled ? ['cancelled'] : []),
    ...(row.progress >= 100 ? ['done'] : []),
  ];
  element.setAttribute('class', names.join(' '));
  element.setAttribute('data-plan-id', row.planId);
  if (row.kind === 'milestone') return [];
  element.setAttribute('width', String(wide));
  const overlay: Element[] = [];
  const part = (Math.min(row.progress, 100) / 100) * wide;
  if (row.kind === 'summary') {
    element.setAttribute('y', String(y));
    element.setAttribute('height', String(summaryHeight));
    const cap = Math.min(5, wide / 2);
    const foot = y + summaryHeight;
    const path = `M${x} ${foot}v${cap}l${cap} ${-cap}zM${x + wide} ${foot}v${cap}l${-cap} ${-cap}z`;
    overlay.push(svgElement('path', { class: `caps${row.critical ? ' critical' : ''}`, d: path }));
    if (part > 0)
      overlay.push(
        svgElement('rect', {
          class: `part summary${row.critical ? ' critical' : ''}`,
          x,
          y,
          width: part,
          height: summaryHeight,
        }),
      );
  } else if (part > 0 && !row.cancelled) {
    overlay.push(
      svgElement('rect', {
        class: `part${row.critical ? ' critical' : ''}`,
        x: x + 1,
        y: y + 1,
        width: Math.max(part - 2, 1),
        height: barHeight - 2,
        rx: 2,
      }),
    );
  }
  if (row.cancelled)
    overlay.push(
      svgElement('line', {
        class: 'strike',
        x1: x - 2,
        x2: x + wide + 2,
        y1: y + barHeight / 2,
        y2: y + barHeight / 2,
      }),
    );
  return overlay;
}

/** Behind a bar: how far its work may slip, and where it stood before. */
function tails({ kind, drawn }: ChartRow, bar: Bar, index: number, scale: TimeScale): Element[] {
  const middle = rowTop(index) + rowHeight / 2;
  // Arrows leave in the middle.
  const foot = middle + barHeight / 2 - 1.5;
  const made: Element[] = [];
  if (drawn.slackUntil !== undefined) {
    const from = bar.x + bar.width;
    const to = scale.x(timeOf(drawn.slackUntil));
    if (to - from > 3)
      made.push(svgElement('path', { class: 'slack-tail', d: `M${round(from)} ${foot}H${round(to)}m0 -4v5` }));
  }
  if (drawn.ghost !== undefined) {
    const x = scale.x(timeOf(drawn.ghost.start));
    const width = scale.x(timeOf(drawn.ghost.finish)) - x;
    const y = middle + barHeight / 2 + 0.5;
    made.push(
      kind === 'milestone'
        ? svgElement('path', { class: 'ghost', d: `M${round(x)} ${middle - 6}l6 6l-6 6l-6 -6z` })
        : svgElement('rect', { class: 'ghost', x, y, width: Math.max(width, 3), height: 3.5, rx: 1 }),
    );
  }
  return made;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A flag at the deadline; a missed one is filled and tied to the bar's end. */
function deadline(row: ChartRow, bar: Bar, index: number, x: number): Element[] {
  const middle = rowTop(index) + rowHeight / 2;
  const d = `M${x} ${middle + 8}v-16l7 4l-7 4`;
  const flag = [
    svgElement('path', { class: 'halo', d }),
    svgElement('path', { class: row.late ? 'deadline late' : 'deadline', d }),
  ];
  const end = bar.x + bar.width;
  if (!row.late || end - x < 2) return flag;
  return [svgElement('line', { class: 'overrun', x1: x, x2: end, y1: middle + 9, y2: middle + 9 }), ...flag];
}

/** Where an end of a link is, on the same scale as the bars; `row`: in the block. */
function endOf({ kind, start, finish }: LinkEnd, row: number, scale: TimeScale): End {
  const y = rowTop(row) + rowHeight / 2;
  const x = scale.x(timeOf(start));
  if (kind === 'milestone') return { left: x - 8, right: x + 8, y, half: 8, into: x, isPoint: true };
  const right = Math.max(scale.x(timeOf(finish)), x + 3);
  const into = Math.min(x + 5, (x + right) / 2);
  if (kind !== 'summary') return { left: x, right, y, half: barHeight / 2, into, isPoint: false };
  const half = summaryHeight / 2;
  return { left: x, right, y: rowTop(row) + barInset + half, half, into, isPoint: false };
}

function linkPaths(links: readonly BlockLink[], pathOf: (link: BlockLink) => string) {
  const path = (wanted: boolean): string =>
    links
      .filter(({ critical }) => critical === wanted)
      .map(pathOf)
      .join('');
  return {
    usual: svgElement('path', { class: 'link', d: path(false) }),
    critical: svgElement('path', { class: 'link critical', d: path(true) }),
  };
}

/** The hatching of reserves. */
function hatch(): Element {
  const pattern = svgElement(
    'pattern',
    { id: 'hatch', width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    svgElement('rect', { class: 'hatch-ground', width: 5, height: 5 }),
    svgElement('rect', { class: 'hatch-line', width: 2, height: 5 }),
  );
  return svgElement('defs', {}, pattern);
}
