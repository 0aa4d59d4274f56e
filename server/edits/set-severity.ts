// Sets the severity of a rule in the plan's own `rules:`, in the style in which that is written.
import type { Severity } from '../rules/finding.ts';
import { ruleById } from '../rules/registry.ts';
import type { MapNode, Node, Pair } from '../text/node.ts';
import { scalarSource } from '../text/quoting.ts';
import type { Tree } from '../text/tree.ts';
import { insertIntoSection, insertPair } from './insert-pair.ts';
import type { TextEdit } from './text-edit.ts';

/** None where `rules` is shared with something else (an alias) or is no map. */
export function severityEdits(tree: Tree, rule: string, severity: Severity | 'off'): readonly TextEdit[] {
  const { root } = tree;
  if (root?.kind !== 'map') return [];
  const rules = ownPair(root, 'rules')?.value;
  const check = rules?.kind === 'map' ? ownCheck(tree, rules, rule) : undefined;
  if (check !== undefined) return inside(tree, check, severity);
  // A check of an included file is set there.
  if (!ruleById.has(rule)) return [];
  const own = rules?.kind === 'map' ? ownPair(rules, rule) : undefined;
  if (own === undefined) return insertIntoSection(tree, 'rules', scalarSource(rule, true), severity);
  const { value } = own;
  if (value.kind !== 'map') return value.kind === 'list' ? [] : [written(tree, value, severity)];
  return inside(tree, value, severity);
}

/** The key `severity` of a map. */
function inside(tree: Tree, map: MapNode, severity: string): readonly TextEdit[] {
  const value = ownPair(map, 'severity')?.value;
  if (value === undefined) return insertPair(tree, map, 'severity', severity, undefined);
  return value.kind === 'scalar' || value.kind === 'alias' ? [written(tree, value, severity)] : [];
}

/** The team's own check of that id, where it stands in the plan itself. */
function ownCheck(tree: Tree, rules: MapNode, id: string): MapNode | undefined {
  const checks = ownPair(rules, 'checks')?.value;
  const maps = checks?.kind === 'list' ? checks.items.filter((item) => item.kind === 'map') : [];
  return maps.find((map) => {
    const written = tree.pair(map, 'id')?.value;
    return written?.kind === 'scalar' && written.text.trim() === id;
  });
}

/** The value in the place of what stands there; behind `key:` where nothing does. */
function written(tree: Tree, node: Node, value: string): TextEdit {
  const span = tree.spanOf(node);
  const isMissing = node.kind === 'scalar' && node.source === '';
  return { span, text: isMissing ? ` ${value}` : value };
}

/** The first pair of that key: it is the one that counts. What is merged in is no own pair. */
function ownPair(map: MapNode, key: string): Pair | undefined {
  return map.pairs.find((pair) => pair.key.text === key);
}
