// `plan diff`: what moved between two files, or between revisions of one, and what that did to the finish.
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Analysis } from '../analysis.ts';
import { diffDocument } from '../exchange/diff-document.ts';
import { diffMarkdown, diffTable } from '../exchange/diff-table.ts';
import { gitFiles } from '../node/git-files.ts';
import { diffWords } from '../words/diff.ts';
import { wordingFor } from '../words/findings.ts';
import { colour, plain } from '../words/terminal.ts';
import { plainWording, say } from '../words/words.ts';
import { onePlan } from './one-plan.ts';
import { analysePlan, failureLine } from './plan-files.ts';
import { codeFor, isReadable } from './read-whole.ts';
import { dash, pathIn } from './standard-input.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';

export const diffFormats = ['table', 'md', 'json'] as const;

export interface DiffOptions {
  readonly format: (typeof diffFormats)[number];
}

/** `older` and `newer` are files, `REVISION:FILE`, or of `older` a revision alone: that of the newer file. */
export async function diff(
  older: string,
  newer: string,
  { format }: DiffOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const after = await version(newer, undefined, terminal);
  const before = after && (await version(older, pathOf(pathIn(newer, terminal)), terminal));
  if (!before || !after) return exitCodes.usage;
  const wording = wordingFor(after.plan, format === 'json' ? 'en' : terminal.locale);
  const document = diffDocument(before, after, wording);
  if (format === 'json') terminal.out(`${JSON.stringify(document, null, 2)}\n`);
  else if (format === 'md') terminal.out(diffMarkdown(document, wording));
  else terminal.out(diffTable(document, wording, terminal.colour ? colour : plain));
  return Math.max(codeFor(before), codeFor(after)) === exitCodes.clean ? exitCodes.clean : exitCodes.findings;
}

/** Undefined after saying why. `otherPath`: the file that a revision alone means. */
async function version(
  name: string,
  otherPath: string | undefined,
  { input, ...terminal }: Terminal,
): Promise<Analysis | undefined> {
  // In place of its file it is compared with that file, too.
  if (name === dash) return onePlan(name, { ...terminal, ...(input && { input }) });
  if (await exists(resolve(terminal.folder, name))) return onePlan(name, terminal);
  const at = revisionOf(name) ?? (otherPath === undefined ? undefined : { revision: name, path: otherPath });
  if (!at || (at.revision === name && /\.ya?ml$/i.test(name))) return onePlan(name, terminal);
  const files = await gitFiles(resolve(terminal.folder, at.path), at.revision);
  const refused = (why: keyof typeof diffWords): undefined => {
    const wording = plainWording(terminal.locale);
    const reason = say(diffWords[why], { revision: at.revision }, wording);
    terminal.error(`${say(diffWords['no-git'], { path: name, reason }, wording)}\n`);
  };
  if (typeof files === 'string') return refused(files);
  const analysis = await analysePlan(at.path, { rules: {} }, terminal, {}, files);
  if (!('why' in analysis)) return isReadable(name, analysis, terminal) ? analysis : undefined;
  if (analysis.why === 'missing') return refused('not-in-revision');
  terminal.error(failureLine(analysis, terminal));
  return undefined;
}

/** `HEAD~1:plans/a.plan.yaml`; a letter alone before the colon is a drive. */
function revisionOf(name: string): { readonly revision: string; readonly path: string } | undefined {
  const colon = name.indexOf(':');
  return colon > 1 && colon < name.length - 1
    ? { revision: name.slice(0, colon), path: name.slice(colon + 1) }
    : undefined;
}

function pathOf(name: string): string {
  return revisionOf(name)?.path ?? name;
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
