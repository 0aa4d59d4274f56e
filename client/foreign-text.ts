// The text of a file that another program wrote, wherever the file is.
import { FileType, type Uri, workspace } from 'vscode';

/** More than any project that people keep, in bytes. */
const largest = 40 * 1024 * 1024;

/** UTF-8, or UTF-16 with a byte-order mark; else why it is none. */
export async function foreignText(
  file: Uri,
): Promise<string | { readonly failure: 'import-too-large' | 'import-unreadable' }> {
  try {
    const { type, size } = await workspace.fs.stat(file);
    if ((type & FileType.File) === 0) return { failure: 'import-unreadable' };
    if (size > largest) return { failure: 'import-too-large' };
    const bytes = await workspace.fs.readFile(file);
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return { failure: 'import-unreadable' };
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
