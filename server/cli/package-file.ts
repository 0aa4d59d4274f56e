// Files that come with the program.
import { join } from 'node:path';

/** The path of a file of the package: the bundle stands in its folder `dist`. */
export function packageFile(path: string): string {
  return join(__dirname, '..', path);
}
