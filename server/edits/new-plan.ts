// A new plan out of a template: the dates moved to its start, and nothing done yet.
import { weekdayIndex } from '../plan/scalars/civil.ts';
import { formatDate, parseDate } from '../plan/scalars/date.ts';
import type { MapNode, Node, Pair } from '../text/node.ts';
import { openTree } from '../text/open-tree.ts';
import type { Tree } from '../text/tree.ts';
import { applyEdits } from './apply-edits.ts';
import { lineStart } from './lines.ts';
import { removePairs } from './remove-node.ts';
import type { TextEdit } from './text-edit.ts';

/**
 * The text of a plan that starts on `startDay` (days since 1970-01-01). All other dates move by whole weeks, so that they keep their weekdays, and
 * stand no nearer to the start than they did. The days of calendars are facts and stay. What has happened is left out: the status date, progress,
 * actuals, the values of figures, changes, reviews, baselines. A text without a `start` is given back as it is.
 */
export function planFromTemplate(text: string, startDay: number): string {
  const tree = openTree(text);
  const { root } = tree;
  const start = root?.kind === 'map' ? tree.pair(root, 'start')?.value : undefined;
  const written = start?.kind === 'scalar' ? parseDate(start.text) : undefined;
  if (root?.kind !== 'map' || start === undefined || written?.ok !== true) return text;
  const begins: TextEdit = { span: tree.spanOf(start), text: formatDate({ day: startDay }) };
  const shift = Math.ceil((startDay - written.value.day) / 7) * 7;
  const edits = root.pairs.flatMap((pair) => {
    if (pair.value === start || pair.key.text === 'calendars') return [];
    return pastSections.has(pair.key.text) ? withoutSection(tree, root, pair) : moved(tree, pair, shift);
  });
  return applyEdits(text, [begins, ...edits]);
}

/** The Monday after a day, both as days since 1970-01-01: the next day of a Sunday, a week after a Monday. */
export function mondayAfter(day: number): number {
  return day + 7 - weekdayIndex(day);
}

/** What tells of the past: sections of the plan, and keys of the records in a section. */
const pastSections: ReadonlySet<string> = new Set(['status-date', 'changes', 'reviews', 'baselines']);
const pastKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ['phases', ['progress', 'actual']],
  ['tasks', ['progress', 'actual']],
  ['kpis', ['values']],
]);

/** With the comment lines right above it: they are about it. */
function withoutSection(tree: Tree, root: MapNode, pair: Pair): readonly TextEdit[] {
  return removePairs(tree, root, [pair]).map((edit) => {
    let { line } = tree.positionAt(edit.span.start);
    let behind = tree.positionAt(edit.span.end).line;
    while (line > 0 && tree.line(line - 1).startsWith('#')) line -= 1;
    // Of the blank lines before and behind it one is enough.
    if (line > 0 && isBlank(tree, line - 1) && isBlank(tree, behind)) behind += 1;
    return root.flow ? edit : { ...edit, span: { start: lineStart(tree, line), end: lineStart(tree, behind) } };
  });
}

function isBlank(tree: Tree, line: number): boolean {
  return line < tree.lineCount && tree.line(line).trim() === '';
}

/** The edits inside one section. */
function moved(tree: Tree, section: Pair, shift: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const past = pastKeys.get(section.key.text) ?? [];
  const open: { readonly node: Node; readonly under: string }[] = [{ node: section.value, under: section.key.text }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, under } = next;
    if (node.kind === 'scalar') for (const edit of movedDates(tree, node, shift)) edits.push(edit);
    else if (node.kind === 'list') for (const item of node.items) open.push({ node: item, under: '' });
    else if (node.kind === 'map') {
      // In a map of records the keys are ids.
      const isGone = ({ key }: Pair): boolean => !pastKeys.has(under) && past.includes(key.text);
      const gone = node.pairs.filter(isGone);
      if (gone.length > 0) for (const edit of removePairs(tree, node, gone)) edits.push(edit);
      for (const { key, value } of node.pairs.filter((pair) => !isGone(pair)))
        open.push({ node: key, under: '' }, { node: value, under: key.text });
    }
  }
  return edits;
}

const isoDate = /\d{4}-\d\d-\d\d/g;

function movedDates(tree: Tree, node: Node, shift: number): readonly TextEdit[] {
  const { start, end } = tree.spanOf(node);
  return [...tree.text({ start, end }).matchAll(isoDate)].flatMap((match): TextEdit[] => {
    const date = parseDate(match[0]);
    const at = start + match.index;
    return date.ok
      ? [{ span: { start: at, end: at + match[0].length }, text: formatDate({ day: date.value.day + shift }) }]
      : [];
  });
}
