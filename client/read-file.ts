// Reads a file for a server that can't: in a browser, and in workspaces that are on no disk.
import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { ReadFileAnswer, ReadFileParams } from '../server/protocol.ts';

/** Nothing that people write is larger, in bytes. */
const largestFile = 8 * 1024 * 1024;

/** The text of a file of the workspace; what a link leads to is not looked at, be it a file or a folder on the way. It never rejects. */
export async function readFile(params: ReadFileParams): Promise<ReadFileAnswer> {
  try {
    const uri = Uri.parse(params.uri, true);
    const folder = workspace.getWorkspaceFolder(uri);
    if (!folder || (await goesThroughLink(uri, folder.uri))) return { failure: 'outside' };
    const { type, size } = await workspace.fs.stat(uri);
    if (type & FileType.SymbolicLink) return { failure: 'outside' };
    if (type !== FileType.File) return { failure: 'unreadable' };
    if (size > largestFile) return { failure: 'too-large' };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await workspace.fs.readFile(uri)) };
  } catch (error) {
    return { failure: error instanceof FileSystemError && error.code === 'FileNotFound' ? 'missing' : 'unreadable' };
  }
}

/** Whether one of the folders between the workspace's folder and a file is a link. */
async function goesThroughLink(file: Uri, folder: Uri): Promise<boolean> {
  for (let at = Uri.joinPath(file, '..'); at.path.length > folder.path.length; at = Uri.joinPath(at, '..'))
    if ((await workspace.fs.stat(at)).type & FileType.SymbolicLink) return true;
  return false;
}
