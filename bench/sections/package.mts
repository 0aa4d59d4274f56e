// Sizes: of the package, and of the script that the preview loads before its first chart is seen.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../../build/chromium.mts';
import { everything } from '../../test/page/made-charts.ts';
import { openPage } from '../../test/page/open-page.ts';
import type { Asked, Result, Section } from '../section.mts';

/** In MB of 1,000,000 bytes, the stricter way to read a bound. */
const bounds = { vsix: 5, script: 1 };

export const packageSize: Section = {
  name: 'package',
  about: 'sizes of the package and of the preview’s first load',
  measure: async ({ folder }: Asked): Promise<Result> => ({
    rows: [
      { what: '.vsix', unit: 'MB', figure: vsixBytes(folder) / 1e6, bound: bounds.vsix },
      {
        what: 'script of the preview’s first load',
        unit: 'MB',
        figure: (await firstLoadBytes()) / 1e6,
        bound: bounds.script,
      },
    ],
  }),
};

/** Packs what is built, as `npm run package` does. */
function vsixBytes(folder: string): number {
  const { scripts }: { scripts: { package: string } } = JSON.parse(readFileSync('package.json', 'utf8'));
  const file = join(folder, 'plan.vsix');
  const [, pack = ''] = scripts.package.split(' && ');
  execFileSync(`${pack} --out ${file}`, { shell: true, stdio: ['ignore', 'ignore', 'inherit'] });
  return statSync(file).size;
}

async function firstLoadBytes(): Promise<number> {
  const browser = await launchChromium();
  try {
    const { show, scriptBytes, close } = await openPage(browser);
    await show(everything());
    await close();
    return scriptBytes();
  } finally {
    await browser.close();
  }
}
