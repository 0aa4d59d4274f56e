// Plans and the files that they name, by their names: what is asked at a place of one of them.
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { rename } from '../../../server/editor/rename.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import type { FileSource } from '../../../server/workspace/file-source.ts';
import { isInside } from '../../../server/workspace/path.ts';
import { relatedPlans } from '../../../server/workspace/related-plans.ts';
import { english } from './analysed.ts';
import { marked } from './marked.ts';

export type Texts = Readonly<Record<string, string>>;

export const root = 'file:///w/';

export function uriOf(name: string): string {
  return `${root}${encodeURI(name)}`;
}

/** The plans around a place; `open` are in the editor, all else on the disk. */
export async function around(at: string, texts: Texts, open: readonly string[] = []) {
  const [, name = '', cursor = ''] = /^(.*?): (.*)$/.exec(at) ?? [];
  const text = texts[name] ?? '';
  const { offset } = marked(text.replace(cursor.replace('‸', ''), cursor));
  const files: FileSource = {
    read: async (uri, within) => {
      if (!within.some((folder) => isInside(uri, folder))) return { failure: 'outside' };
      const found = Object.entries(texts).find(([each]) => uriOf(each) === uri);
      return found ? { text: found[1] } : { failure: 'missing' };
    },
  };
  const plans = await relatedPlans(uriOf(name), {
    files,
    open: [...new Set([name, ...open])].map((each) => {
      return { uri: uriOf(each), version: 7, tree: openTree(texts[each] ?? ''), plan: undefined };
    }),
    listed: Object.keys(texts)
      .filter((each) => each.endsWith('.plan.yaml'))
      .map(uriOf),
    drafts: new Map(),
    foldersFor: () => [root],
    wanted: () => true,
  });
  if (!plans) throw new Error('nobody waits');
  return { plans, offset };
}

/** The texts that a rename changes, or why it is refused. */
export async function renamed(at: string, to: string, texts: Texts): Promise<Texts | string> {
  const { plans, offset } = await around(at, texts);
  const answer = rename(plans, offset, to, english);
  if ('refused' in answer) return answer.refused;
  return edited(answer.documentChanges ?? [], texts);
}

export function edited(changes: NonNullable<WorkspaceEdit['documentChanges']>, texts: Texts): Texts {
  const changed: Record<string, string> = {};
  for (const change of changes) {
    if (!('edits' in change)) throw new Error('not a change of a text');
    const name = Object.keys(texts).find((each) => uriOf(each) === change.textDocument.uri) ?? '';
    const tree = openTree(texts[name] ?? '');
    let text = texts[name] ?? '';
    for (const edit of [...change.edits].reverse()) {
      if (!('newText' in edit)) throw new Error('not a plain edit');
      const { start, end } = edit.range;
      text = text.slice(0, tree.offsetAt(start)) + edit.newText + text.slice(tree.offsetAt(end));
    }
    changed[name] = text;
  }
  return changed;
}
