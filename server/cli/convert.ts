// `plan convert`: a file of another program becomes a plan, a plan becomes a file of another program.
import { open, stat, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { type Analysis, analyse } from '../analysis.ts';
import type { PlanDraft } from '../exchange/draft.ts';
import { type ForeignFormat, foreignFormats, formatOf, isPlanName } from '../exchange/foreign-formats.ts';
import { lossLines } from '../exchange/loss-lines.ts';
import type { Loss } from '../exchange/losses.ts';
import { movedTasks } from '../exchange/stated-dates.ts';
import { writePlan } from '../exchange/write-plan.ts';
import { loadPublishedHolidays } from '../schedule/published-holidays.ts';
import { openTree } from '../text/open-tree.ts';
import { commandLineWords } from '../words/command-line.ts';
import { convertWords, refusalWords } from '../words/convert.ts';
import { wordingFor } from '../words/findings.ts';
import { plainWording, say } from '../words/words.ts';
import { onePlan } from './one-plan.ts';
import { failureLine } from './plan-files.ts';
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
}

/** More than any project that people keep; reading takes some ten times as much memory. */
const largestForeignFile = 40 * 1024 * 1024;

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
  terminal.error(`${lines.map(printable).join('\n')}\n`);
  return exitCodes.clean;
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
  return written && { ...written, notes: [] };
}

/** What reading a file comes to: the text of a plan, what it lost, and what is worth saying. */
interface Plan extends Made {
  readonly analysis: Analysis;
}

/** Into a plan, and from there into another program's file where one is wanted. */
async function intoPlan(
  source: string,
  from: ForeignFormat | undefined,
  to: ForeignFormat | undefined,
  terminal: Terminal,
): Promise<Made | undefined> {
  const text = await foreignText(source, terminal);
  const plan = text === undefined || from === undefined ? undefined : await planOf(text, source, from, terminal);
  if (plan === undefined || to?.write === undefined) return plan;
  const written = to.write(plan.analysis, wordingFor(plan.analysis.plan, terminal.locale));
  return { ...plan, text: written.text, losses: [...plan.losses, ...written.losses] };
}

/** Undefined after saying why not. */
async function planOf(
  text: string,
  source: string,
  { name, ending, read, readPlan }: ForeignFormat,
  terminal: Terminal,
): Promise<Plan | undefined> {
  const reading = readPlan?.(text) ?? read?.(text);
  if (reading === undefined) return undefined;
  if ('refusal' in reading) {
    refuse(
      say(refusalWords[reading.refusal], { path: source, ...reading.args }, plainWording(terminal.locale)),
      terminal,
    );
    return undefined;
  }
  const head = sayOf('from', { file: basename(source), format: name }, terminal);
  if ('text' in reading) {
    const whole = `# ${printable(head)}\n${reading.text}`;
    const analysis = await analysisOf(whole, source, terminal);
    return { text: whole, losses: [], notes: findingsNote(analysis, terminal), analysis };
  }
  const { draft } = reading;
  const { text: plan, losses, taskIds } = writePlan(draft, basename(source).slice(0, -ending.length));
  const comments = [head, ...lossHead(losses, terminal)].map((line) => `# ${printable(line)}\n`);
  const whole = `${comments.join('')}${plan}`;
  const analysis = await analysisOf(whole, source, terminal);
  const notes = [...datesNote(draft, taskIds, analysis, terminal), ...findingsNote(analysis, terminal)];
  return { text: whole, losses, notes, analysis };
}

function findingsNote({ findings }: Analysis, terminal: Terminal): readonly string[] {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return errors === 0 ? [] : [sayOf('findings', { errors }, terminal)];
}

/** One line of text, whatever strangers named their tasks and files. */
function printable(line: string): string {
  return line.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** What is lost stands in the plan too: the file outlives the terminal. */
function lossHead(losses: readonly Loss[], terminal: Terminal): readonly string[] {
  const lines = lossLines(losses, plainWording(terminal.locale));
  return lines.length === 0 ? [] : [sayOf('lost', {}, terminal), ...lines.map((line) => `- ${line}`)];
}

const shownMoves = 5;

function datesNote(
  draft: PlanDraft,
  taskIds: ReadonlyMap<string, string>,
  analysis: Analysis,
  terminal: Terminal,
): readonly string[] {
  const { moved, compared } = movedTasks(draft, taskIds, analysis);
  if (compared === 0) return [];
  if (moved.length === 0) return [sayOf('same-dates', { tasks: compared }, terminal)];
  const lines = moved.slice(0, shownMoves).map(({ name, stated, computed }) => {
    const at = (minute: number) => ({ minute, withTime: true });
    const args = {
      name,
      from: at(stated.start),
      to: at(stated.finish),
      start: at(computed.start),
      finish: at(computed.finish),
    };
    return `- ${sayOf('moved', args, terminal)}`;
  });
  const more = moved.length > shownMoves ? [`- ${sayOf('more', { count: moved.length - shownMoves }, terminal)}`] : [];
  return [sayOf('other-dates', { moved: moved.length, tasks: compared }, terminal), ...lines, ...more];
}

async function analysisOf(text: string, source: string, terminal: Terminal): Promise<Analysis> {
  return analyse({
    uri: URI.file(resolve(terminal.folder, source)).toString(),
    version: 0,
    tree: openTree(text),
    files: () => undefined,
    holidays: await loadPublishedHolidays(terminal.locale),
    settings: { rules: {} },
    nowMinute: Math.floor(Date.now() / 60_000),
  });
}

/** UTF-8, or UTF-16 with a byte-order mark; undefined after saying why not. */
async function foreignText(path: string, terminal: Terminal): Promise<string | undefined> {
  const fail = (why: 'missing' | 'unreadable' | 'too-large' | 'is-folder') => {
    terminal.error(failureLine({ path, why }, terminal));
    return undefined;
  };
  const full = resolve(terminal.folder, path);
  const kind = await stat(full).catch(() => undefined);
  if (kind === undefined) return fail('missing');
  if (kind.isDirectory()) return fail('is-folder');
  if (!kind.isFile()) return fail('unreadable');
  if (kind.size > largestForeignFile) return fail('too-large');
  const file = await open(full).catch(() => undefined);
  if (file === undefined) return fail('unreadable');
  try {
    const bytes = await file.readFile();
    const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    if (!isWide && bytes.includes(0)) return fail('unreadable');
    const encoding = isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
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
  terminal.error(`${printable(line)}\n`);
  return exitCodes.usage;
}
