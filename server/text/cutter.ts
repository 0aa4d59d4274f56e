// Cuts a text into blocks by the indentation of its lines, whatever its keys.
import type { Block, Level } from './block.ts';
import { lineAfterClosing } from './closing.ts';
import { Draft, type ValueState } from './draft.ts';
import type { Counters, EntryRole } from './entry.ts';
import { isBlank, type Lengthening, LineReader, skipProperties } from './line.ts';
import { lineBreaks } from './line-breaks.ts';

/** Deeper levels are left to the parser, which refuses them. */
export const deepestNesting = 100;

interface Note {
  readonly start: number;
  readonly line: number;
  readonly indent: number;
}

export interface CutterOptions {
  readonly window: Lengthening;
  readonly counters: Counters;
  /** The branches that are open where the window starts, from the root inwards. */
  readonly stack: Draft[];
  /** Asked before each key and item: whether the innermost open block has taken over what follows from an older cut. */
  readonly adopts: (start: number) => boolean;
}

/** Why a cutter stopped: at the end of the text, where an older cut carries on, or because the root may be no block map. */
export type CutEnd = 'end' | 'adopted' | 'odd-root';

export class Cutter {
  readonly #window: Lengthening;
  readonly #adopts: CutterOptions['adopts'];
  readonly #stack: Draft[];
  readonly #reader: LineReader;
  readonly #ahead: LineReader;
  /** The block whose own lines are being read. */
  #piece: Draft | undefined;
  #line = 0;
  /** Comments since the last line of the piece: they belong to it or to what comes next. */
  #notes: Note[] = [];
  #stopped: CutEnd | undefined;
  /** Whether nothing has been cut yet: what leads up to the first block belongs to it. */
  #atStart = true;
  /** Whether a key has been seen, or its absence doesn't matter. */
  #rooted = false;

  constructor({ window, counters, stack, adopts }: CutterOptions) {
    this.#window = window;
    this.#stack = stack;
    this.#adopts = adopts;
    this.#reader = new LineReader(window, counters);
    this.#ahead = new LineReader(window, counters);
  }

  /** Cuts; the open branches of the options are then complete, or complete up to where the older cut carries on. */
  run(anyRoot: boolean): CutEnd {
    this.#rooted = anyRoot;
    let at = 0;
    while (!this.#stopped && this.#reader.read(at)) {
      at = this.#read();
      if (this.#stopped) break;
      this.#line++;
    }
    if (this.#stopped) return this.#stopped;
    this.#finishText();
    return 'end';
  }

  get #top(): Draft {
    const top = this.#stack.at(-1);
    if (!top) throw new Error('The root is never closed');
    return top;
  }

  /** Takes in the line read; gives the offset of the next one to read. */
  #read(): number {
    const reader = this.#reader;
    const piece = this.#piece;
    switch (reader.kind) {
      case 'blank':
        return reader.next;
      case 'comment':
        if (piece?.state === 'opaque' && reader.indent > piece.indent && this.#notes.length === 0) return reader.next;
        this.#notes.push({ start: reader.start, line: this.#line, indent: reader.indent });
        return reader.next;
      default:
    }
    if (piece && this.#belongsTo(piece)) {
      this.#notes.length = 0;
      return this.#carryOn(piece);
    }
    if (this.#isOddRoot()) {
      this.#stopped = 'odd-root';
      return reader.next;
    }
    return this.#begin();
  }

  /** Whether the line read carries on the piece before it. */
  #belongsTo(piece: Draft): boolean {
    const { kind, indent } = this.#reader;
    if (piece.role === 'prologue')
      return piece.state === 'empty' && (kind === 'directive' || kind === 'document-start');
    const marker = piece.role === 'conflict' || piece.role === 'document-start' || piece.role === 'document-end';
    if (marker) return false;
    switch (kind) {
      case 'conflict':
      case 'document-start':
      case 'document-end':
        return false;
      case 'closer':
        return true;
      case 'key':
        return piece.state === 'opaque' && indent > piece.indent;
      case 'item':
        if (indent <= piece.indent) return indent === piece.indent && piece.explicit;
        return piece.state === 'opaque' || (piece.state === 'plain' && piece.role === 'pair');
      case 'colon':
        return indent > piece.indent || (indent === piece.indent && piece.explicit);
      default:
        return indent > piece.indent;
    }
  }

  #carryOn(piece: Draft): number {
    const reader = this.#reader;
    if (piece.role === 'prologue') {
      // The directives end with the document marker.
      if (reader.kind === 'document-start') {
        piece.state = 'closed';
        if (this.#isOddRoot()) this.#stopped = 'odd-root';
      }
      return reader.next;
    }
    if (piece.state === 'opaque') return reader.next;
    if (piece.state === 'empty' && piece.role === 'pair') {
      // Its value starts on a line of its own.
      if (reader.kind === 'properties' || reader.kind === 'explicit' || reader.kind === 'colon') {
        piece.state = 'opaque';
        return reader.next;
      }
      return this.#readValue(piece, reader.first);
    }
    return reader.next;
  }

  /** Whether the text begins in another way than with a key. */
  #isOddRoot(): boolean {
    if (this.#rooted) return false;
    switch (this.#reader.kind) {
      case 'key':
      case 'explicit':
        this.#rooted = true;
        return false;
      case 'conflict':
      case 'directive':
      case 'document-end':
        return false;
      case 'document-start':
        return !this.#markerAlone();
      default:
        return true;
    }
  }

  /** Whether nothing but a comment follows a document marker on its line. */
  #markerAlone(): boolean {
    const { text } = this.#window;
    const { first, end } = this.#reader;
    let at = first + 3;
    while (at < end && isBlank(text.charCodeAt(at))) at++;
    return at === end || text[at] === '#';
  }

  #begin(): number {
    const reader = this.#reader;
    const { start, line } = this.#whereItStarts(reader.indent);
    switch (reader.kind) {
      case 'key':
      case 'item':
      case 'explicit': {
        const role = reader.kind === 'item' ? 'item' : 'pair';
        const level = reader.indent * 2 + (role === 'item' ? 1 : 0);
        this.#unwind(level);
        if (reader.kind !== 'explicit' && this.#adopts(start)) {
          this.#closePiece(start, line);
          this.#stopped = 'adopted';
          return reader.next;
        }
        const draft = this.#place(role, level, start, line);
        if (reader.kind === 'key' && draft.state !== 'opaque') return this.#readValue(draft, reader.value);
        draft.state = 'opaque';
        draft.explicit = reader.kind === 'explicit';
        return reader.next;
      }
      case 'conflict':
      case 'document-start':
      case 'document-end':
        this.#addAside(reader.kind, start, line);
        return reader.next;
      case 'directive':
        if (this.#stack.length > 1 || this.#top.children.length > 0) break;
        this.#addAside('prologue', start, line).state = 'empty';
        return reader.next;
      default:
    }
    if (this.#startsBranch()) {
      this.#unwind(reader.indent * 2);
      this.#place('keyless', reader.indent * 2, start, line);
    } else {
      // Blocks that what comes next ends are as good as ended: the line need not stand inside them.
      this.#unwind(this.#nextLevel());
      this.#addAside('stray', start, line);
    }
    return reader.next;
  }

  /** Comments that stand deeper than what comes next, and blank lines, belong to what was before. */
  #whereItStarts(indent: number): { start: number; line: number } {
    if (this.#atStart) return { start: 0, line: 0 };
    const note = this.#notes.find((each) => each.indent <= indent);
    return note ?? { start: this.#reader.start, line: this.#line };
  }

  #closePiece(start: number, line: number): void {
    const piece = this.#piece;
    if (piece) {
      piece.end = start;
      piece.line = line - piece.line;
    }
    this.#atStart = false;
    this.#notes = [];
  }

  /** Ends the open blocks that a block of this level can't be inside of. */
  #unwind(level: Level): void {
    while (this.#stack.length > 1 && (this.#top.level >= level || this.#isAstray(level))) closeTop(this.#stack);
  }

  /** Whether the innermost block stands too far left by mistake: what comes next stands where it ought to stand. */
  #isAstray(level: Level): boolean {
    const { leftOf, state, lastLevel } = this.#top;
    return leftOf === level && (lastLevel === -1 ? state !== 'empty' : lastLevel !== level);
  }

  #place(role: EntryRole, level: Level, start: number, line: number): Draft {
    this.#closePiece(start, line);
    const parent = this.#top;
    const draft = new Draft(role, level, this.#window, start, line);
    if (parent.lastLevel > level) draft.leftOf = parent.lastLevel;
    parent.lastLevel = level;
    if (this.#stack.length > deepestNesting) draft.state = 'opaque';
    this.#stack.push(draft);
    this.#piece = draft;
    return draft;
  }

  /** A line that closes nothing: it stands beside the nesting. */
  #addAside(role: EntryRole, start: number, line: number): Draft {
    this.#closePiece(start, line);
    const draft = new Draft(role, this.#reader.indent * 2, this.#window, start, line);
    draft.state = 'closed';
    this.#top.children.push(draft);
    this.#piece = draft;
    return draft;
  }

  /** Finds out what follows a colon from `from` on; gives the offset of the next line to read. */
  #readValue(draft: Draft, from: number): number {
    const reader = this.#reader;
    const { text } = this.#window;
    const at = skipProperties(text, from, reader.end);
    if (at >= reader.end || text[at] === '#') return reader.next;
    const state = stateOf(text.charAt(at));
    draft.state = state;
    if (state !== 'closed' || text[at] === '*') return reader.next;
    this.#ahead.read(reader.start);
    const next = lineAfterClosing(this.#window, this.#ahead, at, draft.indent, true);
    if (next === -1) {
      draft.state = 'open';
      return reader.next;
    }
    if (next !== reader.next) {
      this.#line += linesIn(this.#window.text.slice(reader.next, next));
    }
    return next;
  }

  /** Whether a line without a colon ought to be a key: deeper lines follow that fit nowhere else. */
  #startsBranch(): boolean {
    const { kind, indent, first, end, next } = this.#reader;
    const { text } = this.#window;
    if (kind !== 'text' || '"\'[{|>*'.includes(text.charAt(skipProperties(text, first, end)))) return false;
    const level = this.#levelAhead(next, Number.POSITIVE_INFINITY);
    if (level <= indent * 2 + 1 || level === Number.POSITIVE_INFINITY) return false;
    const parent = this.#stack.findLast((each) => each.level < level);
    if (!parent || (parent.level < indent * 2 && parent.lastLevel !== -1)) return false;
    if (parent.level < 0) return true;
    return parent.lastLevel === -1 ? parent.state !== 'empty' : parent.lastLevel !== level;
  }

  /** Where the key or item stands that comes next, -1 at the end of the text; deeper text carries on the line read. */
  #nextLevel(): Level {
    return this.#levelAhead(this.#reader.next, this.#reader.indent);
  }

  /** Where the key or item stands that comes next, text deeper than `indent` passed over; infinite where another line comes first. */
  #levelAhead(from: number, indent: number): Level {
    const ahead = this.#ahead;
    for (let at = from; ahead.read(at); at = ahead.next) {
      switch (ahead.kind) {
        case 'blank':
        case 'comment':
          continue;
        case 'key':
          return ahead.indent * 2;
        case 'item':
          return ahead.indent * 2 + 1;
        default:
          if (ahead.indent > indent) continue;
          return Number.POSITIVE_INFINITY;
      }
    }
    return -1;
  }

  #finishText(): void {
    const { text } = this.#window;
    const total = endsLine(text) ? this.#line : Math.max(0, this.#line - 1);
    const note = this.#atStart ? { start: 0, line: 0 } : this.#notes.find((each) => each.indent === 0);
    const end = note ?? { start: text.length, line: total };
    this.#closePiece(end.start, end.line);
    while (this.#stack.length > 1) closeTop(this.#stack);
    if (end.start === text.length) return;
    const rest = new Draft('trivia', 0, this.#window, end.start, total - end.line);
    rest.end = text.length;
    this.#top.children.push(rest);
  }
}

function stateOf(character: string): ValueState {
  switch (character) {
    case '|':
    case '>':
      return 'opaque';
    case '"':
    case "'":
    case '[':
    case '{':
    case '*':
      return 'closed';
    default:
      return 'plain';
  }
}

function endsLine(text: string): boolean {
  return text.endsWith('\n') || text.endsWith('\r');
}

function linesIn(text: string): number {
  return lineBreaks(text) + (text === '' || endsLine(text) ? 0 : 1);
}

/** The innermost open block is complete. What stands beside the nesting in it moves out where nothing else is in it. */
export function closeTop(stack: Draft[]): void {
  const draft = stack.pop();
  const parent = stack.at(-1);
  if (!draft || !parent) return;
  const loose: (Draft | Block)[] = draft.lastLevel === -1 ? draft.children : [];
  if (draft.lastLevel === -1) draft.children = [];
  parent.children.push(draft);
  for (const each of loose) parent.children.push(each);
}
