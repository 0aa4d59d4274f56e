// A block while it is being cut, and how it becomes one entry or a branch.
import { type Block, Branch, type Level, levelBefore, textOf } from './block.ts';
import { type Counters, Entry, type EntryRole } from './entry.ts';
import { completed, type Steps } from './steps.ts';

/** What follows the colon of a key. */
export type ValueState =
  | 'empty'
  | 'plain'
  /** Closed on the lines read, or an alias: nothing may follow. */
  | 'closed'
  /** A quote or bracket that doesn't close. */
  | 'open'
  | 'opaque';

export class Draft {
  readonly role: EntryRole;
  /** Columns before its first character; the root stands before the first. */
  readonly indent: number;
  readonly level: Level;
  state: ValueState = 'empty';
  /** Begins with `? `. */
  explicit = false;
  /** Its own lines: from here to there in a window. */
  readonly window: Window;
  readonly start: number;
  end = 0;
  /** The number of its first line in the window; once it has ended, how many breaks its own lines have. */
  line: number;
  /** Where its own lines have been an entry before and are not in the window. */
  entry: Entry | undefined;
  /** Where the last of its children that take part in the nesting stands; -1 where it has none. */
  lastLevel: Level = -1;
  /** Where the sibling before it stands, if it stands further left than that; otherwise -1. */
  leftOf: Level = -1;
  children: (Draft | Block)[] = [];

  constructor(role: EntryRole, level: Level, window: Window, start: number, line: number) {
    this.role = role;
    this.indent = level >> 1;
    this.level = level;
    this.window = window;
    this.start = start;
    this.line = line;
  }

  /** A branch again, as it was before its child `index`. */
  static resume(branch: Branch, index: number): Draft {
    const { head } = branch;
    const draft = new Draft(head?.role ?? 'pair', branch.level, nowhere, 0, head?.breaks ?? 0);
    draft.entry = head;
    const value = head?.parsed.pairs[0]?.value;
    if (value && (value.kind !== 'scalar' || value.source !== '')) draft.state = 'plain';
    draft.lastLevel = levelBefore(branch, index);
    draft.children = branch.children.slice(0, index);
    return draft;
  }
}

/** What is being read: it may grow at its end. */
export interface Window {
  readonly text: string;
}

const nowhere: Window = { text: '' };

/** Blocks of more lines than this are cut further. */
const mostLines = 40;
/** As are longer ones, in UTF-16 units. */
const mostCharacters = 8_000;

/** Turns drafts into blocks; entries with the same text as before are the same. */
export class Finisher {
  /** Those of one text, the last first. */
  readonly #known: Map<string, Entry[]>;
  readonly #counters: Counters;
  readonly #flat: boolean;

  /** `flat`: entries must not keep a window alive. */
  constructor(known: readonly Entry[], counters: Counters, flat: boolean) {
    this.#counters = counters;
    this.#flat = flat;
    this.#known = new Map();
    // (A list of equal lines is long, and is taken from its end.)
    for (const entry of known.toReversed()) {
      const same = this.#known.get(entry.text);
      if (same) same.push(entry);
      else this.#known.set(entry.text, [entry]);
    }
  }

  root(draft: Draft): Branch {
    return completed(this.rootInSteps(draft));
  }

  /** A step for each entry that is parsed. */
  rootInSteps(draft: Draft): Steps<Branch> {
    return this.#branch(draft, undefined);
  }

  *#block(draft: Draft): Steps<Block> {
    if (draft.lastLevel === -1) return this.#head(draft);
    if (fits(draft, mostLines) !== -1) {
      const text = textOfDraft(draft);
      if (text.length <= mostCharacters) {
        const entry = this.#entry(text, draft);
        // A slip is kept apart from its siblings: what the parser makes of them after it is not to be relied on.
        yield;
        if (!entry.parse(this.#counters).broken) return this.#alone(entry);
      }
    }
    return yield* this.#branch(draft, this.#head(draft));
  }

  #head(draft: Draft): Entry {
    const entry = draft.entry ?? this.#entry(ownText(draft), draft);
    return draft.lastLevel === -1 ? this.#alone(entry) : entry;
  }

  #alone(entry: Entry): Entry {
    entry.branchHint = undefined;
    return entry;
  }

  *#branch(draft: Draft, head: Entry | undefined): Steps<Branch> {
    const children: Block[] = [];
    for (const child of draft.children) children.push(child instanceof Draft ? yield* this.#block(child) : child);
    const before = head?.branchHint;
    if (before && isSame(before.children, children)) return before;
    const branch = new Branch(head, draft.level, children);
    if (before?.container) branch.previous = before;
    if (head) head.branchHint = branch;
    return branch;
  }

  #entry(text: string, { role, level }: Draft): Entry {
    const same = this.#known.get(text);
    const at = same ? same.findLastIndex((entry) => entry.role === role && entry.level === level) : -1;
    const [known] = at === -1 || !same ? [] : same.splice(at, 1);
    // A slice keeps the whole string that it comes from alive; one that has been part of another string doesn't.
    return known ?? new Entry(this.#flat ? ` ${text}`.slice(1) : text, role, level);
  }
}

function ownText({ window, start, end }: Draft): string {
  return window.text.slice(start, end);
}

function textOfDraft(draft: Draft): string {
  const end = endInWindow(draft, draft.window);
  if (end !== -1) return draft.window.text.slice(draft.start, end);
  let text = draft.entry ? draft.entry.text : ownText(draft);
  for (const child of draft.children) text += child instanceof Draft ? textOfDraft(child) : textOf(child);
  return text;
}

/** Where a block ends in a window; -1 where it is not all in it. */
function endInWindow(block: Draft | Block, window: Window): number {
  if (!(block instanceof Draft) || block.entry || block.window !== window) return -1;
  let { end } = block;
  for (const child of block.children) {
    end = endInWindow(child, window);
    if (end === -1) break;
  }
  return end;
}

function isSame(some: readonly Block[], others: readonly Block[]): boolean {
  return some.length === others.length && some.every((block, index) => block === others[index]);
}

/** What is left of `lines` after a block; -1 where it has more, or something stands beside the nesting in it. */
function fits(block: Draft | Block, lines: number): number {
  if (!(block instanceof Draft)) return block.structural && block.breaks <= lines ? lines - block.breaks : -1;
  if (block.role !== 'pair' && block.role !== 'item') return -1;
  let left = lines - block.line;
  for (const child of block.children) {
    if (left < 0) return -1;
    left = fits(child, left);
  }
  return left < 0 ? -1 : left;
}
