// Tokens as LSP wants them: one row of numbers, each token counted from the one before; and what has changed between two rows.
import type { SemanticTokensEdit } from 'vscode-languageserver-types';
import { modifiersIn, type TokenStyle, typeIn } from './token-styles.ts';

/** Tokens that stand together, at least one. */
export interface TokenBlock {
  readonly line: number;
  /** Five numbers for each token: lines and characters from the one before (of the first: lines from the block's), length, type, modifiers. */
  readonly row: readonly number[];
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** Each token has so many numbers. */
const width = 5;

/** Writes a row, token by token in the order of the text. */
export class TokenRow {
  readonly numbers: number[] = [];
  #before: Place = { line: 0, character: 0 };

  /** How many tokens it has. */
  get count(): number {
    return this.numbers.length / width;
  }

  add({ line, character }: Place, length: number, style: TokenStyle): void {
    const { line: lineBefore, character: before } = this.#before;
    const fromBefore = line === lineBefore ? character - before : character;
    this.numbers.push(line - lineBefore, fromBefore, length, typeIn(style), modifiersIn(style));
    this.#before = { line, character };
  }
}

/** All tokens of some blocks in one row, counted from a place. */
export function rowOf(blocks: readonly TokenBlock[], from: Place = { line: 0, character: 0 }): number[] {
  const row: number[] = [];
  let { line, character } = from;
  for (const block of blocks) {
    const [down = 0, right = 0] = block.row;
    const fromBefore = block.line + down - line;
    row.push(fromBefore, fromBefore === 0 ? right - character : right);
    for (let at = 2; at < block.row.length; at += 1) row.push(block.row[at] ?? 0);
    ({ line, character } = endOf(block));
  }
  return row;
}

/** Where the last token of a block stands. */
function endOf({ line, row }: TokenBlock): Place {
  let [down, character] = [line, 0];
  for (let at = 0; at < row.length; at += width) {
    const [lines = 0, characters = 0] = [row[at], row[at + 1]];
    down += lines;
    character = lines === 0 ? character + characters : characters;
  }
  return { line: down, character };
}

/** The one edit that makes the new row of the old one; none where they are the same. What both have at their ends is not looked into. */
export function rowEdits(old: readonly TokenBlock[], now: readonly TokenBlock[]): SemanticTokensEdit[] {
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && isSame(old[head], now[head], 0)) head += 1;
  const [lastOld, lastNow] = [old.at(-1), now.at(-1)];
  const shift = (lastNow?.line ?? 0) - (lastOld?.line ?? 0);
  let tail = 0;
  while (tail < most - head && isSame(old.at(-1 - tail), now.at(-1 - tail), shift)) tail += 1;
  // The first token behind what has changed is counted from there.
  tail = Math.max(0, tail - 1);
  let start = 0;
  for (let at = 0; at < head; at += 1) start += old[at]?.row.length ?? 0;
  const before = old[head - 1];
  const from = before && endOf(before);
  return editsBetween(
    rowOf(old.slice(head, old.length - tail), from),
    rowOf(now.slice(head, now.length - tail), from),
    start,
  );
}

/** Whether two blocks have the same tokens, and the second stands so many lines further down. */
function isSame(one: TokenBlock | undefined, other: TokenBlock | undefined, shift: number): boolean {
  if (one === undefined || other === undefined || one.line + shift !== other.line) return false;
  return isSameRow(one.row, other.row);
}

export function isSameRow(one: readonly number[], other: readonly number[]): boolean {
  return one === other || (one.length === other.length && one.every((number, at) => number === other[at]));
}

function editsBetween(old: readonly number[], now: readonly number[], from: number): SemanticTokensEdit[] {
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let tail = 0;
  while (tail < most - start && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const data = now.slice(start, now.length - tail);
  const deleteCount = old.length - tail - start;
  return deleteCount === 0 && data.length === 0
    ? []
    : [{ start: from + start, deleteCount, ...(data.length > 0 && { data }) }];
}
