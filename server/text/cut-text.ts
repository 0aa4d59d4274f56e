// A text as its entries: what stands where, by prefix sums over their lengths and lines; there is no whole string.
import { type Block, Branch, type Turn } from './block.ts';
import type { CommonEnds } from './common-ends.ts';
import type { Entry } from './entry.ts';
import type { Position, Range, Span } from './tree.ts';

/** The versions of a text: entries and branches know where they stand in the newest one. */
interface History {
  newest: CutText;
}

export class CutText {
  readonly root: Branch;
  readonly entries: readonly Entry[];
  /** Offset at which each entry starts, and the length of the text. */
  readonly starts: Int32Array;
  /** Line on which each entry starts, and the line on which the text ends: the same array as before an edit that moved none of them. */
  readonly lines: Int32Array;
  #indexes: Map<Entry, number> | undefined;
  #turns: Map<Branch | Entry, Turn> | undefined;
  /** Children that were passed on the way to what was looked for. */
  #passed = 0;
  readonly #history: History;

  /** `before`: the text before an edit, whose sums are taken over where the entries are the same. */
  constructor(root: Branch, before?: CutText) {
    const { entries } = root;
    const count = entries.length;
    this.root = root;
    this.entries = entries;
    this.starts = new Int32Array(count + 1);
    this.#history = before ? before.#history : { newest: this };
    this.#history.newest = this;
    const { head, tail } = before ? commonEntries(before.root, root) : { head: 0, tail: 0 };
    const keptLines = before && linesKept(before, entries, head, count - tail) ? before.lines : undefined;
    this.lines = keptLines ?? new Int32Array(count + 1);
    if (before) {
      this.starts.set(before.starts.subarray(0, head + 1));
      if (!keptLines) this.lines.set(before.lines.subarray(0, head + 1));
    }
    let start = this.starts[head] ?? 0;
    let line = this.lines[head] ?? 0;
    for (let index = head; index < count - tail; index++) {
      const entry = entries[index];
      if (!entry) break;
      entry.indexHint = index;
      start += entry.text.length;
      line += entry.breaks;
      this.starts[index + 1] = start;
      if (!keptLines) this.lines[index + 1] = line;
    }
    if (before) this.#shift(before, count - tail);
  }

  /** The sums behind what has changed: as they were, moved by as much as the text has grown. */
  #shift(before: CutText, from: number): void {
    const { starts, lines, entries } = this;
    const moved = before.entries.length - entries.length;
    const longer = (starts[from] ?? 0) - (before.starts[from + moved] ?? 0);
    for (let index = from + 1; index <= entries.length; index++)
      starts[index] = (before.starts[index + moved] ?? 0) + longer;
    if (lines !== before.lines) {
      const more = (lines[from] ?? 0) - (before.lines[from + moved] ?? 0);
      for (let index = from + 1; index <= entries.length; index++)
        lines[index] = (before.lines[index + moved] ?? 0) + more;
    }
    if (moved === 0) return;
    for (let index = from; index < entries.length; index++) {
      const entry = entries[index];
      if (entry) entry.indexHint = index;
    }
  }

  /** To be called before an edit: of a version that is not the newest, nobody knows where anything stands. */
  becomeNewest(): void {
    if (this.#history.newest === this) return;
    this.#history.newest = this;
    this.entries.forEach((entry, index) => {
      entry.indexHint = index;
      entry.branchHint = undefined;
    });
    rememberBranches(this.root);
  }

  get length(): number {
    return this.starts[this.entries.length] ?? 0;
  }

  get lineCount(): number {
    return (this.lines[this.entries.length] ?? 0) + 1;
  }

  /**
   * The first entry behind which the root is a map in block style whatever follows, so that an edit there needs only
   * what is around it; undefined where that can't be said: it is no such map, or begins with a quote or bracket whose
   * end may be anywhere.
   */
  get steadyFrom(): number | undefined {
    for (const [index, { role, text }] of this.entries.entries()) {
      if (role === 'pair') return index;
      if (role === 'whole' || role === 'item') return undefined;
      const lead = role === 'stray' || role === 'keyless' ? /^[ \t\uFEFF]*([^\s#])/m.exec(text) : undefined;
      if (lead && '"\'[{&!'.includes(lead[1] ?? '')) return undefined;
    }
    return undefined;
  }

  startOf(index: number): number {
    return this.starts[index] ?? this.length;
  }

  /** Which entry of this text it is; undefined for one of another text. */
  indexOf(entry: Entry): number | undefined {
    if (this.entries[entry.indexHint] === entry) return entry.indexHint;
    if (this.#history.newest === this) return undefined;
    this.#indexes ??= new Map(this.entries.map((each, index) => [each, index]));
    return this.#indexes.get(entry);
  }

  /** What hangs on an entry of this text: the branch that it is the head of, or the entry itself; undefined for one of another text. */
  blockOf(entry: Entry): Block | undefined {
    if (this.indexOf(entry) === undefined) return undefined;
    if (this.#history.newest === this) return entry.branchHint ?? entry;
    const turn = this.turnOf(entry);
    return turn?.index === -1 ? turn.branch : entry;
  }

  /** The last entry that does not start behind an offset. */
  entryAt(offset: number): number {
    return last(this.starts, this.entries.length, offset);
  }

  /** The entry that starts exactly at an offset; -1 where none does. */
  entryStartingAt(offset: number): number {
    const index = this.entryAt(offset);
    return this.starts[index] === offset && index < this.entries.length ? index : -1;
  }

  text(span?: Span): string {
    if (!span) return textOf(this.entries);
    const start = Math.max(0, span.start);
    const end = Math.min(this.length, span.end);
    let text = '';
    for (let index = this.entryAt(start); index < this.entries.length && this.startOf(index) < end; index++) {
      const from = this.startOf(index);
      text += this.entries[index]?.text.slice(Math.max(0, start - from), end - from) ?? '';
    }
    return text;
  }

  /** A line without its break. */
  line(line: number): string {
    const span = this.#lineSpan(line);
    return span ? this.text(span) : '';
  }

  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.length));
    const index = this.entryAt(at);
    const inEntry = at - this.startOf(index);
    const starts = this.entries[index]?.lineStarts ?? [0];
    const line = last(starts, starts.length, inEntry);
    return { line: (this.lines[index] ?? 0) + line, character: inEntry - (starts[line] ?? 0) };
  }

  /** Clamped to the text and to the line. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const span = this.#lineSpan(line);
    return span ? Math.min(span.end, span.start + Math.max(0, character)) : this.length;
  }

  rangeOffsets({ start, end }: Range): Span {
    const from = this.offsetAt(start);
    return { start: from, end: Math.max(from, this.offsetAt(end)) };
  }

  #lineSpan(line: number): Span | undefined {
    if (!(line >= 0 && line < this.lineCount)) return undefined;
    const index = last(this.lines, this.entries.length, line);
    const { text = '', lineStarts = [0] } = this.entries[index] ?? {};
    const inEntry = line - (this.lines[index] ?? 0);
    const start = lineStarts[inEntry] ?? text.length;
    const next = lineStarts[inEntry + 1] ?? text.length;
    const end = contentEnd(text, start, next);
    const from = this.startOf(index);
    return { start: from + start, end: from + end };
  }

  /** The branches from the root to an entry; where the entry is a branch's head, to that branch. */
  turnsTo(index: number): readonly Turn[] {
    return this.#isCheapToWalk ? this.#walkTo(index) : this.#knownTurnsTo(index);
  }

  /** The branch that a branch or entry hangs in, and at which place; a head hangs in its branch at -1. */
  turnOf(block: Branch | Entry): Turn | undefined {
    if (this.#isCheapToWalk) return this.#walkedTurnOf(block);
    this.#turns ??= allTurns(this.root);
    return this.#turns.get(block);
  }

  /** Writing down where everything hangs takes as long as passing so many children: after an edit only few are looked for. */
  get #isCheapToWalk(): boolean {
    return this.#turns === undefined && this.#passed <= 4 * this.entries.length;
  }

  #walkedTurnOf(block: Branch | Entry): Turn | undefined {
    const head = block instanceof Branch ? block.head : block;
    const index = head && this.indexOf(head);
    const turn = index === undefined ? undefined : this.#walkTo(index).at(-1);
    const child = turn?.branch.children[turn.index];
    if (child === block) return turn;
    return child instanceof Branch && child.head === block ? { branch: child, index: -1 } : undefined;
  }

  #walkTo(index: number): readonly Turn[] {
    const turns: Turn[] = [];
    let branch = this.root;
    let left = index;
    for (;;) {
      let at = 0;
      let child = branch.children[0];
      for (; child; child = branch.children[++at]) {
        const count = child instanceof Branch ? child.entryCount : 1;
        if (left < count) break;
        left -= count;
      }
      turns.push({ branch, index: at });
      this.#passed += at;
      if (!(child instanceof Branch) || left === 0) return turns;
      left--;
      branch = child;
    }
  }

  #knownTurnsTo(index: number): readonly Turn[] {
    const entry = this.entries[index];
    const turns: Turn[] = [];
    let turn = entry && this.turnOf(entry);
    if (turn?.index === -1) turn = this.turnOf(turn.branch);
    for (; turn; turn = this.turnOf(turn.branch)) turns.push(turn);
    return turns.reverse();
  }
}

/** What the entries of two texts have in common at their ends. What is the same branch in both is not looked into. */
export function commonEntries(one: Branch, other: Branch): CommonEnds {
  const head = sameAtStart(one, other);
  const most = Math.min(one.entryCount, other.entryCount) - head;
  return { head, tail: Math.min(sameAtEnd(one, other), most) };
}

function sameAtStart(one: Branch, other: Branch): number {
  if (one.head !== other.head) return 0;
  let count = one.head ? 1 : 0;
  for (const [at, child] of one.children.entries()) {
    const now = other.children[at];
    const same = sameIn(child, now, sameAtStart);
    count += same;
    if (same < entriesIn(child) || (now && same < entriesIn(now))) return count;
  }
  return count;
}

function sameAtEnd(one: Branch, other: Branch): number {
  let count = 0;
  for (let at = 1; at <= one.children.length; at++) {
    const [child, now] = [one.children.at(-at), other.children.at(-at)];
    if (!child) break;
    const same = sameIn(child, now, sameAtEnd);
    count += same;
    if (same < entriesIn(child) || (now && same < entriesIn(now))) return count;
  }
  const isAll = one.head !== undefined && one.head === other.head && one.children.length === other.children.length;
  return isAll ? count + 1 : count;
}

function sameIn(one: Block, other: Block | undefined, same: (one: Branch, other: Branch) => number): number {
  if (one === other) return entriesIn(one);
  return one instanceof Branch && other instanceof Branch ? same(one, other) : 0;
}

function entriesIn(block: Block): number {
  return block instanceof Branch ? block.entryCount : 1;
}

/** Whether every entry of the text before that is still there stands on the line on which it stood; those from `from` to `to` are not at the common ends. */
function linesKept(before: CutText, entries: readonly Entry[], from: number, to: number): boolean {
  if (before.entries.length !== entries.length) return false;
  let line = before.lines[from] ?? 0;
  for (let index = from; index < to; index++) {
    const entry = entries[index];
    if (!entry || (entry.indexHint !== index && before.entries[entry.indexHint] === entry)) return false;
    line += entry.breaks;
    if (line !== before.lines[index + 1]) return false;
  }
  return true;
}

function rememberBranches(branch: Branch): void {
  if (branch.head) branch.head.branchHint = branch;
  for (const child of branch.children) if (child instanceof Branch) rememberBranches(child);
}

function textOf(entries: readonly Entry[]): string {
  return entries.map((entry) => entry.text).join('');
}

/** Where each block below a root hangs. */
export function allTurns(root: Branch): Map<Branch | Entry, Turn> {
  const turns = new Map<Branch | Entry, Turn>();
  const visit = (branch: Branch): void => {
    if (branch.head) turns.set(branch.head, { branch, index: -1 });
    branch.children.forEach((child, index) => {
      turns.set(child, { branch, index });
      if (child instanceof Branch) visit(child);
    });
  };
  visit(root);
  return turns;
}

/** The index of the last of `count` ascending numbers that is not greater than `value`; 0 where there is none. */
function last(numbers: ArrayLike<number>, count: number, value: number): number {
  let low = 0;
  let high = Math.max(0, count - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a line that runs from `start` to `next` ends without its break. */
function contentEnd(text: string, start: number, next: number): number {
  let end = next;
  if (end > start && text[end - 1] === '\n') end--;
  if (end > start && text[end - 1] === '\r') end--;
  return end;
}
