// The parts of the page that show a view that is no Gantt chart, empty.
import { type PageLocale, type PageWord, wordsIn } from '../words.ts';
import { ViewFind } from './view-find.ts';
import { sayView } from './view-words.ts';

export const viewTools = [
  'critical-only',
  'fold-all',
  'unfold-all',
  'zoom-out',
  'fit',
  'zoom-in',
  'table',
  'export',
] as const;

export type ViewTool = (typeof viewTools)[number];

export interface ViewParts {
  /** All of it. */
  readonly pane: HTMLElement;
  readonly bar: HTMLElement;
  readonly summary: HTMLElement;
  readonly find: ViewFind;
  readonly buttons: Readonly<Record<ViewTool, HTMLButtonElement>>;
  /** Scrolls pictures, tables and what is said where there is neither. */
  readonly scroller: HTMLElement;
  readonly pictures: HTMLElement;
  readonly tables: HTMLElement;
  readonly empty: HTMLElement;
  readonly legend: HTMLElement;
}

/** Makes the parts and puts them into the page. */
export function viewParts(around: HTMLElement): ViewParts {
  const pane = make('section', 'view-pane');
  const bar = make('div', 'view-bar');
  const summary = make('p', 'view-summary');
  const toolbar = make('div', 'tools');
  toolbar.setAttribute('role', 'toolbar');
  const button = (name: ViewTool): HTMLButtonElement => {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = `icon ${name}`;
    toolbar.append(element);
    return element;
  };
  const buttons = {
    'critical-only': button('critical-only'),
    'fold-all': button('fold-all'),
    'unfold-all': button('unfold-all'),
    'zoom-out': button('zoom-out'),
    fit: button('fit'),
    'zoom-in': button('zoom-in'),
    table: button('table'),
    export: button('export'),
  };
  const scroller = make('div', 'view-scroller');
  scroller.tabIndex = 0;
  scroller.setAttribute('role', 'region');
  const pictures = make('div', 'view-pictures');
  const tables = make('div', 'view-tables');
  const empty = make('p', 'empty');
  const legend = make('p', 'legend');
  const find = new ViewFind(scroller);
  bar.append(summary, find.count, find.field, toolbar);
  scroller.append(pictures, tables, empty);
  pane.append(bar, scroller, legend);
  pane.hidden = true;
  around.append(pane);
  return { pane, bar, summary, find, buttons, scroller, pictures, tables, empty, legend };
}

/** Puts the reader's words on the parts. */
export function wordView({ buttons, pane, find }: ViewParts, locale: PageLocale): void {
  find.speak(locale);
  const say = wordsIn(locale);
  for (const name of viewTools) {
    const text = name === 'critical-only' ? sayView(name, locale) : say(name satisfies PageWord);
    buttons[name].title = text;
    buttons[name].setAttribute('aria-label', text);
  }
  buttons.table.parentElement?.setAttribute('aria-label', sayView('view', locale));
  pane.setAttribute('aria-label', sayView('view', locale));
}

function make(tag: string, className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
