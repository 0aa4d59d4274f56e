// `plan check --fix`: safe fixes written into the file, and said.
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Analysis } from '../analysis.ts';
import { mendText } from '../edits/mend-text.ts';
import type { Finding } from '../rules/finding.ts';
import { commandLineWords } from '../words/command-line.ts';
import { plainWording, say } from '../words/words.ts';
import type { Terminal } from './terminal.ts';

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** Whether the file was changed. `failed`: the file that can't be written was said. */
export async function fixPlan(
  path: string,
  analysis: Analysis,
  terminal: Terminal,
): Promise<'same' | 'changed' | 'failed'> {
  const { text, findings } = mendText(analysis);
  if (text === analysis.tree.text()) return 'same';
  const full = resolve(terminal.folder, path);
  const wording = plainWording(terminal.locale);
  try {
    const before = await readFile(full);
    const hasMark = before.subarray(0, byteOrderMark.length).equals(byteOrderMark);
    await writeFile(full, Buffer.concat([hasMark ? byteOrderMark : Buffer.of(), Buffer.from(text, 'utf8')]));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    terminal.error(`${say(commandLineWords['cant-write'], { path, reason }, wording)}\n`);
    return 'failed';
  }
  terminal.error(`${say(commandLineWords.fixed, { path, rules: counted(findings) }, wording)}\n`);
  return 'changed';
}

/** `fullwidth-punctuation ×3, schema`, in the order in which they were first mended. */
function counted(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => (count === 1 ? rule : `${rule} ×${count}`)).join(', ');
}
