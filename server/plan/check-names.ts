// Ids and tags that stand in the conditions of a team's own checks (`rules.checks`): looked for when somebody asks.
import type { Node, ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { type CheckLiteral, checkLiterals, type NamedKind } from './check-literals.ts';
import type { ReferenceKind } from './plan.ts';
import type { Mention } from './reading.ts';

/** More checks than these are not read. */
export const mostChecks = 100;

/** An id's letters in a condition that may mean that id, and may not. */
export interface UnclearName {
  readonly id: string;
  readonly kinds: readonly NamedKind[];
  readonly node: ScalarNode;
}

export class CheckNames {
  readonly #conditions: readonly ScalarNode[];
  #found: readonly (CheckLiteral & { readonly node: ScalarNode })[] | undefined;

  /** `rules`: the value of that key. */
  constructor(tree: Tree, rules: Node | undefined) {
    const map = rules && tree.resolve(rules);
    const checks = map?.kind === 'map' ? tree.pair(map, 'checks')?.value : undefined;
    const list = checks && tree.resolve(checks);
    const items = list?.kind === 'list' ? list.items.slice(0, mostChecks) : [];
    this.#conditions = items.flatMap((item) => {
      const check = tree.resolve(item);
      const when = check?.kind === 'map' ? tree.pair(check, 'when')?.value : undefined;
      const condition = when && tree.resolve(when);
      return condition?.kind === 'scalar' ? [condition] : [];
    });
  }

  /** What surely is an id. */
  get mentions(): readonly Mention[] {
    return this.#literals.flatMap(({ id, from, to, kinds, isSure, node }): Mention[] =>
      isSure && areIds(kinds)
        ? [{ id, node, from, to, referring: { kinds, need: 'may-be-text' }, format: 'text' }]
        : [],
    );
  }

  /** What surely is a tag. */
  get tags(): readonly {
    readonly id: string;
    readonly node: ScalarNode;
    readonly from: number;
    readonly to: number;
  }[] {
    return this.#literals.filter(({ kinds, isSure }) => isSure && !areIds(kinds));
  }

  /** What may be one. */
  get unclear(): readonly UnclearName[] {
    return this.#literals.filter(({ isSure }) => !isSure);
  }

  get #literals() {
    this.#found ??= this.#conditions.flatMap((node) => checkLiterals(node.text).map((one) => ({ ...one, node })));
    return this.#found;
  }
}

function areIds(kinds: readonly NamedKind[]): kinds is readonly ReferenceKind[] {
  return !kinds.includes('tag');
}
