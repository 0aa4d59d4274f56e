// Has an installed browser paint a page that we made: as an SVG, or as a PNG.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser } from '../node/find-browser.ts';
import { evaluateInPage } from '../node/in-browser.ts';
import { commandLineWords } from '../words/command-line.ts';
import { plainWording, say } from '../words/words.ts';
import type { Terminal } from './terminal.ts';

/** What goes wrong outside the plan, in words. */
export class Refusal extends Error {}

/** The picture of a page that was made by `server/charts/html.ts`: an SVG's text, or the bytes of a PNG. Throws a `Refusal` where no browser does it. */
export async function painted(
  html: string,
  format: 'svg' | 'png',
  { locale }: Pick<Terminal, 'locale'>,
): Promise<string | Uint8Array> {
  const browser = await findBrowser(process.env, process.platform);
  if (browser === undefined)
    throw new Refusal(say(commandLineWords['no-browser'], { format: format.toUpperCase() }, plainWording(locale)));
  const folder = await mkdtemp(join(tmpdir(), 'plan-chart-'));
  try {
    const file = join(folder, 'chart.html');
    await writeFile(file, html);
    const picture = await evaluateInPage(browser, pathToFileURL(file).href, `planPicture(${JSON.stringify(format)})`);
    return format === 'svg' ? picture : Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(say(commandLineWords['browser-failed'], { browser, reason }, plainWording(locale)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
