// Bundles the tests into the module that an extension host runs.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

export type ExtensionHost = 'node' | 'web';

/** What is open in the window: the samples, which are trusted, or two folders that are not; or the samples where VS Code speaks Chinese. */
export const windows = ['samples', 'untrusted', 'chinese'] as const;
export type Window = (typeof windows)[number];

const here = 'test/vscode';

/**
 * The `*.test.ts` of this folder that are for this window: those named `*.untrusted.test.ts` or `*.chinese.test.ts`, or all others. Those named `*.node.test.ts` only
 * for Node.js. With `ONLY=` in the environment those with that in their name.
 */
export function testFiles(host: ExtensionHost, window: Window): readonly string[] {
  return readdirSync(here).filter(
    (file) =>
      file.endsWith('.test.ts') &&
      (host === 'node' || !file.endsWith('.node.test.ts')) &&
      (windows.find((each) => file.endsWith(`.${each}.test.ts`)) ?? 'samples') === window &&
      file.includes(process.env.ONLY ?? ''),
  );
}

/**
 * All files in one.
 *
 * @param outerAddress where the runner listens
 * @param folder where the file goes
 * @returns the file's path
 */
export async function bundleTests(
  files: readonly string[],
  host: ExtensionHost,
  outerAddress: string,
  folder: string,
): Promise<string> {
  const outfile = join(folder, `${host}.js`);
  await build({
    stdin: {
      contents: [...files, 'entry.ts'].map((file) => `export * from './${file}';`).join('\n'),
      resolveDir: resolve(here),
      loader: 'ts',
    },
    bundle: true,
    format: 'cjs',
    platform: host === 'node' ? 'node' : 'browser',
    target: 'node22',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
    define: {
      OUTER_ADDRESS: JSON.stringify(outerAddress),
      OUTER_KIND: JSON.stringify(host),
      // Mocha's build for browsers would else take this bundle's exports for its own.
      module: 'undefined',
    },
    outfile,
  });
  return outfile;
}
