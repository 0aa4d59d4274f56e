// XML text from plain values: elements in the order of their keys.
import { XMLBuilder } from 'fast-xml-parser';

/** Texts and numbers are leaves, lists repeat an element; what is undefined is left out. */
export interface XmlNode {
  readonly [name: string]: XmlValue | undefined;
}

export type XmlValue = string | number | XmlNode | readonly (XmlNode | string)[];

/** What XML 1.0 has no way to write: control characters, halves of pairs. */
const unwritable = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&apos;',
  '"': '&quot;',
};
/** Most texts are dates and figures, and the builder would look through each of them five times. */
const plain = /^[\w:.+-]*$/;

/** A document with that root; keys that begin with `@` are attributes. */
export function xmlText(root: string, node: XmlNode): string {
  const builder = new XMLBuilder({
    format: true,
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    suppressEmptyNode: true,
    processEntities: false,
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${builder.build({ [root]: writable(node) })}`;
}

function writable(value: XmlValue): unknown {
  if (typeof value === 'string') return plain.test(value) ? value : escaped(value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(writable);
  const pairs = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(pairs.map(([name, inner]) => [name, writable(inner ?? '')]));
}

function escaped(text: string): string {
  return text.replace(unwritable, '').replace(/[&<>'"]/g, (mark) => marks[mark] ?? mark);
}
