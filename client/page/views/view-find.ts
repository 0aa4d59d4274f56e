// The field that finds words in a view: what lacks them steps back in a picture, and is left out of a table.
import type { PageLocale } from '../words.ts';
import type { DrawnElement } from './drawn-elements.ts';
import { sayView } from './view-words.ts';

/** Who types is waited for, in milliseconds. */
const pause = 120;

export class ViewFind {
  readonly field = document.createElement('input');
  readonly count = document.createElement('output');
  #locale: PageLocale = 'en';
  #elements: readonly DrawnElement[] = [];
  #tables: HTMLElement | undefined;

  /** `back`: where the focus goes when the field is left by Escape. */
  constructor(back: HTMLElement) {
    this.field.type = 'search';
    this.field.className = 'view-find';
    this.field.maxLength = 200;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    this.field.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.#apply(true), pause);
    });
    this.field.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      this.clear();
      back.focus();
    });
  }

  speak(locale: PageLocale): void {
    this.#locale = locale;
    const words = sayView('find', locale);
    this.field.placeholder = words;
    this.field.title = `${words} (/)`;
    this.field.setAttribute('aria-label', words);
    this.#apply(false);
  }

  /** Other things are shown now. */
  take(elements: readonly DrawnElement[], tables: HTMLElement): void {
    this.#elements = elements;
    this.#tables = tables;
    this.#apply(false);
  }

  clear(): void {
    this.field.value = '';
    this.#apply(false);
  }

  /** `leads`: to the first that is found, too. */
  #apply(leads: boolean): void {
    const words = this.field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const has = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
    const lines = [...(this.#tables?.querySelectorAll('tbody tr') ?? [])];
    const all: readonly (readonly [Element, boolean])[] = [
      ...this.#elements.map(({ element, drawn }) => [drawn, has(element.label)] as const),
      ...lines.map((line) => [line, has([...line.children].map((cell) => cell.textContent).join(' '))] as const),
    ];
    for (const [one, isFound] of all) one.classList.toggle('not-found', !isFound);
    const found = all.flatMap(([one, isFound]) => (isFound ? [one] : []));
    this.count.textContent =
      words.length === 0
        ? ''
        : sayView('found', this.#locale, { found: String(found.length), count: String(all.length) });
    if (leads && words.length > 0) found[0]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}
