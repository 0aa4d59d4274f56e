// Makes an SVG stand by itself: what the page's style sheet says of it becomes attributes that every program reads.

import { writable } from './paper-text.ts';
import { barHeight } from './row-height.ts';
import { svgElement } from './svg-element.ts';
import type { PageLocale } from './words.ts';

/** CSS property → what is meant where nothing is said: written only where it differs. */
const shapes: Readonly<Record<string, string>> = {
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linejoin': 'miter',
  opacity: '1',
};
const letters: Readonly<Record<string, string>> = {
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  'text-decoration-line': 'none',
};
const paints = ['fill', 'stroke'] as const;
/** What the page alone needs. */
const ofThePage = /^(?:class|style|role|tabindex|transform-origin|aria-.*|data-.*)$/;

/** The text of a picture that is in the document, styled; the picture itself is used up. */
export function standAlone(svg: SVGSVGElement, title: string, locale: PageLocale): string {
  const colours = new Colours();
  for (const unseen of svg.querySelectorAll('.mark, .link.pointed, path[d=""]')) unseen.remove();
  // Every style is read before the first class goes: styles depend on the elements around.
  const written = [...svg.querySelectorAll('*')].map((element) => ({
    element,
    attributes: attributesOf(element, colours),
    hasHalo: element instanceof SVGTextElement && getComputedStyle(element).paintOrder.startsWith('stroke'),
  }));
  for (const { element, attributes, hasHalo } of written) {
    const isMilestone = element.matches('rect.bar.milestone');
    strip(element);
    for (const [name, value] of attributes) element.setAttribute(name, value);
    if (isMilestone) element.replaceWith(diamond(element));
    else if (hasHalo) behind(element);
  }
  strip(svg);
  keepDefinitions(svg);
  for (const name of svg.querySelectorAll('title')) name.textContent = writable(name.textContent);
  const caption = svgElement('title');
  caption.textContent = writable(title);
  svg.prepend(caption);
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('xml:lang', locale === 'zh-cn' ? 'zh-CN' : 'en');
  return new XMLSerializer().serializeToString(svg);
}

function strip(element: Element): void {
  for (const name of element.getAttributeNames()) if (ofThePage.test(name)) element.removeAttribute(name);
}

/** What is painted with by its id (hatches, arrow heads) stands at the top, each once; other ids and definitions go. */
function keepDefinitions(svg: SVGSVGElement): void {
  const uses = [...svg.querySelectorAll('*')].flatMap((element) =>
    element.getAttributeNames().flatMap((name) => {
      const [, id] = /^url\(["']?#([^"')]+)["']?\)$/.exec(element.getAttribute(name) ?? '') ?? [];
      return id === undefined ? [] : [{ element, name, id }];
    }),
  );
  const used = new Set(uses.map(({ id }) => id));
  const kept = new Map<string, Element>();
  for (const element of svg.querySelectorAll('[id]'))
    if (used.has(element.id) && !kept.has(element.id)) kept.set(element.id, element);
    else element.removeAttribute('id');
  for (const { element, name, id } of uses) if (!kept.has(id)) element.removeAttribute(name);
  svg.removeAttribute('id');
  const definitions = svgElement('defs');
  definitions.append(...kept.values());
  for (const spare of svg.querySelectorAll('defs, marker')) spare.remove();
  if (kept.size > 0) svg.prepend(definitions);
}

function attributesOf(element: Element, colours: Colours): readonly (readonly [string, string])[] {
  const isText = element instanceof SVGTextElement;
  if (!isText && !(element instanceof SVGGeometryElement)) return [];
  const style = getComputedStyle(element);
  const attributes: (readonly [string, string])[] = [];
  for (const paint of paints) {
    const value = style.getPropertyValue(paint);
    if (value.includes('#hatch')) attributes.push([paint, 'url(#hatch)']);
    else if (value !== 'none') {
      const { colour, opacity } = colours.of(value);
      attributes.push([paint, colour]);
      if (opacity < 1) attributes.push([`${paint}-opacity`, String(opacity)]);
    } else if (paint === 'fill') attributes.push([paint, 'none']);
  }
  for (const [name, usual] of Object.entries(isText ? { ...letters, opacity: '1' } : shapes)) {
    const value = style.getPropertyValue(name);
    const attribute = name === 'text-decoration-line' ? 'text-decoration' : name;
    if (value !== usual && value !== '') attributes.push([attribute, value.replaceAll('px', '')]);
  }
  return attributes;
}

/** A milestone as its outline: not every program turns a rectangle around its middle. */
function diamond(bar: Element): Element {
  const number = (name: string): number => Number(bar.getAttribute(name)) || 0;
  const x = number('x') + (number('width') || barHeight) / 2;
  const y = number('y') + (number('height') || barHeight) / 2;
  const half = (barHeight * 0.8 * Math.SQRT2) / 2;
  const path = svgElement('path', { d: `M${x} ${y - half}l${half} ${half}l${-half} ${half}l${-half} ${-half}z` });
  for (const name of ['fill', 'fill-opacity', 'stroke', 'stroke-opacity', 'stroke-width']) {
    const value = bar.getAttribute(name);
    if (value !== null) path.setAttribute(name, value);
  }
  return path;
}

/** The ground around letters stands behind them as letters of its own: not every program knows which is to be painted first. */
function behind(text: Element): void {
  const halo = svgElement('g', { 'aria-hidden': 'true' });
  halo.append(text.cloneNode(true));
  text.before(halo);
  for (const name of text.getAttributeNames()) if (name.startsWith('stroke')) text.removeAttribute(name);
}

/** Colours of any notation as `#rrggbb` and an opacity: a pixel is painted and read. */
class Colours {
  readonly #known = new Map<string, { readonly colour: string; readonly opacity: number }>();
  readonly #context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

  of(notation: string): { readonly colour: string; readonly opacity: number } {
    const known = this.#known.get(notation);
    if (known !== undefined) return known;
    const read = this.#read(notation);
    this.#known.set(notation, read);
    return read;
  }

  #read(notation: string): { readonly colour: string; readonly opacity: number } {
    if (this.#context === null) return { colour: '#000000', opacity: 1 };
    this.#context.clearRect(0, 0, 1, 1);
    this.#context.fillStyle = notation;
    this.#context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = this.#context.getImageData(0, 0, 1, 1).data;
    const colour = `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
    return { colour, opacity: Math.round((alpha / 255) * 100) / 100 };
  }
}
