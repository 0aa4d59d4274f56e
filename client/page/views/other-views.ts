// The views of the page beside the Gantt chart: the switch between all of them, and the pane that shows the others; its program is loaded when it is first wanted.
import type { Target, ViewName } from '../../../server/charts/view.ts';
import type { ViewAnswer } from '../../../server/charts/views.ts';
import type { FromPage, PageState } from '../messages.ts';
import type { Skeleton } from '../skeleton.ts';
import type { PageLocale } from '../words.ts';
import type { ViewPane } from './view-pane.ts';
import { ViewSwitch } from './view-switch.ts';

export interface OtherViewsEvents {
  send(message: FromPage): void;
  /** The Gantt chart is shown, or another view in its place. */
  ganttShown(isShown: boolean): void;
  /** Another view is shown, or shown in another way. */
  changed(): void;
}

export class OtherViews {
  readonly #parts: Skeleton;
  readonly #events: OtherViewsEvents;
  readonly #switch: ViewSwitch;
  #name: ViewName = 'gantt';
  #isTable: boolean;
  /** The plan that is shown, and the one for which the reader has chosen a view here. */
  #uri = '';
  #chosenFor: string | undefined;
  #locale: PageLocale = 'en';
  #pane: ViewPane | undefined;
  /** What is to be done when the pane's program is there. */
  #loading: Promise<ViewPane> | undefined;

  constructor(parts: Skeleton, kept: PageState | undefined, events: OtherViewsEvents) {
    this.#parts = parts;
    this.#events = events;
    this.#isTable = kept?.viewTable === true;
    this.#switch = new ViewSwitch((view) => {
      this.#chosenFor = this.#uri;
      this.#show(view);
      events.send({ type: 'view', view });
      events.changed();
    });
    parts.lock.after(this.#switch.element);
    parts.page.dataset.view = 'gantt';
  }

  /** What is to be kept of it. */
  get state(): Pick<PageState, 'view' | 'viewTable'> {
    return {
      ...(this.#name === 'gantt' ? {} : { view: this.#name }),
      ...(this.#isTable ? { viewTable: true } : {}),
    };
  }

  get isShown(): boolean {
    return this.#name !== 'gantt';
  }

  speak(locale: PageLocale): void {
    this.#locale = locale;
    this.#switch.speak(locale);
    this.#pane?.speak(locale);
  }

  /** The holder says what is shown, and how; what the reader has chosen meanwhile is newer. */
  about(uri: string, view: ViewName): void {
    const isChosen = this.#chosenFor === '' || this.#chosenFor === uri;
    this.#uri = uri;
    this.#chosenFor = isChosen ? uri : undefined;
    if (!isChosen) this.#show(view);
  }

  #show(name: ViewName): void {
    if (name === this.#name) return;
    this.#name = name;
    this.#switch.show(name);
    this.#parts.page.dataset.view = name;
    this.#events.ganttShown(name === 'gantt');
    this.#parts.page.classList.remove('stale');
    if (name === 'gantt') this.#pane?.hide();
    else this.#withPane((pane) => pane.show(name, this.#isTable));
  }

  take(answer: ViewAnswer): void {
    if (this.isShown) this.#withPane((pane) => pane.take(answer));
  }

  mark(path: readonly string[]): void {
    if (this.isShown) this.#withPane((pane) => pane.mark(path));
  }

  trouble(text: string): void {
    if (this.isShown) this.#withPane((pane) => pane.trouble(text));
  }

  #withPane(act: (pane: ViewPane) => void): void {
    if (this.#pane !== undefined) {
      act(this.#pane);
      return;
    }
    this.#loading ??= this.#load();
    void this.#loading.then(act);
  }

  async #load(): Promise<ViewPane> {
    const { ViewPane } = await import('./view-pane.ts');
    const { send, changed } = this.#events;
    const around = this.#parts.chart.parentElement ?? this.#parts.page;
    this.#pane = new ViewPane(this.#parts, around, {
      go: (target: Target, takeFocus) => send({ type: 'go', target, takeFocus }),
      narrows: (narrowing) => {
        if (this.#name !== 'gantt') send({ type: 'view', view: this.#name, ...narrowing });
      },
      failed: (version, reason) => send({ type: 'failed', version, reason }),
      exports: () => send({ type: 'export' }),
      tabulated: (on) => {
        this.#isTable = on;
        changed();
      },
    });
    this.#pane.speak(this.#locale);
    return this.#pane;
  }
}
