// Which view each plan was last looked at in, over reloads of the window.
import type { Memento, Uri } from 'vscode';
import { keptView, type ViewName } from '../page/messages.ts';

export type { ViewName };

const key = 'planAsCode.views';
/** Plans that were looked at longest ago are forgotten. */
const mostPlans = 200;

export class ViewMemory {
  readonly #memento: Memento;

  constructor(memento: Memento) {
    this.#memento = memento;
  }

  of(uri: Uri): ViewName {
    return this.#known.get(uri.toString()) ?? 'gantt';
  }

  keep(uri: Uri, view: ViewName): void {
    const known = this.#known;
    known.delete(uri.toString());
    if (view !== 'gantt') known.set(uri.toString(), view);
    void this.#memento.update(key, [...known].slice(-mostPlans));
  }

  /** What was kept may be anything. */
  get #known(): Map<string, ViewName> {
    const kept: unknown = this.#memento.get(key);
    if (!Array.isArray(kept)) return new Map();
    return new Map(
      kept.flatMap((pair: unknown) => {
        if (!Array.isArray(pair)) return [];
        const [uri, name]: readonly unknown[] = pair;
        const view = keptView(name);
        return typeof uri === 'string' && view !== undefined ? [[uri, view] as const] : [];
      }),
    );
  }
}
