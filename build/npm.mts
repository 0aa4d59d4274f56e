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

/**
 * A package of the registry, installed once into the cache without running its install scripts.
 *
 * @param finish what else has to happen before the package can be used
 * @returns the package's folder
 */
export async function cachedPackage(
  name: string,
  version: string,
  finish: (packageFolder: string) => Promise<void> = async () => {},
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
    renameSync(draft, home);
  }
  return join(home, packageFolder);
}
