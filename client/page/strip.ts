// A strip of the page: the names and the picture of one block, in their place.
import { type BlockLink, blockStart, linksOf } from '../../server/charts/blocks.ts';
import type { Pattern } from './bars.ts';
import type { HeldChart } from './held-chart.ts';
import { nameRow } from './names.ts';
import { bandsOf, dress, type Picture } from './picture.ts';
import { rowHeight } from './row-height.ts';
import type { Say } from './words.ts';

type Block = HeldChart['blocks'] extends ReadonlyMap<number, infer Held> ? Held : never;

export interface Strip {
  readonly block: Block;
  readonly links: readonly BlockLink[];
  readonly names: HTMLElement;
  readonly picture: Picture;
}

/** Draws a strip, out of sight; `names`: where these are written already. */
export function drawStrip(
  head: HeldChart['head'],
  block: Block,
  pattern: Pattern,
  say: Say,
  names: HTMLElement = namesOf(head, block, say),
): Strip {
  const links = linksOf(block);
  const picture = dress(head, block, links, pattern);
  picture.svg.style.top = names.style.top;
  return { block, links, names, picture };
}

function namesOf(head: HeldChart['head'], block: Block, say: Say): HTMLElement {
  const names = document.createElement('div');
  names.className = 'strip';
  names.setAttribute('role', 'none');
  names.style.top = `${block.first * rowHeight}px`;
  const bands = bandsOf(block);
  names.append(
    ...block.rows.map((row, index) => {
      const element = nameRow(row, block.first + index, head.withTime, say);
      element.classList.add(bands[index] ?? 'odd');
      return element;
    }),
  );
  return names;
}

/** Strips by their first row. */
export type Strips = Map<number, Strip>;

/** The name of a row, where its strip is drawn. */
export function nameOf(strips: Strips | undefined, row: number): HTMLElement | undefined {
  const start = blockStart(row);
  const element = strips?.get(start)?.names.children[row - start];
  return element instanceof HTMLElement ? element : undefined;
}

/** Makes these the children, in their order; those that stay are not touched. */
export function place(parent: Element, children: readonly Element[]): void {
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  for (const [index, child] of children.entries()) {
    const there = parent.children[index];
    if (there !== child) parent.insertBefore(child, there ?? null);
  }
}
