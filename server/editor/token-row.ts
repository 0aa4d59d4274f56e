// Tokens as LSP wants them: one row of numbers, each token counted from the one before; and what has changed between two rows.
import type { SemanticTokensEdit } from 'vscode-languageserver-types';
import type { Token } from './semantic-tokens.ts';

/** Five numbers for each token: lines and characters from the one before, length, type, modifiers. */
export function tokenRow(tokens: readonly Token[]): number[] {
  const row: number[] = [];
  let before: Pick<Token, 'line' | 'character'> = { line: 0, character: 0 };
  for (const { line, character, length, type, modifiers } of tokens) {
    const sameLine = line === before.line;
    row.push(line - before.line, sameLine ? character - before.character : character, length, type, modifiers);
    before = { line, character };
  }
  return row;
}

/** The one edit that makes the new row of the old one; none where they are the same. */
export function rowEdits(old: readonly number[], now: readonly number[]): SemanticTokensEdit[] {
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let tail = 0;
  while (tail < most - start && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const data = now.slice(start, now.length - tail);
  const deleteCount = old.length - tail - start;
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, ...(data.length > 0 && { data }) }];
}
