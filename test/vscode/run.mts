// Runs the tests inside a real VS Code: in its extension host of Node.js, and in the one in a web worker.
// `node test/vscode/run.mts [node] [web]`; ONLY=part-of-a-file-name runs fewer. What VS Code logs is kept in test-results/.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDesktop } from '../../build/desktop.mts';
import { cacheFolder } from '../../build/npm.mts';
import { bundleTests, type ExtensionHost, testFiles, type Window, windows } from './bundle-tests.mts';
import { inCodeServer } from './in-code-server.mts';
import { inDesktop } from './in-desktop.mts';
import { type Ear, listen } from './listen.mts';
import { resultsFolder } from './outer-steps.mts';
import type { TestResult } from './result.ts';
import { writeTwoFolders } from './two-folders.mts';

export interface TestRun {
  readonly host: ExtensionHost;
  readonly window: Window;
  /** The module with the tests. */
  readonly tests: string;
  /** What is open in the window, a folder or a workspace's file: a copy, which tests may change. */
  readonly opened: string;
  readonly isTrusted: boolean;
  /** VS Code speaks Chinese. */
  readonly isChinese: boolean;
  readonly ear: Ear;
  /** For all of it, in milliseconds. */
  readonly patience: number;
}

const hosts: readonly ExtensionHost[] = ['node', 'web'];
const marks = { passed: '✓', failed: '✗', skipped: '-' };

/** Runs beside each other don't share files. */
const ownFolder = join(cacheFolder, 'runs', String(process.pid));

const asked = process.argv.slice(2);
const desktop = await findDesktop();
const chosen = hosts.filter((each) => asked.length === 0 || asked.includes(each));
const results: TestResult[] = [];
// Windows on one screen share its focus and its clipboard; those in browsers of their own share nothing.
if (desktop) for (const host of chosen) results.push(...(await runWindows(host)));
else results.push(...(await Promise.all(chosen.map(runWindows))).flat());
if (results.length === 0) throw new Error(`No test file is named like ${process.env.ONLY}`);

mkdirSync(resultsFolder, { recursive: true });
writeFileSync(join(resultsFolder, 'vscode.json'), JSON.stringify(results, undefined, 2));
rmSync(ownFolder, { recursive: true, force: true });
const failed = results.filter(({ state }) => state === 'failed').length;
process.exit(failed > 0 ? 1 : 0);

/** One window after the other. */
async function runWindows(host: ExtensionHost): Promise<TestResult[]> {
  const results: TestResult[] = [];
  for (const window of windows) {
    const files = testFiles(host, window);
    if (files.length > 0) results.push(...(await run(host, window, files)));
  }
  return results;
}

async function run(host: ExtensionHost, window: Window, files: readonly string[]): Promise<TestResult[]> {
  const where = `VS Code, extension host ${host}, ${window}`;
  const named = (result: TestResult): TestResult => ({ ...result, title: `${host} ${result.title}` });
  const start = Date.now();
  console.log(where);
  const ear = await listen((result) => show(named(result)));
  try {
    const isTrusted = window !== 'untrusted';
    const opened = isTrusted ? freshSamples(host) : writeTwoFolders(join(ownFolder, host, 'two'));
    const tests = await bundleTests(files, host, ear.address, ownFolder);
    const isChinese = window === 'chinese';
    const testRun: TestRun = { host, window, tests, opened, isTrusted, isChinese, ear, patience: 3_600_000 };
    // A desktop one speaks Chinese only with a language pack from the marketplace.
    if (!(desktop && !isChinese && (await ranOnDesktop(desktop, testRun)))) await inCodeServer(testRun);
    if (ear.results.length === 0) throw new Error('no test was run');
    return ear.results.map(named);
  } catch (error) {
    const broken: TestResult = {
      title: where,
      state: 'failed',
      milliseconds: Date.now() - start,
      error: String(error),
    };
    show(broken);
    return [...ear.results.map(named), broken];
  } finally {
    ear.close();
    console.log(`${where}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
  }
}

/** False where it did not even get to a test, as without a screen: then the one in a browser does. */
async function ranOnDesktop(executable: string, testRun: TestRun): Promise<boolean> {
  try {
    await inDesktop(executable, testRun);
  } catch (error) {
    if (testRun.ear.results.length > 0) throw error;
    console.log(`  ${executable} did not run the tests: ${error}`);
  }
  return testRun.ear.results.length > 0;
}

function show({ title, state, milliseconds, error }: TestResult): void {
  console.log(
    `  ${marks[state]} ${title} (${milliseconds} ms)${error ? `\n${error.replaceAll(/^/gm, '      ')}` : ''}`,
  );
}

/** A copy of the samples, which tests may change. */
function freshSamples(host: ExtensionHost): string {
  const folder = join(ownFolder, host, 'samples');
  rmSync(folder, { recursive: true, force: true });
  cpSync('samples', folder, { recursive: true });
  return folder;
}
