// An edited tree says what a fresh one says, and a valid text what the `yaml` parser says of it as a whole.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { openTree } from '../../../server/text/open-tree.ts';
import { parseWithLibrary } from '../../../server/text/parse-entry.ts';
import { PlacedNode } from '../../../server/text/placed-node.ts';
import { soundChange } from '../sound-edits.ts';
import { asked, chanceOf, checkEdits, treeProperty } from './edit-sequences.ts';
import { beginnings, randomChange } from './edits.ts';
import { everythingOf, nodesOf, ownShapeOf, textAfter } from './shape.ts';
import { randomYaml } from './yaml-text.ts';

/** Edits per run, and the seed that repeats one. */
const edits = asked('PLAN_TREE_EDITS') ?? 18_000;
const seed = asked('PLAN_TREE_SEED');
const parameters = { numRuns: 400, ...(seed !== undefined && { seed }) };
const timeout = 120_000 + edits * 40;

/** Where nodes stand in a text that is one entry. */
const inEntry = { spanOf: (node: object) => ({ start: PlacedNode.startOf(node), end: PlacedNode.endOf(node) }) };

const endsNothing = /(?:^\uFEFF?|(?:^|\n)\.\.\.(?:[ \t][^\n]*|\r)?\n)(?:[ \t]*(?:#[^\n]*|\r)?\n)*\.\.\.(?=\s|$)/;

function valid(text: string): boolean {
  const documents = parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  return documents.length <= 1 && documents.every((document) => 'errors' in document && document.errors.length === 0);
}

describe('trees', () => {
  test('an edited tree equals a fresh one', { timeout }, () => checkEdits(treeProperty, edits, seed));

  test('a tree, the newest or an older one, has its own nodes and no others', { timeout }, () => {
    const property = fc.property(fc.gen(), (gen) => {
      const chance = chanceOf(gen);
      const first = beginnings[chance.below(beginnings.length + 1)] ?? randomYaml(chance);
      const versions = [openTree(first)];
      for (let left = 3; left > 0; left--) {
        const from = versions[Math.max(0, versions.length - 1 - (chance.below(6) === 0 ? 1 : 0))];
        if (from) versions.push(from.edit([randomChange(from.text(), chance)]));
      }
      const nodes = versions.map((tree) => new Set(nodesOf(tree.root)));
      for (const [index, tree] of versions.entries())
        for (const node of nodes.flatMap((set) => [...set])) {
          const isOwn = nodes[index]?.has(node) === true;
          if (tree.has(node) !== isOwn && (isOwn || tree.syntax.length === 0))
            throw new Error(`version ${index} of ${JSON.stringify(first)}: ${JSON.stringify(node).slice(0, 200)}`);
        }
    });
    fc.assert(property, parameters);
  });

  test('where the lines of pieces are the same object, every node that stayed is on the line where it was', {
    timeout,
  }, () => {
    let kept = 0;
    const property = fc.property(fc.gen(), (gen) => {
      const chance = chanceOf(gen);
      let tree = openTree(beginnings[chance.below(beginnings.length + 1)] ?? randomYaml(chance));
      for (let left = 6; left > 0; left--) {
        const before = nodesOf(tree.root).map((node) => [node, tree.pieceLineOf(node)] as const);
        const { pieceLines } = tree;
        tree = tree.edit([randomChange(tree.text(), chance)]);
        if (tree.pieceLines !== pieceLines) continue;
        const now = new Set(nodesOf(tree.root));
        for (const [node, line] of before) {
          if (line === undefined || !now.has(node)) continue;
          kept += 1;
          if (tree.pieceLineOf(node) !== line) throw new Error(`${JSON.stringify(tree.text())}, once on ${line}`);
        }
      }
    });
    fc.assert(property, parameters);
    expect(kept).toBeGreaterThan(100);
  });

  test('a valid text has the values and ranges of a whole parse', { timeout }, () => {
    const property = fc.property(fc.gen(), (gen) => {
      const text = randomYaml(chanceOf(gen));
      fc.pre(text.length < 100_000 && valid(text));
      const tree = openTree(text);
      const whole = parseWithLibrary(text, {});
      expect(tree.syntax).toEqual([]);
      expect(ownShapeOf(tree, tree.root)).toEqual(ownShapeOf(inEntry, whole.root));
      expect(tree.comments.map(({ span, text: words }) => [span.start, span.end, words])).toEqual(
        whole.comments.map(({ start, end, text: words }) => [start, end, words]),
      );
    });
    fc.assert(property, parameters);
  });

  test('an edited text that the parser refuses has a finding, and one that both accept the same values', {
    timeout,
  }, () => {
    const property = fc.property(fc.gen(), (gen) => {
      const chance = chanceOf(gen);
      let text = beginnings[chance.below(beginnings.length + 6)] ?? randomYaml(chance);
      for (let left = chance.below(4); left > 0; left--)
        text = textAfter(text, [chance.below(2) === 0 ? randomChange(text, chance) : soundChange(text, chance)]);
      // The parser knows no line break of old, takes what a byte-order mark stands before for less indented than it is, and counts an empty document
      // before an end marker that nothing, or only another one, stands before.
      fc.pre(text.length < 20_000 && !/\r(?!\n)|^\uFEFF[ \t]/.test(text) && !endsNothing.test(text));
      const tree = openTree(text);
      if (tree.syntax.length > 0) return;
      expect(valid(text)).toBe(true);
      expect(ownShapeOf(tree, tree.root)).toEqual(ownShapeOf(inEntry, parseWithLibrary(text, {}).root));
    });
    fc.assert(property, parameters);
  });

  test('an edit of an older tree does not disturb the newer ones', { timeout }, () => {
    const property = fc.property(fc.gen(), (gen) => {
      const chance = chanceOf(gen);
      const text = beginnings[1 + chance.below(beginnings.length - 1)] ?? '';
      const versions = [{ text, tree: openTree(text) }];
      for (let left = 6; left > 0; left--) {
        const from = versions[chance.below(versions.length)];
        if (!from) continue;
        const change = randomChange(from.text, chance);
        versions.push({ text: textAfter(from.text, [change]), tree: from.tree.edit([change]) });
      }
      for (const version of versions) expect(everythingOf(version.tree)).toEqual(everythingOf(openTree(version.text)));
    });
    fc.assert(property, parameters);
  });
});
