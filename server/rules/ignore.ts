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

type Commented = Pick<Tree, 'notableComments' | 'text'>;

const pattern = /^plan-ignore\s*[:：]\s*([^(（]+)/;

/** What the comments of a text silence. Linear in their number. */
export function ignoredBy(tree: Commented): Ignored {
  const ignored = new Map<number, Map<string, Silence[]>>();
  const below = new Map<number, number>();
  // From the last to the first: comments one below the other all speak of the line below them.
  for (const comment of tree.notableComments.toReversed()) {
    const line = comment.ownLine ? lineBelow(comment, tree, below) : comment.line;
    if (comment.ownLine) below.set(comment.span.start, line);
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

/** The line on which the findings would begin that a comment silences. */
export function silencedLine(comment: Comment, tree: Commented): number {
  return comment.ownLine ? lineBelow(comment, tree, new Map()) : comment.line;
}

/** The first line below that holds more than a comment; `known` for comments further down, by where they begin. */
function lineBelow({ span, line }: Comment, tree: Commented, known: ReadonlyMap<number, number>): number {
  let below = line + 1;
  for (let at = commentBelow(span.end, tree); at !== undefined; at = commentBelow(at, tree)) {
    const found = known.get(at);
    if (found !== undefined) return found;
    below += 1;
  }
  return below;
}

const nextLine = /(?:\r\n|\n|\r)[ \t]*([^ \t])/;

/** Where the comment begins that is all that the next line holds; undefined where that line is another one. */
function commentBelow(from: number, tree: Commented): number | undefined {
  for (let size = 128; ; size *= 2) {
    const text = tree.text({ start: from, end: from + size });
    const found = nextLine.exec(text);
    if (found !== null) return found[1] === '#' ? from + found.index + found[0].length - 1 : undefined;
    if (text.length < size) return undefined;
  }
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
