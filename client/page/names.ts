// The names beside the picture: a tree of phases and tasks, one row each, that the keyboard walks.
import type { ChartRow } from '../../server/charts/chart.ts';
import { detailsOf } from './row-text.ts';
import type { Say } from './words.ts';

/** A row of the tree. Names are strangers' text: they go in as text. */
export function nameRow(row: ChartRow, index: number, withTime: boolean, say: Say): HTMLElement {
  const element = document.createElement('div');
  element.className = [
    'name',
    row.kind,
    ...(row.isPhase ? ['phase'] : []),
    ...(row.isSubplan === true ? ['subplan'] : []),
    ...(row.critical && !row.cancelled ? ['critical'] : []),
    ...(row.cancelled ? ['cancelled'] : []),
  ].join(' ');
  element.setAttribute('role', 'treeitem');
  element.setAttribute('aria-level', String(row.depth + 1));
  // Of a long chart not all rows are there: who listens is told where this one stands.
  element.setAttribute('aria-posinset', String(row.place));
  element.setAttribute('aria-setsize', String(row.siblings));
  element.setAttribute('aria-label', [row.name, ...detailsOf(row, withTime, say)].join(', '));
  if (row.hasChildren) element.setAttribute('aria-expanded', String(!row.folded));
  element.tabIndex = -1;
  element.dataset.row = String(index);
  element.dataset.planId = row.planId;
  element.style.setProperty('--depth', String(row.depth));
  element.append(
    part('fold', row.hasChildren ? (row.folded ? '›' : '⌄') : ''),
    part('text', row.name),
    part('sign', ''),
  );
  if (row.severity !== undefined)
    element.append(part(`severity ${row.severity}`, row.severity === 'error' ? '✕' : '!'));
  return element;
}

function part(className: string, text: string): HTMLElement {
  const span = document.createElement('span');
  span.className = className;
  span.textContent = text;
  return span;
}
