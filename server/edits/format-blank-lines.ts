// Blank lines: none at the start and at the end, never more than one in a row; the text ends with a line break.
import type { Formatting } from './format.ts';
import type { TextEdit } from './text-edit.ts';

export function blankLineEdits(formatting: Formatting): readonly TextEdit[] {
  const { text, lines, layout, breaks, mayChange } = formatting;
  const edits: TextEdit[] = [];
  const remove = (start: number, end: number): void => {
    const before = edits.at(-1)?.span;
    if (before?.end === start) edits.splice(-1, 1, { span: { start: before.start, end }, text: '' });
    else edits.push({ span: { start, end }, text: '' });
  };
  for (const { first, last } of blankRuns(formatting)) {
    const isEnd = last === lines.count - 1;
    for (let line = first; line <= last; line += 1) {
      if (!mayChange(line)) continue;
      const isKept = line === (isEnd ? last : first) && first > 0;
      // The line break before the end is the one of the last line that says something.
      if (isKept || line === lines.count - 1) remove(lines.start(line), lines.end(line));
      else remove(lines.start(line), lines.start(line + 1));
    }
  }
  const end = lines.count - 1;
  const endsOpen = !lines.isBlank(end) && layout.pieces.at(-1)?.kind !== 'block-text';
  if (endsOpen && mayChange(end)) edits.push({ span: { start: text.length, end: text.length }, text: breaks });
  return edits;
}

/** Runs of blank lines outside of texts, both ends inside. */
function blankRuns(formatting: Formatting): readonly { readonly first: number; readonly last: number }[] {
  const { lines, layout } = formatting;
  const inside = linesInside(formatting);
  const runs: { first: number; last: number }[] = [];
  for (let line = 0; line < lines.count; line += 1) {
    if (!lines.isBlank(line) || inside.has(line) || layout.unsoundLines.has(line)) continue;
    const run = runs.at(-1);
    if (run?.last === line - 1) run.last = line;
    else runs.push({ first: line, last: line });
  }
  return runs;
}

/** Lines that are part of a text: blank ones count there. */
function linesInside({ layout: { pieces }, lines }: Formatting): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const { start, end } of pieces) {
    const last = lines.of(Math.max(start, end - 1));
    for (let line = lines.of(start); line <= last; line += 1) inside.add(line);
  }
  return inside;
}
