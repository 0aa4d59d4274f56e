// Cuts a text, and cuts it again after an edit: only around the edit, until the new cut falls in step with the old one.
import { Branch, childrenBefore, type Turn } from './block.ts';
import { CutText } from './cut-text.ts';
import { Cutter, closeTop } from './cutter.ts';
import { Draft, Finisher } from './draft.ts';
import { type Counters, Entry } from './entry.ts';
import type { Lengthening } from './line.ts';
import { isBlockMap } from './root.ts';
import type { Span } from './tree.ts';

/** Cuts a whole text. Entries of `known` with the same text are taken over. */
export function cutWhole(text: string, counters: Counters, known: readonly Entry[] = []): CutText {
  const window: Lengthening = { text, isFirst: true, reaches: (offset) => offset < text.length };
  const run = (anyRoot: boolean): Draft | undefined => {
    const root = newRoot();
    const end = new Cutter({ window, counters, stack: [root], inStep: () => false }).run(anyRoot);
    return end === 'odd-root' ? undefined : root;
  };
  const root = run(false) ?? (isBlockMap(window, counters) ? run(true) : undefined);
  const finisher = new Finisher(window, known, counters, known.length > 0);
  return new CutText(root ? finisher.root(root) : wholeRoot(text, known));
}

/** The cut of a text in which `span` is replaced by `insert`. */
export function recut(old: CutText, span: Span, insert: string, counters: Counters): CutText {
  const around = old.steady ? recutAround(old, span, insert, counters) : undefined;
  if (around) return around;
  const text = old.text({ start: 0, end: span.start }) + insert + old.text({ start: span.end, end: old.length });
  return cutWhole(text, counters, old.entries);
}

function newRoot(): Draft {
  return new Draft('pair', -1, -1, 0, 0);
}

function wholeRoot(text: string, known: readonly Entry[]): Branch {
  const shape = { role: 'whole', level: 0, expectedIndent: -1, open: false, clean: false } as const;
  const entry = known.find((each) => each.has(text, shape)) ?? new Entry(text, shape);
  return new Branch({ head: undefined, level: -1, firstChildLevel: 0, childLevel: 0, children: [entry], clean: false });
}

function recutAround(old: CutText, span: Span, insert: string, counters: Counters): CutText | undefined {
  const first = old.entryAt(span.start);
  const last = Math.max(first, old.entryAt(span.end));
  const { index: resume, turns } = resumption(old, first);
  const window = new EditedWindow(old, resume, last, span, insert);
  const stack = resume === 0 ? [newRoot()] : reopened(turns);

  let joint: readonly Turn[] | undefined;
  let next = old.entries.length;
  const inStep = (start: number, open: readonly Draft[]): boolean => {
    const index = window.oldEntryAt(start);
    const role = index > last ? old.entries[index]?.role : undefined;
    if (role !== 'pair' && role !== 'item') return false;
    const path = old.turnsTo(index);
    if (!isSameNesting(open, path)) return false;
    joint = path;
    next = index;
    return true;
  };
  const end = new Cutter({ window, counters, stack, inStep }).run(resume > 0);
  if (end === 'odd-root') return undefined;
  if (joint) join(stack, joint);
  const [root] = stack;
  if (!root) return undefined;
  return new CutText(new Finisher(window, old.entries.slice(resume, next), counters, true).root(root));
}

/** Where to begin: a key or item before the edit, and before every open quote or bracket that was read past the edit. */
function resumption(old: CutText, edited: number): { index: number; turns: readonly Turn[] } {
  let index = Math.max(0, edited - 1);
  while (index > 0 && old.entries[index]?.role !== 'pair' && old.entries[index]?.role !== 'item') index--;
  const turns = old.turnsTo(index);
  const openAt = turns.findIndex(({ branch }) => branch.head?.open);
  const head = turns[openAt]?.branch.head;
  if (!head) return { index, turns };
  return { index: old.indexOf(head) ?? 0, turns: turns.slice(0, openAt) };
}

/** The branches on the way to an entry, open again before it. What is on the way counts as their child already. */
function reopened(turns: readonly Turn[]): Draft[] {
  return turns.map(({ branch, index }, depth) => {
    const before = childrenBefore(branch, depth === turns.length - 1 ? index : index + 1);
    return Draft.resume(branch, index, before);
  });
}

/** Whether blocks are open just as they were before the entry at the end of `path`. */
function isSameNesting(open: readonly Draft[], path: readonly Turn[]): boolean {
  if (open.length !== path.length) return false;
  return path.every(({ branch, index }, depth) => {
    const draft = open[depth];
    const innermost = depth === path.length - 1;
    const { count, level } = childrenBefore(branch, innermost ? index : index + 1);
    return draft?.level === branch.level && draft.count === count && (count === 0 || draft.childLevel === level);
  });
}

/** The rest of the old blocks goes into the branches that are open, and these are complete then. */
function join(stack: Draft[], path: readonly Turn[]): void {
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const turn = path[depth];
    const draft = stack[depth];
    if (!turn || !draft) return;
    const { branch, index } = turn;
    const { children } = branch;
    for (let i = depth === path.length - 1 ? index : index + 1; i < children.length; i++) {
      const child = children[i];
      if (!child) continue;
      draft.children.push(child);
      if (child instanceof Branch || child.structural) {
        if (draft.count === 0) draft.firstChildLevel = branch.firstChildLevel;
        draft.count = Math.min(2, draft.count + 1);
        draft.childLevel = draft.count === 1 ? draft.firstChildLevel : branch.childLevel;
      }
    }
    if (depth > 0) closeTop(stack);
  }
}

/** The new text around an edit; it grows by old entries, several at a time. */
class EditedWindow implements Lengthening {
  readonly #old: CutText;
  /** Old offset − offset in the window, behind the edit. */
  readonly #shift: number;
  #next: number;
  #step = 4;
  readonly isFirst: boolean;
  text: string;

  constructor(old: CutText, resume: number, last: number, span: Span, insert: string) {
    const start = old.startOf(resume);
    const end = old.startOf(last + 1);
    this.#old = old;
    this.isFirst = resume === 0;
    this.#next = last + 1;
    this.text = old.text({ start, end: span.start }) + insert + old.text({ start: span.end, end });
    this.#shift = start + (span.end - span.start) - insert.length;
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
