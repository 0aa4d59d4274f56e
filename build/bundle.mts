// Builds every bundle into dist/, or those that are named on the command line.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundles, outputFolder } from './bundles.mts';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in bundles));
if (unknown.length > 0)
  throw new Error(`No such bundle: ${unknown.join(', ')}; there are ${Object.keys(bundles).join(', ')}`);

if (asked.length === 0) rmSync(outputFolder, { recursive: true, force: true });
const names = asked.length > 0 ? asked : Object.keys(bundles);

const results = await Promise.allSettled(names.map(bundle));
if (results.some(({ status }) => status === 'rejected')) process.exit(1);

/** esbuild prints what is wrong with a bundle itself. */
async function bundle(name: string): Promise<void> {
  const options = bundles[name];
  const isFolder = name.endsWith('/');
  const { metafile } = await build({
    bundle: true,
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: true,
    sourcesContent: false,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    ...options,
    ...(isFolder ? { outdir: join(outputFolder, name) } : { outfile: join(outputFolder, name) }),
  });
  writeFileSync(join(outputFolder, `${name.replace('/', '')}.meta.json`), JSON.stringify(metafile));
}
