// Pointer, wheel and keyboard on the chart.
import { type Folding, fitting } from '../../server/charts/folding.ts';
import type { ChartView } from './chart-view.ts';
import { toggled } from './folding-by-hand.ts';
import type { Holder } from './holder.ts';
import { rowHeight } from './row-height.ts';
import type { Skeleton, Tool } from './skeleton.ts';
import type { Tooltip } from './tooltip.ts';
import { stepFor } from './walk.ts';
import type { Say } from './words.ts';
import { zoomBy } from './zoom-levels.ts';

const zoomStep = 1.4;
/** With Shift: so much of what is seen these keys go along the time. */
const alongTime = new Map([
  ['ArrowLeft', -1 / 4],
  ['ArrowRight', 1 / 4],
]);

export interface Hands {
  readonly parts: Skeleton;
  readonly view: ChartView;
  readonly tooltip: Tooltip;
  readonly say: () => Say;
  readonly holder: Holder;
  readonly folding: () => Folding | undefined;
  fold(folding: Folding): void;
  keep(): void;
  showTable(on: boolean): void;
  /** Whether it is said what an edit would do: two texts at one row would lie on each other. */
  isSaying(): boolean;
}

/** Attaches everything that hands do; once for the life of the page. */
export function listenToHands(hands: Hands): void {
  const { parts, view, tooltip, keep } = hands;
  useToolbar(hands);
  usePointer(hands);
  useKeyboard(hands);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  for (const scroller of [parts.chart, parts.sheet])
    scroller.addEventListener('scroll', () => {
      tooltip.hide();
      view.scrolled();
      clearTimeout(waiting);
      waiting = setTimeout(keep, 200);
    });
  parts.chart.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      // Something is dragged: that has its own scale.
      if (event.buttons !== 0) return;
      const x = event.clientX - parts.chart.getBoundingClientRect().left - parts.names.offsetWidth;
      view.glide(Math.exp(-Math.sign(event.deltaY) * Math.min(Math.abs(event.deltaY), 60) * 0.004), Math.max(x, 0));
    },
    { passive: false },
  );
  let width = 0;
  new ResizeObserver(() => {
    const now = parts.chart.clientWidth;
    if (now !== 0 && now === width) view.scrolled();
    else if (now !== 0) view.redraw();
    width = now;
  }).observe(parts.chart);
}

function useToolbar(hands: Hands): void {
  const { parts, view, holder, fold, showTable } = hands;
  const actions: Readonly<Record<Exclude<Tool, 'filter' | 'compare' | 'new-task'>, () => void>> = {
    'zoom-in': () => zoomBy(view, zoomStep),
    'zoom-out': () => zoomBy(view, 1 / zoomStep),
    fit: () => zoomBy(view, undefined),
    'fold-all': () => fold({ base: 'all', folded: [], unfolded: [] }),
    'unfold-all': () => fold({ base: 'none', folded: [], unfolded: [] }),
    table: () => showTable(parts.sheet.hidden === true),
    export: () => holder.send({ type: 'export' }),
  };
  for (const [name, button] of Object.entries(parts.buttons)) {
    const action = Object.entries(actions).find(([tool]) => tool === name)?.[1];
    button.addEventListener('click', () => {
      action?.();
    });
  }
}

function usePointer({ parts, view, tooltip, say, holder, folding, fold }: Hands): void {
  const { chart, drawing, names, sheet } = parts;
  const bars = (target: EventTarget | null): Element | undefined =>
    target instanceof Element ? (target.closest('.bar') ?? undefined) : undefined;
  const rowAt = (event: MouseEvent): number | undefined => {
    const row = Math.floor((event.clientY - names.getBoundingClientRect().top) / rowHeight);
    return row >= 0 && row < view.rowCount ? row : undefined;
  };
  const choose = (row: number | undefined, takeFocus = false): void => {
    const planId = view.row(row)?.planId;
    if (planId !== undefined) holder.send({ type: 'select', planId, takeFocus });
  };
  drawing.addEventListener('click', (event) => {
    if (bars(event.target) !== undefined) choose(rowAt(event));
  });
  // Twice: the text is opened there, to be written in.
  drawing.addEventListener('dblclick', (event) => {
    if (bars(event.target) !== undefined) choose(rowAt(event), true);
  });
  names.addEventListener('click', (event) => {
    const row = rowAt(event);
    const task = view.row(row);
    if (row === undefined || task === undefined) return;
    view.marks.focus(row);
    if (event.target instanceof Element && event.target.closest('.fold') !== null && task.hasChildren)
      fold(toggled(folding() ?? fitting, task));
    else choose(row);
  });
  sheet.addEventListener('click', ({ target }) => {
    const row = target instanceof HTMLElement ? target.dataset.row : undefined;
    if (row !== undefined) choose(Number(row));
  });
  chart.addEventListener('pointermove', (event) => {
    // What is dragged says itself what comes of it.
    if (event.buttons !== 0) {
      tooltip.hide();
      return;
    }
    const row =
      event.target instanceof Element && (names.contains(event.target) || drawing.contains(event.target))
        ? rowAt(event)
        : undefined;
    view.marks.point(row);
    const task = view.row(row);
    const isOnTask =
      bars(event.target) !== undefined || (event.target instanceof Element && event.target.closest('.name') !== null);
    if (task === undefined || !isOnTask) tooltip.hide();
    else
      tooltip.show(task, { x: event.clientX, y: event.clientY }, view.withTime, say(), () =>
        holder.send({ type: 'hover', planId: task.planId }),
      );
  });
  chart.addEventListener('pointerleave', () => {
    view.marks.point(undefined);
    tooltip.hide();
  });
}

function useKeyboard({ parts, view, tooltip, say, holder, folding, fold, isSaying }: Hands): void {
  const { chart, names, corner } = parts;
  chart.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') parts.buttons['zoom-in'].click();
    else if (event.key === '-') parts.buttons['zoom-out'].click();
    else if (event.key === 'Escape') tooltip.hide();
    else return;
    event.preventDefault();
  });
  names.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const along = event.shiftKey ? alongTime.get(event.key) : undefined;
    if (along !== undefined) {
      event.preventDefault();
      chart.scrollLeft += along * (chart.clientWidth - names.offsetWidth);
      return;
    }
    const at = view.marks.focusedRow;
    const task = view.row(at);
    const step = stepFor(event.key, {
      row: task,
      at,
      rowCount: view.rowCount,
      page: Math.max(1, Math.floor((chart.clientHeight - corner.offsetHeight) / rowHeight) - 1),
    });
    if (step === undefined) return;
    event.preventDefault();
    if (step.kind === 'go') view.marks.focus(step.row);
    else if (task === undefined) return;
    else if (step.kind === 'choose') holder.send({ type: 'select', planId: task.planId, takeFocus: step.takeFocus });
    else fold(toggled(folding() ?? fitting, task));
  });
  names.addEventListener('focusin', () => {
    view.marks.point(view.marks.focusedRow);
    const row = view.marks.focusedRow;
    const task = view.row(row);
    const element = document.activeElement;
    if (task === undefined || !element?.matches('.name:focus-visible') || isSaying()) return;
    const { left, bottom } = element.getBoundingClientRect();
    tooltip.show(task, { x: left + 24, y: bottom - 10 }, view.withTime, say(), () =>
      holder.send({ type: 'hover', planId: task.planId }),
    );
  });
  names.addEventListener('focusout', () => {
    view.marks.point(undefined);
    tooltip.hide();
  });
}
