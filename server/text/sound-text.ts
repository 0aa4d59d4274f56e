// What can be read of a text: entries that can't be are blanked out, all else stays where it is.
import { blanked } from './blanked.ts';
import { type Block, Branch } from './block.ts';
import type { Container } from './container.ts';
import { CutTree } from './cut-tree.ts';
import { Entry } from './entry.ts';
import { PlacedNode } from './placed-node.ts';
import type { SyntaxCode } from './syntax-codes.ts';
import type { Tree } from './tree.ts';

export interface SoundText {
  /** As long as the text, its line breaks where they are. */
  readonly text: string;
  /** The lines of what is blanked out. */
  readonly unsoundLines: ReadonlySet<number>;
}

/** What is wrong with where an entry stands: the parser would read all around it in another way. */
const misplaced: ReadonlySet<SyntaxCode> = new Set<SyntaxCode>([
  'bad-indent',
  'item-among-keys',
  'missing-colon',
  'missing-dash',
  'nested-under-value',
]);
/** What the parser was helped over. */
const helped: ReadonlySet<SyntaxCode> = new Set<SyntaxCode>(['tab-indent', 'control-character']);

/** A key that can't be read takes all below it along. `leftOut`: what nobody wants to see is blanked out, too. */
export function soundText(tree: Tree, leftOut: ReadonlySet<Entry>): SoundText {
  if (!(tree instanceof CutTree)) return { text: tree.text(), unsoundLines: new Set() };
  const sound = new Set<Entry>();
  gather(tree.aside.root, sound);
  const unsoundLines = new Set<number>();
  const texts = tree.cut.entries.map((entry, index) => {
    if (sound.has(entry)) return leftOut.has(entry) ? blanked(entry.text) : entry.text;
    const first = tree.cut.lines[index] ?? 0;
    // A break at its end belongs to its last line.
    const last = first + entry.breaks - (/[\r\n]$/.test(entry.text) ? 1 : 0);
    for (let line = first; line <= last; line += 1) unsoundLines.add(line);
    return blanked(entry.text);
  });
  return { text: texts.join(''), unsoundLines };
}

function gather({ head, children, container }: Branch, sound: Set<Entry>): void {
  if (head) sound.add(head);
  const wrong = wrongOwners(container);
  for (const child of children) {
    const entry = child instanceof Branch ? child.head : child;
    if (!entry || wrong.has(entry) || wrong.has(child) || !isSound(entry)) continue;
    if (!(child instanceof Branch)) sound.add(child);
    else if (!headIsWrong(child, entry)) gather(child, sound);
  }
}

function headIsWrong({ container }: Branch, head: Entry): boolean {
  return wrongOwners(container).has(head);
}

function wrongOwners(container: Container | undefined): ReadonlySet<object> {
  const owners = new Set<object>();
  for (const { code, node } of container?.findings ?? []) {
    const owner = misplaced.has(code) ? PlacedNode.entryOf(node) : undefined;
    if (owner) owners.add(owner);
  }
  return owners;
}

function isSound(block: Block): boolean {
  if (!(block instanceof Entry)) return true;
  if (block.role === 'stray' || block.role === 'keyless' || block.role === 'conflict') return false;
  return !block.parsed.broken && !block.parsed.findings.some(({ code }) => helped.has(code));
}
