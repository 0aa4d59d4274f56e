// Ids where they are defined, tasks apart: by kind and id, the plan's own before those of included files.
import type { ScalarNode } from '../text/node.ts';
import type { Entry } from './field.ts';
import { looseSkill } from './formats.ts';
import type { FileMention, IncludedEntries } from './includes.ts';
import type { Definition, DefinitionKind, IncludedFile } from './plan.ts';
import type { Mention } from './reading.ts';
import { idOf } from './scalars/id.ts';
import type { PlanRecord } from './schema.generated.ts';

/** What each map of the document defines. */
const maps = [
  ['team', 'person'],
  ['stakeholders', 'stakeholder'],
  ['resources', 'resource'],
  ['calendars', 'calendar'],
  ['goals', 'goal'],
  ['kpis', 'kpi'],
  ['risks', 'risk'],
  ['subplans', 'subplan'],
  ['decisions', 'decision'],
  ['meetings', 'meeting'],
  ['reports', 'report'],
  ['changes', 'change'],
  ['reviews', 'review'],
  ['baselines', 'baseline'],
] as const satisfies readonly (readonly [keyof PlanRecord, DefinitionKind])[];

export class Definitions {
  /** In the order of the maps above, then skills. */
  readonly all: Definition[] = [];
  /** Skills are defined by the first person who has them; others who have them refer to that. */
  readonly skills: Mention[] = [];
  /** The same in included files. */
  readonly includedSkills: FileMention[] = [];
  readonly #byKind = new Map<DefinitionKind, Map<string, Definition>>();
  #byKey: ReadonlyMap<ScalarNode, Definition> | undefined;

  /** `root` with its own entries only; `included` what files add. */
  constructor(root: PlanRecord, included: IncludedEntries) {
    for (const [member, kind] of maps) this.#entries(kind, root[member]?.value ?? []);
    for (const { kind, entry, file } of included)
      this.#add({ kind, id: entry.id, key: entry.key, node: entry.node, file: file.path });
    for (const { value } of root.team?.value ?? [])
      for (const { node } of value.skills?.value ?? []) if (node.kind === 'scalar') this.#skill(node);
    for (const { kind, entry, file } of included) {
      if (kind !== 'person') continue;
      for (const { node } of entry.value.skills?.value ?? []) if (node.kind === 'scalar') this.#skill(node, file);
    }
  }

  find(kind: DefinitionKind, id: string): Definition | undefined {
    const byId = this.#byKind.get(kind);
    return byId?.get(id) ?? byId?.get(idOf(id));
  }

  /** What a key of the document defines: the first, where an alias reads it again. */
  atKey(key: ScalarNode): Definition | undefined {
    const own = () => this.all.filter(({ file }) => file === undefined).reverse();
    this.#byKey ??= new Map(own().map((made) => [made.key, made]));
    return this.#byKey.get(key);
  }

  ids(kind: DefinitionKind): Iterable<string> {
    return this.#byKind.get(kind)?.keys() ?? [];
  }

  /** Whether anybody of these kinds is named at all. */
  has(...kinds: readonly DefinitionKind[]): boolean {
    return kinds.some((kind) => this.#byKind.has(kind));
  }

  /** Whether the same ids are defined in the same order, wherever they stand. */
  isLike(other: Definitions): boolean {
    return (
      this === other ||
      (this.all.length === other.all.length && this.all.every((one, index) => isSameId(one, other.all[index])))
    );
  }

  #entries(kind: DefinitionKind, entries: readonly Entry<unknown>[]): void {
    for (const { id, key, node } of entries) this.#add({ kind, id, key, node });
  }

  #skill(node: ScalarNode, file?: IncludedFile): void {
    const id = idOf(node.text.trim());
    if (this.find('skill', id) === undefined) {
      this.#add({ kind: 'skill', id, key: node, node, ...(file && { file: file.path }) });
      return;
    }
    const from = node.text.length - node.text.trimStart().length;
    const to = node.text.trimEnd().length;
    const mention: Mention = { id, node, from, to, referring: looseSkill, format: 'ref:skill' };
    if (file === undefined) this.skills.push(mention);
    else this.includedSkills.push({ file, mention });
  }

  /** The first of an id counts. */
  #add(made: Definition): void {
    const { kind, id } = made;
    const byId = this.#byKind.get(kind) ?? new Map<string, Definition>();
    this.#byKind.set(kind, byId);
    if (byId.has(id)) return;
    this.all.push(made);
    byId.set(id, made);
  }
}

function isSameId(one: Definition, other: Definition | undefined): boolean {
  return one.kind === other?.kind && one.id === other.id && one.file === other.file;
}
