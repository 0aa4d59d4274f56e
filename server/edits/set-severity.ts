// Sets the severity of a rule in the plan's own `rules:`, in the style in which that is written.
import type { Severity } from '../rules/finding.ts';
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
  const own = rules?.kind === 'map' ? ownPair(rules, rule) : undefined;
  if (own === undefined) return insertIntoSection(tree, 'rules', scalarSource(rule, true), severity);
  const { value } = own;
  if (value.kind !== 'map') return value.kind === 'list' ? [] : [written(tree, value, severity)];
  const inside = ownPair(value, 'severity')?.value;
  if (inside === undefined) return insertPair(tree, value, 'severity', severity, undefined);
  return inside.kind === 'scalar' || inside.kind === 'alias' ? [written(tree, inside, severity)] : [];
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
