// What a refactoring is: one edit that says the same plan in another way, offered for a place, or the reason why it can't be made there.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { MessageArguments } from '../rules/finding.ts';
import type { Span } from '../text/tree.ts';
import type { TextEdit } from './text-edit.ts';

export type RefactoringName =
  | 'extract-phase'
  | 'extract-summary'
  | 'inline-summary'
  | 'inline-phase'
  | 'to-duration'
  | 'to-effort'
  | 'to-estimate'
  | 'sort-by-start'
  | 'buffer-behind'
  | 'buffer-before'
  | 'buffer-of-phase'
  | 'split-task'
  | 'capture-baseline'
  | 'capture-baseline-file'
  | 'lag-to-task'
  | 'level-plan';

/** Why it can't be made, by name with arguments; worded at the door. */
export type RefusalName =
  | 'brings-error'
  | 'moves-task'
  | 'shared'
  | 'no-tasks-selected'
  | 'phases-selected'
  | 'loses-keys'
  | 'used-elsewhere'
  | 'share-of-length'
  | 'several-first'
  | 'mixed-style'
  | 'other-phases'
  | 'elapsed'
  | 'comment-inside'
  | 'sequential'
  | 'in-order'
  | 'has-begun'
  | 'fixed-dates'
  | 'linked-ends'
  | 'a-lead'
  | 'lag-of-phase'
  | 'subplan'
  | 'has-buffer'
  | 'no-chain'
  | 'no-overload'
  | 'nothing-to-delay';

export interface Refusal {
  readonly reason: RefusalName;
  readonly args?: MessageArguments;
}

/** A new file beside the plan. */
export interface NewFile {
  /** As the plan writes it: relative to the plan. */
  readonly path: string;
  readonly text: string;
}

/** What could be done. Refused: where people would look for it, with the reason. */
export interface Proposal {
  readonly name: RefactoringName;
  /** For its title. */
  readonly args: MessageArguments;
  readonly edits: readonly TextEdit[];
  readonly file?: NewFile;
  readonly refused?: Refusal;
  /** Ids of tasks whose own dates may change; `all` where it is meant to move what follows. Without it every date stays. */
  readonly moves?: ReadonlySet<string> | 'all';
  /** It comes from a plan in which it was made: there is nothing to try. */
  readonly isTried?: boolean;
}

/** The place that refactorings are asked for: a selection, or the cursor. */
export interface Asked {
  readonly analysis: Analysis;
  readonly span: Span;
  /** The innermost task that the author wrote around the beginning of the selection. */
  readonly task: PlanTask | undefined;
}

/** A family of refactorings: what it proposes for a place. */
export type Refactor = (asked: Asked) => readonly Proposal[];

export function refused(name: RefactoringName, args: MessageArguments, refusal: Refusal): Proposal {
  return { name, args, edits: [], refused: refusal };
}
