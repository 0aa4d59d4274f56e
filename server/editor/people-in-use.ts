// People whom tasks name, where the plan has no team of which they could be chosen.
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { ScalarNode } from '../text/node.ts';
import { scalarSource } from '../text/quoting.ts';
import type { Suggestion } from './completion.ts';
import type { CursorPlace } from './cursor-place.ts';
import { touches } from './place.ts';

/** Everybody who owns a task or does it, the most named first; without what is being typed. */
export function peopleInUse({ plan, tree }: Analysis, { word, quoted, flow }: CursorPlace): readonly Suggestion[] {
  const counts = new Map<string, number>();
  const count = (name: string, node: ScalarNode): void => {
    if (name === '' || touches(tree.spanOf(node), word.start)) return;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  for (const { record, synthetic } of plan.tasks) {
    if (synthetic !== undefined) continue;
    if (record.owner?.node.kind === 'scalar') count(record.owner.value, record.owner.node);
    for (const { value, node } of record.assign?.value ?? []) if (node.kind === 'scalar') count(value.who, node);
  }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .filter(([label]) => !(quoted && /["'\\]/.test(label)))
    .map(([label]) => ({
      label,
      kind: CompletionItemKind.Value,
      text: quoted ? label : scalarSource(label, flow),
    }));
}
