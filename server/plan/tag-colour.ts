// The colour of a tag: always the same for the same word, whatever else there is.

/** Red, green and blue, 0…1 each. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** Neither too pale on white nor too dark on black. */
const saturation = 0.6;
const lightness = 0.5;

/** The words of one text get hues all over the circle; equal words (NFC, without blanks around them) the same. */
export function tagColour(tag: string): Colour {
  return fromHue(hash(tag.trim().normalize('NFC')) % 360);
}

/** FNV-1a (Fowler, Noll, Vo), 32 bits, over UTF-16 units. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}

/** From hue, saturation and lightness, as CSS Color 4 has it. */
function fromHue(hue: number): Colour {
  const part = (offset: number): number => {
    const k = (offset + hue / 30) % 12;
    return lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return { red: part(0), green: part(8), blue: part(4) };
}
