// The plans that a command names: files, folders and globs become paths, paths become analyses.
import { stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { URI } from 'vscode-uri';
import { type Analysis, analyseInstantly, type RuleSettings, type Snapshot, settle } from '../analysis.ts';
import { loadPublishedHolidays } from '../schedule/published-holidays.ts';
import { openTreeInSteps } from '../text/open-tree.ts';
import { commandLineWords } from '../words/command-line.ts';
import { plainWording, say } from '../words/words.ts';
import type { FileFailure, FileSource } from '../workspace/file-source.ts';
import { Workspace } from '../workspace/workspace.ts';
import { filesFor, isInput, pathIn } from './standard-input.ts';
import type { Terminal } from './terminal.ts';
import { wallClock } from './wall-clock.ts';

/** A path that leads to no plan, and why. */
export interface PathFailure {
  readonly path: string;
  readonly why: FileFailure | 'no-plans' | 'is-folder';
}

const planNames = '**/*.plan.{yaml,yml}';
const ignore = ['**/node_modules/**', '**/.git/**'];

/** Paths relative to the folder, sorted, each once; patterns and folders that hold no plan are failures. */
export async function findPlans(
  names: readonly string[],
  terminal: Terminal,
): Promise<{ readonly paths: readonly string[]; readonly failures: readonly PathFailure[] }> {
  const paths = new Set<string>();
  const failures: PathFailure[] = [];
  for (const name of names) {
    const found = await expand(pathIn(name, terminal), terminal);
    if (!('why' in found)) for (const path of found) paths.add(relative(terminal.folder, path).split(sep).join('/'));
    else failures.push(found);
  }
  return { paths: [...paths].sort(), failures };
}

async function expand(name: string, terminal: Terminal): Promise<readonly string[] | PathFailure> {
  const { folder } = terminal;
  const path = resolve(folder, name);
  if (isInput(name, terminal)) return [path];
  const kind = await kindOf(path);
  if (kind === 'file') return [path];
  if (kind === 'missing' && !isDynamicPattern(name)) return { path: name, why: 'missing' };
  const found =
    kind === 'folder'
      ? await glob(planNames, { cwd: path, ignore, absolute: true, dot: false })
      : await glob(name.replaceAll('\\', '/'), { cwd: folder, ignore, absolute: true, onlyFiles: true });
  return found.length > 0 ? found : { path: name, why: 'no-plans' };
}

/** The one file that a command needs. */
export async function findPlan(name: string, terminal: Terminal): Promise<string | PathFailure> {
  if (isInput(name, terminal)) return name;
  const kind = await kindOf(resolve(terminal.folder, name));
  if (kind === 'folder') return { path: name, why: 'is-folder' };
  return kind === 'missing' ? { path: name, why: 'missing' } : name;
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'missing'> {
  return stat(path).then(
    (found) => (found.isDirectory() ? 'folder' : 'file'),
    () => 'missing',
  );
}

/** What a failure says, on a line of its own. */
export function failureLine({ path, why }: PathFailure, { locale }: Terminal): string {
  return `${say(commandLineWords[why], { path }, plainWording(locale))}\n`;
}

/** What a command asks for beside the plan itself: a simulation, another status date. */
export type Asked = Pick<Snapshot, 'simulation' | 'asOfMinute'>;

/** Analyses the plan at a path, the files that it names with it: those that lie in the working folder or beside the plan. */
export async function analysePlan(
  path: string,
  settings: RuleSettings,
  terminal: Terminal,
  asked: Asked = {},
  files: FileSource = filesFor(terminal),
): Promise<Analysis | PathFailure> {
  const { folder, locale } = terminal;
  const full = resolve(folder, path);
  const uri = URI.file(full).toString();
  const isInside = !relative(folder, full).startsWith('..');
  const root = URI.file(isInside ? folder : dirname(full)).toString();
  const file = await files.read(uri, [root]);
  if ('failure' in file) return { path, why: file.failure };
  let analysis: Analysis | undefined;
  const workspace = new Workspace({
    openTree: openTreeInSteps,
    analyse: (snapshot, before) => analyseInstantly({ ...snapshot, settings, ...asked }, before),
    settle,
    rest: () => undefined,
    files,
    settings: () => Promise.resolve({}),
    holidays: () => loadPublishedHolidays(locale),
    now: wallClock,
    analysed: () => undefined,
    settled: (settled) => {
      analysis = settled;
    },
    outdated: () => undefined,
  });
  workspace.setFolders([root]);
  workspace.open(uri, 0, file.text);
  // A small plan is settled at once.
  const made = await workspace.analysis(uri);
  await workspace.settle(uri);
  return analysis ?? made ?? { path, why: 'unreadable' };
}
