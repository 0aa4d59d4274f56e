// Files from the disk, for the doors that run in Node.js: plain files inside the given folders only, wherever links lead.
import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { type FileFailure, type FileSource, type FileText, largestFile } from '../workspace/file-source.ts';
import { isInside } from '../workspace/path.ts';
import { planText } from './plan-text.ts';
import { yamlFiles } from './yaml-files.ts';

/** Reads UTF-8 text of `file:` URIs. Directories, devices, pipes, binary and other-encoded files are `unreadable`. */
export const diskFiles: FileSource = {
  read: (uri, within) =>
    // By name first: whether a file exists elsewhere is nothing to tell either.
    within.some((folder) => isInside(uri, folder)) ? readInside(uri, within) : Promise.resolve({ failure: 'outside' }),
  list: yamlFiles,
};

function readInside(uri: string, within: readonly string[]): Promise<FileText> {
  return read(URI.parse(uri).fsPath, within).catch((error: unknown) => ({ failure: failureOf(error) }));
}

async function read(path: string, within: readonly string[]): Promise<FileText> {
  const folders = await Promise.all(within.filter((uri) => uri.startsWith('file:')).map(realFolder));
  const real = await realpath(path);
  if (!folders.some((folder) => folder !== undefined && holds(folder, real))) return { failure: 'outside' };
  // Not following a link that came since, and not waiting for the other end of a pipe.
  const file = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { size } = await file.stat().then((stat) => (stat.isFile() ? stat : { size: -1 }));
    if (size < 0) return { failure: 'unreadable' };
    if (size > largestFile) return { failure: 'too-large' };
    return planText(await file.readFile());
  } finally {
    await file.close();
  }
}

async function realFolder(uri: string): Promise<string | undefined> {
  return realpath(URI.parse(uri).fsPath).catch(() => undefined);
}

function holds(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function failureOf(error: unknown): FileFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable';
}
