// Cuts a text, and cuts it again after an edit: only around the edit, the old blocks carrying on wherever they can.
import { Branch, isNested, type Level, levelBefore, type Turn } from './block.ts';
import { bracketReach } from './closing.ts';
import { CutText } from './cut-text.ts';
import { type CutEnd, Cutter, deepestNesting } from './cutter.ts';
import { Draft, Finisher } from './draft.ts';
import { type Counters, Entry, isOpen } from './entry.ts';
import type { Lengthening } from './line.ts';
import { isBlockMap } from './root.ts';
import { completed, type Steps } from './steps.ts';
import type { Span } from './tree.ts';

/** Cuts a whole text. Entries of the version `before` with the same text are taken over. */
export function cutWhole(text: string, counters: Counters, before?: CutText): CutText {
  return completed(cutWholeInSteps(text, counters, before));
}

export function* cutWholeInSteps(text: string, counters: Counters, before?: CutText): Steps<CutText> {
  before?.becomeNewest();
  const known = before?.entries ?? [];
  const window: Lengthening = { text, isFirst: true, reaches: (offset) => offset < text.length };
  const run = (anyRoot: boolean): Draft | undefined => {
    const root = newRoot(window);
    const end = new Cutter({ window, counters, stack: [root], adopts: () => false }).run(anyRoot);
    return end === 'odd-root' ? undefined : root;
  };
  const root = run(false) ?? (isBlockMap(window, counters) ? run(true) : undefined);
  yield;
  const finisher = new Finisher(known, counters, known.length > 0);
  return new CutText(root ? yield* finisher.rootInSteps(root) : wholeRoot(text, known), before);
}

/** The cut of a text in which `span` is replaced by `insert`. */
export function recut(old: CutText, span: Span, insert: string, counters: Counters): CutText {
  old.becomeNewest();
  const steadyFrom = old.steadyFrom;
  const around = steadyFrom === undefined ? undefined : new Recutting(old, span, insert, counters, steadyFrom).run();
  if (around) return around;
  const text = old.text({ start: 0, end: span.start }) + insert + old.text({ start: span.end, end: old.length });
  return cutWhole(text, counters, old);
}

function newRoot(window: Lengthening): Draft {
  return new Draft('pair', -1, window, 0, 0);
}

function wholeRoot(text: string, known: readonly Entry[]): Branch {
  const entry = known.find((each) => each.role === 'whole' && each.text === text) ?? new Entry(text, 'whole', 0);
  return new Branch(undefined, -1, [entry]);
}

class Recutting {
  readonly #old: CutText;
  readonly #counters: Counters;
  /** The last entry that the edit touches. */
  readonly #last: number;
  #stack: Draft[];
  #window: OldText;
  /** Old entries that were read again. */
  readonly #known: Entry[] = [];
  /** The entry with which the window starts. */
  #from: number;
  /** Where the old cut was taken over, and the entry from which on text is to be read again. */
  #takenFrom: number;
  #takenTo = 0;

  constructor(old: CutText, span: Span, insert: string, counters: Counters, steadyFrom: number) {
    const first = old.entryAt(span.start);
    const { index: before, turns } = resumption(old, first);
    // What the text begins with decides what its root is.
    const index = before > steadyFrom ? before : 0;
    this.#old = old;
    this.#counters = counters;
    this.#last = Math.max(first, old.entryAt(span.end));
    this.#window = OldText.edited(old, index, this.#last, span, insert);
    this.#stack = index === 0 ? [newRoot(this.#window)] : reopened(turns);
    this.#from = index;
    this.#takenFrom = old.entries.length;
  }

  /** The new cut; undefined where the root is no block map any more. */
  run(): CutText | undefined {
    const { entries } = this.#old;
    let end = this.#cut(this.#from > 0);
    if (end === 'odd-root') {
      if (!isBlockMap(this.#window, this.#counters)) return undefined;
      this.#stack = [newRoot(this.#window)];
      end = this.#cut(true);
    }
    while (end === 'adopted') {
      for (let index = this.#from; index < this.#takenFrom; index++) this.#keep(entries[index]);
      this.#from = this.#takenTo;
      this.#window = OldText.from(this.#old, this.#takenTo);
      end = this.#cut(true);
    }
    for (let index = this.#from; index < entries.length; index++) this.#keep(entries[index]);
    const [root] = this.#stack;
    return root && new CutText(new Finisher(this.#known, this.#counters, true).root(root), this.#old);
  }

  #cut(anyRoot: boolean): CutEnd {
    const adopts = (start: number): boolean => this.#adopts(start);
    const cutter = new Cutter({ window: this.#window, counters: this.#counters, stack: this.#stack, adopts });
    return cutter.run(anyRoot);
  }

  #keep(entry: Entry | undefined): void {
    if (entry) this.#known.push(entry);
  }

  /** Takes over the rest of an old branch, where the innermost open block is just as that was. */
  #adopts(start: number): boolean {
    const index = this.#window.oldEntryAt(start);
    const entry = index > this.#last ? this.#old.entries[index] : undefined;
    const top = this.#stack.at(-1);
    if (!top || !entry?.structural) return false;
    const turns = this.#old.turnsTo(index);
    const turn = turns.at(-1);
    if (!turn || !carriesOn(top, this.#stack.length, turn, turns)) return false;
    const { end, next } = this.#restOf(turn, index);
    if (end === turn.index) return false;
    for (const child of turn.branch.children.slice(turn.index, end)) {
      top.children.push(child);
      if (isNested(child)) top.lastLevel = child.level;
    }
    this.#takenFrom = index;
    this.#takenTo = next;
    return true;
  }

  /**
   * How far a branch's children can be taken over from one on, which begins with entry `first`, and the entry that
   * comes then. What a line without a colon is depends on what is open before it, and on the line behind it: where
   * the branch ends with such a line, or one follows, the last child is read again.
   */
  #restOf({ branch, index }: Turn, first: number): { end: number; next: number } {
    const { entries } = this.#old;
    const { children } = branch;
    let next = first;
    let lastNested = { end: index, next: first };
    for (let i = index; i < children.length; i++) {
      const child = children[i];
      if (!child) continue;
      if (isNested(child) && entries[next]?.structural) lastNested = { end: i, next };
      next += child instanceof Branch ? child.entryCount : 1;
    }
    const role = entries[next]?.role;
    const unsure = role === 'keyless' || role === 'stray' || (role && entries[next - 1]?.role === 'stray');
    return unsure ? lastNested : { end: children.length, next };
  }
}

/** Where to begin: at a key or item before the edit, and before every open quote or bracket that was read past the edit. */
function resumption(old: CutText, edited: number): { index: number; turns: readonly Turn[] } {
  let index = Math.max(0, edited - 1);
  while (index > 0 && !old.entries[index]?.structural) index--;
  const begin = openBefore(old, index, old.lines[edited] ?? 0) ?? index;
  return { index: begin, turns: old.turnsTo(begin) };
}

/**
 * The first entry with an open quote or bracket whose end may have been looked for on a line. Where lines stand too far left, it need not
 * hold what comes behind it: what stands left of all entries between is not ended by them.
 */
function openBefore(old: CutText, last: number, line: number): number | undefined {
  let found: number | undefined;
  let leftmost = Number.POSITIVE_INFINITY;
  for (let index = last; index >= 0 && line - (old.lines[index + 1] ?? 0) <= bracketReach; index--) {
    const entry = old.entries[index];
    if (!entry?.structural) continue;
    if (entry.level < leftmost && isOpen(entry)) found = index;
    leftmost = Math.min(leftmost, entry.level);
  }
  return found;
}

/** The branches on the way to an entry, open again before it. What is on the way counts as their child already. */
function reopened(turns: readonly Turn[]): Draft[] {
  const stack = turns.map(({ branch, index }) => Draft.resume(branch, index));
  stack.forEach((draft, depth) => {
    const inner = stack[depth + 1];
    if (!inner) return;
    if (draft.lastLevel > inner.level) inner.leftOf = draft.lastLevel;
    draft.lastLevel = inner.level;
  });
  return stack;
}

/** Whether the rest of an old branch, from its child at the end of `turns`, would be cut the same way in an open block. */
function carriesOn(top: Draft, depth: number, { branch, index }: Turn, turns: readonly Turn[]): boolean {
  if (top.lastLevel !== levelBefore(branch, index)) return false;
  const around = turns.at(-2);
  const before = around ? levelBefore(around.branch, around.index) : -1;
  const leftOf = before > branch.level ? before : -1;
  const rest = branch.children;
  if (top.leftOf !== leftOf && !isUniform(rest, index, top.lastLevel)) return false;
  if (top.level !== branch.level && !isDeeper(rest, index, top.level)) return false;
  // An entry has at most forty levels of its own.
  return depth === turns.length || Math.max(depth, turns.length) + branch.height + 41 < deepestNesting;
}

/** Whether all children from `index` on stand where the ones before them stand. */
function isUniform(children: Branch['children'], index: number, level: Level): boolean {
  for (let i = index; i < children.length; i++) {
    const child = children[i];
    if (child && isNested(child) && child.level !== level) return false;
  }
  return true;
}

/** Whether all children from `index` on stand deeper than a level; of a line without a colon that can't be said. */
function isDeeper(children: Branch['children'], index: number, level: Level): boolean {
  for (let i = index; i < children.length; i++) {
    const child = children[i];
    const first = child instanceof Branch ? child.head : child;
    if (!child || first?.role === 'stray' || first?.role === 'keyless') return false;
    if (isNested(child) && child.level <= level) return false;
  }
  return true;
}

/** Old text from some entry on, perhaps with an edit in it; it grows by old entries, several at a time. */
class OldText implements Lengthening {
  readonly #old: CutText;
  /** Old offset − offset in the window, behind the edit. */
  readonly #shift: number;
  #next: number;
  #step = 4;
  readonly isFirst: boolean;
  text: string;

  private constructor(old: CutText, isFirst: boolean, text: string, next: number, shift: number) {
    this.#old = old;
    this.isFirst = isFirst;
    this.text = text;
    this.#next = next;
    this.#shift = shift;
  }

  /** From entry `first` on, with `span` replaced by `insert`; the edit touches entries up to `last`. */
  static edited(old: CutText, first: number, last: number, span: Span, insert: string): OldText {
    const start = old.startOf(first);
    const end = old.startOf(last + 1);
    const text = old.text({ start, end: span.start }) + insert + old.text({ start: span.end, end });
    return new OldText(old, first === 0, text, last + 1, start + (span.end - span.start) - insert.length);
  }

  static from(old: CutText, first: number): OldText {
    return new OldText(old, false, '', first, old.startOf(first));
  }

  reaches(offset: number): boolean {
    while (offset >= this.text.length) {
      const { entries } = this.#old;
      if (this.#next >= entries.length) return false;
      for (let left = this.#step; left > 0 && this.#next < entries.length; left--)
        this.text += entries[this.#next++]?.text ?? '';
      this.#step *= 2;
    }
    return true;
  }

  /** The old entry that starts where `offset` is; -1 where none does. */
  oldEntryAt(offset: number): number {
    return this.#old.entryStartingAt(offset + this.#shift);
  }
}
