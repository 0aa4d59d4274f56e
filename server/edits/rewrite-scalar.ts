// Another text in the place of a scalar, in the quotes that it has.
import type { ScalarNode } from '../text/node.ts';
import { quoted, scalarSource } from '../text/quoting.ts';
import type { Tree } from '../text/tree.ts';
import { standsInFlow } from './insert-pair.ts';
import type { TextEdit } from './text-edit.ts';

/** The edit that makes a scalar say `text`. */
export function rewriteScalar(tree: Tree, node: ScalarNode, text: string): TextEdit {
  const span = tree.spanOf(node);
  if (node.style === 'double') return { span, text: quoted(text) };
  if (node.style === 'single' && !/[\r\n]/.test(text)) return { span, text: `'${text.replaceAll("'", "''")}'` };
  const source = scalarSource(text, standsInFlow(tree, node));
  return { span, text: node.source === '' ? ` ${source}` : source };
}
