// Links that wait for one task wait for another one instead.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { LinkType } from '../plan/scalar.ts';
import { parseLink } from '../plan/scalars/link.ts';
import type { ScalarNode } from '../text/node.ts';
import { quoted } from '../text/quoting.ts';
import type { TextEdit } from './text-edit.ts';

/** The edits on the `after` of those that wait for a task by links of these types; `to` is an id of the same phase. */
export function rehang(
  { tree, plan }: Analysis,
  { index }: PlanTask,
  types: readonly LinkType[],
  to: string,
): readonly TextEdit[] {
  const nodes = new Set(
    plan.links.flatMap(({ predecessor, type, origin, node }) =>
      predecessor === index && origin === 'after' && types.includes(type) && node.kind === 'scalar' ? node : [],
    ),
  );
  return [...nodes].flatMap((node) => (tree.has(node) ? retargeted(node, tree.spanOf(node).start, to) : []));
}

/** Only the id: a phase before it, type and lag behind it stay. */
function retargeted(node: ScalarNode, start: number, to: string): readonly TextEdit[] {
  const read = parseLink(node.text);
  if (!read.ok) return [];
  const { targetLength } = read.value;
  const from = node.text.slice(0, targetLength).indexOf('/') + 1;
  const offset = node.source.indexOf(node.text);
  if (offset < 0) {
    const text = quoted(node.text.slice(0, from) + to + node.text.slice(targetLength));
    return [{ span: { start, end: start + node.source.length }, text }];
  }
  const lead = /^\s*/.exec(node.text)?.[0].length ?? 0;
  return [{ span: { start: start + offset + Math.max(from, lead), end: start + offset + targetLength }, text: to }];
}
