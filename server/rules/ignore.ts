// `# plan-ignore: rule, rule (reason)`: silences those findings on its own line, or on the next one where it stands alone.
import type { Comment } from '../text/tree.ts';

/** Rules that are silenced, by the line on which their findings would begin. */
export type Ignored = ReadonlyMap<number, ReadonlySet<string>>;

const pattern = /^plan-ignore\s*[:：]\s*([^(（]+)/;

/** What the comments of a text silence. */
export function ignoredBy(comments: readonly Comment[]): Ignored {
  const ignored = new Map<number, Set<string>>();
  for (const comment of comments) {
    const names = pattern
      .exec(comment.text)?.[1]
      ?.split(/[\s,，、]+/)
      .filter((name) => name !== '');
    if (names === undefined) continue;
    for (const line of comment.ownLine ? [comment.line, comment.line + 1] : [comment.line]) {
      const known = ignored.get(line) ?? new Set<string>();
      for (const name of names) known.add(name);
      ignored.set(line, known);
    }
  }
  return ignored;
}
