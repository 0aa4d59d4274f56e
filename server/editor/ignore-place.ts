// Where the cursor stands in a comment that silences findings: at the name of a rule, or where one can be typed.
import type { Comment, Span, Tree } from '../text/tree.ts';

export interface IgnorePlace {
  readonly comment: Comment;
  /** The rule's name around the cursor; nothing where none stands. */
  readonly word: Span;
  /** The other rules that the comment names. */
  readonly named: ReadonlySet<string>;
}

/** Undefined outside of such comments, and in the reason behind the names. */
export function ignorePlace(tree: Tree, offset: number): IgnorePlace | undefined {
  const { line, character } = tree.positionAt(offset);
  const text = tree.line(line);
  if (!text.includes('plan-ignore')) return undefined;
  const comment = tree.comments.find((each) => each.line === line);
  if (comment === undefined) return undefined;
  const column = tree.positionAt(comment.span.start).character;
  const [, colon = '', names = ''] = pattern.exec(text.slice(column)) ?? [];
  const from = column + colon.length;
  if (colon === '' || character < from || character > from + names.length) return undefined;
  const words = [...names.matchAll(/[^\s,，、]+/g)].map(({ 0: name, index }) => ({ name, start: from + index }));
  const around = words.find(({ name, start }) => start <= character && character <= start + name.length);
  const start = offset - character + (around?.start ?? character);
  return {
    comment,
    word: { start, end: start + (around?.name.length ?? 0) },
    named: new Set(words.filter((word) => word !== around).map(({ name }) => name)),
  };
}

const pattern = /^(#\s*plan-ignore\s*[:：])([^(（]*)/;
