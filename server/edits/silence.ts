// A comment that silences a finding where it stands.
import type { Analysis } from '../analysis.ts';
import { spanOf } from '../rules/check.ts';
import type { Finding } from '../rules/finding.ts';
import type { Comment, Tree } from '../text/tree.ts';
import { lineBreak, lineStart } from './lines.ts';
import type { TextEdit } from './text-edit.ts';

/** A line `# plan-ignore: rule` above the finding, or its rule in the comment that is there; none where no comment can stand. */
export function silenceEdits({ rule, place }: Finding, analysis: Analysis): readonly TextEdit[] {
  const { tree } = analysis;
  // In a text that says nothing yet there is no line to speak of.
  if (tree.root === undefined) return [];
  const { start } = spanOf(place, analysis);
  const { line } = tree.positionAt(start);
  const there = tree.comments.find(
    (comment) => silences(comment) && comment.line === (comment.ownLine ? line - 1 : line),
  );
  if (there) {
    const at = there.span.start + tree.text(there.span).search(/[:：]/) + 1;
    return [{ span: { start: at, end: at }, text: ` ${rule},` }];
  }
  const at = lineStart(tree, line);
  if (isInsideText(tree, at)) return [];
  const indent = /^ */.exec(tree.line(line))?.[0] ?? '';
  return [{ span: { start: at, end: at }, text: `${indent}# plan-ignore: ${rule}${lineBreak(tree)}` }];
}

function silences({ text }: Comment): boolean {
  return /^plan-ignore\s*[:：]/.test(text);
}

/** Whether a line begins inside a text of several lines, where a `#` is no comment. */
function isInsideText(tree: Tree, offset: number): boolean {
  const { steps, onKey } = tree.pathAt(offset);
  const node = onKey ? steps.at(-1)?.pair?.key : steps.at(-1)?.node;
  if (node?.kind !== 'scalar') return false;
  const span = tree.spanOf(node);
  return span.start < offset && offset < span.end;
}
