// Tasks and phases of plans, by name or id.
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { BoundPlan } from '../plan/bound-plan.ts';
import type { PlanTask } from '../plan/plan.ts';
import { nodeRange } from './place.ts';

/** More than these nobody reads: the query narrows them down. */
export const mostSymbols = 500;

type Holder = Pick<BoundPlan, 'uri' | 'tree' | 'plan'>;

/** Those whose name or id holds the letters of the query in order; all for an empty one. */
export function workspaceSymbols(plans: readonly Holder[], query: string): WorkspaceSymbol[] {
  const letters = lettersOf(query);
  const found: WorkspaceSymbol[] = [];
  for (const holder of plans) {
    for (const task of holder.plan.tasks) {
      if (found.length >= mostSymbols) return found;
      if (task.synthetic === undefined && (holds(written(task), letters) || holds(task.id, letters)))
        found.push(symbol(holder, task));
    }
  }
  return found;
}

/** Whether something in a text may be what the query means: else it need not be read as a plan. */
export function mayHold(text: string, query: string): boolean {
  return holds(text, lettersOf(query));
}

function lettersOf(query: string): readonly string[] {
  return [...query.toLowerCase()];
}

function symbol({ uri, tree, plan }: Holder, task: PlanTask): WorkspaceSymbol {
  const parent = plan.tasks[task.parent];
  const name = written(task);
  return {
    name: name.trim() === '' ? task.id : name,
    kind: task.isPhase ? SymbolKind.Module : SymbolKind.Function,
    containerName: parent === undefined ? plan.name : written(parent),
    location: { uri, range: nodeRange(tree, task.key) },
  };
}

function holds(text: string, letters: readonly string[]): boolean {
  let at = 0;
  const lower = text.toLowerCase();
  return letters.every((letter) => {
    at = lower.indexOf(letter, at) + letter.length;
    return at >= letter.length;
  });
}

/** What is in the text has a name or an id of its own. */
function written({ record, id }: PlanTask): string {
  return record.name?.value ?? id;
}
