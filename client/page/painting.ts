// Paints the whole chart where it is asked for: by the panel, or by the program that opened an exported file.
import { blockRows } from '../../server/charts/blocks.ts';
import type { ExportedChart } from './exported-chart.ts';
import type { FromPage, ToPage } from './messages.ts';
import { pngOf } from './png.ts';
import { type PaperSize, type WholeChart, wholePicture } from './whole-picture.ts';
import type { PageLocale, Say } from './words.ts';

type Wish = Extract<ToPage, { readonly type: 'paint' }>;
type Painted = Extract<FromPage, { readonly type: 'painted' }>;

/** Narrower paper is all names, in pixels. */
const leastWidth = 900;
/** Of a picture that nobody looks at on a screen. */
const usualWidth = 1400;

/** The picture that the panel wants, or why there is none. */
export async function paint(
  { request, format, head, blocks }: Wish,
  { width, zoom }: PaperSize,
  locale: PageLocale,
  say: Say,
): Promise<Painted> {
  try {
    const svg = await wholePicture({ head, blocks }, { width: Math.max(width, leastWidth), zoom }, locale, say);
    if (format === 'svg') return { type: 'painted', request, svg };
    return { type: 'painted', request, png: await (await pngOf(svg)).arrayBuffer() };
  } catch (error) {
    return { type: 'painted', request, failure: error instanceof Error ? error.message : String(error) };
  }
}

/** What an exported page offers to the program that opened it: the SVG's text, or the PNG as a `data:` address. */
export function offerPicture(exported: ExportedChart, say: Say): void {
  const planPicture = async (format: 'svg' | 'png', width = usualWidth): Promise<string> => {
    const svg = await wholePicture(wholeOf(exported), { width }, exported.locale, say);
    return format === 'svg' ? svg : dataAddress(await pngOf(svg));
  };
  Object.assign(globalThis, { planPicture });
}

/** All rows that an exported chart shows. */
function wholeOf(exported: ExportedChart): WholeChart {
  const { head } = exported.answer({ count: 0 });
  if (head === undefined) throw new Error('the page holds no chart');
  const blocks: WholeChart['blocks'][number][] = [];
  for (let first = 0; first < head.rowCount; first += blockRows)
    blocks.push(...exported.answer({ first, count: blockRows }).blocks);
  return { head, blocks };
}

function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('the picture could not be read'));
    reader.readAsDataURL(blob);
  });
}
