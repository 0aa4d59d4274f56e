// Spaces inside lines: one behind `:`, `-` and `,`, one inside braces, none at the end of a line; aligned values stay aligned.
import { grouped } from '../plan/grouped.ts';
import type { Piece, PieceKind } from '../text/layout.ts';
import { displayWidth } from './display-width.ts';
import type { Formatting } from './format.ts';
import type { Change } from './shift.ts';

/** White space inside a line, or the place where some is wanted, and how wide it shall be. */
export type Gap = Change;

/** The gaps that change, but for those before comments, in the order of the text. */
export function gapEdits(formatting: Formatting): readonly Gap[] {
  const { lines, layout, text, mayChange } = formatting;
  const aligned = alignedColons(formatting);
  const gaps: Gap[] = [];
  const { pieces } = layout;
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1];
    const endLine = lines.of(Math.max(piece.start, piece.end - 1));
    if (!mayChange(endLine)) continue;
    if (!next || lines.of(next.start) !== endLine) {
      const trailing = trailingGap(piece, text, lines.end(endLine));
      if (trailing) gaps.push(trailing);
      continue;
    }
    const width = next.kind === 'comment' ? undefined : wanted(piece, next, text, aligned);
    const between = text.slice(piece.end, next.start);
    if (width === undefined || width === between.length || /[^ \t]/.test(between)) continue;
    // Lines below that can't move hold what begins here in its column.
    if (begins(next) && piece.kind !== 'colon' && next.holder && !isMovable(next, formatting)) continue;
    gaps.push({ start: piece.end, end: next.start, width });
  }
  return gaps;
}

/** Whether all lines of what begins with a piece may change. */
export function isMovable({ holder }: Piece, { lines, mayChange, allMayChange, layout, text }: Formatting): boolean {
  if (!holder || allMayChange) return true;
  const first = lines.of(holder.start);
  const last = lines.of(Math.max(holder.start, holder.end - 1));
  for (let line = first; line <= last; line += 1) if (!mayChange(line) || layout.unsoundLines.has(line)) return false;
  // What can't be read right behind may well be meant to stand in it.
  return !isBesideUnsound(first - 1, -1) && !isBesideUnsound(last + 1, 1);

  function isBesideUnsound(from: number, step: number): boolean {
    let line = from;
    while (line >= 0 && line < lines.count && isAside(line) && !layout.unsoundLines.has(line)) line += step;
    return layout.unsoundLines.has(line);
  }

  /** Blank, or a comment alone. */
  function isAside(line: number): boolean {
    return lines.isBlank(line) || text[lines.start(line) + lines.indent(line)] === '#';
  }
}

function begins({ holder, start }: Piece): boolean {
  return holder?.start === start;
}

/** White space between a piece and the end of its line; a comment holds its own. */
function trailingGap({ kind, start, end }: Piece, text: string, lineEnd: number): Gap | undefined {
  if (kind === 'block-text' || kind === 'marker') return undefined;
  const from = kind === 'comment' ? start + text.slice(start, end).trimEnd().length : end;
  return lineEnd > from && text.slice(from, lineEnd).trim() === ''
    ? { start: from, end: lineEnd, width: 0 }
    : undefined;
}

const openers: ReadonlySet<PieceKind> = new Set<PieceKind>(['open-map', 'open-list']);
const closers: ReadonlySet<PieceKind> = new Set<PieceKind>(['close-map', 'close-list']);
const keys: ReadonlySet<PieceKind> = new Set<PieceKind>(['scalar', 'close-map', 'close-list']);

/** The width between two pieces of a line; undefined where it is left as it is. */
function wanted(piece: Piece, next: Piece, text: string, aligned: ReadonlySet<Piece>): number | undefined {
  if (openers.has(piece.kind)) {
    if (closers.has(next.kind)) return 0;
    return piece.kind === 'open-map' ? 1 : 0;
  }
  // A colon or an alias would run into what follows.
  const sticks = piece.kind === 'colon' || piece.kind === 'alias' || piece.kind === 'property';
  if (closers.has(next.kind)) return next.kind === 'close-map' ? 1 : sticks ? undefined : 0;
  if (next.kind === 'comma') return sticks ? undefined : 0;
  if (next.kind === 'colon') return keys.has(piece.kind) ? 0 : undefined;
  if (piece.kind === 'colon') return aligned.has(piece) ? undefined : 1;
  if (piece.kind === 'comma') return isInNumber(piece, text) ? undefined : 1;
  return piece.kind === 'dash' || piece.kind === 'question' || piece.kind === 'property' ? 1 : undefined;
}

/** `1,200,000` was meant as one number: it is reported as it is. */
function isInNumber({ start, end }: Piece, text: string): boolean {
  return /\d/.test(text.charAt(start - 1)) && /\d/.test(text.charAt(end));
}

interface Row {
  readonly colon: Piece;
  /** Behind the colon. */
  readonly gap: number;
  /** Where the value begins, from the item's first letter. */
  readonly column: number;
}

/** Colons of neighbours in a map whose values somebody put into one column. */
function alignedColons(formatting: Formatting): ReadonlySet<Piece> {
  const aligned = new Set<Piece>();
  for (const rows of rowsOf(formatting)) {
    const columns = grouped(rows, ({ column }) => column);
    // Equal gaps behind keys of equal width are no column that anybody made.
    for (const run of columns.values())
      if (run.some(({ gap }) => gap !== run[0]?.gap)) for (const { colon } of run) aligned.add(colon);
  }
  return aligned;
}

/** The items of each map in block style whose value begins beside its key. */
function rowsOf({ layout: { pieces }, lines, text }: Formatting): Iterable<readonly Row[]> {
  const rows = new Map<unknown, Row[]>();
  let item: Piece | undefined;
  for (const [index, piece] of pieces.entries()) {
    if (piece.beginsItem && piece.holder?.kind === 'map') item = piece;
    const value = pieces[index + 1];
    if (piece.kind !== 'colon' || piece.inFlow || !item || !value || value.kind === 'comment') continue;
    if (item.holder !== piece.holder || lines.of(value.start) !== lines.of(item.start)) continue;
    const row = {
      colon: piece,
      gap: value.start - piece.end,
      column: displayWidth(text.slice(item.start, value.start)),
    };
    const known = rows.get(piece.holder);
    if (known) known.push(row);
    else rows.set(piece.holder, [row]);
    item = undefined;
  }
  return rows.values();
}
