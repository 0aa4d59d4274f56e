// Ids: letters and digits of any script, `_`, `-`, `.`; compared as NFC text.
import type { Read } from '../scalar.ts';
import { inner, refused } from './outcome.ts';

/** What an id consists of. The joiners belong to the spelling of Persian and Indic words. */
export const idCharacters = String.raw`[\p{L}\p{M}\p{N}_.\u200c-\u200d\-]`;
const plainAscii = /^[\w.-]+$/;
const whole = new RegExp(`^${idCharacters}+$`, 'u');
const foreign = /[^\p{L}\p{M}\p{N}_.\u200c-\u200d-]+/gu;

/** An id as NFC text. Problems: `schema`. */
export function parseId(text: string): Read<string> {
  if (plainAscii.test(text)) return { ok: true, value: text };
  if (whole.test(text)) return { ok: true, value: text.normalize() };
  const trimmed = text.trim();
  const suggestion = trimmed.replace(foreign, '-').replace(/^-+|-+$/g, '');
  return refused('schema', 'not-an-id', { text: trimmed }, inner(text), suggestion === '' ? undefined : suggestion);
}

/** A key as an id, whether or not it is a good one: NFC, cheap for ASCII. */
export function idOf(text: string): string {
  return plainAscii.test(text) ? text : text.normalize();
}
