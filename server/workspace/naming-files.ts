// The texts that may name other files: open ones, the plans of the workspace's folders, and what those include.
import { writtenPaths } from '../plan/written-paths.ts';
import { openTree } from '../text/open-tree.ts';
import type { Tree } from '../text/tree.ts';
import type { LoadedFiles } from './loaded-files.ts';
import { normalUri, resolvePath } from './path.ts';

export interface NamingFile {
  /** As the editor spells it, where it is open. */
  readonly uri: string;
  readonly path: string;
  /** Null where it is not open. */
  readonly version: number | null;
  readonly tree: Tree;
}

/** More files are not looked at. */
const mostFiles = 10_000;

/** A text that says none of these words names no file. */
export const namesFiles = /include|subplans|baselines/;

/** `files` reads each file once. */
export async function namingFiles(
  open: readonly { readonly uri: string; readonly version: number; readonly tree: Tree }[],
  listed: readonly string[],
  files: LoadedFiles,
  foldersFor: (uri: string) => readonly string[],
): Promise<readonly NamingFile[]> {
  const found = new Map<string, NamingFile>();
  for (const { uri, version, tree } of open) found.set(normalUri(uri), { uri, path: normalUri(uri), version, tree });
  const asked = [...found.keys(), ...listed.map(normalUri)];
  const seen = new Set<string>();
  for (const path of asked) {
    if (seen.has(path) || seen.size === mostFiles) continue;
    seen.add(path);
    if (!found.has(path)) {
      await files.load([path], foldersFor(path));
      const text = files.textOf(path);
      if (text === undefined || !namesFiles.test(text)) continue;
      found.set(path, { uri: path, path, version: null, tree: openTree(text) });
    }
    const tree = found.get(path)?.tree;
    for (const { text } of tree ? writtenPaths(tree) : []) {
      const target = resolvePath(text.trim(), path);
      if (target !== undefined) asked.push(target);
    }
  }
  return [...found.values()];
}
