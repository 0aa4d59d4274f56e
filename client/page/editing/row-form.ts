// What a row says of its task is typed in place, one value after the other: what would come of it is shown, Enter writes it.
import type { Gesture, TypedField } from '../../../server/charts/gesture.ts';
import type { Editing } from './editing.ts';
import type { EditingView } from './editing-view.ts';
import type { SayGesture } from './gesture-words.ts';
import { type EditingLayer, make, type Point } from './layer.ts';
import { askName, type OpenField } from './name-field.ts';

export type RowField = 'name' | TypedField;

/** In the order in which Tab goes through them. */
const rowFields: readonly RowField[] = ['name', 'duration', 'start', 'finish', 'deadline', 'progress', 'owner'];

export interface RowFormParts {
  readonly view: EditingView;
  readonly editing: Editing;
  readonly layer: EditingLayer;
  readonly say: SayGesture;
  /** Typing begins: what else is shown goes. */
  begun(): void;
  rename(row: number, planId: string, name: string): void;
  /** Takes the keyboard to a row. */
  focus(row: number): void;
}

interface Open {
  readonly planId: string;
  readonly name: RowField;
  readonly field: OpenField;
  /** What stands in the text; undefined until that is known. */
  now: string | undefined;
  /** Enter came before the outcome of what is typed was known: it is written, or refused, when that is. */
  isEntered: boolean;
}

export class RowForm {
  readonly #parts: RowFormParts;
  #open: Open | undefined;

  constructor(parts: RowFormParts) {
    this.#parts = parts;
    parts.editing.onTried((gesture, { now, refused, unchanged }) => {
      const open = this.#open;
      if (open?.isEntered && isTyped(gesture)) this.#enter();
      const asked = askedBy(gesture);
      if (open === undefined || asked?.planId !== open.planId || asked.name !== open.name) return;
      // A name stands there already: what is typed is tried when it is written.
      if (asked.name === 'name' && unchanged === true) parts.editing.pause();
      // Why nothing can be typed here is said beside it.
      open.field.input.readOnly = refused !== undefined && unchanged !== true;
      if (now === undefined) return;
      const isTouched = isChanged(open);
      open.now = now;
      if (!isTouched) open.field.fill(now);
    });
  }

  /** Opens a field at a row. */
  open(row: number, name: RowField): void {
    const { view, editing, layer, say, begun } = this.#parts;
    const task = view.row(row);
    if (task === undefined) return;
    this.#open?.field.close(false);
    begun();
    const isName = name === 'name';
    const field = askName(layer, {
      row,
      depth: task.depth,
      text: isName ? task.name : '',
      label: isName ? say('rename') : say('value-of', { value: say(name), name: task.name }),
      below: this.#tabs(name, task.name),
      typed: (text) => this.#typed(text),
      stepped: (by) => this.#step(by),
      done: () => this.#done(),
      left: () => {
        if (this.#open?.isEntered) editing.commit();
      },
      closed: (takesFocus) => this.#closed(takesFocus),
    });
    this.#open = { planId: task.planId, name, field, now: isName ? task.name : undefined, isEntered: false };
    keepInSight(field.element);
    this.#ask();
  }

  /** The chart is drawn anew; `isOther`: of another text. */
  drawn(isOther: boolean): void {
    const open = this.#open;
    if (open === undefined) return;
    const row = this.#parts.view.rowNamed(open.planId);
    if (row === undefined) open.field.close(false);
    else {
      open.field.moveTo(row);
      if (isOther && open.field.input.value === (open.now ?? '')) this.#ask();
    }
  }

  /** Asks what stands there. */
  #ask(): void {
    const open = this.#open;
    if (open === undefined) return;
    const { planId, name: field, now = '' } = open;
    if (field === 'name')
      this.#parts.editing.propose({ kind: 'rename', planId, name: now }, this.#near(), { hint: '' });
    else this.#parts.editing.propose({ kind: 'set', planId, field }, this.#near(), this.#prompt(field));
  }

  #typed(text: string): void {
    const open = this.#open;
    if (open === undefined || open.name === 'name') return;
    open.isEntered = false;
    const { planId, name: field } = open;
    if (text === open.now) this.#ask();
    else this.#parts.editing.propose({ kind: 'set', planId, field, text }, this.#near(), this.#prompt(field));
  }

  #prompt(field: TypedField) {
    const { say } = this.#parts;
    const [what, keys] = [say(`type-${field}`), say('keys')];
    return { hint: keys, idle: what.endsWith('。') ? what + keys : `${what} ${keys}` };
  }

  /** True: the field stays, until it is known what comes of the text, or because that can't be and is to be mended. */
  #done(): boolean {
    const open = this.#open;
    if (open === undefined || !isChanged(open)) return false;
    const { editing, view, rename } = this.#parts;
    const { value } = open.field.input;
    if (open.name === 'name') {
      const row = view.rowNamed(open.planId);
      open.field.close();
      if (value.trim() !== '' && row !== undefined) rename(row, open.planId, value);
      return false;
    }
    if (!editing.isTried) {
      this.#typed(value);
      open.isEntered = true;
      return true;
    }
    if (editing.isRefused) return true;
    editing.commit();
    return false;
  }

  /** Enter, of which the outcome is known now. */
  #enter(): void {
    const open = this.#open;
    if (open === undefined) return;
    open.isEntered = false;
    if (!this.#done()) open.field.close();
  }

  /** The next value of the row; what is changed is written instead. */
  #step(by: number, to?: RowField): void {
    const open = this.#open;
    if (open === undefined) return;
    const row = this.#parts.view.rowNamed(open.planId);
    if (isChanged(open)) {
      if (!this.#done()) open.field.close();
    } else if (row !== undefined) {
      const at = (rowFields.indexOf(open.name) + by + rowFields.length) % rowFields.length;
      this.open(row, to ?? rowFields[at] ?? 'name');
    }
  }

  #closed(takesFocus: boolean): void {
    const open = this.#open;
    this.#open = undefined;
    const { editing, view, focus } = this.#parts;
    editing.cancel();
    const row = open === undefined ? undefined : view.rowNamed(open.planId);
    if (takesFocus && row !== undefined) focus(row);
  }

  /** What else can be typed, for the pointer. */
  #tabs(chosen: RowField, task: string): HTMLElement {
    const tabs = make('div', 'row-fields');
    if (chosen !== 'name') {
      // The field lies over it.
      const whose = make('span', 'whose');
      whose.textContent = task;
      tabs.append(whose);
    }
    for (const name of rowFields) {
      const button = document.createElement('button');
      button.type = 'button';
      button.tabIndex = -1;
      button.textContent = this.#parts.say(name);
      button.setAttribute('aria-pressed', String(name === chosen));
      // The field keeps the keyboard until the next one has it.
      button.addEventListener('mousedown', (event) => event.preventDefault());
      button.addEventListener('click', () => this.#step(0, name));
      tabs.append(button);
    }
    return tabs;
  }

  #near(): Point {
    const element = this.#open?.field.element;
    if (element === undefined) return { x: 0, y: 0 };
    const boxes = [element, ...element.querySelectorAll('.row-fields')].map((part) => part.getBoundingClientRect());
    const { right, bottom } = element.getBoundingClientRect();
    const form = {
      left: Math.min(...boxes.map((box) => box.left)),
      right: Math.max(...boxes.map((box) => box.right)),
      top: Math.min(...boxes.map((box) => box.top)),
      bottom: Math.max(...boxes.map((box) => box.bottom)),
    };
    return { x: right, y: bottom - 8, form };
  }
}

/** What a gesture only asks about, changing nothing. */
function askedBy(gesture: Gesture): { readonly planId: string; readonly name: RowField } | undefined {
  if (gesture.kind === 'rename') return { planId: gesture.planId, name: 'name' };
  return gesture.kind === 'set' && gesture.text === undefined
    ? { planId: gesture.planId, name: gesture.field }
    : undefined;
}

function isTyped(gesture: Gesture): boolean {
  return gesture.kind === 'set' && gesture.text !== undefined;
}

function isChanged({ field, now }: Open): boolean {
  return field.input.value !== (now ?? '');
}

/** Near the lower end of the chart what lies below the field lies above it. */
function keepInSight(field: HTMLElement): void {
  const tabs = field.querySelector('.row-fields');
  const room = field.closest('.chart')?.getBoundingClientRect().bottom ?? window.innerHeight;
  if (tabs !== null && tabs.getBoundingClientRect().bottom > room) tabs.classList.add('above');
}
