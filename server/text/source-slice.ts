// Where a part of a scalar's text is written.
import type { ScalarNode } from './node.ts';

/**
 * Where `from`…`to` of a scalar's text stands, counted from where the scalar begins. In a text that is written with escapes or over several
 * lines its parts are found by counting; undefined where one is not written there as it is.
 */
export function sourceSlice(
  { text, source }: Pick<ScalarNode, 'text' | 'source'>,
  from: number,
  to: number,
): { readonly start: number; readonly end: number } | undefined {
  const offset = source.indexOf(text);
  if (offset >= 0) return { start: offset + from, end: offset + to };
  const part = text.slice(from, to);
  if (part === '') return undefined;
  const [inText, inSource] = [placesOf(part, text), placesOf(part, source)];
  const start = inText.length === inSource.length ? inSource[inText.indexOf(from)] : undefined;
  return start === undefined ? undefined : { start, end: start + part.length };
}

function placesOf(part: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}
