// XML text from plain values: elements in the order of their keys.
import { XMLBuilder } from 'fast-xml-parser';

/** Texts and numbers are leaves, lists repeat an element; what is undefined is left out. */
export interface XmlNode {
  readonly [name: string]: XmlValue | undefined;
}

export type XmlValue = string | number | XmlNode | readonly (XmlNode | string)[];

/** What XML 1.0 has no way to write: control characters, halves of pairs. */
const unwritable = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** A document with that root; keys that begin with `@` are attributes. */
export function xmlText(root: string, node: XmlNode): string {
  const builder = new XMLBuilder({
    format: true,
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    suppressEmptyNode: true,
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${builder.build({ [root]: writable(node) })}`;
}

function writable(value: XmlValue): unknown {
  if (typeof value === 'string') return value.replace(unwritable, '');
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(writable);
  const pairs = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(pairs.map(([name, inner]) => [name, writable(inner ?? '')]));
}
