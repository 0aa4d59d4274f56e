// Predecessors and successors of a task, as the editor's call hierarchy shows them.
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  SymbolKind,
} from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { BoundPlan } from '../plan/bound-plan.ts';
import { externalIds } from '../plan/ids-across.ts';
import type { PlanLink, PlanTask } from '../plan/plan.ts';
import type { Range } from '../text/tree.ts';
import { taskName } from '../words/task-names.ts';
import type { Wording } from '../words/words.ts';
import { elsewhereAt, type TaskElsewhere, taskElsewhere, waitingElsewhere } from './elsewhere.ts';
import { entryRange } from './entry.ts';
import { identifierAt } from './identifier.ts';
import { nodeRange, offsetOf } from './place.ts';
import { datesOf } from './work-dates.ts';
import { fileName } from './workspace-edit.ts';

const kinds: Readonly<Record<PlanTask['kind'], SymbolKind>> = {
  task: SymbolKind.Function,
  summary: SymbolKind.Class,
  milestone: SymbolKind.Event,
  buffer: SymbolKind.Struct,
};

/** The task whose id is at the offset, be it one of another plan; null where none is. */
export function prepareCallHierarchy(analysis: Analysis, offset: number, wording: Wording): CallHierarchyItem[] | null {
  const task = taskAt(analysis, offset);
  if (task) return [item(analysis, task, wording)];
  const other = elsewhereAt(analysis, offset);
  return other ? [itemElsewhere(other, wording)] : null;
}

/** What a task waits for, in this plan and in others. */
export function predecessors(analysis: Analysis, of: CallHierarchyItem, wording: Wording): CallHierarchyIncomingCall[] {
  const found = neighbours(
    analysis,
    of,
    ({ successor }) => successor,
    ({ predecessor }) => predecessor,
  );
  return [
    ...found.map(({ task, ranges }) => ({ from: item(analysis, task, wording), fromRanges: ranges })),
    ...namedElsewhere(analysis, of).map((other) => {
      const from = itemElsewhere(other, wording);
      return { from, fromRanges: [from.selectionRange] };
    }),
  ];
}

/** The tasks of other plans that a task waits for, each once. */
function namedElsewhere(analysis: Analysis, { selectionRange }: CallHierarchyItem): readonly TaskElsewhere[] {
  const { tree, plan, snapshot } = analysis;
  const task = taskAt(analysis, offsetOf(tree, selectionRange.start));
  const links = plan.links.filter(({ successor, external }) => external !== undefined && successor === task?.index);
  const found = new Map<string, TaskElsewhere>();
  for (const { node } of links)
    for (const external of node.kind === 'scalar' ? externalIds({ plan, files: snapshot.files }, node) : []) {
      const other = taskElsewhere(analysis, external);
      if (other) found.set(`${other.task.index} ${other.uri}`, other);
    }
  return [...found.values()];
}

/** What waits for a task in other plans; the task's own comes first among `plans`. */
export function successorsElsewhere(
  plans: readonly BoundPlan[],
  of: CallHierarchyItem,
  wording: Wording,
): CallHierarchyOutgoingCall[] {
  const [here] = plans;
  const index = here && identifierAt(here, offsetOf(here.tree, of.selectionRange.start))?.definition?.task;
  const task = index === undefined ? undefined : here?.plan.tasks[index];
  return (task ? waitingElsewhere(plans, task) : []).map((other) => ({
    to: itemElsewhere(other, wording),
    fromRanges: [of.selectionRange],
  }));
}

/** What waits for a task. */
export function successors(analysis: Analysis, of: CallHierarchyItem, wording: Wording): CallHierarchyOutgoingCall[] {
  const found = neighbours(
    analysis,
    of,
    ({ predecessor }) => predecessor,
    ({ successor }) => successor,
  );
  return found.map(({ task, ranges }) => ({ to: item(analysis, task, wording), fromRanges: ranges }));
}

/** The other ends of a task's links, each once, with the places where the links are written. What a phase's own reserve and gate wait for goes without saying. */
function neighbours(
  analysis: Analysis,
  { selectionRange }: CallHierarchyItem,
  near: (link: PlanLink) => number,
  far: (link: PlanLink) => number,
): { readonly task: PlanTask; readonly ranges: Range[] }[] {
  const { tree, plan } = analysis;
  const task = taskAt(analysis, offsetOf(tree, selectionRange.start));
  const found = new Map<number, Range[]>();
  for (const link of task ? plan.links : []) {
    if (near(link) !== task?.index || link.origin === 'reserve' || far(link) < 0) continue;
    const ranges = found.get(far(link)) ?? [];
    found.set(far(link), ranges);
    ranges.push(nodeRange(tree, link.node));
  }
  return [...found].flatMap(([index, ranges]) => {
    const other = plan.tasks[index];
    return other ? [{ task: other, ranges }] : [];
  });
}

function taskAt(analysis: Analysis, offset: number): PlanTask | undefined {
  const index = identifierAt(analysis, offset)?.definition?.task;
  return index === undefined ? undefined : analysis.plan.tasks[index];
}

function itemElsewhere({ uri, tree, task, dates }: TaskElsewhere, wording: Wording): CallHierarchyItem {
  const name = taskName(task, wording);
  const { key, entry } = entryRange(tree, task.key, task.node);
  return {
    name: name.trim() === '' ? task.id : name,
    kind: kinds[task.kind],
    detail: [dates, fileName(uri)].filter((part) => part !== '').join(' · '),
    uri,
    range: entry,
    selectionRange: key,
  };
}

function item(analysis: Analysis, task: PlanTask, wording: Wording): CallHierarchyItem {
  const name = taskName(task, wording);
  const { key, entry } = entryRange(analysis.tree, task.key, task.node);
  return {
    name: name.trim() === '' ? task.id : name,
    kind: kinds[task.kind],
    detail: datesOf(analysis, task),
    uri: analysis.snapshot.uri,
    range: entry,
    selectionRange: key,
  };
}
