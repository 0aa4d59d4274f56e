// The layout of a text: its pieces in order, what each is, and in which block collection it stands; white space lies between them.
import { type CST, Lexer, Parser } from 'yaml';
import type { Entry } from './entry.ts';
import { soundText } from './sound-text.ts';
import type { Steps } from './steps.ts';
import type { Tree } from './tree.ts';

/** A map or list in block style. */
export interface BlockCollection {
  readonly kind: 'map' | 'list';
  readonly parent: BlockCollection | undefined;
  /** Offset of its first item's first letter. */
  readonly start: number;
  /** Offset behind its last content. */
  readonly end: number;
}

export type PieceKind =
  | 'dash'
  /** `?` */
  | 'question'
  | 'colon'
  | 'comma'
  | 'open-map'
  | 'close-map'
  | 'open-list'
  | 'close-list'
  | 'alias'
  /** An anchor or a tag. */
  | 'property'
  | 'scalar'
  /** `|` or `>` with what stands right behind it. */
  | 'block-header'
  /** The lines of a block text. */
  | 'block-text'
  | 'comment'
  /** `---`, `...`, directives, a byte-order mark. */
  | 'marker';

export interface Piece {
  readonly kind: PieceKind;
  readonly start: number;
  readonly end: number;
  /** The innermost block collection that it stands in. */
  readonly holder: BlockCollection | undefined;
  /** Whether it stands in brackets. The outermost brackets themselves don't. */
  readonly inFlow: boolean;
  /** Whether an item of its holder begins with it, or continues with it at the same column (`:` behind `?`). */
  readonly beginsItem: boolean;
}

export interface Layout {
  /** In the order of the text. */
  readonly pieces: readonly Piece[];
  /** Lines of entries that can't be read: nothing is known of them, and no piece stands there. */
  readonly unsoundLines: ReadonlySet<number>;
}

/** Some milliseconds' worth. */
const lexemesPerStep = 1000;
/** More levels inside each other are not laid out. */
const deepest = 400;

/** The layout of what can be read in a text, but for some entries; undefined where that is nothing, or too deep. */
export function* layoutOf(tree: Tree, leftOut: ReadonlySet<Entry>): Steps<Layout | undefined> {
  const { text, unsoundLines } = soundText(tree, leftOut);
  const pieces = new Pieces();
  const parser = new Parser();
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(lexible(text))) {
    for (const token of parser.next(lexeme)) pieces.take(token);
    if (parser.stack.length > deepest) return undefined;
    lexemes += 1;
    if (lexemes % lexemesPerStep === 0) yield;
  }
  for (const token of parser.end()) pieces.take(token);
  return pieces.failed ? undefined : { pieces: pieces.found, unsoundLines };
}

/** The same for the parser, letter by letter: a lone carriage return is a line break to YAML alone, and a very long gap is one line to nobody's loss. */
function lexible(text: string): string {
  const gap = (blanks: string) => ' '.repeat(blanks.length);
  return text.replace(/\r(?!\n)/g, '\n').replace(/(?<=\n)[ \t\r\n]{200,}(?=\n)/g, gap);
}

const kinds: Readonly<Partial<Record<string, PieceKind>>> = {
  'byte-order-mark': 'marker',
  'doc-start': 'marker',
  'doc-end': 'marker',
  directive: 'marker',
  'directive-line': 'marker',
  anchor: 'property',
  tag: 'property',
  'seq-item-ind': 'dash',
  'explicit-key-ind': 'question',
  'map-value-ind': 'colon',
  'flow-map-start': 'open-map',
  'flow-map-end': 'close-map',
  'flow-seq-start': 'open-list',
  'flow-seq-end': 'close-list',
  comma: 'comma',
  comment: 'comment',
  alias: 'alias',
  scalar: 'scalar',
  'single-quoted-scalar': 'scalar',
  'double-quoted-scalar': 'scalar',
  'block-scalar-header': 'block-header',
};

interface OpenCollection {
  kind: 'map' | 'list';
  parent: OpenCollection | undefined;
  start: number;
  end: number;
}

class Pieces {
  readonly found: Piece[] = [];
  /** Whether there is something that the parser could not place. */
  failed = false;
  #holder: OpenCollection | undefined;
  #flowDepth = 0;
  /** The next piece begins an item. */
  #itemBegins = false;

  take(token: CST.Token): void {
    switch (token.type) {
      case 'document':
        this.#each(token.start);
        if (token.value) this.take(token.value);
        this.#each(token.end);
        return;
      case 'block-map':
      case 'block-seq':
        this.#block(token);
        return;
      case 'flow-collection':
        this.#flow(token);
        return;
      case 'block-scalar':
        this.#each(token.props);
        this.#add('block-text', endOf(token.props) ?? token.offset, token.source);
        return;
      case 'error':
      case 'flow-error-end':
        this.failed = true;
        return;
      case 'space':
      case 'newline':
        return;
      default: {
        const kind = kinds[token.type];
        if (kind === undefined) this.failed ||= token.type !== 'doc-mode';
        else this.#add(kind, token.offset, token.source);
        if ('end' in token) this.#each(token.end);
      }
    }
  }

  #each(tokens: readonly CST.Token[] | undefined): void {
    for (const token of tokens ?? []) this.take(token);
  }

  #block(token: CST.BlockMap | CST.BlockSequence): void {
    const parent = this.#holder;
    const collection: OpenCollection = {
      kind: token.type === 'block-map' ? 'map' : 'list',
      parent,
      start: -1,
      end: -1,
    };
    this.#holder = collection;
    for (const item of token.items) {
      this.#itemBegins = true;
      this.#each(item.start);
      if (item.key) this.take(item.key);
      // A colon on a line of its own stands where the question mark does.
      if ('explicitKey' in item && item.explicitKey) this.#itemBegins = true;
      this.#each(item.sep);
      this.#itemBegins = false;
      if (item.value) this.take(item.value);
    }
    this.#holder = parent;
    if (parent) parent.end = Math.max(parent.end, collection.end);
  }

  #flow(token: CST.FlowCollection): void {
    this.take(token.start);
    this.#flowDepth += 1;
    for (const item of token.items) {
      this.#each(item.start);
      if (item.key) this.take(item.key);
      this.#each(item.sep);
      if (item.value) this.take(item.value);
    }
    this.#flowDepth -= 1;
    this.#each(token.end);
  }

  #add(kind: PieceKind, start: number, source: string): void {
    const end = start + source.length;
    if (kind === 'comment') {
      this.found.push({ kind, start, end, holder: this.#holder, inFlow: this.#flowDepth > 0, beginsItem: false });
      return;
    }
    const holder = this.#holder;
    if (holder) {
      if (holder.start === -1) holder.start = start;
      // A missing value has no place of its own.
      holder.end = end;
    }
    this.found.push({ kind, start, end, holder, inFlow: this.#flowDepth > 0, beginsItem: this.#itemBegins });
    this.#itemBegins = false;
  }
}

function endOf(tokens: readonly CST.Token[]): number | undefined {
  const last = tokens.at(-1);
  return last && 'source' in last ? last.offset + last.source.length : undefined;
}
