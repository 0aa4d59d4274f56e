// Anchors of a text where they are written, each with the aliases that mean it: looked for when somebody asks.
import { Branch } from './block.ts';
import type { CutTree } from './cut-tree.ts';
import type { Node } from './node.ts';
import type { PlacedAlias } from './placed-node.ts';
import type { Span } from './tree.ts';

/** `&name` where it stands. Spans hold the name alone, without its sign. */
export interface Anchor {
  readonly name: string;
  readonly span: Span;
  /** What it is the name of. */
  readonly node: Node;
  /** In the order of the text. */
  readonly aliases: readonly Span[];
}

export interface Anchors {
  /** In the order of the text; a name may stand there more than once. */
  readonly defined: readonly Anchor[];
  /** Aliases without an anchor before them. */
  readonly unknown: readonly { readonly name: string; readonly span: Span }[];
}

/** All anchors of a text. Time is linear in the text and in anchors and aliases. */
export function anchorsOf(tree: CutTree): Anchors {
  const text = tree.text();
  const { sources, targets, unknown } = tree.references;
  const aliases = new Map<Node, Span[]>();
  const anchored = new Map<number, Omit<Anchor, 'aliases'>>();
  const add = (name: string, node: Node): void => {
    const start = nameBefore(text, tree.spanOf(node).start, name);
    // What stands below a key takes the place of the value that the key's own line lacks.
    if (start !== undefined) anchored.set(start, { name, node, span: { start, end: start + name.length } });
  };
  for (const { block } of sources) {
    if (block instanceof Branch) {
      const node = block.container?.node;
      if (node?.anchor) add(node.anchor, node);
      continue;
    }
    for (const [name, node] of block.parsed.anchors) add(name, node);
    for (const alias of block.parsed.aliases) {
      const target = targets.get(alias);
      const known = target && aliases.get(target);
      if (known) known.push(nameOf(tree, alias));
      else if (target) aliases.set(target, [nameOf(tree, alias)]);
    }
  }
  return {
    defined: [...anchored.values()]
      .map((anchor) => ({ ...anchor, aliases: aliases.get(anchor.node) ?? [] }))
      .sort((a, b) => a.span.start - b.span.start),
    unknown: unknown.map((alias) => ({ name: alias.name, span: nameOf(tree, alias) })),
  };
}

function nameOf(tree: CutTree, alias: PlacedAlias): Span {
  const { start, end } = tree.spanOf(alias);
  return { start: start + 1, end };
}

/** What may stand between an anchor and its node: blanks, line breaks, comments, a tag of YAML. */
const between = /^(?:\s|#[^\r\n]*[\r\n]|!\S*\s)*$/;

/** A comment between an anchor and its node says the anchor's name seldom, and seldom more than once. */
const mostTries = 20;

/** Where the anchor of the node at `start` says its name: of several places the first, others stand in comments behind it. */
function nameBefore(text: string, start: number, name: string): number | undefined {
  let found: number | undefined;
  let end = start;
  for (let tries = 0; end > name.length && tries < mostTries; tries += 1) {
    const at = text.lastIndexOf(`&${name}`, end - name.length - 1);
    if (at < 0) break;
    if (between.test(text.slice(at + 1 + name.length, start))) found = at + 1;
    end = at + name.length;
  }
  return found;
}
