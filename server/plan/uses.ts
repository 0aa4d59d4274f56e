// How often each thing that is no task is used: by kind and id, so that it holds wherever things stand.
import type { DefinitionKind } from './plan.ts';

/** One use. */
export interface Use {
  readonly kind: DefinitionKind;
  readonly id: string;
}

type Counts = ReadonlyMap<DefinitionKind, ReadonlyMap<string, number>>;

export class Uses {
  static readonly none = new Uses(new Map());
  readonly #counts: Counts;

  private constructor(counts: Counts) {
    this.#counts = counts;
  }

  has(kind: DefinitionKind, id: string): boolean {
    return this.#counts.get(kind)?.has(id) === true;
  }

  /** Whether anything of a kind is used. */
  hasKind(kind: DefinitionKind): boolean {
    return this.#counts.has(kind);
  }

  /** Without some uses and with others; the same object where that changes nothing. */
  changed(gone: Iterable<Use>, come: Iterable<Use>): Uses {
    const changes = new Map<DefinitionKind, Map<string, number>>();
    const count = ({ kind, id }: Use, by: number): void => {
      const ofKind = changes.get(kind);
      if (ofKind === undefined) changes.set(kind, new Map([[id, by]]));
      else ofKind.set(id, (ofKind.get(id) ?? 0) + by);
    };
    for (const use of gone) count(use, -1);
    for (const use of come) count(use, 1);
    const counts = new Map(this.#counts);
    let hasChanged = false;
    for (const [kind, ofKind] of changes) {
      const now = new Map(counts.get(kind));
      for (const [id, by] of ofKind) {
        const left = (now.get(id) ?? 0) + by;
        if (left > 0) now.set(id, left);
        else now.delete(id);
        hasChanged ||= by !== 0;
      }
      if (now.size > 0) counts.set(kind, now);
      else counts.delete(kind);
    }
    return hasChanged ? new Uses(counts) : this;
  }
}
