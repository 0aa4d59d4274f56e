// Editing by hand: what there is to it, put together.

import type { Gesture } from '../../../server/charts/gesture.ts';
import type { Holder } from '../holder.ts';
import type { ToPage } from '../messages.ts';
import { rowHeight } from '../row-height.ts';
import type { Skeleton } from '../skeleton.ts';
import { localMoment } from '../time-scale.ts';
import type { Tooltip } from '../tooltip.ts';
import type { PageLocale } from '../words.ts';
import { Editing } from './editing.ts';
import type { EditingView } from './editing-view.ts';
import { gestureWords } from './gesture-words.ts';
import { useKeysToEdit } from './keys.ts';
import { EditingLayer } from './layer.ts';
import { askName } from './name-field.ts';
import { usePointerToEdit } from './pointer.ts';
import { dragRows } from './row-drag.ts';
import { RowForm } from './row-form.ts';

export interface EditedPage {
  readonly parts: Skeleton;
  readonly view: EditingView;
  readonly tooltip: Tooltip;
  readonly holder: Holder;
  /** The row that the keyboard is at. */
  at(): number;
  /** Takes the keyboard to a row. */
  focus(row: number): void;
}

/** Hands that edit, as the page's program sees them. */
export interface EditingHands {
  hear(message: Extract<ToPage, { readonly type: 'tried' | 'made' }>): void;
  /** Bars stand elsewhere: a hand zooms. */
  follow(): void;
  /** A chart is drawn, of this version of the text. */
  drawn(version: string): void;
  speak(locale: PageLocale): void;
  /** Whether what an edit would do, or why it can't be, is said just now. */
  isSaying(): boolean;
}

/** Attaches everything that edits; once for the life of the page. */
export function editByHand({ parts, view, tooltip, holder, at, focus }: EditedPage): EditingHands {
  let locale: PageLocale = 'en';
  let shown = '';
  const say = gestureWords(() => locale);
  const layer = new EditingLayer(parts.chart, view);
  const editing = new Editing(holder, layer, say);
  const { chart, drawing, names } = parts;
  const begun = (): void => tooltip.hide();
  /** A task that was just made: the keyboard goes there when it is drawn. */
  let made: string | undefined;
  const write = (gesture: Gesture, row: number): void => {
    const { left, top } = layer.element.getBoundingClientRect();
    editing.propose(gesture, { x: left, y: top + row * rowHeight }, { hint: '' });
    editing.commit();
  };
  const rename = (row: number, planId: string, name: string): void => write({ kind: 'rename', planId, name }, row);
  const form = new RowForm({ view, editing, layer, say, begun, rename, focus });
  /** Behind a row; undefined: at the end. `from`: the day that was pointed at. */
  const create = (row: number | undefined, from?: string): void => {
    const beside = view.row(row);
    begun();
    const where = beside?.isPhase === true ? 'inside' : 'after';
    const at = beside === undefined ? {} : { at: { where, planId: beside.planId } as const };
    const place = placeOfNew(view, row);
    const depth = beside === undefined ? 0 : beside.depth + (beside.isPhase ? 1 : 0);
    const field = askName(layer, {
      row: place,
      depth,
      text: '',
      label: say('new-name'),
      isNew: true,
      done: (name) => {
        field.close();
        if (name.trim() !== '') write({ kind: 'create', name, ...at, ...(from === undefined ? {} : { from }) }, place);
        return false;
      },
      closed: () => focus(row ?? 0),
    });
  };
  const follow = usePointerToEdit({ chart, drawing, view, editing, layer, say, begun });
  dragRows({ names, view, editing, layer, say, begun });
  useKeysToEdit({
    names,
    view,
    editing,
    layer,
    say,
    at,
    type: (row, field) => form.open(row, field),
    create,
    begun,
    undo: (which) => holder.send({ type: which }),
  });
  parts.buttons['new-task'].addEventListener('click', () => create(view.rowCount === 0 ? undefined : at()));
  chart.addEventListener('dblclick', (event) => {
    if (event.target instanceof Node && layer.beside.contains(event.target)) return;
    const { left, top } = layer.element.getBoundingClientRect();
    const row = Math.floor((event.clientY - top) / rowHeight);
    const isName = event.target instanceof Element && event.target.closest('.name .text') !== null;
    const held = event.target instanceof HTMLElement ? event.target.dataset.hold : undefined;
    if (isName) form.open(row, 'name');
    else if (held === 'finish') form.open(row, 'duration');
    else if (held === 'progress') form.open(row, 'progress');
    else if (row >= view.rowCount && event.clientY > top) {
      const time = view.scale?.time(event.clientX - left);
      create(undefined, time === undefined || event.clientX < left ? undefined : localMoment(time));
    }
  });
  const comeTo = (): void => {
    const row = made === undefined ? undefined : view.rowNamed(made);
    // Known, but not drawn yet: in its place another row is still seen.
    if (row === undefined || view.row(row)?.planId !== made) return;
    made = undefined;
    // Who types the next one meanwhile goes on.
    if (!layer.beside.contains(document.activeElement)) focus(row);
  };
  return {
    hear: (message) => {
      if (message.type === 'made') made = message.made ?? made;
      editing.hear(message);
      comeTo();
    },
    follow,
    drawn: (version) => {
      follow();
      const isOther = version !== shown;
      if (isOther) editing.chartChanged();
      shown = version;
      form.drawn(isOther);
      comeTo();
    },
    speak: (next) => {
      locale = next;
    },
    isSaying: () => layer.isSaying,
  };
}

/** The row that a new task behind this one will be: it comes after all that this one holds, and beside another plan at the end. In a phase the reserve and the gate stay last. */
function placeOfNew(view: EditingView, row: number | undefined): number {
  const beside = view.row(row);
  if (row === undefined || beside === undefined || beside.isSubplan === true) return view.rowCount;
  let place = row + 1;
  while ((view.row(place)?.depth ?? 0) > beside.depth) place += 1;
  const own = [`${beside.planId}.buffer`, `${beside.planId}.gate`];
  while (beside.isPhase && own.includes(view.row(place - 1)?.planId ?? '')) place -= 1;
  return place;
}
