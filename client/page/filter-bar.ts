// The bar with what a reader wants to see: words, somebody, a tag, critical work, the next weeks; and how much of the work that is.
import type { ChartHead } from '../../server/charts/chart.ts';
import { type Filter, isEmpty } from '../../server/charts/filter.ts';
import type { PageWord, Say } from './words.ts';

/** Weeks that are offered. */
const weeks = [1, 2, 4, 8, 13] as const;
/** Who types is waited for, in milliseconds. */
const pause = 120;

export class FilterBar {
  readonly element = document.createElement('search');
  readonly #text = document.createElement('input');
  readonly #person = document.createElement('select');
  readonly #tag = document.createElement('select');
  readonly #weeks = document.createElement('select');
  readonly #critical = document.createElement('input');
  readonly #criticalLabel = document.createElement('span');
  readonly #count = document.createElement('output');
  readonly #clear = document.createElement('button');
  readonly #changed: (filter: Filter) => void;
  #say: Say;
  #filter: Filter = {};
  #head: Pick<ChartHead, 'choices' | 'filtered'> = {};

  /** `changed` hears each new filter. */
  constructor(say: Say, changed: (filter: Filter) => void) {
    this.#say = say;
    this.#changed = changed;
    this.element.className = 'filter-bar';
    this.element.hidden = true;
    this.#text.type = 'search';
    this.#text.maxLength = 200;
    this.#critical.type = 'checkbox';
    this.#clear.type = 'button';
    this.#clear.className = 'icon clear';
    const critical = document.createElement('label');
    critical.append(this.#critical, this.#criticalLabel);
    this.element.append(this.#text, this.#person, this.#tag, this.#weeks, critical, this.#count, this.#clear);
    let waiting: ReturnType<typeof setTimeout> | undefined;
    this.#text.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.#read(), pause);
    });
    for (const field of [this.#person, this.#tag, this.#weeks, this.#critical])
      field.addEventListener('change', () => this.#read());
    this.#clear.addEventListener('click', () => {
      this.show({});
      this.#changed({});
      this.#text.focus();
    });
    this.speak(say);
  }

  get filter(): Filter {
    return this.#filter;
  }

  /** Shows a filter that was set elsewhere. */
  show(filter: Filter): void {
    this.#filter = filter;
    this.#text.value = filter.text ?? '';
    this.#critical.checked = filter.critical === true;
    this.#offer();
  }

  /** Offers what this chart has, and says how much of it is shown. */
  take(head: Pick<ChartHead, 'choices' | 'filtered'>): void {
    this.#head = head;
    this.#offer();
  }

  /** Opens or closes the bar; what is filtered stays. */
  open(on: boolean): void {
    this.element.hidden = !on;
    if (on) this.#text.focus();
  }

  speak(say: Say): void {
    this.#say = say;
    this.element.setAttribute('aria-label', say('filter'));
    const names: readonly (readonly [HTMLElement, PageWord])[] = [
      [this.#text, 'filter-text'],
      [this.#person, 'owner'],
      [this.#tag, 'tag'],
      [this.#weeks, 'time'],
      [this.#clear, 'clear'],
    ];
    for (const [field, name] of names) {
      field.title = say(name);
      field.setAttribute('aria-label', say(name));
    }
    this.#text.placeholder = say('filter-text');
    this.#criticalLabel.textContent = say('critical-only');
    this.#offer();
  }

  #offer(): void {
    const { choices, filtered } = this.#head;
    const { person, tag, weeks: chosen } = this.#filter;
    options(this.#person, this.#say('everybody'), choices?.people ?? [], person);
    options(
      this.#tag,
      this.#say('all-tags'),
      (choices?.tags ?? []).map((name) => ({ id: name, name })),
      tag,
    );
    const ahead = weeks.map((count) => ({
      id: String(count),
      name: this.#say(count === 1 ? 'next-week' : 'next-weeks', { count: String(count) }),
    }));
    options(this.#weeks, this.#say('any-time'), ahead, chosen === undefined ? undefined : String(chosen));
    this.#count.textContent =
      filtered === undefined ? '' : this.#say('shown', { shown: String(filtered.shown), of: String(filtered.of) });
    this.#clear.disabled = isEmpty(this.#filter);
  }

  #read(): void {
    const text = this.#text.value.trim();
    const chosen = Number(this.#weeks.value.slice(1));
    this.#filter = {
      ...(text === '' ? {} : { text }),
      ...(this.#person.value === '' ? {} : { person: this.#person.value.slice(1) }),
      ...(this.#tag.value === '' ? {} : { tag: this.#tag.value.slice(1) }),
      ...(chosen > 0 ? { weeks: chosen } : {}),
      ...(this.#critical.checked ? { critical: true } : {}),
    };
    this.#clear.disabled = isEmpty(this.#filter);
    this.#changed(this.#filter);
  }
}

/** Fills a choice: first that nothing is chosen. What is chosen stays, also where the plan has it no more. */
function options(
  field: HTMLSelectElement,
  none: string,
  choices: readonly { readonly id: string; readonly name: string }[],
  chosen: string | undefined,
): void {
  const all =
    chosen === undefined || choices.some(({ id }) => id === chosen)
      ? choices
      : [...choices, { id: chosen, name: chosen }];
  const wanted = [{ value: '', text: none }, ...all.map(({ id, name }) => ({ value: `=${id}`, text: name }))];
  const isSame =
    wanted.length === field.options.length &&
    wanted.every(
      ({ value, text }, index) => field.options[index]?.value === value && field.options[index]?.text === text,
    );
  if (!isSame) field.replaceChildren(...wanted.map(({ value, text }) => option(value, text)));
  field.value = chosen === undefined ? '' : `=${chosen}`;
  field.hidden = all.length === 0;
}

function option(value: string, text: string): HTMLOptionElement {
  return new Option(text, value);
}

/** A filter from what was kept, which may be anything. */
export function filterOf(kept: unknown): Filter {
  if (typeof kept !== 'object' || kept === null) return {};
  const has = (name: string): unknown => (Object.hasOwn(kept, name) ? Reflect.get(kept, name) : undefined);
  const [text, person, tag, critical, count] = [has('text'), has('person'), has('tag'), has('critical'), has('weeks')];
  return {
    ...(typeof text === 'string' ? { text } : {}),
    ...(typeof person === 'string' ? { person } : {}),
    ...(typeof tag === 'string' ? { tag } : {}),
    ...(critical === true ? { critical } : {}),
    ...(typeof count === 'number' && count > 0 ? { weeks: count } : {}),
  };
}
