// What can be folded: entries of several lines, and runs of comments.
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { Node } from '../text/node.ts';
import type { Steps } from '../text/steps.ts';
import type { Comment, Tree } from '../text/tree.ts';
import type { Reader } from './reader.ts';

/** Outer entries first, so that an editor's limit leaves out the innermost. */
export function* foldingRanges(
  { tree }: Analysis,
  { foldingLimit }: Pick<Reader, 'foldingLimit'>,
): Steps<FoldingRange[]> {
  const ranges = commentRuns(tree.comments);
  let level: readonly Node[] = tree.root ? [tree.root] : [];
  let looked = 0;
  while (level.length > 0 && ranges.length < foldingLimit) {
    const next: Node[] = [];
    for (const node of level) {
      for (const { from, child } of children(tree, node)) {
        looked += 1;
        if (looked % entriesPerStep === 0) yield;
        const { start, end } = tree.spanOf(child);
        const startLine = tree.positionAt(from ?? start).line;
        const last = tree.positionAt(end).line;
        // A bracket on a line of its own stays to be seen.
        const endLine = isFlow(child) && /^\s*[\]}]/.test(tree.line(last)) ? last - 1 : last;
        if (endLine <= startLine) continue;
        ranges.push({ startLine, endLine });
        next.push(child);
      }
    }
    level = next;
  }
  return ranges.slice(0, foldingLimit);
}

/** A millisecond's worth. */
const entriesPerStep = 500;

/** What a node holds; `from` is where its entry begins. */
function children(tree: Tree, node: Node): readonly { readonly from?: number; readonly child: Node }[] {
  if (node.kind === 'map') return node.pairs.map(({ key, value }) => ({ from: tree.spanOf(key).start, child: value }));
  return node.kind === 'list' ? node.items.map((child) => ({ child })) : [];
}

function isFlow(node: Node): boolean {
  return (node.kind === 'map' || node.kind === 'list') && node.flow;
}

function commentRuns(comments: readonly Comment[]): FoldingRange[] {
  const runs: { startLine: number; endLine: number }[] = [];
  for (const { line, ownLine } of comments) {
    const run = runs.at(-1);
    if (ownLine && run?.endLine === line - 1) run.endLine = line;
    else if (ownLine) runs.push({ startLine: line, endLine: line });
  }
  return runs
    .filter(({ startLine, endLine }) => endLine > startLine)
    .map((run) => ({ ...run, kind: FoldingRangeKind.Comment }));
}
