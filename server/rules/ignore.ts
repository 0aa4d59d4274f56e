// `# plan-ignore: rule, rule (reason)`: silences those findings on its own line; where it stands alone, on the next line that is no comment.
import type { Comment } from '../text/tree.ts';

/** Rules that are silenced, by the line on which their findings would begin. */
export type Ignored = ReadonlyMap<number, ReadonlySet<string>>;

const pattern = /^plan-ignore\s*[:：]\s*([^(（]+)/;

/** What the comments of a text silence. Linear in their number. */
export function ignoredBy(comments: readonly Comment[]): Ignored {
  const ignored = new Map<number, Set<string>>();
  /** Lines that hold nothing but a comment, one below the other: all of them speak of the line below the last. */
  let above = new Set<string>();
  let below = -1;
  for (const { line, text, ownLine } of comments) {
    const names = namesIn(text);
    if (!ownLine) add(ignored, line, names);
    else {
      if (line === below) ignored.delete(below);
      else above = new Set();
      for (const name of names) above.add(name);
      below = line + 1;
      if (above.size > 0) ignored.set(below, above);
    }
  }
  return ignored;
}

function add(ignored: Map<number, Set<string>>, line: number, names: readonly string[]): void {
  if (names.length > 0) ignored.set(line, new Set([...(ignored.get(line) ?? []), ...names]));
}

function namesIn(comment: string): readonly string[] {
  const names = pattern.exec(comment)?.[1] ?? '';
  return names.split(/[\s,，、]+/).filter((name) => name !== '');
}
