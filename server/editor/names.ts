// Names in a text: what is found, marked and renamed as one, be it an id, a tag or an anchor.
import type { FileEdits } from '../edits/rename.ts';
import type { BoundPlan } from '../plan/bound-plan.ts';
import type { MessageArguments } from '../rules/finding.ts';
import type { Span, Tree } from '../text/tree.ts';
import type { editorWords } from '../words/editor.ts';
import { anchorAt } from './name-of-anchor.ts';
import { idAt } from './name-of-id.ts';
import { tagAt } from './name-of-tag.ts';

/** A name where it stands. */
export interface NamePlace {
  /** Of the file, as files are looked up. */
  readonly path: string;
  readonly tree: Tree;
  /** The name itself, without quotes and signs. */
  readonly span: Span;
  readonly defines: boolean;
}

/** A name under the cursor. */
export interface Name {
  readonly word: string;
  readonly span: Span;
  /** All over the plans that were given. */
  places(): readonly NamePlace[];
  /** The edits that give it another name, or why it can't have that. */
  renamed(to: string): readonly FileEdits[] | Refused;
}

/** Why a name can't be changed. */
export interface Refused {
  readonly why: keyof typeof editorWords;
  readonly args: MessageArguments;
}

const kinds: readonly ((plans: readonly BoundPlan[], offset: number) => Name | undefined)[] = [idAt, tagAt, anchorAt];

/** The name at an offset of the first plan, with what all of these plans know of it. */
export function nameAt(plans: readonly BoundPlan[], offset: number): Name | undefined {
  for (const at of kinds) {
    const found = at(plans, offset);
    if (found) return found;
  }
  return undefined;
}
