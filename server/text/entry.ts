// A piece of a plan's text that is parsed alone: a key with all that belongs to it, or one line that fits nowhere.
import type { Branch, Level } from './block.ts';
import { lineBreaks, lineStartsOf } from './line-breaks.ts';
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
  /** Lines read by the scanner, each as often as it is read. */
  linesScanned: number;
}

export class Entry {
  readonly text: string;
  readonly role: EntryRole;
  readonly level: Level;
  /** Line breaks inside. */
  readonly breaks: number;
  /** Which entry of its tree it is, in the newest tree that has it. Only a hint: a tree checks it. */
  indexHint = 0;
  /** The newest branch that it is the head of. */
  branchHint: Branch | undefined;
  #parsed: ParsedEntry | undefined;
  #lineStarts: readonly number[] | undefined;

  /** `level`: where its first line that is neither blank nor a comment stands. A byte-order mark before that counts only inside a text. */
  constructor(text: string, role: EntryRole, level: Level) {
    this.text = text;
    this.role = role;
    this.level = level;
    this.breaks = lineBreaks(text);
  }

  /** Offsets at which its lines start. */
  get lineStarts(): readonly number[] {
    this.#lineStarts ??= lineStartsOf(this.text);
    return this.#lineStarts;
  }

  /** As a branch counts them. */
  get markers(): number {
    return this.role === 'conflict' || this.role === 'document-start' || this.role === 'document-end' ? 1 : 0;
  }

  /** Whether it may be parsed together with its siblings. */
  get structural(): boolean {
    return this.role === 'pair' || this.role === 'item';
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

/** Whether an entry opens a quote or bracket that it doesn't close: what follows was read to find that out. */
export function isOpen(entry: Entry): boolean {
  return entry.parsed.findings.some(({ code }) => code === 'unclosed-quote' || code === 'unclosed-bracket');
}

/** Whether an entry begins with a byte-order mark: only a text may. */
export function beginsWithMark({ text }: Entry): boolean {
  return text.charCodeAt(0) === 0xfeff;
}
