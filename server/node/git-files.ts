// Files as they are in a revision of Git: read only, by the program git, with nothing of the repository run.
import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { type FileSource, type FileText, largestFile } from '../workspace/file-source.ts';
import { isInside } from '../workspace/path.ts';

export type GitFailure = 'no-git-program' | 'no-repository' | 'unknown-revision';

/** The files of the revision in which a path lies, by their `file:` URIs in the working tree. The path itself need not be there any more, its folder must. */
export async function gitFiles(path: string, revision: string): Promise<FileSource | GitFailure> {
  const folder = await realpath(dirname(path)).catch(() => undefined);
  if (folder === undefined) return 'no-repository';
  const top = await git(folder, ['rev-parse', '--show-toplevel']);
  if (typeof top === 'string') return top;
  const commit = await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if (typeof commit === 'string') return commit === 'no-git-program' ? commit : 'unknown-revision';
  const [root, id] = [top.output.toString('utf8').trim(), commit.output.toString('utf8').trim()];
  return { read: (uri, within) => (within.some((one) => isInside(uri, one)) ? readBlob(root, id, uri) : outside()) };
}

function outside(): Promise<FileText> {
  return Promise.resolve({ failure: 'outside' });
}

async function readBlob(root: string, commit: string, uri: string): Promise<FileText> {
  const path = URI.parse(uri).fsPath;
  // Links on the way to the folder are those of today; inside the repository Git's own names count.
  const folder = await realpath(dirname(path)).catch(() => dirname(path));
  const way = relative(root, `${folder}${sep}${path.slice(dirname(path).length + 1)}`)
    .split(sep)
    .join('/');
  if (way.startsWith('../')) return { failure: 'outside' };
  const blob = await git(root, ['cat-file', 'blob', `${commit}:${way}`]);
  if (typeof blob === 'string') return { failure: 'missing' };
  if (blob.output.length > largestFile) return { failure: 'too-large' };
  if (blob.output.includes(0)) return { failure: 'unreadable' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(blob.output) };
  } catch {
    return { failure: 'unreadable' };
  }
}

/** Nothing is fetched, nobody is asked for a password, no lock is taken. */
const quiet = { GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };

function git(
  folder: string,
  words: readonly string[],
): Promise<{ readonly output: Buffer } | 'no-git-program' | 'no-repository'> {
  return new Promise((resolve) => {
    execFile(
      'git',
      ['-C', folder, ...words],
      { encoding: 'buffer', maxBuffer: largestFile + 1024, env: { ...process.env, ...quiet } },
      (error, output) => {
        if (!error) resolve({ output });
        else resolve('code' in error && error.code === 'ENOENT' ? 'no-git-program' : 'no-repository');
      },
    );
  });
}
