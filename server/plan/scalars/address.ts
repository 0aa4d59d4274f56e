// Addresses on the web, and paths of files in the workspace.
import type { Read } from '../scalar.ts';
import { inner, refused } from './outcome.ts';

const onTheWeb = /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i;
const scheme = /^[a-z][a-z\d+.-]*:/i;
/** A file beside the plan: with a directory or an ending, without blanks. */
const besideThePlan = /^[^\s:]*[^\s:/](?:\/|\.[a-z\d]+)[^\s:]*$/i;

/** An address with `http:`, `https:` or `mailto:`, or a file's path; nothing that a click could run. Problems: `schema`. */
export function parseUrl(text: string): Read<string> {
  const trimmed = text.trim();
  const isPath = besideThePlan.test(trimmed) && !/^www\./i.test(trimmed);
  if (onTheWeb.test(trimmed) || (isPath && !scheme.test(trimmed))) return { ok: true, value: trimmed };
  const suggestion = /^www\.[^\s:]+$/i.test(trimmed) ? `https://${trimmed}` : undefined;
  return refused('schema', 'not-a-url', { text: trimmed }, inner(text), suggestion);
}

/** A path from the file that names it, with `/` between its parts. Problems: `schema`. */
export function parsePath(text: string): Read<string> {
  const trimmed = text.trim();
  const slashed = trimmed.replaceAll('\\', '/');
  const isRelative = slashed !== '' && !slashed.startsWith('/') && !scheme.test(slashed) && !slashed.includes('\0');
  if (isRelative && slashed === trimmed) return { ok: true, value: trimmed };
  return refused('schema', 'not-a-path', { text: trimmed }, inner(text), isRelative ? slashed : undefined);
}
