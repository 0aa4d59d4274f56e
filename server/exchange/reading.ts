// What reading a foreign file comes to: a draft of a plan, or why it is none. And what writing one comes to.

import type { MessageArguments } from '../rules/finding.ts';
import type { ReadingRefusal } from '../words/convert.ts';
import type { PlanDraft } from './draft.ts';
import type { Loss } from './losses.ts';

export interface Refusal {
  readonly refusal: ReadingRefusal;
  readonly args?: MessageArguments;
}

export type Reading = { readonly draft: PlanDraft } | Refusal;

/** A plan in a foreign format, and what could not be carried. */
export interface Written {
  readonly text: string;
  readonly losses: readonly Loss[];
}
