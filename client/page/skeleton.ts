// The page's parts, empty: head, toolbar, chart, table, notes, legend, tooltip.
import type { PageWord, Say } from './words.ts';

/** The toolbar's buttons, in their order; `toggle` ones are pressed or not. */
const tools = [
  { name: 'zoom-out' },
  { name: 'fit', toggle: true },
  { name: 'zoom-in' },
  { name: 'fold-all' },
  { name: 'unfold-all' },
  { name: 'table', toggle: true },
  { name: 'filter', toggle: true },
  { name: 'compare', toggle: true },
  { name: 'export' },
  { name: 'new-task' },
] as const satisfies readonly { readonly name: PageWord; readonly toggle?: boolean }[];

export type Tool = (typeof tools)[number]['name'];

export interface Skeleton {
  readonly page: HTMLElement;
  readonly title: HTMLElement;
  readonly when: HTMLElement;
  readonly lock: HTMLElement;
  readonly buttons: Readonly<Record<Tool, HTMLButtonElement>>;
  /** Holds chart and table. */
  readonly views: HTMLElement;
  /** The scroller. */
  readonly chart: HTMLElement;
  readonly corner: HTMLElement;
  readonly times: HTMLElement;
  readonly names: HTMLElement;
  readonly drawing: HTMLElement;
  readonly empty: HTMLElement;
  readonly sheet: HTMLElement;
  /** Scrolls the notes. */
  readonly live: HTMLElement;
  readonly notes: HTMLElement;
  readonly legend: HTMLElement;
}

/** Makes the parts and puts them into the page; `say` words may change later: see `word`. */
export function skeleton(): Skeleton {
  const title = make('h1');
  const when = make('span', 'when');
  const lock = make('span', 'lock icon locked');
  lock.setAttribute('role', 'img');
  lock.hidden = true;
  const toolbar = make('div', 'tools');
  toolbar.setAttribute('role', 'toolbar');
  const button = (name: Tool): HTMLButtonElement => {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = `icon ${name}`;
    toolbar.append(element);
    return element;
  };
  const buttons = {
    'zoom-out': button('zoom-out'),
    fit: button('fit'),
    'zoom-in': button('zoom-in'),
    'fold-all': button('fold-all'),
    'unfold-all': button('unfold-all'),
    table: button('table'),
    filter: button('filter'),
    compare: button('compare'),
    export: button('export'),
    'new-task': button('new-task'),
  };
  const corner = make('div', 'corner');
  const times = make('div', 'times');
  times.setAttribute('aria-hidden', 'true');
  const names = make('div', 'names');
  names.setAttribute('role', 'tree');
  const drawing = make('div', 'drawing');
  const empty = make('div', 'empty');
  const chart = make('div', 'chart');
  chart.append(corner, times, names, drawing, empty);
  const sheet = make('section', 'sheet');
  sheet.hidden = true;
  sheet.tabIndex = 0;
  const notes = make('ul', 'notes');
  const live = make('section');
  live.setAttribute('role', 'status');
  live.append(notes);
  const legend = make('footer', 'legend');
  const top = make('header', 'top');
  top.append(title, when, lock, toolbar);
  const views = make('main', 'views');
  views.append(chart, sheet);
  const page = make('div', 'page');
  page.append(top, views, live, legend);
  document.body.append(page);
  return {
    page,
    title,
    when,
    lock,
    buttons,
    views,
    chart,
    corner,
    times,
    names,
    drawing,
    empty,
    sheet,
    live,
    notes,
    legend,
  };
}

/** Puts the reader's words on the parts. */
export function word(parts: Skeleton, say: Say): void {
  for (const { name } of tools) {
    parts.buttons[name].title = say(name);
    parts.buttons[name].setAttribute('aria-label', say(name));
  }
  parts.buttons.fit.parentElement?.setAttribute('aria-label', say('toolbar'));
  parts.lock.title = say('locked');
  parts.lock.setAttribute('aria-label', say('locked'));
  parts.names.setAttribute('aria-label', say('tasks'));
  parts.chart.parentElement?.setAttribute('aria-label', say('chart'));
  parts.sheet.setAttribute('aria-label', say('table'));
  parts.notes.setAttribute('aria-label', say('notes'));
}

function make(tag: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  return element;
}
