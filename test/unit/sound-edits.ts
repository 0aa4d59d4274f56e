// Edits that leave a plan readable, as nearly all of a planner's do: another value, a block more, fewer or elsewhere, a key or comment more.
import type { TextChange } from '../../server/text/tree.ts';
import { linesOf } from './text/shape.ts';
import type { Chance } from './text/yaml-text.ts';

function oneOf<T>(all: readonly T[], chance: Chance): T | undefined {
  return all[chance.below(Math.max(all.length, 1))];
}

const dates = ['2026-01-12', '2026-03-09', '2026-03-31', '2026-04-20'];
const people = ['wang', 'li', 'p1', 'p3'];

/** What a key may be given instead; keys that name tasks get some of the text's own. */
const valuesOf: Readonly<Record<string, readonly string[]>> = {
  duration: ['1d', '3d', '2w', '4h', '0d', '1.5d', '3天'],
  effort: ['2d', '40h'],
  progress: ['0%', '50%', '100%'],
  buffer: ['1d', '1w'],
  owner: people,
  assign: ['[wang 50%, li]', 'li'],
  start: dates,
  deadline: dates,
  gate: dates,
  'status-date': dates,
  order: ['sequential'],
  state: ['cancelled', 'done'],
  name: ['Name', '名称 😀', '"a: b"', "'it''s'"],
};

/** Lines for a task, `>` standing for its indentation. */
const moreKeys = [
  '>description: |\n>  first # no comment\n>\n>    key: value\n',
  '>description: >-\n>  folded\n>  text\n',
  '>description: "over\n>  two: lines"\n',
  '>tags: [a, # of the first kind\n>  # and the other\n>  b]\n',
  '>skills:\n>- law\n>- art\n',
  '>deadline: 2026-05-01\n',
  '>buffer: 2d\n',
  '>actual: { start: 2026-01-06 }\n',
  '># note\n',
  '># plan-ignore: missing-predecessor (known)\n',
  '\n',
];

const keyOfLine = /^( *)([\p{L}\d][\p{L}\d_.-]*):(?: |$)/u;

interface Block {
  readonly indent: string;
  readonly key: string;
  readonly start: number;
  /** Where the first line inside begins; its end where there is none. */
  readonly inside: number;
  readonly end: number;
}

/** Every key that has a line of its own, with the deeper lines below it. */
function blocksOf(text: string): readonly Block[] {
  const lines = linesOf(text).map(({ start, end }) => text.slice(start, end));
  const starts = [...linesOf(text).map(({ start }) => start), text.length];
  const depths = lines.map((line) => (line.trim() === '' ? Number.POSITIVE_INFINITY : line.search(/[^ ]/)));
  return lines.flatMap((line, index) => {
    const [, indent, key] = keyOfLine.exec(line) ?? [];
    if (indent === undefined || key === undefined) return [];
    let last = index + 1;
    while (last < lines.length && (depths[last] ?? 0) > indent.length) last++;
    const [start = 0, inside = 0, end = 0] = [starts[index], starts[index + 1], starts[last]];
    return [{ indent, key, start, inside, end }];
  });
}

/** The text with another value of a key. */
function revalued(text: string, chance: Chance): string {
  const places = [...text.matchAll(/(?<=[ {,\n])([a-z-]+): +(\[[^\]\n]*\]|[^\s,{}[\]#&*|>"'][^\r\n,{}[\]#]*)/g)];
  const place = oneOf(
    places.filter(([, key = '']) => key === 'after' || Object.hasOwn(valuesOf, key)),
    chance,
  );
  const [all = '', key = '', value = ''] = place ?? [];
  if (!place) return text;
  const tasks = blocksOf(text).map((block) => block.key);
  const links = `[${oneOf(tasks, chance)} + 1d, ${oneOf(tasks, chance)}]`;
  const written = key === 'after' ? links : oneOf(valuesOf[key] ?? [], chance);
  const at = place.index + all.length - value.length;
  return `${text.slice(0, at)}${written ?? value}${text.slice(at + value.length)}`;
}

/** What is done to one block of a text. */
const blockEdits: readonly ((text: string, block: Block, chance: Chance) => string)[] = [
  // Gone.
  (text, { start, end }) => text.slice(0, start) + text.slice(end),
  // Twice, under another id.
  (text, { start, end, key }, chance) => {
    const copy = text.slice(start, end).replace(key, `${key}-${chance.below(1000)}`);
    return text.slice(0, start) + copy + (/[\r\n]$/.test(copy) ? '' : '\n') + text.slice(start);
  },
  // With another id.
  (text, { start, indent, key }, chance) => {
    const at = start + indent.length;
    return `${text.slice(0, at)}${key}-${chance.below(1000)}${text.slice(at + key.length)}`;
  },
  // With a key or comment more, where it has keys.
  (text, { inside, end, indent }, chance) => {
    const deeper = /^ +(?=[^\s#-])/.exec(text.slice(inside, end))?.[0] ?? '';
    if (deeper.length <= indent.length) return text;
    const more = (oneOf(moreKeys, chance) ?? '').replaceAll('>', deeper);
    return text.slice(0, inside) + more + text.slice(inside);
  },
  // Elsewhere, among blocks that stand as deep.
  (text, block, chance) => {
    const { start, end, indent } = block;
    const rest = text.slice(0, start) + text.slice(end);
    const beside = blocksOf(rest).filter((each) => each.indent === indent);
    const at = oneOf(beside, chance)?.start ?? start;
    const moved = text.slice(start, end);
    return rest.slice(0, at) + moved + (/[\r\n]$/.test(moved) ? '' : '\n') + rest.slice(at);
  },
];

/** A change that leaves a readable plan readable, in nearly all cases. */
export function soundChange(text: string, chance: Chance): TextChange {
  const block = oneOf(blocksOf(text), chance);
  if (!block) return changeTo(text, 'name: x\nstart: 2026-01-05\ntasks:\n  a: 3d\n  b: { duration: 2d, after: a }\n');
  const edit = oneOf(blockEdits, chance);
  const edited = chance.below(2) === 0 || !edit ? revalued(text, chance) : edit(text, block, chance);
  const isWindows = text.includes('\r\n');
  return changeTo(text, isWindows ? edited.replace(/(?<!\r)\n/g, '\r\n') : edited);
}

/** The change from one text to another: all between what they have in common at their ends. */
export function changeTo(text: string, wanted: string): TextChange {
  const most = Math.min(text.length, wanted.length);
  let head = 0;
  while (head < most && text[head] === wanted[head]) head++;
  let tail = 0;
  while (tail < most - head && text[text.length - 1 - tail] === wanted[wanted.length - 1 - tail]) tail++;
  // No editor has a place inside of a line break.
  if (text[head - 1] === '\r') head--;
  if (text[text.length - tail] === '\n') tail--;
  const range = { start: positionAt(text, head), end: positionAt(text, text.length - tail) };
  return { range, text: wanted.slice(head, wanted.length - tail) };
}

function positionAt(text: string, offset: number): { readonly line: number; readonly character: number } {
  const lines = linesOf(text);
  const line = lines.findLastIndex(({ start }) => start <= offset);
  return { line, character: offset - (lines[line]?.start ?? 0) };
}
