// Whether a text that doesn't begin with a key is a map in block style all the same, with something wrong before it.
import { lineAfterClosing } from './closing.ts';
import type { Counters } from './entry.ts';
import { type Lengthening, type LineKind, LineReader, skipProperties } from './line.ts';

const besideContent: ReadonlySet<LineKind> = new Set<LineKind>([
  'blank',
  'comment',
  'conflict',
  'directive',
  'document-end',
]);

/**
 * A root that is a list, a scalar or a collection in brackets is left to the parser as a whole. Text, a quote or a
 * bracket at the start that doesn't end before keys follow is a slip at the start of a map.
 */
export function isBlockMap(source: Lengthening, counters: Counters): boolean {
  const reader = new LineReader(source, counters);
  if (!firstContent(source, reader)) return false;
  if (reader.kind !== 'text' && reader.kind !== 'closer' && reader.kind !== 'key') return false;
  const begin = skipProperties(source.text, reader.first, reader.end);
  const opener = source.text.charAt(begin);
  if ('|>*'.includes(opener)) return false;
  let at = reader.next;
  if ('"\'[{'.includes(opener)) {
    const ahead = new LineReader(source, counters);
    ahead.read(reader.start);
    const next = lineAfterClosing(source, ahead, begin, -1, false);
    const closes = next !== -1;
    if (closes && !hasContent(reader, next)) return false;
    at = closes ? next : reader.next;
  }
  return hasKey(reader, at);
}

function firstContent(source: Lengthening, reader: LineReader): boolean {
  for (let at = 0; reader.read(at); at = reader.next) {
    if (besideContent.has(reader.kind)) continue;
    if (reader.kind !== 'document-start') return true;
    // Content on the line of the marker belongs to no block map.
    if (!/^---[ \t]*(?:#|$)/.test(source.text.slice(reader.first, reader.end))) return false;
  }
  return false;
}

function hasContent(reader: LineReader, from: number): boolean {
  for (let at = from; reader.read(at); at = reader.next) {
    if (reader.kind === 'document-start' || reader.kind === 'document-end') return false;
    if (!besideContent.has(reader.kind)) return true;
  }
  return false;
}

function hasKey(reader: LineReader, from: number): boolean {
  for (let at = from; reader.read(at); at = reader.next) {
    if (reader.kind === 'document-start' || reader.kind === 'document-end') return false;
    if (reader.kind === 'key') return true;
  }
  return false;
}
