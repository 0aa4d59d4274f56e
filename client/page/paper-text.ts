// Text on a picture that stands by itself: SVG text in fonts that every system has, measured before it is drawn.
import { svgElement } from './svg-element.ts';

/** What XML can't hold, though a name may. */
const unwritable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** A text without what would break the file. */
export function writable(text: string): string {
  return text.toWellFormed().replaceAll(unwritable, '\ufffd');
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Parts between which a line may end: words with the blanks and signs that follow them. */
function unbreakable(text: string): readonly string[] {
  const parts: string[] = [];
  let holds = true;
  for (const { segment, isWordLike } of words.segment(text)) {
    const last = parts.at(-1);
    const opens = /^\p{Ps}$|^\p{Pi}$/u.test(segment);
    if (last !== undefined && (holds || (isWordLike !== true && !opens))) parts[parts.length - 1] = last + segment;
    else parts.push(segment);
    // Between letters and signs without a blank no line ends, but in Chinese after a sign it may.
    holds = opens || (isWordLike !== true && !/[\s\u3000-\u303f\uff00-\uffef]$/u.test(segment));
  }
  return parts;
}

export class PaperText {
  readonly #context: CanvasRenderingContext2D | null;
  readonly #font: string;

  /** The font is the one that the style sheet gives this element. */
  constructor(paper: HTMLElement) {
    this.#context = document.createElement('canvas').getContext('2d');
    const { fontFamily, fontSize } = getComputedStyle(paper);
    this.#font = `${fontSize} ${fontFamily}`;
  }

  /** Pixels that a text takes at the paper's usual size. */
  width(text: string, isStrong: boolean): number {
    if (this.#context === null) return text.length * 7;
    this.#context.font = `${isStrong ? '600 ' : ''}${this.#font}`;
    return this.#context.measureText(text).width;
  }

  /** As much of a text as there is room for, with a sign that something is missing. */
  clipped(text: string, isStrong: boolean, room: number): string {
    if (this.width(text, isStrong) <= room) return text;
    const characters = [...text];
    let [fits, tooLong] = [0, characters.length];
    while (tooLong - fits > 1) {
      const middle = Math.floor((fits + tooLong) / 2);
      if (this.width(`${characters.slice(0, middle).join('')}…`, isStrong) <= room) fits = middle;
      else tooLong = middle;
    }
    return `${characters.slice(0, fits).join('')}…`;
  }

  /** A text in as many lines as it needs: broken between words, in Chinese between any two that are not held together by punctuation. */
  broken(text: string, isStrong: boolean, room: number): readonly string[] {
    const lines: string[] = [];
    for (const paragraph of text.split('\n')) {
      let line = '';
      for (const part of unbreakable(paragraph)) {
        const longer = line + part;
        if (line !== '' && this.width(longer.trimEnd(), isStrong) > room) {
          lines.push(line.trimEnd());
          line = part.trimStart();
        } else line = longer;
        while (this.width(line.trimEnd(), isStrong) > room && line.length > 1) {
          const fits = [...this.clipped(line, isStrong, room)].length - 1;
          const characters = [...line];
          lines.push(characters.slice(0, Math.max(fits, 1)).join(''));
          line = characters.slice(Math.max(fits, 1)).join('');
        }
      }
      lines.push(line.trimEnd());
    }
    return lines;
  }

  /** A line of text; `y` is its base line. */
  text(text: string, x: number, y: number, className: string): SVGTextElement {
    const element = svgElement('text', { class: `paper-text ${className}`, x, y });
    element.textContent = writable(text);
    return element;
  }
}
