// A picture as a PNG: the browser paints the SVG, with the fonts that it has.

/** Browsers paint no larger pictures: pixels on a side, and in all. */
const longestSide = 32_000;
const mostPixels = 120_000_000;
/** Pixels for each of the SVG's, where there is room: as sharp as good screens. */
const sharpness = 2;

/** The PNG of an SVG that stands by itself. A very long one is painted smaller. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.min(
    sharpness,
    longestSide / Math.max(width, height, 1),
    Math.sqrt(mostPixels / Math.max(width * height, 1)),
  );
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser has no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('this browser could not paint the picture'));
      else resolve(blob);
    }, 'image/png');
  });
}
