// Semantic tokens: what the ids, links, dates and durations of a plan mean, beyond what can be seen by their letters.
import type { Analysis } from '../analysis.ts';
import type { Definition, ReferencesByScalar } from '../plan/plan.ts';
import type { Node, Pair, ScalarNode } from '../text/node.ts';
import type { Steps } from '../text/steps.ts';
import type { Range, Span } from '../text/tree.ts';
import { type MapShape, type Mark, type MarkedEntry, Marks, type Part } from './marks.ts';
import { offsetOf, sliceSpan } from './place.ts';
import { isSameRow, type TokenBlock, TokenRow } from './token-row.ts';
import { definingStyle, kindStyle, type TokenStyle, taskStyle, tokenStyle } from './token-styles.ts';

/** The tokens of entries, kept from version to version as long as somebody has the entry. */
export class KnownTokens {
  /** How many entries were looked through. */
  looked = 0;
  readonly marks = new Marks();
  readonly entries = new WeakMap<Pair, KnownEntry>();
}

interface KnownEntry {
  readonly block: TokenBlock | undefined;
  /** All that the tokens hang on beside the entry itself and the looks of tasks. */
  readonly from: From;
  /** The tasks that tokens are shown like, by index, each with its look behind it. */
  readonly tasks: readonly number[];
}

interface From {
  readonly shape: MapShape;
  /** The task in whose entry it stands, itself if it is one, by index; -1 outside of the work. */
  readonly task: number;
  /** Stand for what all ids mean. */
  readonly ids: object;
  readonly definitions: object;
}

/** In the order of the text; with a range only those of entries that it touches. */
export function semanticTokens(analysis: Analysis, known: KnownTokens, range?: Range): Steps<readonly TokenBlock[]> {
  return new Tokens(analysis, known, range).all();
}

/** Entries that are looked at in one step: a millisecond's worth. */
const entriesPerStep = 50;

class Tokens {
  readonly #analysis: Analysis;
  readonly #known: KnownTokens;
  readonly #wanted: Span | undefined;
  readonly #meaning: Pick<From, 'ids' | 'definitions'>;
  /** By task. */
  readonly #styles: Int32Array;
  readonly #blocks: TokenBlock[] = [];
  #entries = 0;

  constructor(analysis: Analysis, known: KnownTokens, range: Range | undefined) {
    const { tree, plan } = analysis;
    this.#analysis = analysis;
    this.#known = known;
    this.#wanted = range && { start: offsetOf(tree, range.start), end: offsetOf(tree, range.end) };
    const { isPlain, index, definitions } = plan.kept;
    // What an alias leads to may be another thing in each version.
    this.#styles = Int32Array.from(plan.tasks, ({ index }) => taskStyle(index, analysis));
    this.#meaning = { ids: isPlain ? index.shape : {}, definitions };
  }

  *all(): Steps<readonly TokenBlock[]> {
    const { root } = this.#analysis.tree;
    if (root) yield* this.#parts(this.#known.marks.inDocument(root), new Around(this.#analysis, -1));
    return this.#blocks;
  }

  *#parts(parts: readonly Part[], around: Around): Steps<void> {
    for (const part of parts) {
      if ('node' in part) {
        if (this.#isWanted(part.node, part.node)) this.#alone(part, around);
        continue;
      }
      const { key, value } = part.pair;
      if (!this.#isWanted(key, value)) continue;
      this.#entries += 1;
      if (this.#entries % entriesPerStep === 0) yield;
      const line = this.#analysis.tree.pieceLineOf(value);
      if (line === undefined) yield* this.#parts(this.#known.marks.inEntry(part), around.in(key));
      else this.#push(this.#entry(part, line, around));
    }
  }

  #isWanted(first: Node, last: Node): boolean {
    if (!this.#wanted) return true;
    const { tree } = this.#analysis;
    return tree.spanOf(first).start <= this.#wanted.end && tree.spanOf(last).end >= this.#wanted.start;
  }

  #push(block: TokenBlock | undefined): void {
    if (block) this.#blocks.push(block);
  }

  /** A mark in an entry of many pieces. */
  #alone(mark: Mark, around: Around): void {
    const { line } = this.#analysis.tree.positionAt(this.#analysis.tree.spanOf(mark.node).start);
    const drawn = new DrawnTokens(this.#analysis, line);
    drawn.add(mark, around);
    this.#push(drawn.block);
  }

  /** An entry that is all in the piece of the text which begins on a line. */
  #entry(entry: MarkedEntry, line: number, around: Around): TokenBlock | undefined {
    const { entries } = this.#known;
    const known = entries.get(entry.pair);
    if (known && this.#holds(known, entry, around)) {
      if (known.block === undefined || known.block.line === line) return known.block;
      const block = { ...known.block, line };
      entries.set(entry.pair, { ...known, block });
      return block;
    }
    this.#known.looked += 1;
    const inside = around.in(entry.pair.key);
    const drawn = new DrawnTokens(this.#analysis, line);
    this.#draw(entry, inside, drawn);
    const from = { ...this.#meaning, shape: entry.shape, task: inside.task };
    const block = known?.block && drawn.block && isSameBlock(known.block, drawn.block) ? known.block : drawn.block;
    entries.set(entry.pair, { block, from, tasks: drawn.tasks });
    return block;
  }

  #holds({ from, tasks }: KnownEntry, { pair, shape }: MarkedEntry, around: Around): boolean {
    const { ids, definitions } = this.#meaning;
    if (from.ids !== ids || from.definitions !== definitions || from.shape !== shape) return false;
    const isInPlace = from.task === around.task || this.#analysis.plan.tasks[from.task]?.key === pair.key;
    if (!isInPlace) return false;
    for (let at = 0; at < tasks.length; at += 2) if (this.#styles[tasks[at] ?? 0] !== tasks[at + 1]) return false;
    return true;
  }

  #draw(entry: MarkedEntry, around: Around, drawn: DrawnTokens): void {
    for (const part of this.#known.marks.inEntry(entry)) {
      if ('node' in part) drawn.add(part, around);
      else this.#draw(part, around.in(part.pair.key), drawn);
    }
  }
}

function isSameBlock(one: TokenBlock, other: TokenBlock): boolean {
  return one.line === other.line && isSameRow(one.row, other.row);
}

/** The task in whose entry something stands. */
class Around {
  /** Its index; -1 outside of the work. */
  readonly task: number;
  readonly #analysis: Analysis;
  #references: ReferencesByScalar | undefined;

  constructor(analysis: Analysis, task: number) {
    this.#analysis = analysis;
    this.task = task;
  }

  /** Around what stands in an entry: another task, where the entry is one. */
  in(key: ScalarNode): Around {
    const { task } = this.#analysis.plan.definedAt(key) ?? {};
    return task === undefined ? this : new Around(this.#analysis, task);
  }

  get references(): ReferencesByScalar {
    this.#references ??= this.#analysis.plan.referencesIn(this.task);
    return this.#references;
  }
}

/** Behind a link's target: its type, then its lag. */
const linkRest = /^\s*(?<type>FS|SS|FF|SF)?\s*(?<lag>[+-]\s*\S.*?)?\s*$/iu;

const dateStyle = tokenStyle('planDate');
const durationStyle = tokenStyle('planDuration');
const deprecatedStyle = tokenStyle('property', 'deprecated');
const linkTypeStyle = tokenStyle('planLinkType');

/** The tokens of some marks, on lines from `line` on. */
class DrawnTokens {
  readonly tasks: number[] = [];
  readonly #analysis: Analysis;
  readonly #line: number;
  readonly #row = new TokenRow();

  constructor(analysis: Analysis, line: number) {
    this.#analysis = analysis;
    this.#line = line;
  }

  get block(): TokenBlock | undefined {
    const { numbers } = this.#row;
    return numbers.length > 0 ? { line: this.#line, row: numbers } : undefined;
  }

  add({ kind, node }: Mark, around: Around): void {
    switch (kind) {
      case 'date':
        this.#scalar(node, dateStyle);
        return;
      case 'duration':
        this.#scalar(node, durationStyle);
        return;
      case 'deprecated':
        this.#scalar(node, deprecatedStyle);
        return;
      default:
        if (!this.#definition(node)) this.#reference(node, kind === 'link', around);
    }
  }

  #definition(node: ScalarNode): boolean {
    const definition = this.#analysis.plan.definedAt(node);
    if (definition) this.#scalar(node, this.#styleOf(definition) + definingStyle);
    return definition !== undefined;
  }

  #reference(node: ScalarNode, isLink: boolean, around: Around): void {
    const references = around.references.get(node) ?? [];
    for (const { from, to, definition } of references)
      if (definition) this.#slice(node, from, to, this.#styleOf(definition));
    const target = references.at(-1)?.to;
    if (isLink && target !== undefined && target < node.text.length) this.#linkRest(node, target);
  }

  #linkRest(node: ScalarNode, from: number): void {
    const { type, lag } = linkRest.exec(node.text.slice(from))?.groups ?? {};
    const rest = node.text.slice(from);
    if (type) this.#slice(node, from + rest.indexOf(type), from + rest.indexOf(type) + type.length, linkTypeStyle);
    if (lag) this.#slice(node, from + rest.lastIndexOf(lag), from + rest.lastIndexOf(lag) + lag.length, durationStyle);
  }

  #styleOf({ kind, task }: Definition): TokenStyle {
    if (task === undefined) return kindStyle[kind];
    const style = taskStyle(task, this.#analysis);
    this.tasks.push(task, style);
    return style;
  }

  #scalar(node: ScalarNode, style: TokenStyle): void {
    this.#slice(node, 0, node.text.length, style);
  }

  #slice(node: ScalarNode, from: number, to: number, style: TokenStyle): void {
    const { tree } = this.#analysis;
    const { start, end } = sliceSpan(tree, node, from, to);
    // A token stays on its line.
    if (end <= start || node.source.includes('\n') || node.source.includes('\r')) return;
    const { line, character } = tree.positionAt(start);
    this.#row.add({ line: line - this.#line, character }, end - start, style);
  }
}
