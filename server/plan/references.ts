// Ids where they are defined and where they are used: listed when somebody asks.
import type { Definition, PlanTask, Reference, ReferenceKind } from './plan.ts';
import { type Listener, Resolution, type Slice } from './resolution.ts';
import type { Mentioning } from './resolved.ts';
import { idOf } from './scalars/id.ts';

export class References {
  readonly #where: Mentioning;
  readonly #isPlain: boolean;
  readonly #ofTask = new Map<number, Definition>();
  #all: readonly Reference[] | undefined;
  #definitions: readonly Definition[] | undefined;

  /** `isPlain`: whether each node says one thing, once: no anchor, alias or merge key stands anywhere. */
  constructor(where: Mentioning, isPlain: boolean) {
    this.#where = where;
    this.#isPlain = isPlain;
  }

  /** Every id where it is used, in the order of the entries; skills that several people have come last. */
  get all(): readonly Reference[] {
    this.#all ??= this.#listed();
    return this.#all;
  }

  /** Tasks and phases, then all else. */
  get definitions(): readonly Definition[] {
    if (this.#definitions === undefined) {
      const { list, definitions } = this.#where;
      this.#definitions = [...list.tasks.flatMap((task) => this.#of(task) ?? []), ...definitions.all];
    }
    return this.#definitions;
  }

  define(kind: ReferenceKind, id: string): Definition | undefined {
    const { index, definitions } = this.#where;
    if (kind !== 'task') return definitions.find(kind, id);
    const [first] = index.all(idOf(id));
    return first && this.#of(first);
  }

  /** The definition of a task; undefined for one that no entry stands for. */
  #of({ index, id, key, node, synthetic }: PlanTask): Definition | undefined {
    if (synthetic !== undefined) return undefined;
    const known = this.#ofTask.get(index);
    if (known !== undefined) return known;
    const made: Definition = { kind: 'task', id, key, node, task: index };
    this.#ofTask.set(index, made);
    return made;
  }

  #listed(): readonly Reference[] {
    const { document, list, definitions, index } = this.#where;
    const lister = new Lister((task) => this.#of(task));
    const resolution = new Resolution(definitions, index, lister);
    for (const mention of document.reading.mentions) resolution.resolve(mention, -1);
    list.listed.forEach((listed, task) => {
      for (const mention of listed?.entry.reading.mentions ?? []) resolution.resolve(mention, task);
    });
    for (const mention of definitions.skills) resolution.resolve(mention, -1);
    return this.#isPlain ? lister.references : onePerPlace(lister.references);
  }
}

class Lister implements Listener {
  readonly references: Reference[] = [];
  readonly #definitionOf: (task: PlanTask) => Definition | undefined;

  constructor(definitionOf: (task: PlanTask) => Definition | undefined) {
    this.#definitionOf = definitionOf;
  }

  refers(
    { node, from, to }: Slice,
    task: number,
    kinds: readonly ReferenceKind[],
    id: string,
    meaning: PlanTask | Definition | undefined,
  ): void {
    const definition = meaning !== undefined && 'index' in meaning ? this.#definitionOf(meaning) : meaning;
    this.references.push({ kinds, id, node, from, to, definition, task });
  }

  isUnknown(): void {}
}

/** Each place that refers once, however many aliases and merges lead to it. */
function onePerPlace(references: readonly Reference[]): readonly Reference[] {
  const seen = new Map<Reference['node'], Set<number>>();
  return references.filter(({ node, from }) => {
    const known = seen.get(node) ?? new Set();
    const isNew = !known.has(from);
    seen.set(node, known.add(from));
    return isNew;
  });
}
