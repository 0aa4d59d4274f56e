// The command line from source: bundles it again where a source is newer than the bundle, then runs it.
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { outputFolder } from './bundles.mts';

const sources = ['schemas', 'server', 'client/page', 'build', 'package.json', 'package-lock.json'];
const cli = resolve(outputFolder, 'cli.js');
/** What `cli.js` loads, and is written after it. */
const program = resolve(outputFolder, 'node.js');

if (Math.max(...sources.map(newest)) > newest(program)) {
  run('--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', 'schemas/generate.ts');
  run('build/bundle.mts', 'cli.js', 'node.js', 'export/', 'export-view/');
}
// A script runs where package.json is; paths are meant from where it was called.
process.chdir(process.env.INIT_CWD ?? '.');
process.argv[1] = cli;
createRequire(import.meta.url)(cli);

/** When the newest file of a folder was written, in milliseconds; 0 where there is nothing. What is generated is no source. */
function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat || path.includes('.generated.')) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Standard output belongs to the command. */
function run(...args: readonly string[]): void {
  execFileSync(process.execPath, args, { stdio: ['ignore', 2, 2] });
}
