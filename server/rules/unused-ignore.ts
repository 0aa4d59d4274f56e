// The finding of a comment that silences nothing.
import { nearest } from '../plan/nearest.ts';
import type { Span, Tree } from '../text/tree.ts';
import type { Fix, Report } from './finding.ts';
import type { Silence } from './ignore.ts';
import { type Idle, rule } from './rule.ts';

/** A `# plan-ignore` that silences nothing. Judged when all other rules have run, and where the text can be read. */
export const unusedIgnore = rule({
  id: 'unused-ignore',
  family: 'document',
  severity: 'hint',
  timing: 'settled',
  parameters: {},
  *check({ tree, idle }) {
    if (idle === undefined || tree.syntax.length > 0) return;
    for (const one of idle()) yield report(one, tree);
  },
});

function report({ silence, isKnown, heard }: Idle, tree: Tree): Report {
  const { rule: id, span, comment } = silence;
  const meant = isKnown ? undefined : nearest(id, heard);
  const replacement: readonly Fix[] = meant === undefined ? [] : [{ kind: 'replace', place: { span }, text: meant }];
  return {
    message: isKnown ? 'unused-ignore' : 'unused-ignore.unknown',
    args: { rule: id },
    place: { span },
    tags: ['unnecessary'],
    ...(meant === undefined ? {} : { meant }),
    fixes: [...replacement, removal(span, comment, tree)],
  };
}

/** Without the name, where the comment has others; else without the comment, and the line that it alone stands on. */
function removal(name: Span, { span, ownLine, line }: Silence['comment'], tree: Tree): Fix {
  const before = tree.text({ start: span.start, end: name.start });
  const behind = tree.text({ start: name.end, end: span.end });
  const next = /^[\s,，、]+(?=[^\s,，、(（])/.exec(behind)?.[0].length ?? 0;
  const last = /[^\s:：,，、](?<gap>[\s,，、]+)$/.exec(before)?.groups?.gap?.length ?? 0;
  if (next > 0 || last > 0) {
    const of = next > 0 ? { start: name.start, end: name.end + next } : { start: name.start - last, end: name.end };
    return { kind: 'edit', name: 'no-silence', edits: [{ span: of, text: '' }] };
  }
  const start = tree.offsetAt({ line, character: 0 });
  const whole = ownLine
    ? { start, end: line + 1 < tree.lineCount ? tree.offsetAt({ line: line + 1, character: 0 }) : span.end }
    : { start: start + tree.text({ start, end: span.start }).trimEnd().length, end: span.end };
  return { kind: 'edit', name: 'no-comment', edits: [{ span: whole, text: '' }] };
}
