// `plan check --fix`: safe fixes written into the file, and said.
import type { Analysis } from '../analysis.ts';
import { mendText } from '../edits/mend-text.ts';
import type { Finding } from '../rules/finding.ts';
import { commandLineWords } from '../words/command-line.ts';
import { plainWording, say } from '../words/words.ts';
import type { Terminal } from './terminal.ts';
import { writePlan } from './write-plan.ts';

/** Whether the file was changed. `failed`: the file that can't be written was said. */
export async function fixPlan(
  path: string,
  analysis: Analysis,
  terminal: Terminal,
): Promise<'same' | 'changed' | 'failed'> {
  const { text, findings } = mendText(analysis);
  if (text === analysis.tree.text()) return 'same';
  if (!(await writePlan(path, text, terminal))) return 'failed';
  const wording = plainWording(terminal.locale);
  terminal.error(`${say(commandLineWords.fixed, { path, rules: counted(findings) }, wording)}\n`);
  return 'changed';
}
/** `fullwidth-punctuation ×3, schema`, in the order in which they were first mended. */
function counted(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => (count === 1 ? rule : `${rule} ×${count}`)).join(', ');
}
