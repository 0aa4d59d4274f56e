// Tasks and phases of all open plans, by name or id.
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { nodeRange } from './place.ts';

/** More than these nobody reads: the query narrows them down. */
const mostSymbols = 500;

/** Those whose name or id holds the letters of the query in order; all for an empty one. */
export function workspaceSymbols(analyses: readonly Analysis[], query: string): WorkspaceSymbol[] {
  const letters = [...query.toLowerCase()];
  const found: WorkspaceSymbol[] = [];
  for (const analysis of analyses) {
    for (const task of analysis.plan.tasks) {
      if (found.length >= mostSymbols) return found;
      if (task.synthetic === undefined && (holds(written(task), letters) || holds(task.id, letters)))
        found.push(symbol(analysis, task));
    }
  }
  return found;
}

function symbol({ tree, plan, snapshot }: Analysis, task: PlanTask): WorkspaceSymbol {
  const parent = plan.tasks[task.parent];
  const name = written(task);
  return {
    name: name.trim() === '' ? task.id : name,
    kind: task.isPhase ? SymbolKind.Module : SymbolKind.Function,
    containerName: parent === undefined ? plan.name : written(parent),
    location: { uri: snapshot.uri, range: nodeRange(tree, task.key) },
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
