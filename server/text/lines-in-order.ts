// Entries of a text that a formatter has nothing to do with: plain keys, one level deeper each, with single blanks. Telling takes a tenth of laying them out.
import { Branch } from './block.ts';
import { CutTree } from './cut-tree.ts';
import { Entry } from './entry.ts';
import type { Tree } from './tree.ts';

const key = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_.\/-]*`;
const letter = String.raw`[^\s#:"'{}\[\],]`;
const text = String.raw`[\p{L}\p{N}_+(.\/“]${letter}*(?: ${letter}+)*`;
const list = String.raw`\[(?:${text}(?:, ${text})*)?\]`;
const map = String.raw`\{ ${key}: (?:${text}|${list})(?:, ${key}: (?:${text}|${list}))* \}`;
const line = new RegExp(`^(?<indent> *)${key}:(?<value> (?:${text}|${list}|${map}))?(?<comment> +#(?:.*\\S)?)?$`, 'u');
/** Tabs and line breaks that not everybody takes for one. */
const unusual = /[\t\u0085\u2028\u2029\ufeff]|\r(?!\n)/;

/**
 * Entries with nothing to format, between others of the kind: the first and the last of a map stay, so does what stands beside anything else, since
 * comments and columns are put in order together. `indent`: spaces for each level.
 */
export function entriesInOrder(tree: Tree, indent: number): ReadonlySet<Entry> {
  const found = new Set<Entry>();
  if (tree instanceof CutTree) gather(tree.aside.root, 0, indent, found);
  return found;
}

function gather({ children }: Branch, column: number, indent: number, found: Set<Entry>): void {
  if (children.some((child) => (child instanceof Branch ? child.head : child)?.role !== 'pair')) return;
  const inOrder = children.map((child) => child instanceof Entry && isInOrder(child.text, column, indent));
  // Values in one column are put there together.
  const hasColumns = children.some((child, index) => child instanceof Entry && !inOrder[index] && isOneLine(child));
  children.forEach((child, index) => {
    if (child instanceof Branch) {
      if (child.head?.level === 2 * column) gather(child, column + indent, indent, found);
    } else if (inOrder[index - 1] && inOrder[index] && inOrder[index + 1] && !(hasColumns && isOneLine(child)))
      found.add(child);
  });
}

/** Whether its value begins beside its key, or may do so. */
function isOneLine({ text }: Entry): boolean {
  return !/^ *[^\s:]+:\r?\n/.test(text);
}

function isInOrder(text: string, column: number, indent: number): boolean {
  if (unusual.test(text)) return false;
  let deepest = -1;
  // A comment alone among lines without any stays where it is; at either end there may be others beside it.
  let mayComment = false;
  let isCommented = false;
  for (const each of text.split(/\r?\n/)) {
    if (each === '') continue;
    const found = line.exec(each)?.groups;
    if (found === undefined) return false;
    const at = found.indent?.length ?? 0;
    const isOpen = deepest === -1 ? at === column : at > column && at <= deepest && (at - column) % indent === 0;
    if (!isOpen || (found.comment !== undefined && !mayComment)) return false;
    deepest = found.value === undefined ? at + indent : at;
    isCommented = found.comment !== undefined;
    mayComment = !isCommented;
  }
  return deepest !== -1 && !isCommented;
}
