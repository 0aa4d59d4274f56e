// Runs npm from a script: what a test or `npm start` needs beside the locked dependencies is installed into .vscode-test/.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Everything that is fetched once and kept between runs. */
export const cacheFolder = resolve('.vscode-test');

/** Runs `npm` with these arguments in a folder. Throws with npm's own words where it fails. */
export async function npm(args: readonly string[], cwd: string): Promise<void> {
  const cli = process.env.npm_execpath;
  const quiet = [...args, '--no-audit', '--no-fund', '--loglevel=error'];
  if (cli?.endsWith('.js')) await run(process.execPath, [cli, ...quiet], { cwd });
  else await run('npm', quiet, { cwd, shell: process.platform === 'win32' });
}

/** Under way or done in this process: who asks meanwhile waits for the same. */
const installs = new Map<string, Promise<string>>();

/**
 * A package of the registry, installed once into the cache without running its install scripts.
 *
 * @param finish what else has to happen before the package can be used
 * @returns the package's folder
 */
export function cachedPackage(
  name: string,
  version: string,
  finish: (packageFolder: string) => Promise<void> = async () => {},
): Promise<string> {
  const key = `${name}@${version}`;
  const install = installs.get(key) ?? installedPackage(name, version, finish);
  installs.set(key, install);
  return install;
}

async function installedPackage(
  name: string,
  version: string,
  finish: (packageFolder: string) => Promise<void>,
): Promise<string> {
  const home = join(cacheFolder, `${name.replaceAll('/', '+')}-${version}`);
  const packageFolder = join('node_modules', name);
  if (!existsSync(home)) {
    // An install that was interrupted leaves only a folder that is never looked at again.
    const draft = `${home}.${process.pid}`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, 'package.json'), '{ "private": true }\n');
    await npm(['install', '--ignore-scripts', '--no-package-lock', `${name}@${version}`], draft);
    await finish(join(draft, packageFolder));
    mkdirSync(dirname(home), { recursive: true });
    // Another process may have been faster.
    if (existsSync(home)) rmSync(draft, { recursive: true });
    else renameSync(draft, home);
  }
  return join(home, packageFolder);
}
