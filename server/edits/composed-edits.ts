// Edits of a text, and edits of what became of it, as edits of the first.
import type { Span } from '../text/tree.ts';
import type { TextEdit } from './text-edit.ts';

/** What a text is made of: parts of the first text, and new ones. */
type Piece = Span | string;

/** `length` is that of the first text; the edits of each round are of the text that the rounds before it leave, sorted by place, apart from each other. What comes out is sorted, too. */
export function composedEdits(length: number, rounds: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  const whole: readonly Piece[] = [{ start: 0, end: length }];
  return changes(rounds.reduce(changed, whole), length);
}

function changed(pieces: readonly Piece[], edits: readonly TextEdit[]): readonly Piece[] {
  const made: Piece[] = [];
  const left = pieces.toReversed();
  let at = 0;
  /** Goes on in the text, and takes what it passes over into what is made. */
  const go = (to: number, takes: boolean): void => {
    while (at < to) {
      const piece = left.pop();
      if (piece === undefined) return;
      const room = to - at;
      const [first, rest] = parted(piece, room);
      if (takes) made.push(first);
      if (rest !== undefined) left.push(rest);
      at += Math.min(lengthOf(piece), room);
    }
  };
  for (const { span, text } of edits) {
    go(span.start, true);
    if (text !== '') made.push(text);
    go(span.end, false);
  }
  return [...made, ...left.toReversed()];
}

function lengthOf(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece.end - piece.start;
}

function parted(piece: Piece, at: number): readonly [Piece, Piece | undefined] {
  if (lengthOf(piece) <= at) return [piece, undefined];
  if (typeof piece === 'string') return [piece.slice(0, at), piece.slice(at)];
  const middle = piece.start + at;
  return [
    { start: piece.start, end: middle },
    { start: middle, end: piece.end },
  ];
}

function changes(pieces: readonly Piece[], length: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let text = '';
  let end = 0;
  for (const piece of [...pieces, { start: length, end: length }]) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    if (text !== '' || piece.start > end) edits.push({ span: { start: end, end: piece.start }, text });
    text = '';
    end = piece.end;
  }
  return edits;
}
