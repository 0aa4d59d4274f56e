// What an exported page offers to the program that opened it: the SVG's text, or the PNG as a `data:` address.
import { pngOf } from './png.ts';

/** Offers what `draw` draws, as the page's `planPicture(format, width)`. */
export function offerPicture(draw: (width?: number) => Promise<string>): void {
  const planPicture = async (format: 'svg' | 'png', width?: number): Promise<string> => {
    const svg = await draw(width);
    return format === 'svg' ? svg : dataAddress(await pngOf(svg));
  };
  Object.assign(globalThis, { planPicture });
}

function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('the picture could not be read'));
    reader.readAsDataURL(blob);
  });
}
