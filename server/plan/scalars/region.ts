// Time zones and countries.
import type { Read } from '../scalar.ts';
import { inner, refused, understood } from './outcome.ts';

/** Names that the engine lists, made when a plan first names one: to ask for a single one takes far longer, each time. */
let listed: ReadonlySet<string> | undefined;

/** A time zone of the IANA list. Problems: `schema`. */
export function parseTimezone(text: string): Read<string> {
  const name = text.trim();
  listed ??= new Set(Intl.supportedValuesOf('timeZone'));
  if (listed.has(name)) return { ok: true, value: name };
  try {
    // It knows other names for some, and refuses what it does not know.
    new Intl.DateTimeFormat('en', { timeZone: name });
    return { ok: true, value: name };
  } catch {
    return refused('schema', 'unknown-timezone', { text: name }, inner(text));
  }
}

/** Two letters of ISO 3166, and a region where holidays differ. Problems: `schema`. */
export function parseCountry(text: string): Read<string> {
  const code = text.trim();
  if (code === '中国') return understood('CN', text, 'CN');
  if (!/^[a-z]{2}(?:-[a-z\d]{1,3}){0,2}$/i.test(code)) {
    return refused('schema', 'not-a-country', { text: code }, inner(text));
  }
  return understood(code.toUpperCase(), text, code.toUpperCase());
}
