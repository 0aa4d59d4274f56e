// Finds a Chromium on this machine, or brings one from npm, and starts it for tests and pictures.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { cachedPackage, cacheFolder } from './npm.mts';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** Where a browser may be, best first: how to start it, or undefined where there is none. */
const places: Readonly<Record<string, () => Promise<LaunchOptions | undefined>>> = {
  CHROME_PATH: async () => existing(process.env.CHROME_PATH),
  PATH: async () => existing(onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])),
  'installed Chrome': async () => ({ channel: 'chrome' }),
  'installed Edge': async () => ({ channel: 'msedge' }),
  "Playwright's own": async () => existing(chromium.executablePath()),
  '@sparticuz/chromium': async () => existing(await unpackedChromium()),
  '@sparticuz/chromium with its own libraries': async () => {
    const executablePath = await unpackedChromium();
    const libraries = executablePath && join(dirname(executablePath), 'al2023', 'lib');
    return executablePath && libraries ? { executablePath, env: { LD_LIBRARY_PATH: libraries } } : undefined;
  },
};

/**
 * Starts the first browser that starts.
 *
 * @throws with a line per place when none did
 */
export async function launchChromium(): Promise<Browser> {
  return (await firstThatStarts()).browser;
}

/**
 * The program of the first browser that starts, and the environment that it needs: for programs that start it themselves. Undefined where it is one
 * that only Playwright knows how to find.
 */
export async function chromiumProgram(): Promise<
  { readonly path: string; readonly env: Record<string, string> } | undefined
> {
  const { browser, options } = await firstThatStarts();
  await browser.close();
  return options.executablePath === undefined
    ? undefined
    : { path: options.executablePath, env: stringsOf(options.env) };
}

async function firstThatStarts(): Promise<{ readonly browser: Browser; readonly options: LaunchOptions }> {
  const env = { ...stringsOf(process.env), ...(await fontEnvironment()) };
  const tried: string[] = [];
  for (const [place, find] of Object.entries(places)) {
    try {
      const found = await find();
      if (found) {
        const options = { args: flags, ...found, env: { ...env, ...stringsOf(found.env) } };
        return { browser: await chromium.launch({ ...options, timeout: 120_000 }), options };
      }
      tried.push(`${place}: none`);
    } catch (error) {
      tried.push(`${place}: ${String(error).split('\n')[0]}`);
    }
  }
  throw new Error(`No Chromium could be started. Set CHROME_PATH to one.\n${tried.join('\n')}`);
}

function existing(executablePath: string | undefined): LaunchOptions | undefined {
  return executablePath && existsSync(executablePath) ? { executablePath } : undefined;
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

function stringsOf(env: object | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(env ?? {}).filter((pair) => typeof pair[1] === 'string'));
}

let unpacked: Promise<string | undefined> | undefined;

/** The browser that the package @sparticuz/chromium carries, unpacked once: it is for Linux on x64 only. */
function unpackedChromium(): Promise<string | undefined> {
  unpacked ??= unpackChromium();
  return unpacked;
}

async function unpackChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const packageFolder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  const bin = join(packageFolder, 'bin');
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const home = join(cacheFolder, `chromium-${version}`);
  if (!existsSync(home)) {
    const draft = `${home}.${process.pid}`;
    mkdirSync(draft, { recursive: true });
    // The package unpacks into the system's folder for temporary files, wherever that is.
    const before = process.env.TMPDIR;
    process.env.TMPDIR = draft;
    try {
      const { default: sparticuz, inflate } = await import('@sparticuz/chromium');
      await sparticuz.executablePath(bin);
      await inflate(join(bin, 'al2023.tar.br'));
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
    if (existsSync(home)) rmSync(draft, { recursive: true });
    else renameSync(draft, home);
  }
  return join(home, 'chromium');
}

/** On a Linux without a Chinese font one is brought from npm, so that pictures show Chinese and not boxes. */
async function fontEnvironment(): Promise<Record<string, string>> {
  if (process.platform !== 'linux' || hasChineseFont()) return {};
  try {
    const fonts = await cachedPackage('@expo-google-fonts/noto-sans-sc', '0.4.3');
    const configuration = join(cacheFolder, 'fonts.conf');
    writeFileSync(
      configuration,
      `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(fonts, '400Regular')}</dir>
  <dir>${join(fonts, '700Bold')}</dir>
  <cachedir>${join(cacheFolder, 'font-cache')}</cachedir>
</fontconfig>
`,
    );
    return { FONTCONFIG_FILE: configuration };
  } catch (error) {
    console.warn(`No Chinese font: pictures will show boxes. ${error}`);
    return {};
  }
}

function hasChineseFont(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}
