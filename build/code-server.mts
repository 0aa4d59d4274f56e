// A real VS Code where the desktop one can't be had: the npm package code-server carries one that serves its workbench to a browser.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from './free-port.mts';
import { cachedPackage, npm } from './npm.mts';

/** Holds VS Code 1.139.1, and wants Node.js 24. */
const version = '4.139.1';

/** For its start, in milliseconds: machines may be slow and have much else to do. */
const patience = 300_000;

/** What keeps a workbench quiet: no welcome, no questions, nothing that moves. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'window.commandCenter': false,
};

export interface WorkbenchAddress {
  /** A folder on this machine, or the file of a workspace: shown in the explorer. */
  readonly opened: string;
  /** An extension to load from its folder, for development. */
  readonly extension?: string;
  /** A module with `run()`, run in the extension host. */
  readonly tests?: string;
  /** A file to open. */
  readonly file?: string;
}

export interface CodeServer {
  /** The address of a workbench: open it in a browser of this machine. */
  readonly address: (workbench: WorkbenchAddress) => string;
  /**
   * Shows a folder under the server's own address, as a web server shows an extension's.
   *
   * @returns its path there, below the folder of the workbench's own files
   */
  readonly show: (folder: string) => string;
  /** Ends the server, and forgets its settings and state. */
  readonly stop: () => Promise<void>;
}

export interface CodeServerOptions {
  /** User settings beside the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Folders of extensions that are installed. */
  readonly installed?: readonly string[];
  /** Browsers that want Chinese get it from extensions; VS Code's own texts stay English. */
  readonly offersChinese?: boolean;
}

/**
 * Starts the server on a free port of this machine, reachable from this machine only.
 *
 * @throws with the server's own words where it does not start within five minutes
 */
export async function startCodeServer({
  settings = {},
  installed = [],
  offersChinese = false,
}: CodeServerOptions = {}): Promise<CodeServer> {
  const vscode = join(await cachedPackage('code-server', version, installVSCodeParts), 'lib', 'vscode');
  const data = mkdtempSync(join(tmpdir(), 'plan-as-code-'));
  const extensions = join(data, 'extensions');
  for (const folder of [extensions, join(data, 'data', 'User'), join(data, 'data', 'Machine')])
    mkdirSync(folder, { recursive: true });
  for (const scope of ['User', 'Machine'])
    writeFileSync(join(data, 'data', scope, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));

  if (offersChinese) addLanguagePack(data);

  const links: string[] = [];
  const link = (folder: string, path: string) => {
    symlinkSync(folder, path, 'junction');
    links.push(path);
  };
  for (const folder of installed) link(folder, join(extensions, installedName(folder)));

  // Whoever has the address has a terminal on this machine: it can't be guessed.
  const token = randomUUID();
  const host = `127.0.0.1:${await freePort()}`;
  const server = spawn(
    process.execPath,
    [
      join(vscode, 'out', 'server-main.js'),
      '--enable-smoke-test-driver',
      ...['--connection-token', token],
      '--accept-server-license-terms',
      ...['--host', '127.0.0.1', '--port', host.split(':')[1] ?? ''],
      ...['--server-data-dir', data, '--extensions-dir', extensions],
      ...['--telemetry-level', 'off'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const end = () => server.kill();
  process.once('exit', end);
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async () => {
    process.off('exit', end);
    server.kill();
    await ended;
    for (const path of links) unlinkSync(path);
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await untilAnswering(server, `http://${host}/version`);
  } catch (error) {
    await stop();
    throw error;
  }
  const show = (folder: string) => {
    const name = `shown-${process.pid}`;
    link(folder, join(vscode, name));
    return name;
  };
  return { show, stop, address: (workbench) => addressOf(host, token, workbench) };
}

/** VS Code's own dependencies are a second tree inside the package; it runs without the native modules among them. */
async function installVSCodeParts(codeServer: string): Promise<void> {
  await npm(['install', '--omit=dev', '--ignore-scripts'], join(codeServer, 'lib', 'vscode'));
}

/** A language pack without a text: VS Code speaks to extensions of a language for which it has one. */
function addLanguagePack(data: string): void {
  const folder = join(data, 'extensions', 'plan-as-code.chinese-0.0.1');
  const texts = join(folder, 'texts.json');
  const localization = { languageId: 'zh-cn', languageName: 'Chinese', localizedLanguageName: '中文' };
  const manifest = {
    ...{ name: 'chinese', publisher: 'plan-as-code', version: '0.0.1', engines: { vscode: '*' } },
    contributes: { localizations: [{ ...localization, translations: [{ id: 'vscode', path: './texts.json' }] }] },
  };
  const pack = {
    hash: 'chinese',
    extensions: [{ extensionIdentifier: { id: 'plan-as-code.chinese' }, version: '0.0.1' }],
    translations: { vscode: texts },
    label: '中文',
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(texts, JSON.stringify({ version: '1.0.0', contents: {} }));
  writeFileSync(join(data, 'data', 'languagepacks.json'), JSON.stringify({ 'zh-cn': pack }));
}

/** What VS Code calls the folder of an installed extension. */
function installedName(folder: string): string {
  const { publisher, name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${publisher}.${name}-${version}`;
}

async function untilAnswering(server: ChildProcess, url: string): Promise<void> {
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (data) => (said += data));
  for (const start = Date.now(); Date.now() - start < patience; ) {
    if (server.exitCode !== null) break;
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The VS Code server did not start:\n${said}`);
}

function addressOf(host: string, token: string, { opened, extension, tests, file }: WorkbenchAddress): string {
  const remote = (path: string) => `vscode-remote://${host}${pathToFileURL(path).pathname}`;
  const payload = [
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(file ? [['openFile', remote(file)]] : []),
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({
    tkn: token,
    [opened.endsWith('.code-workspace') ? 'workspace' : 'folder']: pathToFileURL(opened).pathname,
    payload: JSON.stringify(payload),
  });
  return `http://${host}/?${query}`;
}
