// Pointer events on the picture: which handle is taken, where it goes, when it is let go.
import { rowHeight } from '../row-height.ts';
import { svgElement } from '../svg-element.ts';
import { ChosenLink } from './chosen-link.ts';
import { gestureOf, type Hold, type Spot, type Taken } from './drag.ts';
import type { Editing } from './editing.ts';
import type { EditingView } from './editing-view.ts';
import type { SayGesture } from './gesture-words.ts';
import { Handles } from './handles.ts';
import type { EditingLayer } from './layer.ts';

/** So far a pressed pointer may tremble, in pixels. */
const tremble = 4;
/** This near to the edge of the chart it scrolls, so many pixels a move. */
const edge = { room: 28, step: 18 } as const;

export interface PointerParts {
  /** The scroller. */
  readonly chart: HTMLElement;
  readonly drawing: HTMLElement;
  readonly view: EditingView;
  readonly editing: Editing;
  readonly layer: EditingLayer;
  readonly say: SayGesture;
  /** A bar is taken: what else is shown goes. */
  begun(): void;
}

/** Listens to the pointer on bars and their handles. What it gives takes the handles to where their bar is now. */
export function usePointerToEdit({ chart, drawing, view, editing, layer, say, begun }: PointerParts): () => void {
  const handles = new Handles(view);
  const line = svgElement('line', { class: 'new-link' });
  const lines = svgElement('svg', { class: 'new-links' });
  lines.append(line);
  layer.element.append(lines, handles.element);
  const chosen = new ChosenLink(view, editing, say);
  let taken: Taken | undefined;
  let isMoving = false;

  const spotOf = ({ clientX, clientY }: MouseEvent): Spot => {
    const { left, top } = layer.element.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const rest = (): void => {
    taken = undefined;
    isMoving = false;
    line.removeAttribute('data-on');
    chart.classList.remove('dragging');
    handles.show(undefined);
  };
  const giveUp = (): void => {
    editing.cancel();
    rest();
  };
  editing.onEnded(rest);

  chart.addEventListener('pointermove', (event) => {
    if (taken !== undefined) return;
    const row = Math.floor(spotOf(event).y / rowHeight);
    const isOver =
      event.target instanceof Node && (drawing.contains(event.target) || layer.element.contains(event.target));
    if (!isOver || view.row(row) === undefined) handles.show(undefined);
    else if (handles.row !== row) handles.show(row);
  });
  // The last bar ends at the edge of the chart: what is taken goes on beyond it.
  window.addEventListener('pointermove', (event) => {
    if (taken === undefined) return;
    const spot = spotOf(event);
    const { at } = taken;
    if (!isMoving && Math.hypot(spot.x - at.x, spot.y - at.y) < tremble) return;
    if (!isMoving) begun();
    isMoving = true;
    chart.classList.add('dragging');
    scrollAtEdge(chart, event);
    if (taken.hold === 'from-start' || taken.hold === 'from-finish') {
      for (const [name, value] of Object.entries({ x1: at.x, y1: at.y, x2: spot.x, y2: spot.y }))
        line.setAttribute(name, String(value));
      line.setAttribute('data-on', '');
    }
    const gesture = gestureOf(taken, spot, view);
    const near = { x: event.clientX, y: event.clientY };
    if (gesture === undefined) editing.pause();
    else editing.propose(gesture, near, { hint: say('release') });
  });

  chart.addEventListener('pointerdown', (event) => {
    const hold = holdOf(event.target);
    const spot = spotOf(event);
    const row = handles.row ?? Math.floor(spot.y / rowHeight);
    const task = view.row(row);
    if (hold === undefined || task === undefined || event.button !== 0) return;
    taken = { hold, row, task, at: spot };
    isMoving = false;
  });
  // A finger on a bar drags it and does not scroll; what is inside an SVG takes no `touch-action`.
  chart.addEventListener(
    'touchmove',
    (event) => {
      if (taken !== undefined) event.preventDefault();
    },
    { passive: false },
  );
  // Outside of the page the pointer is still followed.
  window.addEventListener('pointerup', ({ pointerType }) => {
    if (taken === undefined) return;
    const { row } = taken;
    const wasMoving = isMoving;
    rest();
    if (wasMoving) {
      suppressClick();
      editing.commit();
    }
    // A finger does not point: the handles of the bar that it tapped stay. So they do where nothing was dragged: the second click of two finds them.
    if (pointerType === 'touch' || !wasMoving) handles.show(row);
  });
  window.addEventListener('pointercancel', () => {
    if (taken !== undefined) giveUp();
  });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || taken === undefined) return;
      event.stopImmediatePropagation();
      giveUp();
    },
    { capture: true },
  );
  chart.addEventListener('click', (event) => {
    const isOnPicture = event.target instanceof Element && event.target.closest('.picture, .drawing') !== null;
    if (!isOnPicture || holdOf(event.target) !== undefined) return;
    const { clientX: x, clientY: y } = event;
    if (!chosen.choose(spotOf(event), { x, y })) editing.cancel();
  });
  chart.addEventListener('pointerleave', () => {
    if (taken === undefined) handles.show(undefined);
  });
  return () => {
    if (taken === undefined) handles.show(handles.row);
  };
}

/** The end of a drag is no click. */
function suppressClick(): void {
  const stop = (event: Event): void => event.stopPropagation();
  window.addEventListener('click', stop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', stop, { capture: true }));
}

function holdOf(target: EventTarget | null): Hold | undefined {
  if (!(target instanceof Element)) return undefined;
  const hold = target instanceof HTMLElement ? target.dataset.hold : undefined;
  if (hold === 'finish' || hold === 'progress' || hold === 'from-start' || hold === 'from-finish') return hold;
  return target.closest('.bar') === null ? undefined : 'body';
}

function scrollAtEdge(chart: HTMLElement, { clientX, clientY }: PointerEvent): void {
  const { left, right, top, bottom } = chart.getBoundingClientRect();
  const push = (place: number, low: number, high: number): number =>
    place > high - edge.room ? edge.step : place < low + edge.room ? -edge.step : 0;
  const names = Number.parseFloat(getComputedStyle(chart).getPropertyValue('--names')) || 0;
  chart.scrollBy(push(clientX, left + names, right), push(clientY, top + 40, bottom));
}
