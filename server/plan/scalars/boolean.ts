// `true` and `false`; other languages' and tools' words for them are understood.
import type { Read } from '../scalar.ts';
import { inner, refused, understood } from './outcome.ts';

const words: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'y', 'on', '是', '对', '真'].map((word): [string, boolean] => [word, true]),
  ...['false', 'no', 'n', 'off', '否', '不', '假'].map((word): [string, boolean] => [word, false]),
]);

/** Yes or no. Problems: `schema`. */
export function parseBoolean(text: string): Read<boolean> {
  const value = words.get(text.trim().toLowerCase());
  if (value === undefined) return refused('schema', 'not-a-boolean', { text: text.trim() }, inner(text));
  return understood(value, text, String(value));
}
