// What people do to a plan, one row each: the changes come one keystroke at a time, and each is applied before the next is asked for.
import { title } from '../plans/words.mts';
import type { Chance } from '../random.mts';
import type { Change, TextLines } from './text-lines.mts';

/** What the bounds tell apart: a keystroke inside an entry, or an edit that changes how the text hangs together. */
export const reaches = ['inside', 'structural'] as const;
export type Reach = (typeof reaches)[number];

export interface Gesture {
  readonly name: string;
  readonly reach: Reach;
  readonly changes: (text: TextLines, chance: Chance) => Iterable<Change>;
}

/** Lines of a block that is deleted or pasted. */
const blockLength = 40;

/** A value that has a line to itself, to its end, and where it begins; a word in braces, to its end. */
const value = /^\s+[\p{L}\p{N}-]+: \p{L}[^{}[\]'"#:]*$/u;
const valueStart = /^\s+[\p{L}\p{N}-]+: (?=\p{L}[^{}[\]'"#:]*$)/u;
const wordInBraces = /[{,] [\p{L}\p{N}-]+: \p{L}+/u;
const number = /: \d+(?=[dhw])/;
const list = /: \[[^[\]]*(?=\]$)/;
const taskKey = /^ {8,}[\p{L}\p{N}.-]+(?=:( #.*)?$)/u;
const phaseKey = /^ {2}[\p{L}\p{N}.-]+(?=:( #.*)?$)/u;
const anyKey = /^ *(- )?[\p{L}\p{N}_.-]+(?=:)/u;

export const gestures: readonly Gesture[] = [
  {
    name: 'letters of a value',
    reach: 'inside',
    *changes(text, chance) {
      const [line, end] = chance.once(6)
        ? place(text, chance, wordInBraces, value, anyKey)
        : place(text, chance, value, wordInBraces, anyKey);
      yield* typed(line, end, ' again');
      if (chance.once(2)) yield* erased(line, end, ' again'.length);
    },
  },
  {
    name: 'digits',
    reach: 'inside',
    *changes(text, chance) {
      const [line, end] = place(text, chance, number, value, anyKey);
      yield insertion(line, end, '5');
      yield removal(line, end, 1);
    },
  },
  {
    name: 'item of a list',
    reach: 'inside',
    *changes(text, chance) {
      const [line, end] = place(text, chance, list, value, anyKey);
      yield* typed(line, end, ', p1');
      yield* erased(line, end, ', p1'.length);
    },
  },
  {
    name: 'comment',
    reach: 'inside',
    *changes(text, chance) {
      const [line] = place(text, chance, anyKey);
      yield* typed(line, text.line(line).length, ' # ask');
    },
  },
  {
    name: 'new line with a key',
    reach: 'inside',
    *changes(text, chance) {
      const [line] = place(text, chance, value, anyKey);
      const indent = indentOf(text.line(line));
      yield insertion(line, text.line(line).length, `\n${indent}`);
      yield* typed(line + 1, indent.length, 'cost: 900');
    },
  },
  {
    name: 'new task',
    reach: 'inside',
    *changes(text, chance) {
      const [line] = place(text, chance, taskKey, anyKey);
      const indent = indentOf(text.line(line));
      yield insertion(line, 0, '\n');
      yield insertion(line, 0, indent);
      yield* typed(line, indent.length, `new-${chance.number(1e6)}: 3d`);
    },
  },
  {
    name: 'quote, open and mended',
    reach: 'inside',
    *changes(text, chance) {
      const [line, end] = place(text, chance, valueStart, anyKey);
      yield insertion(line, end, '"');
      yield insertion(line, end + 1, 'x');
      yield insertion(line, text.line(line).length, '"');
      yield removal(line, text.line(line).length - 1, 1);
      yield removal(line, end + 1, 1);
      yield removal(line, end, 1);
    },
  },
  {
    name: 'block of 40 lines deleted and put back',
    reach: 'structural',
    *changes(text, chance) {
      const [line] = place(text, chance, taskKey, anyKey);
      const block = text.lines(line, Math.min(blockLength, text.count - line - 1)).join('\n');
      yield {
        range: { start: { line, character: 0 }, end: { line: line + block.split('\n').length, character: 0 } },
        text: '',
      };
      yield insertion(line, 0, `${block}\n`);
    },
  },
  {
    name: 'block of 40 lines pasted and taken away',
    reach: 'structural',
    *changes(text, chance) {
      const [from] = place(text, chance, taskKey, anyKey);
      const block = text.lines(from, Math.min(blockLength, text.count - from - 1));
      const [line] = place(text, chance, taskKey, anyKey);
      yield insertion(line, 0, `${block.join('\n')}\n`);
      yield {
        range: { start: { line, character: 0 }, end: { line: line + block.length, character: 0 } },
        text: '',
      };
    },
  },
  {
    name: 'key of a phase broken and mended',
    reach: 'structural',
    *changes(text, chance) {
      const [line, end] = place(text, chance, phaseKey, anyKey);
      yield removal(line, end, 1);
      yield insertion(line, end, ':');
    },
  },
  {
    name: 'id renamed and back',
    reach: 'structural',
    *changes(text, chance) {
      const [line, end] = place(text, chance, taskKey, anyKey);
      yield insertion(line, end, 'x');
      yield removal(line, end, 1);
    },
  },
  {
    name: 'stray line at column 0, and gone',
    reach: 'structural',
    *changes(text, chance) {
      const [line] = place(text, chance, anyKey);
      yield insertion(line, 0, `${title(chance)}\n`);
      yield { range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, text: '' };
    },
  },
];

/** A random line that matches the first of these patterns that any line matches, and where the match ends. */
function place(text: TextLines, chance: Chance, ...patterns: readonly RegExp[]): readonly [number, number] {
  const start = chance.number(text.count);
  for (const pattern of patterns) {
    for (let step = 0; step < text.count; step++) {
      const line = (start + step) % text.count;
      const found = pattern.exec(text.line(line));
      if (found) return [line, found.index + found[0].length];
    }
  }
  return [start, 0];
}

function indentOf(line: string): string {
  return line.slice(0, line.length - line.trimStart().length);
}

function insertion(line: number, character: number, text: string): Change {
  return { range: { start: { line, character }, end: { line, character } }, text };
}

/** Takes characters away behind a place. */
function removal(line: number, character: number, count: number): Change {
  return { range: { start: { line, character }, end: { line, character: character + count } }, text: '' };
}

function* typed(line: number, character: number, text: string): Iterable<Change> {
  for (const [index, letter] of [...text].entries()) yield insertion(line, character + index, letter);
}

/** The backspace key: the last of `count` characters first. */
function* erased(line: number, character: number, count: number): Iterable<Change> {
  for (let left = count; left > 0; left--) yield removal(line, character + left - 1, 1);
}
