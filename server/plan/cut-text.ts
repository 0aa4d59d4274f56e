// Texts that a ` #` cuts: `name: 上线 #1`.
import { quoted } from '../text/quoting.ts';
import type { Comment, Span, SyntaxFinding, Tree } from '../text/tree.ts';
import { problem } from './reading.ts';
import { isText, shapeAt } from './shape-at.ts';
import type { Slip } from './slip.ts';

/** `#1`, `#标签`: a letter or digit right behind the sign. Comments of people begin with a blank, those of tools with a word of these. */
const glued = /^#[\p{L}\p{N}]/u;
const remark = /^#(?:todo|fixme|hack|note|nb|xxx|plan-ignore|region|endregion)\b/i;

/** Comments that were meant as part of the text before them. */
export function cutTexts(tree: Tree): readonly Slip[] {
  const comments = tree.notableComments.filter(({ ownLine }) => !ownLine);
  if (comments.length === 0) return [];
  const open = tree.syntax.filter(({ code }) => code === 'unclosed-bracket');
  const brackets = new Map(open.map((finding) => [finding.span.start, finding]));
  return comments.flatMap((comment) => cutBy(tree, comment, brackets) ?? []);
}

/** Brackets that are not closed, by where they open. */
type OpenBrackets = ReadonlyMap<number, SyntaxFinding>;

function cutBy(tree: Tree, { span, line }: Comment, brackets: OpenBrackets): Slip | undefined {
  const written = tree.text({ start: span.start, end: Math.min(span.end, span.start + 12) });
  if (!glued.test(written) || remark.test(written)) return undefined;
  const { steps, onKey } = tree.pathAt(Math.max(0, span.start - 1));
  const node = steps.at(-1)?.node;
  if (onKey || node?.kind !== 'scalar' || node.style !== 'plain' || !isText(shapeAt(steps))) return undefined;
  const from = tree.spanOf(node);
  if (from.end > span.start || tree.positionAt(from.end).line !== line) return undefined;
  const holder = steps.at(-2)?.node;
  const isFlow = (holder?.kind === 'map' || holder?.kind === 'list') && holder.flow;
  const whole: Span = { start: from.start, end: isFlow ? flowEnd(tree, span) : span.end };
  const text = tree.text(whole).trimEnd();
  const args = { comment: tree.text({ start: span.start, end: whole.end }).trim() };
  const supersedes = isFlow ? steps.flatMap((step) => brackets.get(tree.spanOf(step.node).start) ?? []) : [];
  const edits = [{ span: { start: whole.start, end: whole.start + text.length }, text: quoted(text) }];
  return {
    problem: problem('text-cut-by-comment', 'comment', { ...args, text: node.text }, { node, span: whole, edits }),
    supersedes,
  };
}

/** In brackets the text ends at the next comma or closing bracket, which the comment took with it. */
function flowEnd(tree: Tree, { start, end }: Span): number {
  const cut = tree.text({ start, end }).search(/\s*[,}\]]/);
  return cut < 0 ? end : start + cut;
}
