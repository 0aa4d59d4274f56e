// Draws client/images/icon.png from icon.svg: run it when the drawing has changed.
import { readFileSync } from 'node:fs';
import { launchChromium } from './chromium.mts';

const browser = await launchChromium();
const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
await page.setContent(
  `<style>body { margin: 0 } svg { display: block }</style>${readFileSync('client/images/icon.svg', 'utf8')}`,
);
await page.screenshot({ path: 'client/images/icon.png', omitBackground: true });
await browser.close();
