// Every edit by the keyboard: Alt with arrows moves and stretches, Enter writes, Escape gives up. What would come of it is read out.
import type { ChartLink, ChartRow } from '../../../server/charts/chart.ts';
import type { Gesture } from '../../../server/charts/gesture.ts';
import { rowHeight } from '../row-height.ts';
import { grainOf } from './drag.ts';
import type { Editing } from './editing.ts';
import { type EditingView, spanOf } from './editing-view.ts';
import type { SayGesture } from './gesture-words.ts';
import type { EditingLayer, Point } from './layer.ts';
import { siblingPlace } from './row-drag.ts';
import type { RowField } from './row-form.ts';

export interface KeyParts {
  readonly names: HTMLElement;
  readonly view: EditingView;
  readonly editing: Editing;
  readonly layer: EditingLayer;
  readonly say: SayGesture;
  /** The row that the keyboard is at. */
  at(): number;
  /** Opens a field of a row. */
  type(row: number, field: RowField): void;
  create(row: number | undefined): void;
  /** An edit is proposed: what else is shown goes. */
  begun(): void;
  undo(which: 'undo' | 'redo'): void;
}

const types: readonly ChartLink['type'][] = ['FS', 'SS', 'FF', 'SF'];

/** A link that is being made: from where, and its type. */
interface LinkStart {
  readonly task: ChartRow;
  readonly type: ChartLink['type'];
}

/** Listens to the keys that edit. */
export function useKeysToEdit({ names, view, editing, layer, say, at, type, create, begun, undo }: KeyParts): void {
  let steps = 0;
  let link: LinkStart | undefined;
  editing.onEnded(() => {
    steps = 0;
    link = undefined;
  });

  const near = (row: number): Point => {
    const { left, top } = layer.element.getBoundingClientRect();
    const chart = names.closest('.chart')?.getBoundingClientRect();
    const x = left + (spanOf(view, row)?.left ?? 0);
    return { x: Math.max(x, chart?.left ?? 0), y: top + (row + 1) * rowHeight - 8 };
  };
  const propose = (row: number, gesture: Gesture): void => {
    begun();
    editing.propose(gesture, near(row), { hint: say('keys') });
  };
  /** One step more of the same; of another kind it begins anew. */
  const step = (row: number, kind: 'move' | 'stretch', by: 1 | -1): void => {
    const task = view.row(row);
    if (task === undefined) return;
    const before = editing.gesture;
    steps = before?.kind === kind && before.planId === task.planId ? steps + by : by;
    if (steps === 0) editing.cancel();
    else propose(row, { kind, planId: task.planId, shift: { steps }, grain: grainOf(view) });
  };
  const progress = (row: number, by: number): void => {
    const task = view.row(row);
    if (task === undefined) return;
    const before = editing.gesture;
    const from = before?.kind === 'progress' && before.planId === task.planId ? before.percent : task.progress;
    propose(row, { kind: 'progress', planId: task.planId, percent: Math.max(0, Math.min(Math.round(from) + by, 100)) });
  };
  const place = (row: number, by: 1 | -1): void => {
    const task = view.row(row);
    if (task === undefined) return;
    const isSame = editing.gesture?.kind === 'place' && editing.gesture.planId === task.planId;
    const next = isSame ? steps + by : by;
    // Another plan has no place among the tasks: where it stands is refused in words, wherever it would go.
    const nowhere = { where: 'after', planId: task.planId } as const;
    const to = task.isSubplan === true ? nowhere : siblingPlace(view, row, next);
    if (next === 0) editing.cancel();
    else if (to !== undefined) {
      propose(row, { kind: 'place', planId: task.planId, at: to });
      steps = next;
    }
  };

  const withAlt: Readonly<Record<string, (row: number, shift: boolean) => void>> = {
    ArrowRight: (row, shift) => step(row, shift ? 'stretch' : 'move', 1),
    ArrowLeft: (row, shift) => step(row, shift ? 'stretch' : 'move', -1),
    ArrowDown: (row) => place(row, 1),
    ArrowUp: (row) => place(row, -1),
    '+': (row) => progress(row, 10),
    '=': (row) => progress(row, 10),
    '-': (row) => progress(row, -10),
  };
  const alone: Readonly<Record<string, (row: number) => void>> = {
    F2: (row) => type(row, 'name'),
    d: (row) => type(row, 'duration'),
    D: (row) => type(row, 'duration'),
    Insert: (row) => create(row),
    l: (row) => startLink(row),
    L: (row) => startLink(row),
  };
  const startLink = (row: number): void => {
    const task = view.row(row);
    if (task === undefined) return;
    editing.cancel();
    begun();
    link = { task, type: 'FS' };
    tellLink(row);
  };
  const tellLink = (row: number): void => {
    if (link !== undefined) layer.hint(say('link-from', { type: link.type, name: link.task.name }), near(row));
  };
  /** While a link is made: what it would do to the row that the keyboard has come to. */
  const linkTo = (row: number): void => {
    const to = view.row(row);
    if (link === undefined || to === undefined) return;
    const { task, type } = link;
    if (to.planId === task.planId) {
      editing.pause();
      tellLink(row);
      return;
    }
    const ends = { from: task.planId, to: to.planId, type };
    const kept = link;
    const isThere = hasLink(view, ends);
    propose(row, { kind: isThere ? 'unlink' : 'link', ...ends });
    link = kept;
  };

  names.addEventListener('keydown', (event) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey) return;
    const table = event.altKey ? withAlt : event.shiftKey && event.key !== 'L' && event.key !== 'D' ? {} : alone;
    const action = Object.hasOwn(table, event.key) ? table[event.key] : undefined;
    if (action === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    action(at(), event.shiftKey);
  });
  // Where the keyboard has gone to the next row.
  names.addEventListener('focusin', () => {
    if (link !== undefined) linkTo(at());
  });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.target instanceof HTMLInputElement) return;
      const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey;
      const key = event.key.toLowerCase();
      if (isUndo && (key === 'z' || key === 'y')) {
        event.preventDefault();
        undo(key === 'y' || event.shiftKey ? 'redo' : 'undo');
        return;
      }
      const pending = editing.gesture;
      if (pending === undefined && link === undefined) return;
      const isDelete = (event.key === 'Delete' || event.key === 'Backspace') && pending?.kind === 'unlink';
      if (link !== undefined && (event.key === 't' || event.key === 'T')) {
        link = { ...link, type: types[(types.indexOf(link.type) + 1) % types.length] ?? 'FS' };
        linkTo(at());
      } else if ((event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) || isDelete) editing.commit();
      else if (event.key === 'Escape') {
        link = undefined;
        editing.cancel();
        layer.clear();
      } else {
        // Going on to other things gives up; a link is on its way to another row.
        if (link === undefined && !event.altKey && isStep(event.key)) editing.cancel();
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

function isStep(key: string): boolean {
  return (
    key.startsWith('Arrow') ||
    key === 'Home' ||
    key === 'End' ||
    key === 'PageUp' ||
    key === 'PageDown' ||
    key === 'Tab'
  );
}

function hasLink(
  { strips }: EditingView,
  ends: { readonly from: string; readonly to: string; readonly type: ChartLink['type'] },
): boolean {
  return [...strips.values()].some(({ links }) =>
    links.some(({ from, to, type }) => from.planId === ends.from && to.planId === ends.to && type === ends.type),
  );
}
