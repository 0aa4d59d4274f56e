// Where reference data made by others lies: beside the project, never in it. Tests that need it are skipped where it is absent, and say so.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** The folder of one kind of data, and the name of a test suite that says when it is not there. */
export function referenceData(name: string): {
  readonly folder: string;
  readonly isThere: boolean;
  title(text: string): string;
} {
  const folder = `${root}${name}/`;
  const isThere = existsSync(folder);
  return { folder, isThere, title: (text) => (isThere ? text : `${text} (skipped: no reference data in ${folder})`) };
}
