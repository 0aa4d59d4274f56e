// The reference of a key or value, as hover and completion show it: from the schema's own texts.

import type { RecordName } from '../plan/schema.generated.ts';
import { type KeyDoc, keyDocs } from '../plan/schema-docs.generated.ts';
import { editorWords } from '../words/editor.ts';
import type { Locale } from '../words/words.ts';
import { code } from './markdown.ts';
import { type Segment, shapeAt } from './shape.ts';

/** What a key means, its values and examples, as Markdown; undefined for keys of no record. */
export function keyDocumentation(record: RecordName, key: string, locale: Locale): string | undefined {
  const doc = docOf(record, key);
  if (!doc) return undefined;
  const values = doc.values?.map(({ value, description }) => `- ${code(value)}: ${description[locale]}`) ?? [];
  const standard = doc.standard === undefined ? [] : [`${editorWords.standard[locale]}${code(doc.standard)}`];
  const examples =
    doc.examples.length === 0
      ? []
      : [`${editorWords.examples[locale]}${doc.examples.map((example) => code(`${key}: ${example}`)).join(' · ')}`];
  return [doc.description[locale], values.join('\n'), ...standard, ...examples]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What one value of an enumeration means; `segments` lead to where it stands. A shorthand is the value of the key that it stands for. */
export function enumDocumentation(segments: readonly Segment[], value: string, locale: Locale): string | undefined {
  const shape = shapeAt(segments);
  const place =
    shape?.kind === 'record' && shape.shorthand
      ? { record: shape.name, key: shape.shorthand.field }
      : recordKeyAt(segments);
  const doc = place && docOf(place.record, place.key);
  return doc?.values?.find((each) => each.value === value)?.description[locale];
}

/** The record and its key that the way leads through last. */
export function recordKeyAt(
  segments: readonly Segment[],
): { readonly record: RecordName; readonly key: string } | undefined {
  const last = segments.findLastIndex((segment) => segment !== 'item');
  const key = segments[last];
  const holder = shapeAt(segments.slice(0, Math.max(0, last)));
  return key !== undefined && key !== 'item' && holder?.kind === 'record'
    ? { record: holder.name, key: key.key }
    : undefined;
}

function docOf(record: RecordName, key: string): KeyDoc | undefined {
  return Object.hasOwn(keyDocs[record], key) ? keyDocs[record][key] : undefined;
}
