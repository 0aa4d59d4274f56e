// The YAML files in folders on the disk, found step by step; links are not followed.
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { isYaml, mostFiles } from '../workspace/file-source.ts';

/** Folders that hold no plans of people. */
const passedOver: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);

/** More folders are not looked into. */
const mostFolders = 20_000;

/** URIs of all YAML files in the folders (URIs) and below them, the upper ones first; at most `mostFiles`. Folders that can't be read are passed over. */
export async function yamlFiles(folders: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  const open = folders.filter((uri) => uri.startsWith('file:')).map((uri) => URI.parse(uri).fsPath);
  const seen = new Set(open);
  for (const folder of open) {
    for (const entry of await entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !passedOver.has(entry.name) && !seen.has(path) && open.length < mostFolders) {
        seen.add(path);
        open.push(path);
      } else if (entry.isFile() && isYaml(entry.name)) found.push(URI.file(path).toString());
      if (found.length === mostFiles) return found;
    }
  }
  return found;
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
