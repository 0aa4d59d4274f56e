// A row is dragged by its name to another place of the list, or onto a phase.
import type { ChartRow } from '../../../server/charts/chart.ts';
import type { RowPlace } from '../../../server/charts/gesture.ts';
import { rowHeight } from '../row-height.ts';
import type { Editing } from './editing.ts';
import type { EditingView } from './editing-view.ts';
import type { SayGesture } from './gesture-words.ts';
import { type EditingLayer, make } from './layer.ts';

/** So far a pressed pointer may tremble, in pixels. */
const tremble = 6;

export interface RowDragParts {
  readonly names: HTMLElement;
  readonly view: EditingView;
  readonly editing: Editing;
  readonly layer: EditingLayer;
  readonly say: SayGesture;
  begun(): void;
}

/** Listens to the mouse or pen on names; a finger scrolls there. */
export function dragRows({ names, view, editing, layer, say, begun }: RowDragParts): void {
  const line = make('div', 'drop');
  line.hidden = true;
  layer.beside.append(line);
  let taken: { readonly row: number; readonly task: ChartRow; readonly y: number } | undefined;
  let isMoving = false;
  const rest = (): void => {
    taken = undefined;
    isMoving = false;
    line.hidden = true;
    names.classList.remove('dragging');
  };
  editing.onEnded(rest);

  names.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    if (!(event.target instanceof Element) || event.target.closest('.fold, input') !== null) return;
    const row = Math.floor((event.clientY - names.getBoundingClientRect().top) / rowHeight);
    const task = view.row(row);
    if (task !== undefined) taken = { row, task, y: event.clientY };
  });
  window.addEventListener('pointermove', (event) => {
    if (taken === undefined) return;
    if (!isMoving && Math.abs(event.clientY - taken.y) < tremble) return;
    if (!isMoving) begun();
    isMoving = true;
    names.classList.add('dragging');
    const y = (event.clientY - names.getBoundingClientRect().top) / rowHeight;
    const at = placeAt(view, taken.task, y);
    if (at === undefined) {
      line.hidden = true;
      editing.pause();
      return;
    }
    const row = view.rowNamed(at.planId) ?? 0;
    line.hidden = false;
    line.classList.toggle('inside', at.where === 'inside');
    line.style.top = `${(at.where === 'after' ? row + 1 : row) * rowHeight}px`;
    const gesture = { kind: 'place', planId: taken.task.planId, at } as const;
    editing.propose(gesture, { x: event.clientX, y: event.clientY }, { hint: say('release') });
  });
  window.addEventListener('pointerup', () => {
    if (taken === undefined) return;
    const wasMoving = isMoving;
    rest();
    if (!wasMoving) return;
    editing.commit();
    const stop = (event: Event): void => event.stopPropagation();
    window.addEventListener('click', stop, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', stop, { capture: true }));
  });
  window.addEventListener('pointercancel', () => {
    if (taken !== undefined) editing.cancel();
  });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !isMoving) return;
      event.stopImmediatePropagation();
      editing.cancel();
      rest();
    },
    { capture: true },
  );
}

/** Where a row that is let go at `y` (in rows) would stand; undefined: where it is. */
export function placeAt(view: EditingView, task: ChartRow, y: number): RowPlace | undefined {
  const row = Math.max(0, Math.min(Math.floor(y), view.rowCount - 1));
  const share = y - row;
  const target = view.row(row);
  if (target === undefined || target.isSubplan === true || target.planId === task.planId) return undefined;
  if (task.isPhase) {
    const phase = topOf(view, target);
    if (phase.planId === task.planId) return undefined;
    const isBelow = (view.rowNamed(phase.planId) ?? 0) > (view.rowNamed(task.planId) ?? 0);
    return { where: isBelow ? 'after' : 'before', planId: phase.planId };
  }
  if (!target.hasChildren && !target.isPhase) return { where: share < 0.5 ? 'before' : 'after', planId: target.planId };
  if (target.isPhase || (share > 0.25 && share < 0.75)) return { where: 'inside', planId: target.planId };
  return { where: share < 0.5 ? 'before' : 'after', planId: target.planId };
}

function topOf(view: EditingView, row: ChartRow): ChartRow {
  let top = row;
  for (let next = view.row(top.parent); top.parent >= 0 && next !== undefined; next = view.row(top.parent)) top = next;
  return top;
}

/** The place that is so many places further down (negative: up): beside a sibling, inside one that has tasks of its own; beyond the last, beside the summary that holds it or in the phase that follows. */
export function siblingPlace(view: EditingView, row: number, steps: number): RowPlace | undefined {
  const task = view.row(row);
  if (task === undefined) return undefined;
  const way = Math.sign(steps);
  const holder = view.row(task.parent);
  const out: RowPlace | undefined =
    holder === undefined || holder.isPhase ? undefined : { where: way > 0 ? 'after' : 'before', planId: holder.planId };
  let left = Math.abs(steps);
  let place: RowPlace | undefined;
  for (let at = row + way; left > 0; at += way) {
    const other = view.row(at);
    if (other === undefined || other.isSubplan === true || at < 0) return out ?? place;
    if (other.depth < task.depth) {
      if (out !== undefined) return out;
      // Out of its phase: into the one that follows, or the one before.
      if (task.isPhase || way < 0) {
        const before = previousHolder(view, at, other.depth);
        return way < 0 && before !== undefined ? { where: 'inside', planId: before.planId } : place;
      }
      return { where: 'inside', planId: other.planId };
    }
    if (other.depth > task.depth) continue;
    if (other.hasChildren && !other.isPhase) {
      place = { where: 'inside', planId: other.planId };
      left -= 1;
      if (left === 0) break;
    }
    place = { where: way > 0 ? 'after' : 'before', planId: other.planId };
    left -= 1;
  }
  return place;
}

function previousHolder(view: EditingView, row: number, depth: number): ChartRow | undefined {
  for (let at = row - 1; at >= 0; at -= 1) {
    const other = view.row(at);
    if (other === undefined || other.depth < depth) return undefined;
    if (other.depth === depth) return other.hasChildren || other.isPhase ? other : undefined;
  }
  return undefined;
}
