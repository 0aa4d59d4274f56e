// A tree as plain data, so that two of them can be compared.
import type { MapNode, Node } from '../../../server/text/node.ts';
import type { Range, TextChange, Tree } from '../../../server/text/tree.ts';

type Places = Pick<Tree, 'spanOf'>;

/** A node with its place and all that is written in it. */
export function ownShapeOf(places: Places, node: Node | undefined): unknown {
  return shape(places, node, () => []);
}

/** A node with its place and all that is in it, what is merged too. */
export function shapeOf(tree: Tree, node: Node | undefined): unknown {
  return shape(tree, node, (map) => {
    const pairs = tree.pairsOf(map);
    return pairs === map.pairs ? [] : pairs.map(({ key, value }) => [key.text, tree.spanOf(value).start]);
  });
}

function shape(places: Places, node: Node | undefined, counting: (map: MapNode) => unknown): unknown {
  if (!node) return undefined;
  const { start, end } = places.spanOf(node);
  const place = `${start}–${end}`;
  switch (node.kind) {
    case 'scalar':
      return [place, node.style, node.text, node.source, node.anchor];
    case 'alias':
      return [place, `*${node.name}`];
    case 'list':
      return [
        place,
        node.flow ? 'flow list' : 'list',
        node.anchor,
        node.items.map((item) => shape(places, item, counting)),
      ];
    case 'map': {
      const pairs = node.pairs.map(({ key, value }) => [shape(places, key, counting), shape(places, value, counting)]);
      return [place, node.flow ? 'flow map' : 'map', node.anchor, pairs, counting(node)];
    }
  }
}

/** Everything that a tree says. */
export function everythingOf(tree: Tree): unknown {
  return {
    text: tree.text(),
    length: tree.length,
    lineCount: tree.lineCount,
    root: shapeOf(tree, tree.root),
    syntax: tree.syntax,
    comments: tree.comments,
    notableComments: tree.notableComments,
  };
}

/** The text after changes, by whole strings. */
export function textAfter(text: string, changes: readonly TextChange[]): string {
  return changes.reduce((before, change) => {
    if (!change.range) return change.text;
    const { start, end } = offsetsOf(before, change.range);
    return before.slice(0, start) + change.text + before.slice(Math.max(start, end));
  }, text);
}

function offsetsOf(text: string, range: Range): { start: number; end: number } {
  const lines = linesOf(text);
  const offset = (line: number, character: number): number => {
    const found = lines[line];
    return found ? found.start + Math.min(character, found.end - found.start) : text.length;
  };
  return {
    start: offset(range.start.line, range.start.character),
    end: offset(range.end.line, range.end.character),
  };
}

export function linesOf(text: string): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  lines.push({ start, end: text.length });
  return lines;
}

/** Every node of a tree, keys among them. */
export function nodesOf(root: Node | undefined): Node[] {
  const nodes: Node[] = [];
  const open = root ? [root] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    nodes.push(node);
    if (node.kind === 'list') open.push(...node.items);
    if (node.kind === 'map') for (const { key, value } of node.pairs) open.push(key, value);
  }
  return nodes;
}
