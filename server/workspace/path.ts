// Paths as written in a plan: from the file that names them to the URI they mean.
import { URI, Utils } from 'vscode-uri';

/** One spelling for every URI of the same file: editors differ in what they escape. */
export function normalUri(uri: string): string {
  return URI.parse(uri).toString();
}

/** The folder that a file lies in, as a URI. */
export function folderOf(uri: string): string {
  return parent(URI.parse(uri)).toString();
}

/** Whether any of these files or folders, by URI, is used or holds what is used. */
export function usesAny(used: ReadonlySet<string>, changed: ReadonlySet<string>): boolean {
  for (const uri of changed) {
    if (used.has(uri)) return true;
    if (mayBeFolder.test(uri)) for (const one of used) if (one.startsWith(`${uri}/`)) return true;
  }
  return false;
}

const mayBeFolder = /^(?!.*\.ya?ml$)/i;

/** Where a file (or what lies in a folder) is after renames: itself, where it stays. All are URIs. */
export function movedUri(
  uri: string,
  renames: readonly { readonly oldUri: string; readonly newUri: string }[],
): string {
  for (const { oldUri, newUri } of renames) {
    const [from, to] = [normalUri(oldUri), normalUri(newUri)];
    if (uri === from) return to;
    if (uri.startsWith(`${from}/`)) return `${to}${uri.slice(from.length)}`;
  }
  return uri;
}

/** Whether a file lies in a folder or below it, by name alone (both URIs). */
export function isInside(uri: string, folder: string): boolean {
  const file = URI.parse(uri);
  const root = URI.parse(folder);
  if (file.scheme !== root.scheme || file.authority !== root.authority) return false;
  return root.path === '/' || file.path === root.path || file.path.startsWith(`${root.path.replace(/\/$/, '')}/`);
}

/**
 * The URI that a relative path means in the file `from`. Undefined for what is no relative path of a file: absolute paths, drive
 * letters and URLs, texts with control characters, and every path in a file that lies nowhere yet (`untitled:`).
 */
export function resolvePath(path: string, from: string): string | undefined {
  const base = URI.parse(from);
  if (path === '' || !base.path.startsWith('/') || unsafe.test(path)) return undefined;
  return Utils.joinPath(parent(base), path).toString();
}

/** The relative path by which the file `from` names the file `to` (URIs); undefined where they lie in different places altogether. */
export function relativePath(from: string, to: string): string | undefined {
  const [base, target] = [URI.parse(from), URI.parse(to)];
  if (base.scheme !== target.scheme || base.authority !== target.authority) return undefined;
  const way = base.path.split('/').slice(0, -1);
  const goal = target.path.split('/');
  let shared = 0;
  while (shared < way.length && shared < goal.length - 1 && way[shared] === goal[shared]) shared += 1;
  const path = [...way.slice(shared).fill('..'), ...goal.slice(shared)].join('/');
  return resolvePath(path, from) === target.toString() ? path : undefined;
}

/** Absolute on some system, a scheme (`https:`), a drive (`c:`), or with control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is refused.
const unsafe = /^[/\\]|^[a-z][a-z0-9+.-]*:|[\u0000-\u001f]/i;

function parent(file: URI): URI {
  return file.with({ path: file.path.replace(/\/[^/]*$/, '') || '/', query: '', fragment: '' });
}
