// The switch between the views of a plan.
import { type ViewName, viewNameOf, viewNames } from '../../../server/charts/view.ts';
import { viewTitles } from '../../../server/charts/view-titles.ts';
import type { PageLocale } from '../words.ts';
import { sayView } from './view-words.ts';

export class ViewSwitch {
  readonly element = document.createElement('select');

  /** `chosen` is called when the reader wants another view. */
  constructor(chosen: (view: ViewName) => void) {
    this.element.className = 'view-switch';
    for (const name of viewNames) this.element.append(new Option(name, name));
    this.element.addEventListener('change', () => {
      const view = viewNameOf(this.element.value);
      if (view !== undefined) chosen(view);
    });
  }

  show(view: ViewName): void {
    this.element.value = view;
  }

  speak(locale: PageLocale): void {
    this.element.setAttribute('aria-label', sayView('view', locale));
    this.element.title = sayView('view', locale);
    for (const [index, name] of viewNames.entries()) {
      const option = this.element.options[index];
      if (option !== undefined) option.textContent = viewTitles[name][locale];
    }
  }
}
