// What a text holds besides the plan: further documents, and the other side of a merge conflict.
import { type Block, Branch } from './block.ts';
import type { CutText } from './cut-text.ts';
import type { Entry } from './entry.ts';

export interface Aside {
  /** The cut without what is set aside; unchanged branches are the same. */
  readonly root: Branch;
  /** Where a second document begins. */
  readonly secondDocument: Entry | undefined;
  /** All that is set aside. */
  readonly entries: readonly Entry[];
}

/** Sets aside what is not the plan. Entries before the first document marker with nothing before it stay. */
export function setAside(cut: CutText): Aside {
  if (cut.root.markers === 0) return { root: cut.root, secondDocument: undefined, entries: [] };
  const { entries } = cut;
  const { end, second } = firstDocument(entries);
  const dropped = new Set<Entry>(entries.slice(end));
  for (const entry of otherSides(entries.slice(0, end))) dropped.add(entry);
  const root = dropped.size > 0 ? without(cut.root, dropped) : cut.root;
  return {
    root: root instanceof Branch ? root : new Branch(undefined, cut.root.level, []),
    secondDocument: second,
    entries: [...dropped],
  };
}

/** The first document's end, and the entry that begins a second one. */
function firstDocument(entries: readonly Entry[]): { end: number; second: Entry | undefined } {
  let begun = false;
  for (const [index, entry] of entries.entries()) {
    const { role } = entry;
    if (role === 'document-start' && begun) return { end: index, second: entry };
    if (role === 'document-end' && begun) {
      const second = hasMore(entry) ? entry : entries.slice(index + 1).find(beginsDocument);
      return { end: index, second };
    }
    if (role === 'document-start' || isContent(entry) || (role === 'prologue' && /^---/m.test(entry.text)))
      begun = true;
  }
  return { end: entries.length, second: undefined };
}

/** Behind the end of a document. */
function beginsDocument(entry: Entry): boolean {
  return entry.role === 'document-start' || entry.role === 'conflict' || isContent(entry);
}

/** Whether text stands behind the `...` that ends a document: no reader takes it. */
function hasMore({ text }: Entry): boolean {
  return /^\.\.\.[ \t]+[^\s#]/m.test(text);
}

function isContent({ role }: Entry): boolean {
  return role !== 'trivia' && role !== 'prologue' && role !== 'conflict' && role !== 'document-end';
}

/** Of each conflict that is complete, all but the first side. */
function otherSides(entries: readonly Entry[]): Entry[] {
  const others: Entry[] = [];
  let from: number | undefined;
  let open = false;
  for (const [index, entry] of entries.entries()) {
    if (entry.role !== 'conflict') continue;
    const kind = entry.parsed.findings[0]?.args.marker;
    if (kind === '<<<<<<<') {
      open = true;
      from = undefined;
    } else if (kind === '>>>>>>>') {
      if (open && from !== undefined) for (let at = from + 1; at < index; at++) pushIfContent(others, entries[at]);
      open = false;
    } else if (open) from ??= index;
  }
  return others;
}

/** Markers stay: they are reported. */
function pushIfContent(into: Entry[], entry: Entry | undefined): void {
  if (entry && entry.role !== 'conflict') into.push(entry);
}

function without(block: Block, dropped: ReadonlySet<Entry>): Block | undefined {
  if (!(block instanceof Branch)) return dropped.has(block) ? undefined : block;
  const children = block.children.flatMap((child) => without(child, dropped) ?? []);
  if (children.length === block.children.length && children.every((child, index) => child === block.children[index]))
    return block;
  if (children.length > 0) return new Branch(block.head, block.level, children);
  return block.head && !dropped.has(block.head) ? block.head : undefined;
}
