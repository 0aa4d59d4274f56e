// A plan's file gets a new text: its byte-order mark stays.
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { commandLineWords } from '../words/command-line.ts';
import { plainWording, say } from '../words/words.ts';
import type { Terminal } from './terminal.ts';

/** A byte-order mark, which is no part of the text. */
export function hasMark(bytes: Uint8Array): boolean {
  return byteOrderMark.every((byte, at) => bytes[at] === byte);
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** False where the file can't be written, which is said. */
export async function writePlan(path: string, text: string, terminal: Terminal): Promise<boolean> {
  const full = resolve(terminal.folder, path);
  try {
    const before = await readFile(full);
    await writeFile(full, Buffer.concat([hasMark(before) ? byteOrderMark : Buffer.of(), Buffer.from(text, 'utf8')]));
    return true;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    terminal.error(`${say(commandLineWords['cant-write'], { path, reason }, plainWording(terminal.locale))}\n`);
    return false;
  }
}
