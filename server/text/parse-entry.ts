// One entry of a plan's text → compact nodes, comments and findings, by the `yaml` parser, whose own tree is dropped.
import {
  Composer,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  type Scalar,
  Schema,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
  type Pair as YamlPair,
} from 'yaml';
import { fitted } from './fitted.ts';
import { isMergeKey, repeatedKeys } from './keys.ts';
import { type LocalComment, localComment } from './local-comment.ts';
import type { Node, Pair, ScalarStyle } from './node.ts';
import { PlacedAlias, PlacedList, PlacedMap, PlacedNode, PlacedScalar } from './placed-node.ts';
import { type PlainYaml, plainYaml } from './plain-yaml.ts';
import { type LocalFinding, lineEnd, nonEmpty, readYamlError, shorten } from './yaml-errors.ts';

/** More brackets or levels inside each other than this are not parsed. */
export const deepestLevel = 100;
/** UTF-16 units; a longer entry is not parsed. */
export const largestEntry = 500_000;
/** What the parser says after that many complaints about an entry helps nobody. */
const mostErrors = 20;

export interface ParsedEntry {
  readonly root: Node | undefined;
  /** The pairs of a root that is a map in block style, the items of one that is such a list. */
  readonly pairs: readonly Pair[];
  readonly items: readonly Node[];
  readonly findings: readonly LocalFinding[];
  readonly comments: readonly LocalComment[];
  /** Nodes with an anchor, in the order of the text. */
  readonly anchors: readonly (readonly [name: string, node: Node])[];
  /** Every alias, in the order of the text. */
  readonly aliases: readonly PlacedAlias[];
  /** Every map that has a `<<`, in the order of the text. */
  readonly merges: readonly PlacedMap[];
  /** Whether the parser found an error, rather than something that can be passed over. */
  readonly broken: boolean;
  /** Where a second document starts. */
  readonly secondDocument?: number;
}

const nothing: ParsedEntry = {
  root: undefined,
  pairs: [],
  items: [],
  findings: [],
  comments: [],
  anchors: [],
  aliases: [],
  merges: [],
  broken: true,
};

const sound: ParsedEntry = { ...nothing, broken: false };

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** One schema for all entries: making it costs more than parsing a line. */
const failsafe = new Schema({ schema: 'failsafe', resolveKnownTags: false });

/**
 * Parses the text of one entry. Never throws; what can't be read is a finding. The nodes belong to `entry`.
 * `readAs` is what the parser gets instead: a text of the same length, without what would lead it astray.
 */
export function parseEntry(text: string, entry: object, readAs = text): ParsedEntry {
  if (text.length > largestEntry) {
    const end = lineEnd(text, 0);
    return {
      ...nothing,
      findings: [{ code: 'too-large', ...nonEmpty(text, 0, end), args: { size: text.length, limit: largestEntry } }],
    };
  }
  const plain = readAs === text ? plainYaml(text, entry) : undefined;
  return plain ? plainEntry(plain) : parseWithLibrary(text, entry, readAs);
}

/** The same for every text, by the library alone. */
export function parseWithLibrary(text: string, entry: object, readAs = text): ParsedEntry {
  // A lone carriage return is a line break to YAML, but not to the parser.
  const lines = /\r(?!\n)/.test(readAs) ? readAs.replace(/\r(?!\n)/g, '\n') : readAs;
  try {
    return new Conversion(text, entry).run(lines);
  } catch (error) {
    // The parser's own recursion; anything else would be a mistake of ours.
    if (!(error instanceof RangeError)) throw error;
    return { ...nothing, findings: [tooDeep(text, 0)] };
  }
}

function plainEntry({ root, comments }: PlainYaml): ParsedEntry {
  return { ...sound, root, comments, ...(root.kind === 'map' ? { pairs: root.pairs } : { items: root.items }) };
}

function tooDeep(text: string, at: number): LocalFinding {
  return { code: 'too-deep', ...nonEmpty(text, at, at + 1), args: { limit: deepestLevel } };
}

class Conversion {
  readonly #text: string;
  readonly #entry: object;
  readonly #findings: LocalFinding[] = [];
  readonly #comments: LocalComment[] = [];
  readonly #anchors: [string, Node][] = [];
  readonly #aliases: PlacedAlias[] = [];
  readonly #merges: PlacedMap[] = [];
  /** Starts of keys that have no colon. */
  readonly #keysWithoutColon = new Set<number>();
  /** Quotes and brackets that are not closed: where the parser noticed → where they open. */
  readonly #unclosed = { 'unclosed-quote': new Map<number, number>(), 'unclosed-bracket': new Map<number, number>() };

  constructor(text: string, entry: object) {
    this.#text = text;
    this.#entry = entry;
  }

  run(text: string): ParsedEntry {
    const parser = new Parser();
    const composer = new Composer({ schema: failsafe, uniqueKeys: false, logLevel: 'silent' });
    const documents = [];
    let offset = 0;
    let scalarNext = false;
    for (const lexeme of new Lexer().lex(text)) {
      for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
      if (parser.stack.length > deepestLevel) return { ...nothing, findings: [tooDeep(this.#text, offset)] };
      if (scalarNext) scalarNext = false;
      else if (lexeme === '\u001f') {
        scalarNext = true;
        continue;
      } else if (lexeme === '\u0002' || lexeme === '\u0018') continue;
      else if (lexeme[0] === '#') this.#comment(offset, offset + lexeme.length);
      offset += lexeme.length;
    }
    for (const token of parser.end()) documents.push(...composer.next(token));
    documents.push(...composer.end(true, text.length));

    const [document, second] = documents;
    if (!document) return nothing;
    const errors = [...document.errors, ...document.warnings];
    for (const error of errors)
      if (error.message.startsWith('Implicit map keys need')) this.#keysWithoutColon.add(error.pos[0]);
    const root = document.contents ? this.#node(document.contents) : undefined;
    for (const error of errors.slice(0, mostErrors)) this.#report(error);
    this.#dropConsequences();
    const version = document.directives.yaml;
    if (version.explicit && version.version !== '1.2') this.#yamlVersion(version.version);
    this.#findings.sort((a, b) => a.start - b.start || a.end - b.end);
    return {
      root: root?.kind === 'scalar' && root.source === '' && !root.anchor ? undefined : root,
      pairs: root?.kind === 'map' && !root.flow ? root.pairs : nothing.pairs,
      items: root?.kind === 'list' && !root.flow ? root.items : nothing.items,
      findings: fitted(this.#findings),
      comments: fitted(this.#comments),
      anchors: fitted(this.#anchors),
      aliases: fitted(this.#aliases),
      merges: fitted(this.#merges),
      broken: document.errors.length > 0,
      ...(second && { secondDocument: second.range[0] }),
    };
  }

  #comment(start: number, end: number): void {
    const before = this.#comments.at(-1);
    this.#comments.push(localComment(this.#text, start, end, before));
  }

  #yamlVersion(version: string): void {
    const start = this.#text.indexOf('%YAML');
    if (this.#findings.some((finding) => finding.code === 'yaml-version')) return;
    this.#findings.push({
      code: 'yaml-version',
      ...nonEmpty(this.#text, start, lineEnd(this.#text, start)),
      args: { version },
    });
  }

  #report(error: YAMLError): void {
    const finding = readYamlError(error, this.#text);
    const { code } = finding;
    const opening =
      code === 'unclosed-quote' || code === 'unclosed-bracket' ? this.#unclosed[code].get(error.pos[0]) : undefined;
    if (opening === undefined) this.#findings.push(finding);
    else this.#findings.push({ ...finding, start: opening, end: lineEnd(this.#text, opening) });
  }

  /** What the parser says after its first complaint, or behind a quote or bracket that is not closed, says the same again. */
  #dropConsequences(): void {
    const text = this.#findings.find((finding) => finding.code === 'unexpected-text');
    if (text) this.#keep((finding) => finding === text || finding.code !== 'unexpected-text');
    // A line that is not indented enough for the text above it is taken for a key as well.
    const left = this.#findings.find((finding) => finding.code === 'bad-indent');
    if (left)
      this.#keep((finding) => finding.code !== 'missing-colon' || finding.start > lineEnd(this.#text, left.start));
    const quote = this.#findings.find((finding) => finding.code === 'unclosed-quote');
    const cause = quote ?? this.#findings.find((finding) => finding.code === 'unclosed-bracket');
    if (!cause) return;
    this.#keep((finding) => finding === cause || (finding.start < cause.start && finding.code !== 'unclosed-bracket'));
  }

  #keep(isKept: (finding: LocalFinding) => boolean): void {
    this.#findings.splice(0, this.#findings.length, ...this.#findings.filter(isKept));
  }

  #node(node: unknown): Node {
    if (isAlias(node)) {
      const [start, end] = rangeOf(node);
      const alias = new PlacedAlias(this.#entry, start, end, node.source);
      this.#aliases.push(alias);
      return alias;
    }
    const place = this.#anchors.length;
    const made = isMap(node)
      ? this.#map(node)
      : isSeq(node)
        ? this.#list(node)
        : this.#scalar(isScalar(node) ? node : undefined);
    // An anchor stands before what is inside its node.
    if (made.anchor) this.#anchors.splice(place, 0, [made.anchor, made]);
    return made;
  }

  #scalar(node: Scalar | undefined): PlacedScalar {
    const text = this.#text;
    let [start, end] = rangeOf(node);
    const style = styles[node?.type ?? 'PLAIN'] ?? 'plain';
    if (start === end) {
      while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
      end = start;
    } else if (style === 'literal' || style === 'folded') end = trimmedEnd(text, start, end);
    let source = text.slice(start, end);
    if (style === 'single' || style === 'double') {
      const quote = style === 'single' ? "'" : '"';
      if (source.length === 1 || !source.endsWith(quote)) {
        this.#unclosed['unclosed-quote'].set(end, start);
        source = text.slice(start, trimmedEnd(text, start, end));
      }
    }
    const value = node?.source ?? '';
    return new PlacedScalar(this.#entry, start, value === source ? source : value, source, style, node?.anchor);
  }

  #map(node: YAMLMap): PlacedMap {
    const place = this.#merges.length;
    const pairs: Pair[] = [];
    for (const item of node.items) {
      const pair = this.#pair(item);
      if (pair) pairs.push(pair);
    }
    const flow = node.flow === true;
    const [from, to] = rangeOf(node);
    const first = pairs[0];
    const last = pairs.at(-1);
    const start = flow || !first ? from : PlacedNode.startOf(first.key);
    const end = this.#collectionEnd([from, to], flow, last ? PlacedNode.endOf(last.value) : start);
    const repeated = repeatedKeys(pairs);
    for (const [again, before] of repeated) this.#duplicate(pairs[again], pairs[before]);
    const merging = pairs.some((pair) => isMergeKey(pair.key));
    const simple = repeated.length === 0 && !merging;
    const map = new PlacedMap(this.#entry, start, end, flow, fitted(pairs), simple, node.anchor);
    if (merging) this.#merges.splice(place, 0, map);
    return map;
  }

  #duplicate(again: Pair | undefined, before: Pair | undefined): void {
    if (!again || !before) return;
    this.#findings.push({
      code: 'duplicate-key',
      ...nonEmpty(this.#text, PlacedNode.startOf(again.key), PlacedNode.endOf(again.key)),
      args: { key: shorten(again.key.text) },
      related: nonEmpty(this.#text, PlacedNode.startOf(before.key), PlacedNode.endOf(before.key)),
    });
  }

  #pair(item: YamlPair): Pair | undefined {
    if (!isScalar(item.key)) {
      const [start, end] = rangeOf(item.key);
      this.#findings.push({
        code: 'complex-key',
        ...nonEmpty(this.#text, start, trimmedEnd(this.#text, start, end)),
        args: {},
      });
      return undefined;
    }
    if (!item.value && this.#keysWithoutColon.has(rangeOf(item.key)[0])) return undefined;
    const key = this.#scalar(item.key);
    if (key.anchor) this.#anchors.push([key.anchor, key]);
    const end = PlacedNode.endOf(key);
    const value = item.value ? this.#node(item.value) : new PlacedScalar(this.#entry, end, '', '', 'plain');
    return { key, value };
  }

  #list(node: YAMLSeq): PlacedList {
    const items = node.items.map((item) => this.#node(item));
    const flow = node.flow === true;
    const [from, to] = rangeOf(node);
    const last = items.at(-1);
    const end = this.#collectionEnd([from, to], flow, last ? PlacedNode.endOf(last) : from);
    return new PlacedList(this.#entry, from, end, flow, items, node.anchor);
  }

  #collectionEnd(range: readonly [number, number], flow: boolean, contentEnd: number): number {
    if (!flow) return contentEnd;
    const close = this.#text[range[1] - 1];
    if ((close === '}' || close === ']') && range[1] > contentEnd) return range[1];
    this.#unclosed['unclosed-bracket'].set(range[1], range[0]);
    return Math.max(contentEnd, range[0] + 1);
  }
}

/** Where the parser saw a node: start, end of its value. Every node that it composes from a text has a range. */
function rangeOf(node: unknown): readonly [start: number, end: number] {
  return isNode(node) && node.range ? [node.range[0], node.range[1]] : [0, 0];
}

/** `end` without the white space and line breaks before it. */
function trimmedEnd(text: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && ' \t\r\n'.includes(text[trimmed - 1] ?? '')) trimmed--;
  return trimmed;
}
