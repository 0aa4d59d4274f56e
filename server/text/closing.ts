// Finds where a quoted text or a bracket closes, over as many lines as it may run.
import { closingQuote, isBlank, isBreak, type LineReader } from './line.ts';

/** A quote in a map that runs over more lines is taken for one that is not closed; so is such a bracket. */
export const quoteReach = 200;
export const bracketReach = 2_000;

const openers = '[{';
const closers = ']}';
const flowIndicators = ',[]{}';

/**
 * The offset of the line after the one on which the quote or bracket at `at` closes; -1 where it does not close before
 * a line that stands no deeper than `indent`, or where something follows it. `reader` has read the line of `at`, and
 * is left on the last line looked at. `bounded`: only within reach.
 */
export function lineAfterClosing(
  source: { readonly text: string },
  reader: LineReader,
  at: number,
  indent: number,
  bounded: boolean,
): number {
  const opener = source.text[at];
  const isQuote = opener === '"' || opener === "'";
  const lines = new NextLines(reader, bounded ? (isQuote ? quoteReach : bracketReach) : Number.POSITIVE_INFINITY);
  const close = isQuote ? quoteEnd(source, lines, at, indent) : bracketEnd(source, lines, at, indent);
  if (close === -1) return -1;
  const { text } = source;
  let rest = close;
  while (isBlank(text.charCodeAt(rest))) rest++;
  const nothing = rest >= reader.end || (text[rest] === '#' && rest > close);
  return nothing ? reader.next : -1;
}

/** The lines after one, up to some number. */
class NextLines {
  readonly reader: LineReader;
  #left: number;

  constructor(reader: LineReader, left: number) {
    this.reader = reader;
    this.#left = left;
  }

  read(): boolean {
    return this.#left-- > 0 && this.reader.read(this.reader.next);
  }
}

/** Offset behind the closing quote, -1 where there is none. */
function quoteEnd(source: { readonly text: string }, lines: NextLines, at: number, indent: number): number {
  const { reader } = lines;
  const quote = source.text.charCodeAt(at);
  let from = at + 1;
  for (;;) {
    const end = closingQuote(source.text, from, reader.end, quote);
    if (end !== -1) return end;
    if (!lines.read()) return -1;
    if (reader.kind !== 'blank' && reader.indent <= indent) return -1;
    from = reader.first;
  }
}

type Mode = 'start' | 'plain';

/** Offset behind the bracket that closes the one at `at`, -1 where there is none. */
function bracketEnd(source: { readonly text: string }, lines: NextLines, at: number, indent: number): number {
  const { reader } = lines;
  let depth = 0;
  let mode: Mode = 'start';
  let i = at;
  for (;;) {
    while (i < reader.end) {
      const { text } = source;
      const character = text.charAt(i);
      const code = text.charCodeAt(i);
      if (openers.includes(character)) {
        depth++;
        mode = 'start';
      } else if (closers.includes(character)) {
        depth--;
        mode = 'start';
        if (depth === 0) return i + 1;
      } else if (character === ',') mode = 'start';
      else if (character === '#' && isBlank(text.charCodeAt(i - 1))) break;
      else if (character === ':' && (mode === 'start' || endsKey(text, i))) mode = 'start';
      else if (mode === 'start' && (character === '"' || character === "'")) {
        const end = quoteEnd(source, lines, i, indent);
        if (end === -1) return -1;
        i = end;
        continue;
      } else if (mode === 'start' && (character === '&' || character === '!' || character === '*')) {
        i = wordEnd(text, i, reader.end);
        continue;
      } else if (!isBlank(code)) mode = 'plain';
      i++;
    }
    do {
      if (!lines.read()) return -1;
    } while (reader.kind === 'blank' || reader.kind === 'comment');
    if (reader.indent <= indent && reader.kind !== 'closer') return -1;
    i = reader.first;
  }
}

function endsKey(text: string, colon: number): boolean {
  const next = text.charCodeAt(colon + 1);
  return isBreak(next) || flowIndicators.includes(text.charAt(colon + 1));
}

function wordEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && !isBlank(text.charCodeAt(at)) && !flowIndicators.includes(text.charAt(at))) at++;
  return at;
}
