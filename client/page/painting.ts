// Paints the whole chart where it is asked for: by the panel, or by the program that opened an exported file.
import { blockRows } from '../../server/charts/blocks.ts';
import { copyPicture } from './copy-picture.ts';
import type { ExportedChart } from './exported-chart.ts';
import type { FromPage, PictureFormat, ToPage } from './messages.ts';
import { offerPicture } from './offer-picture.ts';
import { pngOf } from './png.ts';
import { type PaperSize, type WholeChart, wholePicture } from './whole-picture.ts';
import type { PageLocale, Say } from './words.ts';

type Wish = Extract<ToPage, { readonly type: 'paint' }>;
type Painted = Extract<FromPage, { readonly type: 'painted' }>;

/** Narrower paper is all names, in pixels. */
const leastWidth = 900;
/** Of a picture that nobody looks at on a screen. */
const usualWidth = 1400;

/** The chart's picture that the panel wants, or why there is none. */
export function paint(
  { request, format, head, blocks }: Wish,
  { width, zoom }: PaperSize,
  locale: PageLocale,
  say: Say,
): Promise<Painted> {
  const size = { width: Math.max(width, leastWidth), zoom };
  return painted(request, format, () => wholePicture({ head, blocks }, size, locale, say));
}

/** The same of another view. */
export function paintView({
  request,
  format,
  view,
}: Extract<ToPage, { readonly type: 'paint-view' }>): Promise<Painted> {
  return painted(request, format, async () => (await import('./views/view-picture.ts')).viewPicture(view));
}

async function painted(request: number, format: PictureFormat, draw: () => Promise<string>): Promise<Painted> {
  try {
    const svg = await draw();
    if (format === 'svg') return { type: 'painted', request, svg };
    const png = await pngOf(svg);
    const unwelcome = format === 'clipboard' ? await copyPicture(svg, png) : undefined;
    return {
      type: 'painted',
      request,
      png: await png.arrayBuffer(),
      ...(unwelcome === undefined ? {} : { unwelcome }),
    };
  } catch (error) {
    return { type: 'painted', request, failure: error instanceof Error ? error.message : String(error) };
  }
}

/** An exported page offers its chart. */
export function offerChart(exported: ExportedChart, say: Say): void {
  offerPicture((width = usualWidth) => wholePicture(wholeOf(exported), { width }, exported.locale, say));
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
