// A run in a desktop VS Code; its window is reached as a browser's page.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { type Browser, chromium, type Page } from 'playwright-core';
import { freePort } from '../../build/free-port.mts';
import type { TestRun } from './run.mts';
import { untrusted } from './two-folders.mts';

/** Resolves when all tests have run; rejects where VS Code did not get there. */
export async function inDesktop(
  executable: string,
  { host, tests, opened, isTrusted, ear, patience }: TestRun,
): Promise<void> {
  const port = await freePort();
  // A short path: VS Code puts a socket there, and sockets have short names on macOS.
  const data = mkdtempSync(join(tmpdir(), 'plan-'));
  if (!isTrusted) {
    mkdirSync(join(data, 'User'));
    writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify(untrusted));
  }
  let browser: Browser | undefined;
  ear.showWindow(async () => {
    browser ??= await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 120_000 });
    return workbench(browser);
  });
  const isRoot = process.getuid?.() === 0;
  try {
    const code = await inTime(
      patience,
      runTests({
        vscodeExecutablePath: executable,
        extensionDevelopmentPath: process.cwd(),
        extensionTestsPath: tests,
        launchArgs: [
          opened,
          ...(isTrusted ? ['--disable-workspace-trust'] : []),
          ...(host === 'web' ? ['--extensionDevelopmentKind=web'] : []),
          ...(isRoot ? ['--no-sandbox'] : []),
          ...['--disable-extensions', '--skip-welcome', '--skip-release-notes'],
          ...[`--remote-debugging-port=${port}`, `--user-data-dir=${data}`],
        ],
      }),
    );
    if (code !== 0) throw new Error(`VS Code ended with ${code}`);
  } finally {
    await browser?.close();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function workbench(browser: Browser): Promise<Page> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const page = pages.find((candidate) => candidate.url().includes('workbench'));
  if (!page) throw new Error(`no window of VS Code among ${pages.map((candidate) => candidate.url()).join(', ')}`);
  return page;
}

function inTime<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`no end after ${milliseconds} ms`)), milliseconds).unref();
    }),
  ]);
}
