// Anchors, aliases and merge keys of a whole plan: which node an alias means, and which pairs a map takes over.
import { Branch } from './block.ts';
import { isMerging } from './container.ts';
import type { Entry } from './entry.ts';
import { canonical, isMergeKey } from './keys.ts';
import type { MapNode, Node, Pair } from './node.ts';
import { type PlacedAlias, PlacedNode } from './placed-node.ts';
import { sameOr } from './same-or.ts';

export type ResolvedNode = Exclude<Node, { kind: 'alias' }>;

/** All merges of a plan together take over at most so many pairs. */
const mostMergedPairs = 200_000;

/** An entry or branch that defines or uses references. A branch stands behind its head. */
interface Source {
  readonly block: Entry | Branch;
  /** The branches with an anchor that it is in. */
  readonly holders: readonly Branch[];
}

export interface References {
  /** Stands for all of it, without keeping it. */
  readonly mark: object;
  /** In the order of the text. */
  readonly sources: readonly Source[];
  readonly targets: ReadonlyMap<Node, ResolvedNode>;
  /** Of maps with a merge key: all pairs that count. */
  readonly merged: ReadonlyMap<MapNode, readonly Pair[]>;
  /** Aliases without an anchor before them. */
  readonly unknown: readonly PlacedAlias[];
  /** Values of merge keys that are no map. */
  readonly unmergeable: readonly Node[];
  /** Values of merge keys that mean a map around them. */
  readonly circular: readonly Node[];
  /** Maps that merge more than is allowed. */
  readonly tooLarge: readonly MapNode[];
}

/** The references of a text; the same as `before` where none has changed. Time is linear in anchors, aliases and merged pairs. */
export function referencesOf(root: Branch, before: References | undefined): References {
  const sources: Source[] = [];
  collect(root, [], sources);
  const same =
    before?.sources.length === sources.length &&
    sources.every(({ block }, index) => block === before.sources[index]?.block);
  if (before && same) return before;
  return new Resolution(sources, before).run();
}

function collect(branch: Branch, holders: readonly Branch[], into: Source[]): void {
  const { head, container } = branch;
  if (!container) return;
  const inside = container.node.anchor ? [...holders, branch] : holders;
  let own = container.node.anchor !== undefined || isMerging(container.node);
  const addOwn = (): void => {
    if (own) into.push({ block: branch, holders });
    own = false;
  };
  for (const block of container.referring) {
    if (block !== head) addOwn();
    if (block instanceof Branch) collect(block, inside, into);
    else into.push({ block, holders: block === head ? holders : inside });
  }
  addOwn();
}

class Resolution {
  readonly #sources: readonly Source[];
  readonly #before: References | undefined;
  readonly #targets = new Map<Node, ResolvedNode>();
  readonly #merged = new Map<MapNode, readonly Pair[]>();
  readonly #unknown: PlacedAlias[] = [];
  readonly #unmergeable: Node[] = [];
  readonly #circular: Node[] = [];
  readonly #tooLarge: MapNode[] = [];
  #left = mostMergedPairs;

  constructor(sources: readonly Source[], before: References | undefined) {
    this.#sources = sources;
    this.#before = before;
  }

  run(): References {
    this.#resolveAliases();
    for (const { block, holders } of this.#sources) {
      const maps = block instanceof Branch ? [block.container?.node] : block.parsed.merges;
      for (const map of maps) if (map?.kind === 'map' && isMerging(map)) this.#merge(map, holders);
    }
    return {
      mark: {},
      sources: this.#sources,
      targets: this.#targets,
      merged: this.#merged,
      unknown: this.#unknown,
      unmergeable: this.#unmergeable,
      circular: this.#circular,
      tooLarge: this.#tooLarge,
    };
  }

  /** An alias means the last node with its anchor that begins before it. */
  #resolveAliases(): void {
    const anchored = new Map<string, ResolvedNode>();
    for (const { block } of this.#sources) {
      if (block instanceof Branch) {
        const node = block.container?.node;
        if (node?.anchor) anchored.set(node.anchor, node);
        continue;
      }
      const { anchors, aliases } = block.parsed;
      let next = 0;
      for (const alias of aliases) {
        const at = PlacedNode.startOf(alias);
        for (; next < anchors.length; next++) {
          const [name, node] = anchors[next] ?? [];
          if (!name || !node || PlacedNode.startOf(node) >= at) break;
          if (node.kind !== 'alias') anchored.set(name, node);
        }
        const target = anchored.get(alias.name);
        if (target) this.#targets.set(alias, target);
        else this.#unknown.push(alias);
      }
      for (; next < anchors.length; next++) {
        const [name, node] = anchors[next] ?? [];
        if (name && node && node.kind !== 'alias') anchored.set(name, node);
      }
    }
  }

  #merge(map: MapNode, holders: readonly Branch[]): void {
    if (this.#merged.has(map)) return;
    this.#merged.set(map, map.pairs);
    const own = new Map<string, Pair>();
    const taken = new Map<string, Pair>();
    const seen = new Set<MapNode>();
    for (const pair of map.pairs) {
      const name = canonical(pair.key.text);
      if (!isMergeKey(pair.key)) {
        if (!own.has(name)) own.set(name, pair);
      } else
        for (const source of this.#mergeable(pair.value)) {
          if (seen.has(source)) continue;
          seen.add(source);
          if (isAround(source, map, holders)) this.#circular.push(pair.value);
          else this.#take(source, taken, map, holders);
        }
    }
    const pairs = [...own.values()];
    for (const [name, pair] of taken) if (!own.has(name)) pairs.push(pair);
    this.#merged.set(map, sameOr(pairs, this.#before?.merged.get(map)));
  }

  #take(source: MapNode, taken: Map<string, Pair>, map: MapNode, holders: readonly Branch[]): void {
    // What is merged stands before what merges it and is complete, or stands inside its merge key.
    if (isMerging(source)) this.#merge(source, holders);
    const pairs = this.#merged.get(source) ?? source.pairs;
    this.#left -= pairs.length;
    if (this.#left < 0) {
      if (this.#tooLarge.at(-1) !== map) this.#tooLarge.push(map);
      return;
    }
    for (const pair of pairs) {
      if (isMergeKey(pair.key)) continue;
      const name = canonical(pair.key.text);
      if (!taken.has(name)) taken.set(name, pair);
    }
  }

  /** The maps that a merge key's value means. */
  #mergeable(value: Node): readonly MapNode[] {
    const target = value.kind === 'alias' ? this.#targets.get(value) : value;
    if (!target) return [];
    if (target.kind === 'map') return [target];
    const maps: MapNode[] = [];
    if (target.kind === 'list')
      for (const item of target.items) {
        const meant = item.kind === 'alias' ? this.#targets.get(item) : item;
        if (meant?.kind === 'map') maps.push(meant);
      }
    if (maps.length === 0) this.#unmergeable.push(value);
    return maps;
  }
}

/** Whether a map is in another one, which would then be in itself without end. */
function isAround(outer: MapNode, inner: MapNode, holders: readonly Branch[]): boolean {
  const owner = PlacedNode.entryOf(outer);
  if (owner instanceof Branch) return outer === inner || holders.includes(owner);
  return (
    owner === PlacedNode.entryOf(inner) &&
    PlacedNode.startOf(outer) <= PlacedNode.startOf(inner) &&
    PlacedNode.endOf(outer) >= PlacedNode.endOf(inner)
  );
}
