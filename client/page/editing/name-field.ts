// A name is typed where it stands: of a row, or of a new one.
import { rowHeight } from '../row-height.ts';
import { type EditingLayer, make } from './layer.ts';

export interface NameField {
  readonly row: number;
  readonly depth: number;
  readonly text: string;
  readonly label: string;
  done(name: string): void;
  /** The keyboard goes back to where it was. */
  closed(): void;
}

/** Opens a field in the list of names. Enter takes what is typed, Escape and leaving it don't. */
export function askName(layer: EditingLayer, { row, depth, text, label, done, closed }: NameField): void {
  for (const old of layer.beside.querySelectorAll('.name-field')) old.remove();
  const field = document.createElement('input');
  const holder = make('div', 'name-field');
  field.type = 'text';
  field.value = text;
  field.placeholder = label;
  field.setAttribute('aria-label', label);
  field.spellcheck = false;
  holder.style.top = `${row * rowHeight}px`;
  holder.style.setProperty('--depth', String(depth));
  holder.append(field);
  layer.beside.append(holder);
  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    holder.remove();
    closed();
  };
  field.addEventListener('keydown', (event) => {
    event.stopPropagation();
    // Enter also ends a word that is being composed.
    if (event.isComposing) return;
    if (event.key === 'Escape') close();
    if (event.key !== 'Enter') return;
    const name = field.value;
    close();
    if (name.trim() !== '' && name !== text) done(name);
  });
  field.addEventListener('blur', close);
  field.focus();
  field.select();
}
