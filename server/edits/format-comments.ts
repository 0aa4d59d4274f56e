// Comments behind content: those of neighbouring lines stand in one column.
import { largest, smallest } from '../plan/extremes.ts';
import type { Piece } from '../text/layout.ts';
import { displayWidth } from './display-width.ts';
import type { Formatting } from './format.ts';
import type { Gap } from './format-gaps.ts';
import type { Indents } from './format-indents.ts';
import { shiftBy } from './shift.ts';

/** Wider lines keep their comment where it is: nobody looks for a column out there. */
const widest = 80;

interface TrailingComment {
  readonly comment: Piece;
  readonly line: number;
  /** Where the gap before it starts. */
  readonly from: number;
  readonly gap: number;
  /** The width of what stands before the gap, after formatting. */
  readonly width: number;
}

/** The gaps before comments: as narrow as the narrowest was, behind the widest line of the run. */
export function commentGaps(formatting: Formatting, gaps: readonly Gap[], { byLine }: Indents): readonly Gap[] {
  const found: Gap[] = [];
  for (const run of runs(formatting, gaps, byLine)) {
    if (run.some(({ line }) => !formatting.mayChange(line))) continue;
    const widestOfRun = largest(run.map(({ width }) => width));
    const narrowestGap = Math.max(1, smallest(run.map(({ gap }) => gap)));
    for (const { comment, from, gap, width } of run) {
      const wanted = widestOfRun + narrowestGap - width;
      if (wanted !== gap) found.push({ start: from, end: comment.start, width: wanted });
    }
  }
  return found;
}

function runs(
  formatting: Formatting,
  gaps: readonly Gap[],
  byLine: ReadonlyMap<number, number>,
): readonly (readonly TrailingComment[])[] {
  const found: TrailingComment[][] = [];
  for (const trailing of trailingComments(formatting, gaps, byLine)) {
    if (trailing.width > widest) continue;
    const run = found.at(-1);
    if (run?.at(-1)?.line === trailing.line - 1) run.push(trailing);
    else found.push([trailing]);
  }
  return found;
}

function trailingComments(
  { layout: { pieces }, lines, text }: Formatting,
  gaps: readonly Gap[],
  byLine: ReadonlyMap<number, number>,
): readonly TrailingComment[] {
  const added = shiftBy(gaps);
  return pieces.flatMap((comment, index): TrailingComment[] => {
    const before = pieces[index - 1];
    const line = lines.of(comment.start);
    if (comment.kind !== 'comment' || !before || lines.of(Math.max(before.start, before.end - 1)) !== line) return [];
    const from = before.end;
    if (text.slice(from, comment.start).trim() !== '') return [];
    const begin = lines.start(line);
    const indent = lines.indent(line);
    // Measuring takes its time, and far out there is no column.
    if (from - begin - indent > widest) return [];
    const width =
      (byLine.get(line) ?? indent) + displayWidth(text.slice(begin + indent, from)) + added(from) - added(begin);
    return [{ comment, line, from, gap: displayWidth(text.slice(from, comment.start)), width }];
  });
}
