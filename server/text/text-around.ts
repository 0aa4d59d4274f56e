// Some lines of a text with what holds them: everything else is blanked out, so that nobody has to read it.
import { blanked } from './blanked.ts';
import { CutTree } from './cut-tree.ts';
import type { Entry } from './entry.ts';
import type { Tree } from './tree.ts';

/** As long as the text, its line breaks where they are. Both ends of the lines are inside. */
export function textAround(tree: Tree, first: number, last: number): string {
  if (!(tree instanceof CutTree)) return tree.text();
  const { cut } = tree;
  const holders = new Set<Entry>();
  const firstEntry = cut.entryAt(cut.offsetAt({ line: first, character: 0 }));
  for (const { branch } of cut.turnsTo(firstEntry)) if (branch.head) holders.add(branch.head);
  // What the lines are in may begin on the line above: one entry more does no harm.
  return cut.entries
    .map((entry, index) => {
      const begins = cut.lines[index] ?? 0;
      const isNear = begins <= last + 1 && begins + entry.breaks >= first - 1;
      return isNear || holders.has(entry) ? entry.text : blanked(entry.text);
    })
    .join('');
}
