// The cut of a text: entries, which are parsed one by one, and branches, whose children are entries and branches.
import type { Container } from './container.ts';
import type { Entry } from './entry.ts';

/**
 * Where a block stands in the nesting: twice its indentation, and one more for a list item, which stands deeper than
 * a key in the same column.
 */
export type Level = number;

/** What a branch is made of. */
export interface BranchShape {
  readonly head: Entry | undefined;
  readonly level: Level;
  readonly firstChildLevel: Level;
  readonly childLevel: Level;
  readonly children: readonly Block[];
  readonly clean: boolean;
}

/** A key with the entries below it, or the whole text. Never changed; an edit makes new ones on the way to the root. */
export class Branch implements BranchShape {
  /** The entry with the key; the root has none. */
  readonly head: Entry | undefined;
  readonly level: Level;
  /** Where its first child stands, and where all others are expected; they differ where the first one is the odd one. */
  readonly firstChildLevel: Level;
  readonly childLevel: Level;
  readonly children: readonly Block[];
  /** Line breaks inside. */
  readonly breaks: number;
  /** In UTF-16 units. */
  readonly length: number;
  /** Entries inside, its head among them. */
  readonly entryCount: number;
  /** Conflict markers and document markers inside. */
  readonly markers: number;
  readonly clean: boolean;
  /** Its node and what belongs to that, made once. */
  container: Container | undefined;
  /** What the same key was an edit ago, until the container is made. */
  previous: Branch | undefined;

  constructor(shape: BranchShape) {
    this.head = shape.head;
    this.level = shape.level;
    this.firstChildLevel = shape.firstChildLevel;
    this.childLevel = shape.childLevel;
    this.children = shape.children;
    this.clean = shape.clean;
    let breaks = shape.head?.breaks ?? 0;
    let length = shape.head?.length ?? 0;
    let markers = shape.head?.markers ?? 0;
    let entryCount = shape.head ? 1 : 0;
    for (const child of shape.children) {
      breaks += child.breaks;
      length += child.length;
      markers += child.markers;
      entryCount += child instanceof Branch ? child.entryCount : 1;
    }
    this.breaks = breaks;
    this.length = length;
    this.markers = markers;
    this.entryCount = entryCount;
  }
}

export type Block = Entry | Branch;

/** A branch on the way to an entry, and which of its children is on that way; -1 where its head is the entry. */
export interface Turn {
  readonly branch: Branch;
  readonly index: number;
}

/** How far a branch has got before its child `index`: where its children are expected, and how many there were, up to two. */
export function childrenBefore(branch: Branch, index: number): { readonly count: number; readonly level: Level } {
  let count = 0;
  for (let i = 0; i < index && count < 2; i++) {
    const child = branch.children[i];
    if (child instanceof Branch || child?.structural) count++;
  }
  return { count, level: count === 0 ? -1 : count === 1 ? branch.firstChildLevel : branch.childLevel };
}

/** The same branch with other children. */
export function withChildren(branch: Branch, children: readonly Block[]): Branch {
  const { head, level, firstChildLevel, childLevel, clean } = branch;
  return new Branch({ head, level, firstChildLevel, childLevel, children, clean });
}

/** Every entry of a block, in the order of the text. */
export function entriesOf(block: Block, into: Entry[] = []): Entry[] {
  if (!(block instanceof Branch)) into.push(block);
  else {
    if (block.head) into.push(block.head);
    for (const child of block.children) entriesOf(child, into);
  }
  return into;
}

/** The text of a block. */
export function textOf(block: Block): string {
  if (!(block instanceof Branch)) return block.text;
  let text = block.head?.text ?? '';
  for (const child of block.children) text += textOf(child);
  return text;
}
