// What comes in by standard input, where `-` stands for a file: it lies at a path, though nothing of it is on the disk.
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { diskFiles } from '../node/disk-files.ts';
import { planText } from '../node/plan-text.ts';
import { commandLineWords } from '../words/command-line.ts';
import { type Phrase, plainWording, say } from '../words/words.ts';
import { type FileSource, type FileText, largestFile } from '../workspace/file-source.ts';
import type { StandardInput, Terminal } from './terminal.ts';
import { hasMark } from './write-plan.ts';

/** Stands for standard input among the files of a command; a file of this name is `./-`. */
export const dash = '-';

const nameless = 'stdin.plan.yaml';

export interface InputOptions {
  /** The path at which the text would lie. */
  readonly stdinFilename?: string;
  /** The flag that writes into files, where it is set. */
  readonly writes?: string | false;
  /** In bytes; more is no plan. */
  readonly most?: number;
}

/** The terminal with what came in, where one of the names asks for it; undefined after saying why that can't be. */
export async function withInput(
  names: readonly string[],
  { stdinFilename, writes, most = largestFile }: InputOptions,
  terminal: Terminal,
): Promise<Terminal | undefined> {
  const tell = (phrase: Phrase, args: Readonly<Record<string, string>> = {}): undefined => {
    terminal.error(`${say(phrase, args, plainWording(terminal.locale))}\n`);
  };
  if (!names.includes(dash)) return stdinFilename === undefined ? terminal : tell(commandLineWords['no-dash']);
  if (writes) return tell(commandLineWords['input-is-no-file'], { flag: writes });
  if (process.stdin.isTTY) tell(commandLineWords['waiting-for-input']);
  return { ...terminal, input: { path: stdinFilename ?? nameless, content: await bytesOf(process.stdin, most) } };
}

/** No more than could be used: what never ends is told as soon as it is too much. */
async function bytesOf(stream: NodeJS.ReadStream, most: number): Promise<StandardInput['content']> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > most) return { failure: 'too-large' };
    }
  } catch {
    return { failure: 'unreadable' };
  }
  return { bytes: Buffer.concat(chunks) };
}

/** The path of what a command calls `name`. */
export function pathIn(name: string, { input }: Terminal): string {
  return name === dash && input !== undefined ? input.path : name;
}

/** Whether a path is that of what came in. */
export function isInput(path: string, { input, folder }: Terminal): boolean {
  return input !== undefined && resolve(folder, path) === resolve(folder, input.path);
}

/** The byte-order mark with which it came in, if any. */
export function markOfInput({ input }: Terminal): string {
  return input !== undefined && 'bytes' in input.content && hasMark(input.content.bytes) ? '\ufeff' : '';
}

/** The files of the disk, what came in in its place among them. */
export function filesFor(terminal: Terminal): FileSource {
  const { input, folder } = terminal;
  if (input === undefined) return diskFiles;
  const uri = URI.file(resolve(folder, input.path)).toString();
  const text: FileText = 'bytes' in input.content ? planText(input.content.bytes) : input.content;
  return {
    ...diskFiles,
    read: (asked, within) => (asked === uri ? Promise.resolve(text) : diskFiles.read(asked, within)),
  };
}
