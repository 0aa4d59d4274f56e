// What one line of a plan's text is, by its first characters alone: a key, a list item, a comment, text …
import type { Counters } from './entry.ts';

export type LineKind =
  | 'blank'
  | 'comment'
  /** `<<<<<<<`, `|||||||`, `=======` or `>>>>>>>` at column 0. */
  | 'conflict'
  /** `---` at column 0. */
  | 'document-start'
  /** `...` at column 0. */
  | 'document-end'
  /** `%…` at column 0; a directive only before the first document. */
  | 'directive'
  /** Begins with `]` or `}`. */
  | 'closer'
  /** `- …` */
  | 'item'
  /** `? …` */
  | 'explicit'
  /** `: …` without a key before it. */
  | 'colon'
  | 'key'
  /** Nothing but anchors and tags. */
  | 'properties'
  /** Anything else. */
  | 'text';

const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const hash = 35;
const colon = 58;
const byteOrderMark = 0xfeff;

export function isBlank(code: number): boolean {
  return code === space || code === tab;
}

/** Whether a character ends a word: blank, line break or the end of the text (NaN). */
export function isBreak(code: number): boolean {
  return code === space || code === tab || code === lineFeed || code === carriageReturn || Number.isNaN(code);
}

/** A text that can be lengthened while it is read: only where a line ends there may be more. */
export interface Lengthening {
  readonly text: string;
  /** Whether it begins where the whole text begins, perhaps with a byte-order mark. */
  readonly isFirst: boolean;
  /** Whether there is text at `offset`, after fetching more where there is more. */
  reaches(offset: number): boolean;
}

/** Reads one line at a time; its fields tell about the line read last. */
export class LineReader {
  readonly #source: Lengthening;
  readonly #counters: Pick<Counters, 'linesScanned'>;
  /** The carriage return that was found last, from where on it was looked for, and in how much of the text. */
  #return = -1;
  #returnFrom = 0;
  #searched = 0;

  /** Where the line starts. */
  start = 0;
  /** Where its line break starts. */
  end = 0;
  /** Where the next line starts. */
  next = 0;
  /** Columns before the first character; a tab counts as one. */
  indent = 0;
  /** Where the first character that is not blank stands. */
  first = 0;
  kind: LineKind = 'blank';
  /** Of a key: the offset behind its colon. Of an item: behind its dash. Otherwise `first`. */
  value = 0;

  /** Counts what it reads. */
  constructor(source: Lengthening, counters: Pick<Counters, 'linesScanned'>) {
    this.#source = source;
    this.#counters = counters;
  }

  /** Reads the line that starts at `start`; false at the end of the text. */
  read(start: number): boolean {
    if (!this.#source.reaches(start)) return false;
    this.#counters.linesScanned++;
    this.start = start;
    this.#findEnd(start);
    const { text } = this.#source;
    let first = start === 0 && this.#source.isFirst && text.charCodeAt(0) === byteOrderMark ? 1 : start;
    const from = first;
    while (first < this.end && isBlank(text.charCodeAt(first))) first++;
    this.first = first;
    this.indent = first - from;
    this.value = first;
    this.kind = first === this.end ? 'blank' : this.#kind(text);
    return true;
  }

  /** Entries are whole lines, but an edit may have taken the break of the last one. */
  #findEnd(start: number): void {
    for (;;) {
      const { text } = this.#source;
      const feed = text.indexOf('\n', start);
      const end = Math.min(feed === -1 ? text.length : feed, this.#carriageReturn(text, start));
      this.end = end;
      this.next = text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
      if (this.next < text.length || feed === end || feed === end + 1) return;
      if (!this.#source.reaches(text.length)) return;
    }
  }

  /** The first `\r` from `start` on, or the end of the text: searched once, since most texts have none. */
  #carriageReturn(text: string, start: number): number {
    if (
      start < this.#returnFrom ||
      this.#return < start ||
      (this.#return >= this.#searched && this.#searched < text.length)
    ) {
      const at = text.indexOf('\r', start);
      this.#returnFrom = start;
      this.#searched = text.length;
      this.#return = at === -1 ? text.length : at;
    }
    return this.#return;
  }

  #kind(text: string): LineKind {
    const { first } = this;
    const code = text.charCodeAt(first);
    const wordEnds = isBreak(text.charCodeAt(first + 1));
    if (this.indent === 0) {
      const atColumnZero = columnZeroKind(text, first, code);
      if (atColumnZero) return atColumnZero;
    }
    switch (text[first]) {
      case '#':
        return 'comment';
      case ']':
      case '}':
        return 'closer';
      case '-':
        if (!wordEnds) break;
        this.value = first + 1;
        return 'item';
      case '?':
        if (!wordEnds) break;
        return 'explicit';
      case ':':
        if (!wordEnds) break;
        return 'colon';
      case '&':
      case '!':
        return this.#afterProperties(text);
      default:
    }
    return this.#keyOrText(text, first);
  }

  #afterProperties(text: string): LineKind {
    const at = skipProperties(text, this.first, this.end);
    if (at >= this.end || text.charCodeAt(at) === hash) return 'properties';
    if (text.charCodeAt(at) === colon && isBreak(text.charCodeAt(at + 1))) {
      this.value = at + 1;
      return 'key';
    }
    return this.#keyOrText(text, at);
  }

  #keyOrText(text: string, at: number): LineKind {
    const colonAt = keyEnd(text, at, this.end);
    if (colonAt === -1) return 'text';
    this.value = colonAt + 1;
    return 'key';
  }
}

/** Offset of the colon that ends a key which starts at `at`, on the same line; -1 where there is none. */
function keyEnd(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  switch (text[at]) {
    case '"':
    case "'": {
      let close = closingQuote(text, at + 1, end, code);
      if (close === -1) return -1;
      while (isBlank(text.charCodeAt(close))) close++;
      return text.charCodeAt(close) === colon && isBreak(text.charCodeAt(close + 1)) ? close : -1;
    }
    case '[':
    case '{':
    case '|':
    case '>':
      return -1;
    case '*': {
      let word = at;
      while (word < end && !isBlank(text.charCodeAt(word))) word++;
      while (isBlank(text.charCodeAt(word))) word++;
      return text.charCodeAt(word) === colon && isBreak(text.charCodeAt(word + 1)) ? word : -1;
    }
    default:
  }
  for (let i = at; i < end; i++) {
    const each = text.charCodeAt(i);
    if (each === colon && isBreak(text.charCodeAt(i + 1))) return i;
    if (each === hash && isBlank(text.charCodeAt(i - 1))) return -1;
  }
  return -1;
}

/** Offset behind the quote that closes a quoted text, searched from `from` to `end`; -1 where there is none. */
export function closingQuote(text: string, from: number, end: number, quote: number): number {
  const backslash = quote === 34 ? 92 : -1;
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === backslash) i++;
    else if (code === quote) {
      if (backslash === -1 && text.charCodeAt(i + 1) === quote) i++;
      else return i + 1;
    }
  }
  return -1;
}

/** Offset behind anchors, tags and the blanks around them. */
export function skipProperties(text: string, from: number, end: number): number {
  let at = from;
  for (;;) {
    while (at < end && isBlank(text.charCodeAt(at))) at++;
    if (text[at] !== '&' && text[at] !== '!') return at;
    while (at < end && !isBlank(text.charCodeAt(at))) at++;
  }
}

function columnZeroKind(text: string, first: number, code: number): LineKind | undefined {
  switch (text[first]) {
    case '%':
      return 'directive';
    case '-':
      return isRun(text, first, 3, code) ? 'document-start' : undefined;
    case '.':
      return isRun(text, first, 3, code) ? 'document-end' : undefined;
    case '<':
    case '|':
    case '=':
    case '>':
      return isRun(text, first, 7, code) ? 'conflict' : undefined;
    default:
      return undefined;
  }
}

/** Whether the same character stands `count` times, and then a word ends. */
function isRun(text: string, at: number, count: number, code: number): boolean {
  for (let i = 1; i < count; i++) if (text.charCodeAt(at + i) !== code) return false;
  return isBreak(text.charCodeAt(at + count));
}
