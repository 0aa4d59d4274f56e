// `# plan-ignore: rule, rule (reason)`: silences those findings on its own line; where it stands alone, on the next line that is no comment.
import type { Comment, Span, Tree } from '../text/tree.ts';

/** One rule that a comment names. */
export interface Silence {
  readonly rule: string;
  readonly comment: Comment;
  /** Where the rule's name stands. */
  readonly span: Span;
  /** The line on which the findings would begin. */
  readonly line: number;
}

/** What is silenced, by line and rule. */
export type Ignored = ReadonlyMap<number, ReadonlyMap<string, readonly Silence[]>>;

type Commented = Pick<Tree, 'notableComments' | 'text' | 'line'>;

const pattern = /^plan-ignore\s*[:：]\s*([^(（]+)/;
const remark = /^\s*#/;

/** What the comments of a text silence. Linear in their number. */
export function ignoredBy(tree: Commented): Ignored {
  const ignored = new Map<number, Map<string, Silence[]>>();
  const below = new Map<number, number>();
  // From the last to the first: comments one below the other all speak of the line below them.
  for (const comment of tree.notableComments.toReversed()) {
    const line = comment.ownLine ? lineBelow(comment.line, tree, below) : comment.line;
    below.set(comment.line, line);
    for (const { rule, span } of namesIn(comment, tree)) {
      const rules = ignored.get(line) ?? new Map<string, Silence[]>();
      ignored.set(line, rules);
      const same = rules.get(rule) ?? [];
      rules.set(rule, same);
      same.push({ rule, comment, span, line });
    }
  }
  return ignored;
}

/** The first line below that holds more than a comment; `known` for lines further down. */
function lineBelow(line: number, tree: Commented, known: ReadonlyMap<number, number>): number {
  let next = line + 1;
  while (remark.test(tree.line(next))) {
    const found = known.get(next);
    if (found !== undefined) return found;
    next += 1;
  }
  return next;
}

function namesIn({ span, text }: Comment, tree: Commented): readonly { readonly rule: string; readonly span: Span }[] {
  const names = pattern.exec(text)?.[1];
  if (names === undefined) return [];
  const from = span.start + tree.text(span).indexOf(names, text.search(/[:：]/));
  return [...names.matchAll(/[^\s,，、]+/g)].map(({ 0: rule, index }) => ({
    rule,
    span: { start: from + index, end: from + index + rule.length },
  }));
}
