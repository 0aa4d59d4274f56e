// `plan convert`: a file of another program becomes a plan, a plan becomes a file of another program.
import { open, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import type { Analysis } from '../analysis.ts';
import { type ForeignText, foreignText } from '../exchange/foreign-bytes.ts';
import { type ForeignFormat, foreignFormats, formatOf, isPlanName } from '../exchange/foreign-formats.ts';
import { type IntoPlan, intoPlanFrom, oneLine } from '../exchange/into-plan.ts';
import { lossLines } from '../exchange/loss-lines.ts';
import type { Loss } from '../exchange/losses.ts';
import { diskFiles } from '../node/disk-files.ts';
import { commandLineWords } from '../words/command-line.ts';
import { convertWords } from '../words/convert.ts';
import { wordingFor } from '../words/findings.ts';
import { plainWording, say } from '../words/words.ts';
import { onePlan } from './one-plan.ts';
import { analysePlan, failureLine, type PathFailure } from './plan-files.ts';
import { codeFor } from './read-whole.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';

export interface ConvertOptions {
  /** Overwrites a file that is there. */
  readonly force: boolean;
}

/** A text to write, and what its making lost. */
interface Made {
  readonly text: string;
  readonly losses: readonly Loss[];
  /** What is worth saying of a plan that was made. */
  readonly notes: readonly string[];
  readonly code: ExitCode;
}

/** More than any project that people keep; reading takes some ten times as much memory. */
export const largestForeignFile = 40 * 1024 * 1024;

export async function convert(
  source: string,
  target: string,
  { force }: ConvertOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const [from, to] = [formatOf(source), formatOf(target)];
  const problem = directionProblem(source, from, target, to, terminal);
  if (problem !== undefined) return refuse(problem, terminal);
  const path = resolve(terminal.folder, target);
  if (!force && (await isThere(path))) return refuse(sayOf('exists', { path: target }, terminal), terminal);
  const made = isPlanName(source) ? await outOfPlan(source, to, terminal) : await intoPlan(source, from, to, terminal);
  if (made === undefined) return exitCodes.usage;
  try {
    await writeFile(path, made.text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const words = reason === 'EEXIST' ? sayOf('exists', { path: target }, terminal) : undefined;
    return refuse(
      words ?? say(commandLineWords['cant-write'], { path: target, reason }, plainWording(terminal.locale)),
      terminal,
    );
  }
  const lost = lossLines(made.losses, plainWording(terminal.locale));
  const lines = [
    say(commandLineWords.written, { path: target }, plainWording(terminal.locale)),
    ...made.notes,
    ...(lost.length > 0 ? [sayOf('lost', {}, terminal), ...lost.map((line) => `- ${line}`)] : []),
  ];
  terminal.error(`${lines.map(oneLine).join('\n')}\n`);
  return made.code;
}

/** Why these two files are no way to go. */
function directionProblem(
  source: string,
  from: ForeignFormat | undefined,
  target: string,
  to: ForeignFormat | undefined,
  terminal: Terminal,
): string | undefined {
  const endings = (test: (format: ForeignFormat) => boolean) =>
    foreignFormats.filter(test).map(({ ending }) => `*${ending}`);
  const isRead = (format: ForeignFormat) => format.read !== undefined || format.readPlan !== undefined;
  if (!isPlanName(source) && (from === undefined || !isRead(from)))
    return sayOf('no-source', { path: source, formats: { list: ['*.plan.yaml', ...endings(isRead)] } }, terminal);
  if (!isPlanName(target) && to?.write === undefined)
    return sayOf(
      'no-target',
      { path: target, formats: { list: ['*.plan.yaml', ...endings(({ write }) => write !== undefined)] } },
      terminal,
    );
  if (isPlanName(source) && isPlanName(target)) return sayOf('both-plans', {}, terminal);
  return resolve(terminal.folder, source) === resolve(terminal.folder, target)
    ? sayOf('same-file', {}, terminal)
    : undefined;
}

async function outOfPlan(source: string, to: ForeignFormat | undefined, terminal: Terminal): Promise<Made | undefined> {
  const analysis = await onePlan(source, terminal);
  const written = analysis && to?.write?.(analysis, wordingFor(analysis.plan, terminal.locale));
  return written && { ...written, notes: [], code: codeFor(analysis) };
}

/** Into a plan, and from there into another program's file where one is wanted. */
async function intoPlan(
  source: string,
  from: ForeignFormat | undefined,
  to: ForeignFormat | undefined,
  terminal: Terminal,
): Promise<Made | undefined> {
  const read = await readForeign(source, terminal);
  const plan = read === undefined || from === undefined ? undefined : await planOf(read, source, from, terminal);
  if (plan === undefined || to?.write === undefined) return plan && { ...plan, code: codeFor(plan.analysis) };
  const written = to.write(plan.analysis, wordingFor(plan.analysis.plan, terminal.locale));
  return { ...plan, text: written.text, losses: [...plan.losses, ...written.losses], code: codeFor(plan.analysis) };
}

/** Undefined after saying why not. */
async function planOf(
  read: ForeignText,
  source: string,
  format: ForeignFormat,
  terminal: Terminal,
): Promise<IntoPlan | undefined> {
  const file = { ...read, path: source, format };
  const plan = await intoPlanFrom(file, (made) => analysisOf(source, made, terminal), plainWording(terminal.locale));
  if (!('refused' in plan)) return plan;
  refuse(plan.refused, terminal);
  return undefined;
}

/** Of a plan that stands in place of the file that it was made from, with the files that it names. */
async function analysisOf(source: string, text: string, terminal: Terminal): Promise<Analysis> {
  const uri = URI.file(resolve(terminal.folder, source)).toString();
  const analysis = await analysePlan(
    source,
    { rules: {} },
    terminal,
    {},
    {
      ...diskFiles,
      read: (asked, within) => (asked === uri ? Promise.resolve({ text }) : diskFiles.read(asked, within)),
    },
  );
  if ('why' in analysis) throw new Error(`${source}: ${analysis.why}`);
  return analysis;
}

/** Undefined after saying why not. */
async function readForeign(path: string, terminal: Terminal): Promise<ForeignText | undefined> {
  const fail = (why: PathFailure['why']) => {
    terminal.error(failureLine({ path, why }, terminal));
    return undefined;
  };
  if (terminal.input !== undefined) {
    const { content } = terminal.input;
    if ('failure' in content) return fail(content.failure);
    return foreignText(content.bytes, path) ?? fail('unreadable');
  }
  const full = resolve(terminal.folder, path);
  const kind = await stat(full).catch(() => undefined);
  if (kind === undefined) return fail('missing');
  if (kind.isDirectory()) return fail('is-folder');
  if (!kind.isFile()) return fail('unreadable');
  if (kind.size > largestForeignFile) return fail('too-large');
  const file = await open(full).catch(() => undefined);
  if (file === undefined) return fail('unreadable');
  try {
    return foreignText(await file.readFile(), path) ?? fail('unreadable');
  } catch {
    return fail('unreadable');
  } finally {
    await file.close();
  }
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function sayOf(key: keyof typeof convertWords, args: Parameters<typeof say>[1], { locale }: Terminal): string {
  return say(convertWords[key], args, plainWording(locale));
}

function refuse(line: string, terminal: Terminal): ExitCode {
  terminal.error(`${oneLine(line)}\n`);
  return exitCodes.usage;
}
