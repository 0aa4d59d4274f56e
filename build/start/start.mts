// `npm start`: builds, says what a terminal can show of the samples, and opens them in a real VS Code with the extension loaded.
// `npm start -- --browser` takes the VS Code that runs in a browser even where there is one on the desktop.
import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startCodeServer } from '../code-server.mts';

const run = promisify(execFile);

const samples = resolve('samples');
const shown = join(samples, 'software-release.plan.yaml');
/** The extension itself, and a small one that opens the preview beside the plan. */
const extensions = [resolve('.'), resolve('build', 'start', 'companion')];

await showSamples();
const code = process.argv.includes('--browser')
  ? undefined
  : onPath(process.platform === 'win32' ? 'code.cmd' : 'code');
await (code ? openOnDesktop(code) : openInBrowser());

interface Finding {
  readonly severity: string;
}

/** What `plan check` and `plan schedule` say about each sample, a line each. */
async function showSamples(): Promise<void> {
  const plans = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.plan.yaml'),
  );
  const rows = await Promise.all(
    plans.map(async (name) => {
      const file = join('samples', name);
      const [checked, scheduled] = await Promise.all([plan('check', file), plan('schedule', file)]);
      const [{ findings = [] } = {}]: { findings?: readonly Finding[] }[] = checked.files;
      return {
        file,
        name: String(scheduled.name),
        finish: String(scheduled.finish).slice(0, 10),
        said: inWords(findings),
      };
    }),
  );
  const fileWidth = Math.max(...rows.map(({ file }) => file.length));
  const saidWidth = Math.max(...rows.map(({ said }) => said.length));
  console.log();
  for (const { file, name, finish, said } of rows)
    console.log(`${file.padEnd(fileWidth)}  finishes ${finish}  ${said.padEnd(saidWidth)}  ${name}`);
  console.log('\nMore: npm run plan -- check samples\n');
}

async function plan(command: string, file: string) {
  const args = [join('dist', 'cli.js'), command, file, '--format', 'json'];
  // A plan with findings ends with an exit code of its own.
  const { stdout } = await run(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 }).catch((error) => {
    if (typeof error.stdout === 'string' && error.stdout !== '') return error;
    throw error;
  });
  return JSON.parse(stdout);
}

function inWords(findings: readonly Finding[]): string {
  const parts = ['error', 'warning', 'info', 'hint'].flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [`${count} ${severity}${count > 1 && severity !== 'info' ? 's' : ''}`] : [];
  });
  return parts.length > 0 ? parts.join(', ') : 'no findings';
}

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

async function openOnDesktop(executable: string): Promise<void> {
  const args = ['--new-window', ...extensions.map((path) => `--extensionDevelopmentPath=${path}`), samples, shown];
  console.log(`Opening ${executable} on the samples.`);
  const onWindows = process.platform === 'win32';
  const quoted = onWindows ? args.map((argument) => `"${argument}"`) : args;
  const child = spawn(onWindows ? `"${executable}"` : executable, quoted, { stdio: 'inherit', shell: onWindows });
  const ended = await new Promise<number | null>((resolve) => child.on('exit', resolve).on('error', () => resolve(1)));
  if (ended !== 0) await openInBrowser();
}

async function openInBrowser(): Promise<void> {
  console.log('Starting a VS Code that is shown in a browser (the first time it is installed: half a minute) …');
  const server = await startCodeServer({ installed: extensions });
  const address = await shortAddress(server.address({ opened: samples, file: shown }));
  console.log(`\nOpen this in a browser on this machine:\n\n  ${address}\n`);
  console.log('Ctrl-C ends it.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, async () => {
      await server.stop();
      process.exit(0);
    });
}

/** An address that fits on a line and leads to another; like that, it can't be guessed. */
async function shortAddress(long: string): Promise<string> {
  const path = `/${randomUUID()}`;
  const server = createServer((request, response) => {
    response.writeHead(request.url === path ? 302 : 404, request.url === path ? { Location: long } : {});
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return address !== null && typeof address === 'object' ? `http://127.0.0.1:${address.port}${path}` : long;
}
