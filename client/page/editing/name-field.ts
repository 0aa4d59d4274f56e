// Something is typed where a row stands, or a new one would: in a field in the list of names.
import { rowHeight } from '../row-height.ts';
import { type EditingLayer, make } from './layer.ts';

export interface NameField {
  readonly row: number;
  readonly depth: number;
  readonly text: string;
  readonly label: string;
  /** Of a task that is still to be made: it comes between two rows. */
  readonly isNew?: boolean;
  /** Lies below the field. */
  readonly below?: HTMLElement;
  /** The text is another one now. */
  typed?(text: string): void;
  /** Tab, or Shift+Tab. */
  stepped?(by: 1 | -1): void;
  /** Enter: true where the field is to stay open. */
  done(text: string): boolean;
  /** The keyboard goes elsewhere, before the field closes. */
  left?(): void;
  /** However that comes. `takesFocus`: the keyboard goes back to where it was. */
  closed(takesFocus: boolean): void;
}

export interface OpenField {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  /** Puts a text in, and chooses all of it. */
  fill(text: string): void;
  moveTo(row: number): void;
  close(takesFocus?: boolean): void;
}

/** Opens a field in the list of names. Enter takes what is typed, Escape and leaving it don't. */
export function askName(layer: EditingLayer, asked: NameField): OpenField {
  const { row, depth, text, label, below } = asked;
  for (const old of layer.beside.querySelectorAll('.name-field')) old.remove();
  const field = document.createElement('input');
  const holder = make('div', 'name-field');
  field.type = 'text';
  field.placeholder = label;
  field.setAttribute('aria-label', label);
  field.spellcheck = false;
  holder.classList.toggle('new', asked.isNew === true);
  holder.style.setProperty('--depth', String(depth));
  holder.append(field, ...(below === undefined ? [] : [below]));
  layer.beside.append(holder);
  let isOpen = true;
  const moveTo = (at: number): void => {
    holder.style.top = `${at * rowHeight}px`;
  };
  const fill = (value: string): void => {
    field.value = value;
    field.select();
  };
  const close = (takesFocus = true): void => {
    if (!isOpen) return;
    isOpen = false;
    holder.remove();
    asked.closed(takesFocus);
  };
  field.addEventListener('keydown', (event) => {
    event.stopPropagation();
    // Enter also ends a word that is being composed.
    if (event.isComposing) return;
    if (event.key === 'Escape') close();
    if (event.key === 'Tab' && asked.stepped !== undefined) {
      event.preventDefault();
      asked.stepped(event.shiftKey ? -1 : 1);
    }
    if (event.key === 'Enter' && !asked.done(field.value)) close();
  });
  field.addEventListener('input', () => asked.typed?.(field.value));
  field.addEventListener('blur', () => {
    // A field that is taken away is left as well.
    if (isOpen) asked.left?.();
    close();
  });
  moveTo(row);
  field.focus();
  fill(text);
  return { element: holder, input: field, fill, moveTo, close };
}
