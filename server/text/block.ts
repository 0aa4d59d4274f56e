// The cut of a text: entries, which are parsed one by one, and branches, whose children are entries and branches.
import type { Container } from './container.ts';
import type { Entry } from './entry.ts';

/**
 * Where a block stands in the nesting: twice its indentation, and one more for a list item, which stands deeper than
 * a key in the same column.
 */
export type Level = number;

/** A key with the entries below it, or the whole text. Never changed; an edit makes new ones on the way to the root. */
export class Branch {
  /** The entry with the key; the root has none. */
  readonly head: Entry | undefined;
  readonly level: Level;
  readonly children: readonly Block[];
  /** Line breaks inside. */
  readonly breaks: number;
  /** Entries inside, its head among them. */
  readonly entryCount: number;
  /** How many branches stand inside each other in it, itself among them. */
  readonly height: number;
  /** Conflict markers and document markers inside. */
  readonly markers: number;
  /** Whether all in it takes part in the nesting. */
  readonly structural: boolean;
  /** Its node and what belongs to that, made once. */
  container: Container | undefined;
  #entries: readonly Entry[] | undefined;
  /** What the same key was an edit ago, until the container is made. */
  previous: Branch | undefined;

  constructor(head: Entry | undefined, level: Level, children: readonly Block[]) {
    this.head = head;
    this.level = level;
    this.children = children;
    let breaks = head?.breaks ?? 0;
    let entryCount = head ? 1 : 0;
    let height = 0;
    let markers = head?.markers ?? 0;
    let structural = head?.role !== 'keyless';
    for (const child of children) {
      breaks += child.breaks;
      markers += child.markers;
      if (child instanceof Branch) {
        entryCount += child.entryCount;
        height = Math.max(height, child.height);
      } else entryCount++;
      structural &&= child.structural;
    }
    this.breaks = breaks;
    this.entryCount = entryCount;
    this.height = height + 1;
    this.markers = markers;
    this.structural = structural;
  }

  /** Every entry in it, in the order of the text. */
  get entries(): readonly Entry[] {
    if (this.#entries) return this.#entries;
    // As long as it will be, at once: a large text has as many entries as lines.
    const entries = new Array<Entry>(this.entryCount);
    this.#list(entries, 0);
    // Those of a large branch change all the time, and would stand in every branch around it again.
    if (entries.length <= mostKeptEntries) this.#entries = entries;
    return entries;
  }

  /** Writes its entries into a list from a place on; tells the place behind them. */
  #list(into: Entry[], from: number): number {
    let at = from;
    if (this.head) into[at++] = this.head;
    for (const child of this.children) {
      if (!(child instanceof Branch)) into[at++] = child;
      else if (child.entryCount > mostKeptEntries) at = child.#list(into, at);
      else for (const entry of child.entries) into[at++] = entry;
    }
    return at;
  }
}

const mostKeptEntries = 500;

export type Block = Entry | Branch;

/** A branch on the way to an entry, and which of its children is on that way; -1 where its head is the entry. */
export interface Turn {
  readonly branch: Branch;
  readonly index: number;
}

/** Whether a block takes part in the nesting, rather than standing beside it. */
export function isNested(block: Block): boolean {
  return block instanceof Branch || block.role === 'keyless' || block.structural;
}

/** Where the last child of a branch before its child `index` stands; -1 where there is none. */
export function levelBefore({ children }: Branch, index: number): Level {
  for (let i = index - 1; i >= 0; i--) {
    const child = children[i];
    if (child && isNested(child)) return child.level;
  }
  return -1;
}

/** The text of a block. */
export function textOf(block: Block): string {
  if (!(block instanceof Branch)) return block.text;
  let text = block.head?.text ?? '';
  for (const child of block.children) text += textOf(child);
  return text;
}
