// A block while it is being cut, and how it becomes one entry or a branch.
import { type Block, Branch, type Level, textOf } from './block.ts';
import { type Counters, Entry, type EntryRole, type EntryShape } from './entry.ts';

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
  /** Columns before its first character, as written. */
  readonly indent: number;
  level: Level;
  expectedIndent = -1;
  state: ValueState = 'empty';
  clean = true;
  /** Begins with `? `. */
  explicit = false;
  /** Its own lines: from here to there in the window, and how many breaks they have. */
  start: number;
  end = 0;
  /** The number of its first line in the window; once it has ended, how many breaks its own lines have. */
  line: number;
  /** Where its own lines have been an entry before and are not in the window. */
  entry: Entry | undefined;
  firstChildLevel: Level = -1;
  childLevel: Level = -1;
  /** Children that take part in the nesting, up to two. */
  count = 0;
  children: (Draft | Block)[] = [];

  constructor(role: EntryRole, indent: number, level: Level, start: number, line: number) {
    this.role = role;
    this.indent = indent;
    this.level = level;
    this.start = start;
    this.line = line;
  }

  /** A branch again, up to its child `index`. */
  static resume(branch: Branch, index: number, before: { readonly count: number; readonly level: Level }): Draft {
    const { head } = branch;
    const draft = new Draft(head?.role ?? 'pair', head ? branch.level >> 1 : -1, branch.level, -1, head?.breaks ?? 0);
    draft.entry = head;
    draft.clean = head?.clean ?? true;
    draft.state = head?.open ? 'open' : 'empty';
    draft.expectedIndent = head?.expectedIndent ?? -1;
    draft.count = before.count;
    draft.firstChildLevel = branch.firstChildLevel;
    draft.childLevel = before.level;
    draft.children = branch.children.slice(0, index);
    return draft;
  }
}

/** Blocks of more lines than this are cut further. */
const mostLines = 40;
/** As are longer ones, in UTF-16 units. */
const mostCharacters = 8_000;

/** Turns drafts into blocks; entries with the same text as before are the same. */
export class Finisher {
  readonly #window: { readonly text: string };
  readonly #known: Map<string, Entry[]>;
  readonly #counters: Counters;
  readonly #flat: boolean;

  /** `flat`: entries must not keep the window alive. */
  constructor(window: { readonly text: string }, known: readonly Entry[], counters: Counters, flat: boolean) {
    this.#window = window;
    this.#counters = counters;
    this.#flat = flat;
    this.#known = new Map();
    for (const entry of known) {
      const same = this.#known.get(entry.text);
      if (same) same.push(entry);
      else this.#known.set(entry.text, [entry]);
    }
  }

  root(draft: Draft): Branch {
    return this.#branch(draft, undefined);
  }

  #block(draft: Draft): Block {
    if (draft.count === 0) return this.#head(draft);
    if (fits(draft, mostLines) !== -1) {
      const text = this.#text(draft);
      if (text.length <= mostCharacters) {
        const entry = this.#entry(text, shapeOf(draft));
        // A slip is kept apart from its siblings: what the parser makes of them after it is not to be relied on.
        if (!entry.parse(this.#counters).broken) return entry;
      }
    }
    return this.#branch(draft, this.#head(draft));
  }

  #head(draft: Draft): Entry {
    const entry = draft.entry ?? this.#entry(this.#window.text.slice(draft.start, draft.end), shapeOf(draft));
    if (draft.count === 0) entry.branchHint = undefined;
    return entry;
  }

  #branch(draft: Draft, head: Entry | undefined): Branch {
    const children = draft.children.map((child) => (child instanceof Draft ? this.#block(child) : child));
    const { level, firstChildLevel, childLevel } = draft;
    const clean = draft.clean && children.every((child) => child.clean);
    const before = head?.branchHint;
    if (before?.level === level && before.firstChildLevel === firstChildLevel && before.childLevel === childLevel)
      if (isSame(before.children, children)) return before;
    const branch = new Branch({ head, level, firstChildLevel, childLevel, children, clean });
    if (before?.container) branch.previous = before;
    if (head) head.branchHint = branch;
    return branch;
  }

  #text(draft: Draft): string {
    let text = draft.entry ? draft.entry.text : this.#window.text.slice(draft.start, draft.end);
    for (const child of draft.children) text += child instanceof Draft ? this.#text(child) : textOf(child);
    return text;
  }

  #entry(text: string, shape: EntryShape): Entry {
    const same = this.#known.get(text);
    const at = same ? same.findIndex((entry) => entry.has(text, shape)) : -1;
    const [known] = at === -1 || !same ? [] : same.splice(at, 1);
    // A slice keeps the whole string that it comes from alive; one that has been part of another string doesn't.
    return known ?? new Entry(this.#flat ? ` ${text}`.slice(1) : text, shape);
  }
}

function shapeOf({ role, level, expectedIndent, state, clean }: Draft): EntryShape {
  return { role, level, expectedIndent, open: state === 'open', clean };
}

function isSame(some: readonly Block[], others: readonly Block[]): boolean {
  return some.length === others.length && some.every((block, index) => block === others[index]);
}

/** What is left of `lines` after a block, -1 where it has more, or something in it is not clean. */
function fits(block: Draft | Block, lines: number): number {
  if (!block.clean) return -1;
  if (!(block instanceof Draft)) return block.breaks <= lines ? lines - block.breaks : -1;
  let left = lines - block.line;
  for (const child of block.children) {
    if (left < 0) return -1;
    left = fits(child, left);
  }
  return left < 0 ? -1 : left;
}
