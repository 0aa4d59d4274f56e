// Indentation: each block collection one level deeper than the one around it; what it holds moves along.
import type { BlockCollection, Piece } from '../text/layout.ts';
import type { Formatting } from './format.ts';
import { type Gap, isMovable } from './format-gaps.ts';
import { shiftBy } from './shift.ts';

export interface Indents {
  /** The new indentation of lines that may change. */
  readonly byLine: ReadonlyMap<number, number>;
}

/** `gaps`: what changes inside the lines. Without `reindent` every line keeps its place. */
export function indents(formatting: Formatting, gaps: readonly Gap[], reindent: boolean): Indents {
  if (!reindent) return { byLine: new Map() };
  const placing = new Placing(formatting, gaps);
  placing.content();
  placing.comments();
  return placing;
}

class Placing implements Indents {
  readonly byLine = new Map<number, number>();
  readonly #formatting: Formatting;
  /** What the gaps that change add before an offset. */
  readonly #added: (offset: number) => number;
  readonly #columns = new Map<BlockCollection, number>();
  /** The last piece of each line that has content. */
  readonly #lastPieces = new Map<number, Piece>();

  constructor(formatting: Formatting, gaps: readonly Gap[]) {
    this.#formatting = formatting;
    this.#added = shiftBy(gaps);
  }

  content(): void {
    const { layout, lines } = this.#formatting;
    for (const piece of layout.pieces) {
      if (piece.kind === 'comment') continue;
      const line = lines.of(piece.start);
      if (!this.#lastPieces.has(line) && this.#isFirst(piece)) this.#placeLine(piece, line);
      if (piece.holder?.start === piece.start) this.#placeCollection(piece, piece.holder, line);
      const last = lines.of(Math.max(piece.start, piece.end - 1));
      this.#lastPieces.set(last, piece);
      if (piece.kind === 'block-text') this.#shiftLines(line, last, piece);
      else if (last > line) this.#shiftLines(line + 1, last, piece);
    }
  }

  #isFirst({ start }: Piece): boolean {
    const { lines } = this.#formatting;
    const line = lines.of(start);
    return lines.start(line) + lines.indent(line) === start;
  }

  #placeLine(piece: Piece, line: number): void {
    if (piece.kind === 'marker' || piece.kind === 'block-text') return;
    if (piece.beginsItem && piece.holder) {
      if (piece.holder.start === piece.start) this.#placeCollection(piece, piece.holder, line);
      this.#setIndent(line, this.#columns.get(piece.holder) ?? this.#formatting.lines.indent(line));
    } else this.#setIndent(line, this.#formatting.lines.indent(line) + this.#shift(piece.holder));
  }

  #placeCollection(piece: Piece, collection: BlockCollection, line: number): void {
    if (this.#columns.has(collection)) return;
    this.#columns.set(collection, this.#columnFor(piece, collection, line));
  }

  #columnFor(piece: Piece, collection: BlockCollection, line: number): number {
    const { options } = this.#formatting;
    if (!this.#isFirst(piece)) return this.#newColumn(piece.start, line);
    if (!isMovable(piece, this.#formatting)) return this.#oldColumn(collection);
    const { parent } = collection;
    return parent ? (this.#columns.get(parent) ?? this.#oldColumn(parent)) + options.indent : 0;
  }

  #oldColumn({ start }: BlockCollection): number {
    const { lines } = this.#formatting;
    return start - lines.start(lines.of(start));
  }

  /** Where an offset comes to stand on its line. */
  #newColumn(offset: number, line: number): number {
    const { lines } = this.#formatting;
    const begin = lines.start(line);
    const indent = lines.indent(line);
    const column = offset - begin + (this.byLine.get(line) ?? indent) - indent;
    return column + this.#added(offset) - this.#added(begin);
  }

  /** By how much a collection moves to the right. */
  #shift(collection: BlockCollection | undefined): number {
    if (!collection) return 0;
    const old = this.#oldColumn(collection);
    return (this.#columns.get(collection) ?? old) - old;
  }

  /** Lines inside a text or a block text: they move with what holds them. */
  #shiftLines(first: number, last: number, { holder, kind }: Piece): void {
    const { lines } = this.#formatting;
    const shift = this.#shift(holder);
    if (shift === 0) return;
    for (let line = first; line <= last; line += 1) {
      const isEmpty = lines.end(line) === lines.start(line);
      if (isEmpty || (kind !== 'block-text' && lines.isBlank(line))) continue;
      this.#setIndent(line, lines.indent(line) + shift);
    }
  }

  #setIndent(line: number, indent: number): void {
    if (this.#formatting.mayChange(line)) this.byLine.set(line, Math.max(0, indent));
  }

  /** Comments on lines of their own: as far in as what follows, or as what they stand under where they stand deeper. */
  comments(): void {
    const { layout, lines } = this.#formatting;
    const next = this.#nextLines();
    let before: Piece | undefined;
    for (const [index, piece] of layout.pieces.entries()) {
      if (piece.kind !== 'comment') before = piece;
      else if (this.#isFirst(piece)) this.#placeComment(lines.of(piece.start), before, next[index]);
    }
  }

  /** Behind each piece: the next line that has content, up to the end of the document. */
  #nextLines(): readonly (number | undefined)[] {
    const { layout, lines } = this.#formatting;
    let next: number | undefined;
    return layout.pieces
      .toReversed()
      .map((piece) => {
        const behind = next;
        if (piece.kind === 'marker') next = undefined;
        else if (piece.kind !== 'comment' && this.#isFirst(piece)) next = lines.of(piece.start);
        return behind;
      })
      .reverse();
  }

  #placeComment(line: number, before: Piece | undefined, next: number | undefined): void {
    const { lines } = this.#formatting;
    const old = lines.indent(line);
    const oldNext = next === undefined ? 0 : lines.indent(next);
    const newNext = next === undefined ? 0 : (this.byLine.get(next) ?? oldNext);
    if (before?.inFlow) this.#setIndent(line, old + this.#shift(before.holder));
    else if (old <= oldNext) this.#setIndent(line, newNext);
    else {
      let holder = before?.holder;
      while (holder && this.#oldColumn(holder) > old) holder = holder.parent;
      const column = holder ? (this.#columns.get(holder) ?? this.#oldColumn(holder)) : 0;
      const isBeside = holder === undefined || this.#oldColumn(holder) <= oldNext;
      const wanted = isBeside ? newNext + this.#formatting.options.indent : column;
      // Any deeper, and it might become a line of the text above.
      this.#setIndent(
        line,
        before?.kind === 'block-text' ? Math.min(wanted, old + this.#shift(before.holder)) : wanted,
      );
    }
  }
}
