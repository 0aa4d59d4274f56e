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
  const supersedes = isFlow ? steps.flatMap((step) => brackets.get(tree.spanOf(step.node).start) ?? []) : [];
  // Where nothing stands before the sign, the blank behind the colon is not part of the text.
  const start = node.source === '' ? span.start : from.start;
  const whole: Span = { start, end: isFlow ? flowEnd(tree, span, supersedes.length > 0) : lineEnd(tree, span) };
  const text = tree.text(whole).trimEnd();
  const args = { comment: tree.text({ start: span.start, end: whole.end }).trim() };
  const edits = [{ span: { start: whole.start, end: whole.start + text.length }, text: quoted(text) }];
  return {
    problem: problem('text-cut-by-comment', 'comment', { ...args, text: node.text }, { node, span: whole, edits }),
    supersedes,
  };
}

/** A remark of its own behind the text stays one: `上线 #1  # 待定`. */
function lineEnd(tree: Tree, span: Span): number {
  return before(tree, span, /\s+#(?:\s|$)/);
}

/** In brackets the text ends at the next comma or closing bracket, which the comment may have taken with it. */
function flowEnd(tree: Tree, span: Span, tookBracket: boolean): number {
  const end = before(tree, span, /\s*[,}\]]/);
  return tookBracket ? end : lineEnd(tree, { start: span.start, end });
}

function before(tree: Tree, { start, end }: Span, what: RegExp): number {
  const at = tree.text({ start, end }).search(what);
  return at < 0 ? end : start + at;
}
