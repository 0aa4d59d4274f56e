// Ids that stand twice in one map: the parser sees two equal keys, the planner two things of one name.
import type { SyntaxFinding, Tree } from '../text/tree.ts';
import { problem } from './reading.ts';
import { idOf } from './scalars/id.ts';
import { shapeAt } from './shape-at.ts';
import type { Slip } from './slip.ts';

/** Equal keys of maps whose keys are ids. Those of tasks are told where tasks are listed. */
export function repeatedKeys(tree: Tree): readonly Slip[] {
  return tree.syntax.flatMap((finding) => (finding.code === 'duplicate-key' ? (repeated(tree, finding) ?? []) : []));
}

function repeated(tree: Tree, finding: SyntaxFinding): Slip | undefined {
  const { steps } = tree.pathAt(finding.span.start);
  const [last, holder] = [steps.at(-1), steps.at(-2)];
  const shape = shapeAt(steps.slice(0, -1));
  if (last?.pair === undefined || holder === undefined || shape?.kind !== 'map' || shape.key !== 'id') return undefined;
  const { key, value } = last.pair;
  const first =
    holder.node.kind === 'map' ? holder.node.pairs.find((pair) => idOf(pair.key.text) === idOf(key.text)) : undefined;
  const name = shape.of.kind === 'record' ? shape.of.name : undefined;
  const isTask = name === 'Task' || name === 'Phase';
  const related = first === undefined ? [] : [{ code: 'first-place', node: first.key }];
  const kind = holder.pair?.key.text ?? '';
  const place = { node: value, onKey: key, related };
  const found = isTask
    ? problem('duplicate-id', 'task', { id: idOf(key.text) }, place)
    : problem('duplicate-id', 'other', { id: idOf(key.text), kind }, place);
  return { problem: found, supersedes: [finding] };
}
