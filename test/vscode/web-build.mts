// Makes the workbench load the extension as a web server serves it: VS Code starts web workers of such extensions only.
import { relative } from 'node:path';
import type { Page } from 'playwright-core';

/**
 * Tells the workbench, before its script runs, which extension is under development and which tests to run.
 * (In a browser VS Code forgets the `extensionDevelopmentKind` of its address.)
 *
 * @param served where the server shows the extension's folder, below the folder of its own files
 * @param tests the module with the tests, inside the extension's folder
 */
export async function loadWebBuild(page: Page, served: string, tests: string): Promise<void> {
  await page.addInitScript(
    ({ extensionPath, testsPath }) => {
      const setting = (id: string) => document.getElementById(id)?.getAttribute('data-settings');
      document.addEventListener('readystatechange', () => {
        const base = setting('vscode-workbench-web-base-url');
        const settings = setting('vscode-workbench-web-configuration');
        if (document.readyState !== 'interactive' || !base || !settings) return;
        const { protocol, host, pathname } = new URL(base, location.href);
        const uri = (path: string) => ({ scheme: protocol.slice(0, -1), authority: host, path: `${pathname}/${path}` });
        const options = JSON.parse(settings);
        Object.assign(options.developmentOptions, {
          extensions: [uri(extensionPath)],
          extensionTestsPath: uri(testsPath),
        });
        document
          .getElementById('vscode-workbench-web-configuration')
          ?.setAttribute('data-settings', JSON.stringify(options));
      });
    },
    { extensionPath: served, testsPath: `${served}/${relative('.', tests).replaceAll('\\', '/')}` },
  );
}
