// `plan fmt`: puts plans in order, or says which are not.
import { dirname, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { applyEdits } from '../edits/apply-edits.ts';
import { formatEdits } from '../edits/format.ts';
import { sortKeyEdits } from '../edits/sort-keys.ts';
import { openTree } from '../text/open-tree.ts';
import { commandLineWords } from '../words/command-line.ts';
import { plainWording, say } from '../words/words.ts';
import { failureLine, findPlans, type PathFailure } from './plan-files.ts';
import { dash, filesFor, isInput, markOfInput } from './standard-input.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';
import { writePlan } from './write-plan.ts';

export interface FmtOptions {
  /** Writes nothing; files that would change make the exit code 1. */
  readonly check: boolean;
  /** Keys come into the order of the reference, before anything else. */
  readonly sortKeys: boolean;
}

/** Formats every plan that can be read, and names those that changed or would. */
export async function fmt(names: readonly string[], options: FmtOptions, terminal: Terminal): Promise<ExitCode> {
  const isPrinted = terminal.input !== undefined && !options.check;
  if (isPrinted && names.some((name) => name !== dash)) {
    terminal.error(`${say(commandLineWords['input-alone'], {}, plainWording(terminal.locale))}\n`);
    return exitCodes.usage;
  }
  const { paths, failures } = await findPlans(names, terminal);
  for (const failure of failures) terminal.error(failureLine(failure, terminal));
  let unreadable = failures.length;
  let changed = 0;
  for (const path of paths) {
    const outcome = await formatPlan(path, options, terminal);
    if (outcome.changed) changed += 1;
    if (outcome.failed) unreadable += 1;
  }
  // Of what is printed nothing else is to be said: editors take all that is said for its text.
  if (isPrinted) return unreadable > 0 ? exitCodes.usage : exitCodes.clean;
  const done = changed === 0 ? 'all-formatted' : 'would-format';
  const summary = say(
    commandLineWords[options.check ? done : 'formatted'],
    { changed, plans: paths.length },
    plainWording(terminal.locale),
  );
  terminal.error(`${summary}\n`);
  if (unreadable > 0) return exitCodes.usage;
  return options.check && changed > 0 ? exitCodes.findings : exitCodes.clean;
}

async function formatPlan(
  path: string,
  { check, sortKeys }: FmtOptions,
  terminal: Terminal,
): Promise<{ readonly changed: boolean; readonly failed: boolean }> {
  const text = await read(path, terminal);
  if (typeof text !== 'string') {
    terminal.error(failureLine(text, terminal));
    return { changed: false, failed: true };
  }
  const tree = openTree(text);
  const broken = tree.syntax[0];
  if (broken !== undefined) {
    const line = tree.positionAt(broken.span.start).line + 1;
    terminal.error(`${say(commandLineWords['broken-stays'], { path, line }, plainWording(terminal.locale))}\n`);
  }
  const sorted = sortKeys ? applyEdits(text, sortKeyEdits(tree)) : text;
  const formatted = applyEdits(sorted, formatEdits(sortKeys ? openTree(sorted) : tree, { indent: 2 }));
  if (isInput(path, terminal) && !check) {
    terminal.out(`${markOfInput(terminal)}${formatted}`);
    return { failed: broken !== undefined, changed: false };
  }
  const isWritten = formatted === text || check || (await writePlan(path, formatted, terminal));
  if (isWritten && formatted !== text) terminal.out(`${path}\n`);
  return { failed: !isWritten || broken !== undefined, changed: isWritten && formatted !== text };
}

async function read(path: string, terminal: Terminal): Promise<string | PathFailure> {
  const full = resolve(terminal.folder, path);
  const file = await filesFor(terminal).read(URI.file(full).toString(), [URI.file(dirname(full)).toString()]);
  return 'failure' in file ? { path, why: file.failure } : file.text;
}
