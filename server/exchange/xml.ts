// XML of strangers as plain elements: no document types, no entities but the five and numbers, no depth without end.
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** Why a text is no XML that is read here. */
export type XmlRefusal =
  | { readonly refusal: 'empty' }
  | { readonly refusal: 'doctype' }
  | { readonly refusal: 'not-xml'; readonly line: number }
  | { readonly refusal: 'broken-xml' };

/** An element: its texts and children by name. Attributes by name where they are read. */
export class XmlElement {
  readonly name: string;
  readonly #nodes: readonly unknown[];
  readonly #attributes: unknown;
  #first: ReadonlyMap<string, XmlElement> | undefined;

  constructor(name: string, nodes: readonly unknown[], attributes: unknown) {
    this.name = name;
    this.#nodes = nodes;
    this.#attributes = attributes;
  }

  /** Child elements, of one name where it is given, in order. */
  children(name?: string): readonly XmlElement[] {
    return this.#nodes.flatMap((node) => {
      const element = elementOf(node);
      return element === undefined || (name !== undefined && element.name !== name) ? [] : element;
    });
  }

  /** The first child of that name. */
  child(name: string): XmlElement | undefined {
    this.#first ??= new Map(
      this.children()
        .toReversed()
        .map((element) => [element.name, element]),
    );
    return this.#first.get(name);
  }

  /** Its own text. */
  get content(): string {
    return this.#nodes.map((node) => (isRecord(node) ? (node['#text'] ?? '') : '')).join('');
  }

  /** The text of the first child of that name, without white space around it; undefined where there is none, or an empty one. */
  text(name: string): string | undefined {
    const text = this.child(name)?.content.trim();
    return text === '' ? undefined : text;
  }

  /** A child's text as a number; undefined where it is none. */
  number(name: string): number | undefined {
    const text = this.text(name);
    const number = text === undefined ? Number.NaN : Number(text);
    return Number.isFinite(number) ? number : undefined;
  }

  /** Whether a child says yes. */
  flag(name: string): boolean {
    const text = this.text(name);
    return text === '1' || text === 'true';
  }

  attribute(name: string): string | undefined {
    const value = isRecord(this.#attributes) ? this.#attributes[name] : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
  }
}

const deepest = 200;

/** The root element of a text, white space kept. */
export function readXml(source: string): XmlElement | XmlRefusal {
  const text = source.replace(/^\uFEFF/, '');
  if (text.trim() === '') return { refusal: 'empty' };
  // A document type may only stand before the root element.
  const prolog = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/.exec(text)?.[0] ?? '';
  if (/^<!DOCTYPE/i.test(text.slice(prolog.length, prolog.length + 9))) return { refusal: 'doctype' };
  const parser = new XMLParser({
    preserveOrder: true,
    parseTagValue: false,
    trimValues: false,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    ignoreDeclaration: true,
    ignorePiTags: true,
    removeNSPrefix: true,
    processEntities: true,
    // Numbers of characters (`&#10;`) go with these.
    htmlEntities: true,
    maxNestedTags: deepest,
    jPath: false,
  });
  try {
    const valid = XMLValidator.validate(text);
    if (valid !== true) return { refusal: 'not-xml', line: valid.err.line };
    const nodes: unknown = parser.parse(text);
    const roots = Array.isArray(nodes) ? nodes.flatMap((node) => elementOf(node) ?? []) : [];
    return roots[0] ?? { refusal: 'broken-xml' };
  } catch {
    // The library throws where names or nesting are not safe to read.
    return { refusal: 'broken-xml' };
  }
}

function elementOf(node: unknown): XmlElement | undefined {
  if (!isRecord(node)) return undefined;
  for (const name of Object.keys(node)) {
    const inside = node[name];
    if (name !== ':@' && name !== '#text' && Array.isArray(inside)) return new XmlElement(name, inside, node[':@']);
  }
  return undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
