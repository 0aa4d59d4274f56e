// Texts that were understood although they are written in another way (`3天`): the edit that writes the standard form.
import type { Analysis } from '../analysis.ts';
import type { InformalText } from '../plan/plan.ts';
import { scalarSource } from '../text/quoting.ts';
import { standsInFlow } from './insert-pair.ts';
import type { TextEdit } from './text-edit.ts';

/** The edit for one such text; its quotes go where the standard form needs none. */
export function standardFormEdit({ node, standard }: InformalText, { tree }: Analysis): TextEdit {
  return { span: tree.spanOf(node), text: scalarSource(standard, standsInFlow(tree, node)) };
}
