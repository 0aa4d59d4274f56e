// Ids where they are defined and where they are used: listed when somebody asks.
import type { ScalarNode } from '../text/node.ts';
import { CheckNames, type UnclearName } from './check-names.ts';
import { grouped } from './grouped.ts';
import type { FileMention, Includes } from './includes.ts';
import type {
  Definition,
  DefinitionKind,
  FileReference,
  IncludedFile,
  Plan,
  PlanTask,
  Reference,
  ReferenceKind,
  ReferencesByScalar,
} from './plan.ts';
import type { Mention } from './reading.ts';
import { type Listener, Resolution, type Slice } from './resolution.ts';
import type { Mentioning, Resolved } from './resolved.ts';
import { idOf } from './scalars/id.ts';

type Where = Mentioning & { readonly includes: Includes; readonly resolved: Pick<Resolved, 'watchful'> };

export class References {
  readonly #where: Where;
  readonly #isPlain: boolean;
  readonly #ofTask = new Map<number, Definition>();
  #all: readonly Reference[] | undefined;
  /** Of the id that was last asked about. */
  #uses: { readonly id: string; readonly of: ReadonlyMap<Definition | undefined, readonly Reference[]> } | undefined;
  #definitions: readonly Definition[] | undefined;
  /** Outside of the work, where each node says one thing; else all. */
  #outside: ReferencesByScalar | undefined;

  /** `isPlain`: whether each node says one thing, once: no alias or merge key stands anywhere. */
  constructor(where: Where, isPlain: boolean) {
    this.#where = where;
    this.#isPlain = isPlain;
  }

  /** Every id where it is used, in the order of the entries; skills that several people have come last. */
  get all(): readonly Reference[] {
    this.#all ??= this.#listed();
    return this.#all;
  }

  /** Those of `all` that nothing defines. Only entries are looked at in which one is known to be. */
  get toNothing(): readonly Reference[] {
    const entries = this.#where.resolved.watchful.map((place) => place - 1);
    const some = this.#isPlain ? this.#resolved(() => true, entries) : this.all;
    return some.filter(({ definition }) => definition === undefined);
  }

  /** What the files that the plan names refer to. */
  get inFiles(): readonly FileReference[] {
    const { definitions, index, includes } = this.#where;
    const inChecks = this.#includedChecks().flatMap(({ file, names }) =>
      names.mentions.map((mention): FileMention => ({ file, mention })),
    );
    return [...includes.mentions, ...definitions.includedSkills, ...inChecks].flatMap(({ file, mention }) => {
      const lister = new Lister((task) => this.#of(task));
      new Resolution(definitions, index, lister).resolve(mention, -1);
      return lister.references.map((reference) => ({ ...reference, file }));
    });
  }

  /** What in the conditions of checks may be an id, and may not; that of several tasks counts as well. */
  get unclear(): Plan['unclearNames'] {
    const { document, index } = this.#where;
    const of = (names: CheckNames): readonly UnclearName[] => [
      ...names.unclear,
      ...names.mentions.flatMap(({ id, node, referring: { kinds } }) =>
        kinds[0] === 'task' && index.isShared(id) ? [{ id, node, kinds }] : [],
      ),
    ];
    return [
      ...of(document.checks),
      ...this.#includedChecks().flatMap(({ file, names }) => of(names).map((name) => ({ ...name, file }))),
    ];
  }

  #includedChecks(): readonly { readonly file: IncludedFile; readonly names: CheckNames }[] {
    return this.#where.includes.rules.map(({ node, file }) => ({ file, names: new CheckNames(file.tree, node) }));
  }

  /** What a scalar refers to. `around`: the task in whose entry it stands. */
  at(node: ScalarNode, around: PlanTask | undefined): readonly Reference[] {
    if (!this.#isPlain) return this.all.filter((reference) => reference.node === node);
    return this.#resolved((mention) => mention.node === node, [-1, ...this.#wayTo(around)]);
  }

  /** What the scalars in the entry of a task refer to (-1: those outside of the work). */
  in(task: number): ReferencesByScalar {
    if (this.#isPlain && task >= 0) return byScalar(this.#mentionedIn(task));
    this.#outside ??= byScalar(this.#isPlain ? this.#resolved(() => true, [-1]) : this.all);
    return this.#outside;
  }

  #mentionedIn(task: number): readonly Reference[] {
    const { definitions, index, list } = this.#where;
    const lister = new Lister((each) => this.#of(each));
    const resolution = new Resolution(definitions, index, lister);
    for (const mention of list.listed[task]?.entry.reading.mentions ?? []) resolution.resolve(mention, task);
    return lister.references;
  }

  /** The uses of a definition, in the order of `all`. */
  to(definition: Definition): readonly Reference[] {
    // Several may have the same id: who asks about one asks about the others.
    if (this.#uses?.id !== definition.id)
      this.#uses = { id: definition.id, of: grouped(this.#mentioning(definition.id), (each) => each.definition) };
    return this.#uses.of.get(definition) ?? [];
  }

  /** Those of `all` that may mean an id. */
  #mentioning(sought: string): readonly Reference[] {
    if (!this.#isPlain) return this.all;
    // A reference stands for the whole id that is mentioned, or a part of it.
    return this.#resolved(({ id }) => id.includes(sought), [-1, ...this.#where.list.listed.keys()]);
  }

  /** What is defined by a key. */
  definedAt(key: ScalarNode): Definition | undefined {
    const { index, definitions } = this.#where;
    const task = index.atKey(key);
    return task === undefined ? definitions.atKey(key) : this.#of(task);
  }

  /** Tasks and phases, then all else. */
  get definitions(): readonly Definition[] {
    if (this.#definitions === undefined) {
      const { list, definitions } = this.#where;
      this.#definitions = [...list.tasks.flatMap((task) => this.#of(task) ?? []), ...definitions.all];
    }
    return this.#definitions;
  }

  define(kind: DefinitionKind, id: string): Definition | undefined {
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
    const all = this.#resolved(() => true, [-1, ...this.#where.list.listed.keys()]);
    return this.#isPlain ? all : onePerPlace(all);
  }

  /** What some of the mentions in the entries of tasks come to (-1: in the document itself). */
  #resolved(isWanted: (mention: Mention) => boolean, tasks: Iterable<number>): readonly Reference[] {
    const { document, list, definitions, index } = this.#where;
    const lister = new Lister((task) => this.#of(task));
    const resolution = new Resolution(definitions, index, lister);
    for (const task of tasks) {
      const reading = task < 0 ? document.reading : list.listed[task]?.entry.reading;
      for (const mention of reading?.mentions ?? []) if (isWanted(mention)) resolution.resolve(mention, task);
      if (task < 0)
        for (const mention of document.checks.mentions) if (isWanted(mention)) resolution.resolve(mention, task);
    }
    for (const mention of definitions.skills) if (isWanted(mention)) resolution.resolve(mention, -1);
    return lister.references;
  }

  /** A task and those around it, the outermost first. */
  #wayTo(task: PlanTask | undefined): readonly number[] {
    const { tasks } = this.#where.list;
    const way: number[] = [];
    for (let at = task; at !== undefined; at = tasks[at.parent]) way.unshift(at.index);
    return way;
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

function byScalar(references: readonly Reference[]): ReferencesByScalar {
  return grouped(references, ({ node }) => node);
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
