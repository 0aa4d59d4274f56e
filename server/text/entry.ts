// A piece of a plan's text that is parsed alone: a key with all that belongs to it, or one line that fits nowhere.
import type { Branch, Level } from './block.ts';
import type { ParsedEntry } from './parse-entry.ts';
import { readEntry } from './read-entry.ts';

export type EntryRole =
  /** One key with its value, or the key alone where a branch carries on. */
  | 'pair'
  /** One item of a list. */
  | 'item'
  /** A line that ought to be a key: it has no colon, but children. */
  | 'keyless'
  /** A line that is neither a key nor an item, where one of them is expected. */
  | 'stray'
  | 'conflict'
  | 'document-start'
  | 'document-end'
  /** Directives, and the `---` after them. */
  | 'prologue'
  /** Comments and blank lines that belong to nothing. */
  | 'trivia'
  /** A text whose root is no block map. */
  | 'whole';

/** The work done for one version of a text. */
export interface Counters {
  /** Entries given to the YAML parser. */
  entriesParsed: number;
  /** Lines looked at by the scanner. */
  linesScanned: number;
}

/** What the scanner knows about an entry. */
export interface EntryShape {
  readonly role: EntryRole;
  readonly level: Level;
  /** The indentation of its siblings, where its own differs; otherwise -1. */
  readonly expectedIndent: number;
  /** Its first value opens a quote or bracket that doesn't close: what follows was read to find that out. */
  readonly open: boolean;
  /** It may be parsed together with its siblings. */
  readonly clean: boolean;
}

export class Entry implements EntryShape {
  readonly text: string;
  readonly role: EntryRole;
  readonly level: Level;
  readonly expectedIndent: number;
  readonly open: boolean;
  readonly clean: boolean;
  /** Line breaks inside. */
  readonly breaks: number;
  /** Which entry of its tree it is, in the newest tree that has it. Only a hint: a tree checks it. */
  indexHint = 0;
  /** The newest branch that it is the head of. */
  branchHint: Branch | undefined;
  #parsed: ParsedEntry | undefined;

  constructor(text: string, shape: EntryShape) {
    this.text = text;
    this.role = shape.role;
    this.level = shape.level;
    this.expectedIndent = shape.expectedIndent;
    this.open = shape.open;
    this.clean = shape.clean;
    this.breaks = lineBreaks(text);
  }

  get length(): number {
    return this.text.length;
  }

  /** As a branch counts them. */
  get markers(): number {
    return this.role === 'conflict' || this.role === 'document-start' || this.role === 'document-end' ? 1 : 0;
  }

  /** Whether it takes part in the nesting. */
  get structural(): boolean {
    return this.role === 'pair' || this.role === 'item' || this.role === 'keyless';
  }

  has(text: string, shape: EntryShape): boolean {
    return (
      this.text === text &&
      this.role === shape.role &&
      this.level === shape.level &&
      this.expectedIndent === shape.expectedIndent &&
      this.open === shape.open &&
      this.clean === shape.clean
    );
  }

  /** What the text says; parsed once. */
  parse(counters: Counters): ParsedEntry {
    if (!this.#parsed) {
      this.#parsed = readEntry(this);
      if (this.role !== 'trivia') counters.entriesParsed++;
    }
    return this.#parsed;
  }

  /** What the text says, of an entry that its tree has parsed. */
  get parsed(): ParsedEntry {
    this.#parsed ??= readEntry(this);
    return this.#parsed;
  }
}

/** How many line breaks a text has: `\n`, `\r\n` or `\r`. */
export function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) if (text[at + 1] !== '\n') count++;
  return count;
}
