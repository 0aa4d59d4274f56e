// Where the cursor stands in half-typed text: inside what, and what is being typed there.
import type { Pair } from '../text/node.ts';
import type { Span, Step, Tree } from '../text/tree.ts';
import { type FlowScan, scanFlow, unquoted } from './flow-scan.ts';
import { touches } from './place.ts';
import { type Segment, segmentsOf, shapeAt } from './shape.ts';

export interface CursorPlace {
  /** The way to what the cursor is in: a map whose key is being typed, or a value. */
  readonly segments: readonly Segment[];
  /** Only a value can stand here (behind `key: ` or `- `), only a key (in `{ }`), or either. */
  readonly wants: 'key' | 'value' | 'either';
  readonly flow: boolean;
  /** The word that is being typed, to be replaced: on both sides of the cursor. */
  readonly word: Span;
  /** What stands before the word in the same value (`design ` in `design SS`). */
  readonly before: string;
  /** The column that the word begins in. */
  readonly column: number;
  /** A colon follows the word already. */
  readonly colonFollows: boolean;
  /** The entries that hold the cursor, the innermost last. */
  readonly entries: readonly Pair[];
  /** Whether the word has an open quote in front. */
  readonly quoted: boolean;
}

/** A line further up than this says nothing about the cursor any more. */
const linesLooked = 500;

/** Where an offset is; undefined in comments, in texts of several lines, and where the lines above can't be read. */
export function cursorPlace(tree: Tree, offset: number): CursorPlace | undefined {
  const { line, character } = tree.positionAt(offset);
  const typed = tree.line(line).slice(0, character);
  const lineStart = offset - character;
  if (inComment(tree, offset) || inLongText(tree, offset, lineStart) || marker.test(tree.line(line))) return undefined;

  // A dash alone is not yet an item.
  if (/^\s*(?:-\s+)*-$/.test(typed)) return undefined;

  const [, dashes = ''] = /^\s*((?:-\s+)*)/.exec(typed) ?? [];
  const indent = (/^\s*/.exec(typed)?.[0] ?? '').length;
  const content = indent + dashes.length;
  const above = holding(tree, line, indent, dashes !== '');
  if (!above) return undefined;
  const cursor: Cursor = { tree, offset, lineStart, content };

  const flow = above.flowStart === undefined ? undefined : scanFlow(tree.text({ start: above.flowStart, end: offset }));
  if (flow && above.flowStart !== undefined) return inFlow(cursor, above, flow, above.flowStart);

  const held: Holding = {
    ...above,
    segments: [...above.segments, ...Array<Segment>(dashes.split('-').length - 1).fill('item')],
  };
  return onLine(cursor, held, typed.slice(content), dashes !== '');
}

interface Cursor {
  readonly tree: Tree;
  readonly offset: number;
  readonly lineStart: number;
  /** The column of the line's first letter behind its dashes. */
  readonly content: number;
}

/** What the lines above hold the cursor's line in. */
interface Holding {
  readonly segments: readonly Segment[];
  readonly entries: readonly Pair[];
  /** Where a bracket opens that may still be open. */
  readonly flowStart?: number;
}

/** A quoted value that has its end already. */
const closedQuote = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'(?!'))/;

const keyPattern = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'{}[\],#&*!|>%@`][^:]*(?::(?!\s|$)[^:]*)*?)\s*:(?=\s|$)/;

/** A block line: `key`, `key: value`, `- value`, or a flow collection that begins on it. */
function onLine(cursor: Cursor, above: Holding, typed: string, dashed: boolean): CursorPlace | undefined {
  const key = keyPattern.exec(typed);
  const skipped = key?.[0].length ?? 0;
  const anchor = /^\s*(?:&\S+\s+)?/.exec(typed.slice(skipped))?.[0].length ?? 0;
  const value = typed.slice(skipped + anchor);
  const entry = key ? entryAt(cursor.tree, cursor.lineStart + cursor.content) : undefined;
  const held: Holding = {
    segments: key ? [...above.segments, { key: unquoted(key[1] ?? '') }] : above.segments,
    entries: entry ? [...above.entries, entry] : above.entries,
  };
  const start = cursor.lineStart + cursor.content + skipped + anchor;
  if (/^[[{]/.test(value)) {
    const flow = scanFlow(value);
    return flow && inFlow(cursor, held, flow, start);
  }
  if (key && anchor === 0) return undefined;
  const quoted = /^["']/.test(value);
  if (/^[|>&*!]/.test(value) || closedQuote.test(value)) return undefined;
  const wants = key || (dashed && quoted) ? 'value' : 'either';
  return word(cursor, held, start + (quoted ? 1 : 0), { wants, flow: false, quoted });
}

function inFlow(cursor: Cursor, above: Holding, flow: FlowScan, start: number): CursorPlace {
  const inner = flow.open.at(-1);
  const ways = flow.open.map(({ kind, key }): Segment | undefined =>
    kind === 'list' ? 'item' : key === undefined ? undefined : { key },
  );
  const wants = inner?.kind === 'map' && inner.key === undefined ? 'key' : 'value';
  const { steps } = cursor.tree.pathAt(cursor.offset);
  const inside = pairsOf(steps).filter((pair) => !above.entries.includes(pair));
  // A key that is being typed holds nothing yet.
  const holding = inside.filter(({ key }) => wants === 'value' || !touches(cursor.tree.spanOf(key), cursor.offset));
  const held: Holding = {
    segments: [...above.segments, ...ways.filter((way) => way !== undefined)],
    entries: [...above.entries, ...holding],
  };
  const quoted = flow.quote !== undefined;
  return word(cursor, held, start + flow.tokenStart + (quoted ? 1 : 0), { wants, flow: true, quoted });
}

/** Cuts the word around the cursor out of the value that begins at `start`. */
function word(
  { tree, offset, lineStart }: Cursor,
  { segments, entries }: Holding,
  start: number,
  kind: Pick<CursorPlace, 'wants' | 'flow' | 'quoted'>,
): CursorPlace {
  const first = Math.min(start, offset);
  const written = tree.text({ start: first, end: offset });
  // What a full-width comma parts is several items to people: each is completed by itself.
  const from = first + (takesItems(segments) ? (/^.*[，、]\s*/s.exec(written)?.[0].length ?? 0) : 0);
  const typed = written.slice(from - first);
  const begin = from + (/[\s，、](?=[^\s，、]*$)/.exec(typed)?.index ?? -1) + 1;
  const line = tree.line(tree.positionAt(offset).line);
  const after = line.slice(offset - lineStart);
  const rest = (kind.flow ? /^[^\s,，、[\]{}"':]*/ : /^(?:[^\s:"'，、]|:(?!\s|$))*/).exec(after)?.[0] ?? '';
  return {
    ...kind,
    segments,
    entries,
    word: { start: begin, end: offset + rest.length },
    before: tree.text({ start: from, end: begin }).trim(),
    column: begin - lineStart,
    colonFollows: /^["']?\s*:(?:\s|$)/.test(after.slice(rest.length)),
  };
}

/** Whether several values can stand there. */
function takesItems(segments: readonly Segment[]): boolean {
  return segments.at(-1) === 'item' || shapeAt(segments)?.kind === 'list';
}

/** What holds a line that is indented by `indent` (`dashed`: with a dash there), by the nearest line above that can be read. */
function holding(tree: Tree, line: number, indent: number, dashed: boolean): Holding | undefined {
  for (let above = line - 1; above >= Math.max(0, line - linesLooked); above -= 1) {
    const text = tree.line(above);
    if (marker.test(text) && endsPlan(tree, above)) return undefined;
    const first = /^\s*(?:-\s+)*/.exec(text)?.[0].length ?? 0;
    if (first >= text.length || text.startsWith('#', first) || /^(?:---|\.\.\.|%)/.test(text)) continue;
    const offset = tree.offsetAt({ line: above, character: first });
    const { steps } = tree.pathAt(offset);
    if (isRead(tree, steps, offset)) return holdingAt(tree, steps, line, indent, dashed);
    // A line that can't be read may be what holds the cursor.
    if ((/^\s*/.exec(text)?.[0].length ?? 0) < indent) return undefined;
  }
  return indent === 0 ? { segments: [], entries: [] } : undefined;
}

/** Of the beginning or the end of a document. */
const marker = /^(?:---|\.\.\.)(?:\s|$)/;

/** Whether the plan stands above a marker: what follows is none of it. */
function endsPlan(tree: Tree, line: number): boolean {
  return tree.root !== undefined && tree.positionAt(tree.spanOf(tree.root).start).line < line;
}

/** Keeps of a line's path what stands further out than the cursor's line. */
function holdingAt(
  tree: Tree,
  steps: readonly Step[],
  line: number,
  indent: number,
  dashed: boolean,
): Holding | undefined {
  const kept: Step[] = [];
  for (const [index, step] of steps.entries()) {
    const parent = steps[index - 1]?.node;
    if (parent && parent.kind !== 'scalar' && parent.kind !== 'alias' && parent.flow)
      return { ...asHolding(kept), flowStart: tree.spanOf(parent).start };
    if (step.pair) {
      const column = columnOf(tree, tree.spanOf(step.pair.key).start);
      const dashesUnderKey = dashed && column === indent && startsList(step);
      if (column >= indent && !dashesUnderKey) break;
    } else if (step.index !== undefined && columnOf(tree, tree.spanOf(step.node).start) > indent) break;
    kept.push(step);
  }
  const inner = kept.at(-1);
  if (!inner) return { segments: [], entries: [] };
  const holding = asHolding(kept);
  const value = tree.spanOf(inner.node);
  if ((inner.node.kind === 'map' || inner.node.kind === 'list') && inner.node.flow)
    return { ...holding, flowStart: value.start };
  // A line below a value that is there already belongs to that text.
  const ended = inner.node.kind === 'scalar' && value.end > value.start && tree.positionAt(value.start).line < line;
  return ended || inner.node.kind === 'alias' ? undefined : holding;
}

function asHolding(steps: readonly Step[]): Holding {
  return { segments: segmentsOf({ steps }), entries: pairsOf(steps) };
}

function pairsOf(steps: readonly Step[]): Pair[] {
  return steps.flatMap(({ pair }) => (pair ? [pair] : []));
}

function startsList({ node }: Step): boolean {
  return node.kind === 'list' ? !node.flow : node.kind === 'scalar' && node.source === '';
}

/** Whether a path leads to what begins at the offset, not just to something around it. */
function isRead(tree: Tree, steps: readonly Step[], offset: number): boolean {
  return (
    steps.some(({ node, pair }) =>
      pair ? tree.spanOf(pair.key).start === offset : tree.spanOf(node).start === offset,
    ) || isInFlow(steps)
  );
}

function isInFlow(steps: readonly Step[]): boolean {
  return steps.some(({ node }) => (node.kind === 'map' || node.kind === 'list') && node.flow);
}

/** The entry whose key begins at the offset. */
function entryAt(tree: Tree, offset: number): Pair | undefined {
  return tree.pathAt(offset).steps.findLast(({ pair }) => pair && tree.spanOf(pair.key).start === offset)?.pair;
}

function columnOf(tree: Tree, offset: number): number {
  return tree.positionAt(offset).character;
}

function inComment(tree: Tree, offset: number): boolean {
  return tree.comments.some(({ span }) => span.start < offset && offset <= span.end);
}

/** In a block text, or in a quoted or plain text that began on an earlier line. */
function inLongText(tree: Tree, offset: number, lineStart: number): boolean {
  const { steps, onKey } = tree.pathAt(offset);
  const node = onKey ? undefined : steps.at(-1)?.node;
  if (node?.kind !== 'scalar' || node.source === '') return false;
  const { start } = tree.spanOf(node);
  return node.style === 'literal' || node.style === 'folded' || start < lineStart;
}
