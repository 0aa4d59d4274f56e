// What a gesture on the chart comes to: edits that were tried, or the reason why it can't be.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { Finding, MessageArguments } from '../rules/finding.ts';
import type { Node } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import type { chartEditWords } from '../words/chart-edits.ts';
import { ownPair } from './task-keys.ts';
import type { TextEdit } from './text-edit.ts';
import { analysisAfter } from './try-edits.ts';

/** What is said of a gesture, by its key. */
export type ChartEditWord = keyof typeof chartEditWords;

/** The edits of a gesture, and the analysis of the text with them; `says` words what is written. */
export interface ChartEdit {
  readonly edits: readonly TextEdit[];
  readonly says: ChartEditWord;
  readonly args: MessageArguments;
  readonly after: Analysis;
}

/** Why a gesture can't be carried out: the key of its words, or an error that it would make. */
export type Refusal =
  | { readonly refused: ChartEditWord; readonly args: MessageArguments }
  | { readonly refused: Finding };

export type Outcome = ChartEdit | Refusal;

export function refuse(refused: ChartEditWord, args: MessageArguments = {}): Refusal {
  return { refused, args };
}

/** Edits that might be what a gesture means. */
export type Candidate = Omit<ChartEdit, 'after'>;

/** A candidate with the analysis of its text. */
export function tried(analysis: Analysis, candidate: Candidate): ChartEdit {
  return { ...candidate, after: analysisAfter(analysis, candidate.edits) };
}

/**
 * The same, refused where it would make an error that isn't there now: that error says why. Promises that others made with their dates are
 * shown as broken instead; `task` is the one whose own dates must hold.
 */
export function sound(before: Analysis, outcome: Outcome, task?: PlanTask): Outcome {
  if ('refused' in outcome) return outcome;
  const error = newError(before, outcome.after, task);
  return error === undefined ? outcome : { refused: error };
}

/** An error that only the second analysis has. One that was there already, and only says other figures now, is none. */
function newError(before: Analysis, after: Analysis, task: PlanTask | undefined): Finding | undefined {
  const known = new Map<string, number>();
  for (const { severity, message } of before.findings)
    if (severity === 'error') known.set(message, (known.get(message) ?? 0) + 1);
  for (const finding of after.findings) {
    if (finding.severity !== 'error' || isPromise(finding, after, task)) continue;
    const left = known.get(finding.message) ?? 0;
    if (left > 0) known.set(finding.message, left - 1);
    else return wordedLast(before, after, finding.message);
  }
  return undefined;
}

/** Whether an error says that a date can't be kept that somebody promised elsewhere: that is an outcome, no contradiction. */
function isPromise({ rule, place }: Finding, { plan }: Analysis, task: PlanTask | undefined): boolean {
  if (rule === 'outside-phase-window') return true;
  return rule === 'starts-before-predecessor' && 'node' in place && plan.taskOf(place.node)?.index !== task?.index;
}

/** Of several errors of one kind the one that wasn't said before. */
function wordedLast(before: Analysis, after: Analysis, message: string): Finding | undefined {
  const of = ({ findings }: Analysis) =>
    findings.filter((finding) => finding.severity === 'error' && finding.message === message);
  const said = new Set(of(before).map(({ args }) => JSON.stringify(args)));
  const all = of(after);
  return all.find(({ args }) => !said.has(JSON.stringify(args))) ?? all.at(-1);
}

/** Why no gesture may change this task; undefined where one may. */
export function untouchable({ tree }: Analysis, task: PlanTask): Refusal | undefined {
  const { name, synthetic } = task;
  if (synthetic !== undefined) return refuse(synthetic, { task: name });
  const holder = tree.parentOf(task.key)?.node;
  const pair = holder?.kind === 'map' ? holder.pairs.find(({ key }) => key === task.key) : undefined;
  if (pair === undefined || pair.value !== task.node || task.node.kind === 'alias' || task.node.anchor !== undefined)
    return refuse('shared', { task: name });
  return undefined;
}

/** Why no gesture may write these keys of a task: others read what one says. Undefined where one may; in place of an alias, too. */
export function readElsewhere(task: PlanTask, keys: readonly string[]): Refusal | undefined {
  const isRead = keys.some((key) => {
    const value = ownPair(task, key)?.value;
    return value !== undefined && value.kind !== 'alias' && value.anchor !== undefined;
  });
  return isRead ? refuse('shared', { task: task.name }) : undefined;
}

/** Whether a node is written in the task's own entry, and nothing else reads it there. */
export function isOwn(tree: Tree, task: PlanTask, node: Node): boolean {
  for (let at: Node | undefined = node; at !== undefined; at = tree.parentOf(at)?.node) {
    if (at.kind === 'alias' || at.anchor !== undefined) return false;
    if (at === task.node) return true;
  }
  return false;
}
