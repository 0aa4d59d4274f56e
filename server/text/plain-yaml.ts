// The YAML that nearly every line of a plan is written in, read in one pass: `key: value` on lines of their own, lists with dashes, brackets and
// quotes that end on their line, comments, texts behind `|`. Whatever is more than that, or wrong, is left to the parser, which takes fifty times as long.
import { fitted } from './fitted.ts';
import { isMergeKey, repeatedKeys } from './keys.ts';
import { type LocalComment, localComment } from './local-comment.ts';
import type { Node, Pair } from './node.ts';
import { PlacedList, PlacedMap, PlacedNode, PlacedScalar } from './placed-node.ts';

/** What an entry says where it is a map or a list without anything unusual. */
export interface PlainYaml {
  readonly root: PlacedMap | PlacedList;
  readonly comments: readonly LocalComment[];
}

/** Deeper ones, and longer keys, are left to the parser, which has bounds of its own. */
const deepest = 40;
const longestKey = 500;

/** Tabs, lone carriage returns, byte-order marks and what nobody can see: each has a meaning of its own, or none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unusual = /[\0-\t\x0b\x0c\x0e-\x1f\x7f\uFEFF]|\r(?!\n)/;

/** With these a text without quotes can't begin. (A minus before a digit can.) */
const indicators = new Set([...' -?:,[]{}#&*!|>\'"%@`\r\n'].map((each) => each.charCodeAt(0)));

const carriageReturn = 0x0d;
const blank = 0x20;
const double = 0x22;
const hash = 0x23;
const single = 0x27;
const comma = 0x2c;
const dash = 0x2d;
const zero = 0x30;
const nine = 0x39;
const colon = 0x3a;
const openList = 0x5b;
const backslash = 0x5c;
const closeList = 0x5d;
const openMap = 0x7b;
const pipe = 0x7c;
const closeMap = 0x7d;

/** The nodes and comments of an entry's text, or undefined where the parser has to read it. Linear time. The nodes belong to `entry`. */
export function plainYaml(text: string, entry: object): PlainYaml | undefined {
  return unusual.test(text) ? undefined : new Reader(text, entry).read();
}

/** Each part reads from `#at`, and leaves it where it ends; undefined where something is left to the parser. */
class Reader {
  readonly #text: string;
  readonly #entry: object;
  readonly #comments: LocalComment[] = [];
  #at = 0;
  /** Where the line ends, its break left out. */
  #end = 0;
  /** Blanks before the first thing in the line; −1 behind the last line. */
  #indent = 0;

  constructor(text: string, entry: object) {
    this.#text = text;
    this.#entry = entry;
  }

  read(): PlainYaml | undefined {
    this.#line(0);
    if (this.#indent < 0) return undefined;
    const root = this.#block(0);
    return root && this.#indent < 0 ? { root, comments: fitted(this.#comments) } : undefined;
  }

  /** Goes to the first line from here on that says something. */
  #line(from: number): void {
    const text = this.#text;
    let start = from;
    while (start < text.length) {
      const end = lineEnd(text, start);
      const at = behindBlanks(text, start, end);
      if (at < end && text.charCodeAt(at) !== hash) {
        this.#at = at;
        this.#end = end;
        this.#indent = at - start;
        return;
      }
      if (at < end) this.#comment(at, end);
      start = behindBreak(text, end);
    }
    this.#indent = -1;
  }

  #comment(start: number, end: number): void {
    this.#comments.push(localComment(this.#text, start, end, this.#comments.at(-1)));
  }

  /** What stands in the rest of a line behind a value: nothing, or a comment. Then the next line. */
  #restOfLine(): boolean {
    const text = this.#text;
    const at = this.#behindBlanks(this.#at);
    if (at < this.#end) {
      if (text.charCodeAt(at) !== hash || at === this.#at) return false;
      this.#comment(at, this.#end);
    }
    this.#line(behindBreak(text, this.#end));
    return true;
  }

  /** A map or list in lines of its own. */
  #block(depth: number): PlacedMap | PlacedList | undefined {
    if (depth > deepest) return undefined;
    return this.#isDash() ? this.#list(this.#indent, depth) : this.#map(this.#indent, depth);
  }

  #isDash(): boolean {
    const behind = this.#at + 1;
    if (this.#text.charCodeAt(this.#at) !== dash) return false;
    return behind >= this.#end || this.#text.charCodeAt(behind) === blank;
  }

  #map(indent: number, depth: number): PlacedMap | undefined {
    const start = this.#at;
    const pairs: Pair[] = [];
    let end = start;
    do {
      const key = this.#key();
      const value = key && this.#value(indent, true, depth);
      if (!value) return undefined;
      pairs.push({ key, value });
      end = PlacedNode.endOf(value);
    } while (this.#indent === indent);
    return this.#indent > indent ? undefined : this.#mapOf(pairs, start, end, false);
  }

  #mapOf(pairs: Pair[], start: number, end: number, flow: boolean): PlacedMap | undefined {
    if (repeatedKeys(pairs).length > 0) return undefined;
    return new PlacedMap(this.#entry, start, end, flow, fitted(pairs), true);
  }

  #list(indent: number, depth: number): PlacedList | undefined {
    const start = this.#at;
    const items: Node[] = [];
    let end = start;
    do {
      this.#at++;
      const item = this.#item(indent, depth);
      if (!item) return undefined;
      items.push(item);
      end = PlacedNode.endOf(item);
    } while (this.#indent === indent && this.#isDash());
    return this.#indent > indent ? undefined : new PlacedList(this.#entry, start, end, false, items);
  }

  /** What stands behind a dash. */
  #item(indent: number, depth: number): Node | undefined {
    const dashed = this.#at - 1;
    const first = this.#behindBlanks(this.#at);
    const isMap = first < this.#end && !indicators.has(this.#text.charCodeAt(first)) && this.#keyEnd(first) > 0;
    if (!isMap) return this.#value(indent, false, depth);
    this.#at = first;
    return depth < deepest ? this.#map(indent + first - dashed, depth + 1) : undefined;
  }

  /** A key, up to behind its colon. */
  #key(): PlacedScalar | undefined {
    const start = this.#at;
    if (indicators.has(this.#text.charCodeAt(start)) || this.#text.startsWith('...', start)) return undefined;
    const end = this.#keyEnd(start);
    if (end < 0 || end - start > longestKey || this.#text.charCodeAt(end - 1) === blank) return undefined;
    this.#at = end + 1;
    const key = this.#plain(start, end);
    return isMergeKey(key) ? undefined : key;
  }

  /** Where the colon of a key is that begins here; −1 where there is none before the line or a comment ends it. */
  #keyEnd(start: number): number {
    const text = this.#text;
    for (let at = start; at < this.#end; at++) {
      const code = text.charCodeAt(at);
      if (code === hash && text.charCodeAt(at - 1) === blank) return -1;
      if (code === colon && (at + 1 === this.#end || text.charCodeAt(at + 1) === blank)) return at;
    }
    return -1;
  }

  /** What belongs to a key or dash in a line with this indentation, and then the next line. The items of a key may stand right below it. */
  #value(indent: number, isOfKey: boolean, depth: number): Node | undefined {
    const behind = this.#at;
    const at = this.#behindBlanks(behind);
    if (at < this.#end && this.#text.charCodeAt(at) !== hash) {
      this.#at = at;
      if (this.#text.charCodeAt(at) === pipe) return this.#literal(indent);
      const value = this.#inLine(false, depth);
      // A line that is further in goes on with it.
      return value && this.#restOfLine() && this.#indent <= indent ? value : undefined;
    }
    if (!this.#restOfLine()) return undefined;
    const isInside = this.#indent > indent || (isOfKey && this.#indent === indent && this.#isDash());
    return isInside ? this.#block(depth + 1) : this.#plain(behind, behind);
  }

  /** The lines behind a `|`, further in than a line with this indentation, and then the next line. */
  #literal(indent: number): PlacedScalar | undefined {
    const text = this.#text;
    const start = this.#at;
    const isStripped = text.charCodeAt(start + 1) === dash;
    if (start + (isStripped ? 2 : 1) !== this.#end) return undefined;
    const lines: string[] = [];
    let within = -1;
    let said = 0;
    let end = start;
    let at = behindBreak(text, this.#end);
    while (at < text.length) {
      const stop = lineEnd(text, at);
      const first = behindBlanks(text, at, stop);
      if (first === stop) {
        // Blanks in an empty line may count.
        if (stop > at) return undefined;
        lines.push('');
      } else {
        if (first - at <= indent) break;
        if (within < 0) within = first - at;
        if (first - at < within) return undefined;
        lines.push(text.slice(at + within, stop));
        said = lines.length;
        end = stop;
      }
      at = behindBreak(text, stop);
    }
    if (said === 0) return undefined;
    this.#line(at);
    while (text.charCodeAt(end - 1) === blank) end--;
    const value = `${lines.slice(0, said).join('\n')}${isStripped ? '' : '\n'}`;
    return new PlacedScalar(this.#entry, start, value, text.slice(start, end), 'literal');
  }

  /** A value that begins and ends on this line. */
  #inLine(isInBrackets: boolean, depth: number): Node | undefined {
    const code = this.#text.charCodeAt(this.#at);
    if (code === openList) return this.#bracketList(depth);
    if (code === openMap) return this.#bracketMap(depth);
    if (code === double || code === single) return this.#quoted(code);
    return this.#words(isInBrackets);
  }

  #bracketList(depth: number): PlacedList | undefined {
    const start = this.#at;
    const items: Node[] = [];
    if (depth > deepest) return undefined;
    while (this.#isMore(items.length, closeList)) {
      const item = this.#inLine(true, depth + 1);
      if (!item) return undefined;
      items.push(item);
    }
    return this.#isClosed(closeList) ? new PlacedList(this.#entry, start, this.#at, true, items) : undefined;
  }

  #bracketMap(depth: number): PlacedMap | undefined {
    const start = this.#at;
    const pairs: Pair[] = [];
    if (depth > deepest) return undefined;
    while (this.#isMore(pairs.length, closeMap)) {
      const key = this.#keyInBrackets();
      const value = key && this.#inLine(true, depth + 1);
      if (!value) return undefined;
      pairs.push({ key, value });
    }
    return this.#isClosed(closeMap) ? this.#mapOf(pairs, start, this.#at, true) : undefined;
  }

  /** Goes to what comes next in brackets: past the one that opens, or a comma. */
  #isMore(read: number, close: number): boolean {
    const at = this.#behindBlanks(this.#at);
    const isBehindComma = read > 0 && at < this.#end && this.#text.charCodeAt(at) === comma;
    if (read > 0 && !isBehindComma) return false;
    const next = this.#behindBlanks(read > 0 ? at + 1 : this.#at + 1);
    this.#at = next;
    return isBehindComma || this.#text.charCodeAt(next) !== close;
  }

  /** Goes past the bracket that closes, where it stands next. */
  #isClosed(close: number): boolean {
    const at = this.#behindBlanks(this.#at);
    this.#at = at + 1;
    return at < this.#end && this.#text.charCodeAt(at) === close;
  }

  #keyInBrackets(): PlacedScalar | undefined {
    const text = this.#text;
    const start = this.#at;
    if (indicators.has(text.charCodeAt(start))) return undefined;
    const end = this.#wordsEnd(start, true);
    const isKey = text.charCodeAt(end) === colon && text.charCodeAt(end + 1) === blank;
    if (!isKey || end - start > longestKey || text.charCodeAt(end - 1) === blank) return undefined;
    this.#at = this.#behindBlanks(end + 1);
    const key = this.#plain(start, end);
    return isMergeKey(key) ? undefined : key;
  }

  /** Text in quotes that have none inside them, nor anything that stands for something else. */
  #quoted(quote: number): PlacedScalar | undefined {
    const text = this.#text;
    const start = this.#at;
    for (let at = start + 1; at < this.#end; at++) {
      const code = text.charCodeAt(at);
      if (code === backslash && quote === double) return undefined;
      if (code !== quote) continue;
      if (text.charCodeAt(at + 1) === quote) return undefined;
      this.#at = at + 1;
      const style = quote === double ? 'double' : 'single';
      return new PlacedScalar(this.#entry, start, text.slice(start + 1, at), text.slice(start, at + 1), style);
    }
    return undefined;
  }

  /** Text without quotes. */
  #words(isInBrackets: boolean): PlacedScalar | undefined {
    const text = this.#text;
    const start = this.#at;
    const first = text.charCodeAt(start);
    const second = text.charCodeAt(start + 1);
    const isBelowZero = first === dash && second >= zero && second <= nine;
    if (start === this.#end || (indicators.has(first) && !isBelowZero)) return undefined;
    let end = this.#wordsEnd(start, isInBrackets);
    if (end < this.#end && text.charCodeAt(end) === colon) return undefined;
    while (text.charCodeAt(end - 1) === blank) end--;
    this.#at = end;
    return this.#plain(start, end);
  }

  /** Where text without quotes ends, blanks behind it included: at a colon that makes it a key, a comment, a bracket or comma that isn't part of it, or with the line. */
  #wordsEnd(start: number, isInBrackets: boolean): number {
    const text = this.#text;
    const end = this.#end;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (isInBrackets && isBracketOrComma(code)) return at;
      if (code === hash && text.charCodeAt(at - 1) === blank) return at;
      if (code !== colon) continue;
      const next = text.charCodeAt(at + 1);
      if (at + 1 === end || next === blank || (isInBrackets && isBracketOrComma(next))) return at;
    }
    return end;
  }

  #plain(start: number, end: number): PlacedScalar {
    const source = this.#text.slice(start, end);
    return new PlacedScalar(this.#entry, start, source, source, 'plain');
  }

  #behindBlanks(from: number): number {
    return behindBlanks(this.#text, from, this.#end);
  }
}

function behindBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === blank) at++;
  return at;
}

/** Where the line ends in which `from` stands, its break left out. */
function lineEnd(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  if (found < 0) return text.length;
  return found > from && text.charCodeAt(found - 1) === carriageReturn ? found - 1 : found;
}

/** Where the next line begins. */
function behindBreak(text: string, end: number): number {
  return end + (text.charCodeAt(end) === carriageReturn ? 2 : 1);
}

function isBracketOrComma(code: number): boolean {
  return code === comma || code === openList || code === closeList || code === openMap || code === closeMap;
}
