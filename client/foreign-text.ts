// The text of a file that another program wrote, wherever the file is.
import { FileType, type Uri, workspace } from 'vscode';

/** More than any project that people keep, in bytes. */
const largest = 40 * 1024 * 1024;

/** UTF-8, or UTF-16 with a byte-order mark; bytes for the server to judge where it is neither; else why it can't be read. */
export async function foreignText(
  file: Uri,
): Promise<
  | { readonly text: string }
  | { readonly base64: string }
  | { readonly failure: 'import-too-large' | 'import-unreadable' }
> {
  try {
    const { type, size } = await workspace.fs.stat(file);
    if ((type & FileType.File) === 0) return { failure: 'import-unreadable' };
    if (size > largest) return { failure: 'import-too-large' };
    const bytes = await workspace.fs.readFile(file);
    return decoded(bytes) ?? { base64: base64Of(bytes) };
  } catch {
    return { failure: 'import-unreadable' };
  }
}

function decoded(bytes: Uint8Array): { readonly text: string } | undefined {
  try {
    return { text: new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes) };
  } catch {
    return undefined;
  }
}

function base64Of(bytes: Uint8Array): string {
  const step = 0x8000;
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += step) parts.push(String.fromCharCode(...bytes.subarray(at, at + step)));
  return btoa(parts.join(''));
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
