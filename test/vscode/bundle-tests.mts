// Bundles the tests into the module that an extension host runs.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

export type ExtensionHost = 'node' | 'web';

const here = 'test/vscode';

/**
 * All `*.test.ts` of this folder in one file; those named `*.node.test.ts` only for Node.js.
 *
 * @param outerAddress where the runner listens
 * @param folder where the file goes
 * @returns the file's path
 */
export async function bundleTests(host: ExtensionHost, outerAddress: string, folder: string): Promise<string> {
  const only = process.env.ONLY ?? '';
  const files = readdirSync(here).filter(
    (file) => file.endsWith('.test.ts') && (host === 'node' || !file.endsWith('.node.test.ts')) && file.includes(only),
  );
  if (files.length === 0) throw new Error(`No test file in ${here} is named like ${only}`);
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
