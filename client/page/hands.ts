// Pointer, wheel and keyboard on the chart.
import type { ChartView } from './chart-view.ts';
import type { Holder } from './holder.ts';
import { rowHeight } from './row-height.ts';
import { showsTimes } from './row-text.ts';
import type { Skeleton, Tool } from './skeleton.ts';
import type { Tooltip } from './tooltip.ts';
import { stepFor } from './walk.ts';
import type { Say } from './words.ts';

const zoomStep = 1.4;

export interface Hands {
  readonly parts: Skeleton;
  readonly view: ChartView;
  readonly tooltip: Tooltip;
  readonly say: () => Say;
  readonly holder: Holder;
  fold(folded: readonly string[]): void;
  keep(): void;
  showTable(on: boolean): void;
}

/** Attaches everything that hands do; once for the life of the page. */
export function listenToHands(hands: Hands): void {
  const { parts, view, tooltip, keep } = hands;
  useToolbar(hands);
  usePointer(hands);
  useKeyboard(hands);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  parts.chart.addEventListener('scroll', () => {
    tooltip.hide();
    clearTimeout(waiting);
    waiting = setTimeout(keep, 200);
  });
  parts.chart.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const x = event.clientX - parts.chart.getBoundingClientRect().left - parts.names.offsetWidth;
      view.zoomBy(Math.exp(-Math.sign(event.deltaY) * Math.min(Math.abs(event.deltaY), 60) * 0.004), Math.max(x, 0));
    },
    { passive: false },
  );
  let width = 0;
  new ResizeObserver(() => {
    const now = parts.chart.clientWidth;
    if (now === 0 || now === width) return;
    width = now;
    view.redraw();
  }).observe(parts.chart);
}

function useToolbar(hands: Hands): void {
  const { parts, view, fold, showTable } = hands;
  const actions: Readonly<Record<Tool, () => void>> = {
    'zoom-in': () => view.zoomBy(zoomStep),
    'zoom-out': () => view.zoomBy(1 / zoomStep),
    fit: () => view.zoomBy(undefined),
    'fold-all': () => fold(view.rows.filter(({ hasChildren }) => hasChildren).map(({ planId }) => planId)),
    'unfold-all': () => fold([]),
    table: () => showTable(parts.sheet.hidden === true),
  };
  for (const [name, button] of Object.entries(parts.buttons)) {
    const action = Object.entries(actions).find(([tool]) => tool === name)?.[1];
    button.addEventListener('click', () => {
      action?.();
    });
  }
}

function usePointer({ parts, view, tooltip, say, holder, fold }: Hands): void {
  const { chart, drawing, names, sheet } = parts;
  const bars = (target: EventTarget | null): Element | undefined =>
    target instanceof Element ? (target.closest('.bar') ?? undefined) : undefined;
  const rowAt = (event: MouseEvent): number | undefined => {
    const row = Math.floor((event.clientY - names.getBoundingClientRect().top) / rowHeight);
    return row >= 0 && row < view.rows.length ? row : undefined;
  };
  const choose = (row: number | undefined): void => {
    const planId = view.rows[row ?? -1]?.planId;
    if (planId !== undefined) holder.send({ type: 'select', planId, takeFocus: false });
  };
  drawing.addEventListener('click', (event) => {
    if (bars(event.target) !== undefined) choose(rowAt(event));
  });
  names.addEventListener('click', (event) => {
    const row = rowAt(event);
    const task = view.rows[row ?? -1];
    if (row === undefined || task === undefined) return;
    view.focus(row);
    if (event.target instanceof Element && event.target.closest('.fold') !== null && task.hasChildren)
      fold(toggled(view, task.planId));
    else choose(row);
  });
  sheet.addEventListener('click', ({ target }) => {
    const row = target instanceof HTMLElement ? target.dataset.row : undefined;
    if (row !== undefined) choose(Number(row));
  });
  chart.addEventListener('pointermove', (event) => {
    const row =
      event.target instanceof Element && (names.contains(event.target) || drawing.contains(event.target))
        ? rowAt(event)
        : undefined;
    view.point(row);
    const task = view.rows[row ?? -1];
    const isOnTask =
      bars(event.target) !== undefined || (event.target instanceof Element && event.target.closest('.name') !== null);
    if (task === undefined || !isOnTask) tooltip.hide();
    else
      tooltip.show(task, { x: event.clientX, y: event.clientY }, showsTimes(view.rows), say(), () =>
        holder.send({ type: 'hover', planId: task.planId }),
      );
  });
  chart.addEventListener('pointerleave', () => {
    view.point(undefined);
    tooltip.hide();
  });
}

function useKeyboard({ parts, view, tooltip, say, holder, fold }: Hands): void {
  const { chart, names, corner } = parts;
  chart.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') parts.buttons['zoom-in'].click();
    else if (event.key === '-') parts.buttons['zoom-out'].click();
    else if (event.key === '0') parts.buttons.fit.click();
    else if (event.key === 'Escape') tooltip.hide();
    else return;
    event.preventDefault();
  });
  names.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = view.focusedRow;
    const task = view.rows[at];
    const step = stepFor(
      event.key,
      view.rows,
      at,
      Math.max(1, Math.floor((chart.clientHeight - corner.offsetHeight) / rowHeight) - 1),
    );
    if (step === undefined || task === undefined) return;
    event.preventDefault();
    if (step.kind === 'go') view.focus(step.row);
    else if (step.kind === 'choose') holder.send({ type: 'select', planId: task.planId, takeFocus: step.takeFocus });
    else fold(toggled(view, task.planId));
  });
  names.addEventListener('focusin', () => {
    view.point(view.focusedRow);
    const row = view.focusedRow;
    const task = view.rows[row];
    const element = names.children[row];
    if (task === undefined || element === undefined || !element.matches(':focus-visible')) return;
    const { left, bottom } = element.getBoundingClientRect();
    tooltip.show(task, { x: left + 24, y: bottom - 10 }, showsTimes(view.rows), say(), () =>
      holder.send({ type: 'hover', planId: task.planId }),
    );
  });
  names.addEventListener('focusout', () => {
    view.point(undefined);
    tooltip.hide();
  });
}

/** The folded ones, with this one folded or unfolded. */
function toggled(view: ChartView, planId: string): readonly string[] {
  const folded = view.rows.filter((row) => row.folded).map((row) => row.planId);
  return folded.includes(planId) ? folded.filter((id) => id !== planId) : [...folded, planId];
}
