// Some lines of a text with what holds them, and nothing else: nobody has to read a plan for one line of it.
import { CutTree } from './cut-tree.ts';
import type { Span, Tree } from './tree.ts';

export interface TextAround {
  readonly text: string;
  /** The lines that were asked for, as they are numbered in it. */
  readonly first: number;
  readonly last: number;
  /** Where something of it stands in the whole text; undefined for what reaches over something left out. */
  inWhole(span: Span): Span | undefined;
}

/** What stands together in both: where it begins here and there, and how long it is. */
interface Stretch {
  readonly at: number;
  readonly from: number;
  length: number;
}

/** Both ends of the lines are inside, zero-based. */
export function textAround(tree: Tree, first: number, last: number): TextAround {
  if (!(tree instanceof CutTree)) return { text: tree.text(), first, last, inWhole: (span) => span };
  const { cut } = tree;
  const atLine = (line: number): number =>
    cut.entryAt(cut.offsetAt({ line: Math.min(Math.max(line, 0), cut.lineCount - 1), character: 0 }));
  // What the lines are in may begin on the line above, and end on the one below; and what ends above says how it can be read.
  const above = atLine(first - 1);
  const near = above > 0 && cut.lines[above] === first - 1 ? above - 1 : above;
  const end = Math.min(atLine(last + 1) + 1, cut.entries.length);
  const held = new Set<number>();
  for (const index of [near, atLine(first)])
    for (const { branch } of cut.turnsTo(index)) {
      const holder = branch.head && cut.indexOf(branch.head);
      if (holder !== undefined && holder < near) held.add(holder);
    }
  const wanted = [...held].sort((a, b) => a - b);
  let lines = 0;
  for (const index of wanted) lines += cut.entries[index]?.breaks ?? 0;
  const moved = lines - (cut.lines[near] ?? 0);
  for (let index = near; index < end; index += 1) wanted.push(index);
  const texts: string[] = [];
  const stretches: Stretch[] = [];
  let at = 0;
  for (const index of wanted) {
    const { text } = cut.entries[index] ?? { text: '' };
    const from = cut.startOf(index);
    const before = stretches.at(-1);
    if (before && before.from + before.length === from) before.length += text.length;
    else stretches.push({ at, from, length: text.length });
    texts.push(text);
    at += text.length;
  }
  return {
    text: texts.join(''),
    first: first + moved,
    last: last + moved,
    inWhole: (span) => inWhole(stretches, span),
  };
}

function inWhole(stretches: readonly Stretch[], { start, end }: Span): Span | undefined {
  const held = stretches.findLast(({ at }) => at <= start);
  if (held === undefined || end > held.at + held.length) return undefined;
  const by = held.from - held.at;
  return { start: start + by, end: end + by };
}
