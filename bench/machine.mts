// What the figures were measured on.
import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';

/** Command line, commit, machine and date, as Markdown. */
export function machine(): string {
  const words = process.argv.slice(2);
  const changed = git('status', '--porcelain', '--untracked-files=no') === '' ? '' : ' and changes since';
  return [
    `- measured by: \`npm run bench${words.length > 0 ? ` -- ${words.join(' ')}` : ''}\``,
    `- commit: ${git('rev-parse', '--short', 'HEAD')}${changed}`,
    `- machine: ${availableParallelism()} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${platform()} ${release()}`,
    `- load before the run: ${load()}`,
    `- Node.js ${process.versions.node}`,
    `- date: ${new Date().toISOString().slice(0, 10)}`,
    '',
  ].join('\n');
}

/** How many processes wanted a core in the last minute, and how many cores there are: with more of the first, figures are too large. */
export function load(): string {
  return `${(loadavg()[0] ?? 0).toFixed(1)} processes on ${availableParallelism()} cores`;
}

function git(...args: readonly string[]): string {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'unknown';
  }
}
