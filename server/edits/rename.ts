// Renames an id in its definition and in every use of it, quoting kept.
import type { Analysis } from '../analysis.ts';
import type { Definition } from '../plan/plan.ts';
import type { ScalarNode } from '../text/node.ts';
import { quoted } from '../text/quoting.ts';
import type { TextEdit } from './text-edit.ts';

/** The edits on this plan's text; the definition itself is left alone where it stands in an included file. */
export function renameEdits(analysis: Analysis, definition: Definition, to: string): readonly TextEdit[] {
  const { key, file } = definition;
  const uses = analysis.plan.referencesTo(definition);
  const edits = new Map<number, TextEdit>();
  const replace = (node: ScalarNode, from: number, end: number): void => {
    const edit = replaceSlice(analysis, node, from, end, to);
    // One text may be read more than once: an alias, a merged map.
    edits.set(edit.span.start, edit);
  };
  if (file === undefined) replace(key, 0, key.text.length);
  for (const { node, from, to: end } of uses) replace(node, from, end);
  return [...edits.values()].sort((a, b) => a.span.start - b.span.start);
}

function replaceSlice({ tree }: Analysis, node: ScalarNode, from: number, to: number, text: string): TextEdit {
  const span = tree.spanOf(node);
  const offset = node.source.indexOf(node.text);
  if (offset < 0) return { span, text: quoted(node.text.slice(0, from) + text + node.text.slice(to)) };
  const start = span.start + offset;
  return { span: { start: start + from, end: start + to }, text };
}
