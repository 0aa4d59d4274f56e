// What the `yaml` parser reports, as codes of our own that can be worded in a planner's language.
import type { YAMLError } from 'yaml';
import type { SyntaxCode } from './syntax-codes.ts';

/** A syntax finding inside an entry: offsets in UTF-16 units from the entry's start. */
export interface LocalFinding {
  readonly code: SyntaxCode;
  readonly start: number;
  readonly end: number;
  readonly args: Readonly<Record<string, string | number>>;
  readonly related?: { readonly start: number; readonly end: number };
}

interface Reading {
  readonly code: SyntaxCode;
  readonly args?: Readonly<Record<string, string | number>>;
}

const group = (match: RegExpMatchArray): string => match[1] ?? '';

/** Where one code of the parser covers several slips, its message tells them apart. The first row that fits counts. */
const byMessage: readonly (readonly [YAMLError['code'], RegExp, (match: RegExpMatchArray) => Reading])[] = [
  [
    'MISSING_CHAR',
    /^Missing closing (['"])quote/,
    (match) => ({ code: 'unclosed-quote', args: { quote: group(match) } }),
  ],
  ['MISSING_CHAR', /must end with a ([}\]])/, (match) => unclosedBracket(group(match))],
  ['BAD_INDENT', /and end with a ([}\]])/, (match) => unclosedBracket(group(match))],
  ['MISSING_CHAR', /^Implicit map keys need/, () => ({ code: 'missing-colon' })],
  ['MISSING_CHAR', /^Missing space after :/, () => ({ code: 'missing-space-after-colon' })],
  ['MISSING_CHAR', /^Missing , /, () => ({ code: 'missing-comma' })],
  ['MISSING_CHAR', /^Comments must be separated/, () => ({ code: 'missing-space-before-comment' })],
  ['MISSING_CHAR', /^Sequence item without -/, () => ({ code: 'missing-dash' })],
  ['MISSING_CHAR', /^Block collection cannot start/, () => ({ code: 'text-behind-marker' })],
  [
    'MISSING_CHAR',
    /^Tags and anchors must|^Missing newline after block sequence/,
    () => ({ code: 'misplaced-anchor' }),
  ],
  ['MISSING_CHAR', /directives-end/, () => ({ code: 'directive-without-document' })],
  ['BLOCK_AS_IMPLICIT_KEY', /^Nested mappings/, () => ({ code: 'two-colons' })],
  ['BAD_SCALAR_START', /(\S)$/, (match) => ({ code: 'bad-start', args: { character: group(match) } })],
  ['BAD_SCALAR_START', /tab character/, () => ({ code: 'bad-start', args: { character: '⇥' } })],
  ['BAD_DQ_ESCAPE', /sequence (.*)$/s, (match) => ({ code: 'bad-escape', args: { escape: group(match) } })],
  ['BAD_DIRECTIVE', /YAML version (\S+)/, (match) => ({ code: 'yaml-version', args: { version: group(match) } })],
  ['UNEXPECTED_TOKEN', /^Unexpected empty item|^Unexpected , in/, () => ({ code: 'empty-item' })],
  ['UNEXPECTED_TOKEN', /^Block scalar header/, () => ({ code: 'bad-block-header' })],
  ['MISSING_CHAR', /^Block scalars with more-indented leading empty lines/, () => ({ code: 'bad-indent' })],
  ['TAG_RESOLVE_FAILED', /./, () => ({ code: 'tag' })],
];

/** The rest, by the parser's code alone. */
const byCode: Readonly<Partial<Record<YAMLError['code'], SyntaxCode>>> = {
  ALIAS_PROPS: 'alias-with-anchor',
  BAD_ALIAS: 'bad-alias',
  BAD_COLLECTION_TYPE: 'tag',
  BAD_DIRECTIVE: 'directive',
  BAD_INDENT: 'bad-indent',
  BAD_PROP_ORDER: 'misplaced-anchor',
  BLOCK_AS_IMPLICIT_KEY: 'list-as-key',
  BLOCK_IN_FLOW: 'block-in-brackets',
  KEY_OVER_1024_CHARS: 'key-too-long',
  MULTILINE_IMPLICIT_KEY: 'multiline-key',
  MULTIPLE_ANCHORS: 'two-anchors',
  MULTIPLE_TAGS: 'tag',
  RESOURCE_EXHAUSTION: 'too-deep',
  TAB_AS_INDENT: 'tab-indent',
  UNEXPECTED_TOKEN: 'unexpected-text',
};

function unclosedBracket(close: string): Reading {
  return { code: 'unclosed-bracket', args: { close, open: close === '}' ? '{' : '[' } };
}

/** The finding for what the parser reports about an entry's text. */
export function readYamlError(error: YAMLError, text: string): LocalFinding {
  const [start, end] = error.pos;
  const reading = meaningOf(error);
  const found = text.slice(start, lineEnd(text, start)).trim();
  if (reading.code === 'block-in-brackets') return afterMissingComma(text, start, end);
  const args = reading.args ?? (reading.code === 'yaml' ? { text: error.message } : { found: shorten(found) });
  if (reading.code === 'directive-without-document') {
    // The parser tells of it where the marker should stand; the line to remove is the one with the sign.
    const sign = text.search(/^%/m);
    if (sign !== -1) return { code: reading.code, ...nonEmpty(text, sign, lineEnd(text, sign)), args };
  }
  if (reading.code === 'bad-indent' && /[\r\n]/.test(text[start] ?? '')) {
    // The parser means the line behind the blank ones.
    const at = start + Math.max(0, text.slice(start).search(/\S/));
    return { code: reading.code, ...nonEmpty(text, at, lineEnd(text, at)), args };
  }
  const code = reading.code === 'unexpected-text' && /^-[ \t]/.test(found) ? 'list-as-key' : reading.code;
  if (toTheEnd.includes(code))
    return { code, ...nonEmpty(text, start, start + found.replace(/[ \t]#.*$/, '').trimEnd().length), args };
  const until = typeof args.escape === 'string' ? start + args.escape.length : end;
  return { code, ...nonEmpty(text, start, until), args };
}

/** What the parser tells of at its first character, and what means the rest of the line. */
const toTheEnd: readonly SyntaxCode[] = ['two-colons', 'text-behind-marker', 'list-as-key'];

function meaningOf(error: YAMLError): Reading {
  for (const [code, pattern, read] of byMessage) {
    const match = code === error.code && error.message.match(pattern);
    if (match) return read(match);
  }
  return { code: byCode[error.code] ?? 'yaml' };
}

/** `{ a: 1 b: 2 }`: to the parser, `1 b` is a key. */
function afterMissingComma(text: string, start: number, end: number): LocalFinding {
  const key = /^[^:\r\n]*[ \t](?=[^ \t:]+:)/.exec(text.slice(start, end));
  if (!key) return { code: 'block-in-brackets', ...nonEmpty(text, start, end), args: {} };
  const at = start + key[0].length;
  const rest = text.slice(at, end).trimEnd();
  return { code: 'missing-comma', ...nonEmpty(text, at, at + rest.length), args: { found: shorten(rest) } };
}

/** At least one character, inside the text; a finding at the end of a text underlines its last character. */
export function nonEmpty(text: string, start: number, end: number): { start: number; end: number } {
  const from = Math.min(start, text.length);
  const to = Math.min(end, text.length);
  if (to > from) return { start: from, end: to };
  return from < text.length ? { start: from, end: from + 1 } : { start: Math.max(0, from - 1), end: from };
}

/** Where the line that holds `offset` ends, its line break left out. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

/** A piece of the text that fits into a message. */
export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
