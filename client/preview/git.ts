// What of VS Code's Git extension is used: which revisions there are, and what a file was in one of them.
import { type Event, extensions, type Uri } from 'vscode';
import { clientText } from '../words.ts';
import { fileName } from './plan-documents.ts';

/** The part of the extension's API (version 1) that is used here. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}
interface GitApi {
  getRepository(uri: Uri): GitRepository | null;
  openRepository?(root: Uri): Promise<GitRepository | null>;
}
interface GitRepository {
  readonly rootUri: Uri;
  readonly state: { readonly onDidChange: Event<void> };
  getCommit(ref: string): Promise<{ readonly hash: string }>;
  show(ref: string, path: string): Promise<string>;
  getRefs?(query: { readonly sort?: 'committerdate' }): Promise<readonly GitRef[]>;
  log?(options: { readonly maxEntries?: number; readonly path?: string }): Promise<readonly GitCommit[]>;
}
interface GitRef {
  readonly type: number;
  readonly name?: string;
  readonly commit?: string;
}
interface GitCommit {
  readonly hash: string;
  readonly message: string;
  readonly authorDate?: Date;
}

/** Something that a plan can be compared with. */
export interface Revision {
  /** As Git takes it. */
  readonly ref: string;
  readonly kind: 'head' | 'branch' | 'tag' | 'commit';
  readonly about: string;
}

const kinds: Readonly<Record<number, Revision['kind']>> = { 0: 'branch', 1: 'branch', 2: 'tag' };
/** Commits that are offered: older ones can be named. */
const mostCommits = 30;

/** The history of a file, where it is in a repository that VS Code knows. */
export class FileHistory {
  readonly #repository: GitRepository;

  private constructor(repository: GitRepository) {
    this.#repository = repository;
  }

  /** Why a file has no history, in the reader's words. */
  static whyNone(file: Uri): string {
    const name = fileName(file);
    return clientText(extensions.getExtension('vscode.git') === undefined ? 'no-git-extension' : 'no-git', { name });
  }

  /** Undefined where there is no Git, or the file is in no repository. */
  static async of(file: Uri): Promise<FileHistory | undefined> {
    const extension = extensions.getExtension<GitExtension>('vscode.git');
    if (extension === undefined || file.scheme === 'untitled') return undefined;
    const git = extension.isActive ? extension.exports : await extension.activate();
    if (!git.enabled) return undefined;
    const api = git.getAPI(1);
    const repository =
      api.getRepository(file) ??
      (await api.openRepository?.(file.with({ path: folderOf(file.path) }))) ??
      api.getRepository(file);
    return repository === null || repository === undefined ? undefined : new FileHistory(repository);
  }

  /** The commit that a name means now. Rejects where Git knows none. */
  async commit(ref: string): Promise<string> {
    return (await this.#repository.getCommit(ref)).hash;
  }

  /** A file's text in a revision; null where it was not there. */
  async text(commit: string, file: Uri): Promise<string | null> {
    const root = this.#repository.rootUri.path;
    if (!file.path.startsWith(root.endsWith('/') ? root : `${root}/`)) return null;
    return this.#repository.show(commit, file.fsPath).catch(() => null);
  }

  /** The last commit, branches, tags, and the latest commits of a file. */
  async revisions(file: Uri): Promise<readonly Revision[]> {
    const [refs, commits] = await Promise.all([
      this.#repository.getRefs?.({ sort: 'committerdate' }).catch(() => []) ?? [],
      this.#repository.log?.({ maxEntries: mostCommits, path: file.fsPath }).catch(() => []) ?? [],
    ]);
    return [
      { ref: 'HEAD', kind: 'head', about: '' },
      ...refs.flatMap(({ type, name, commit }): readonly Revision[] =>
        name === undefined ? [] : [{ ref: name, kind: kinds[type] ?? 'branch', about: commit?.slice(0, 8) ?? '' }],
      ),
      ...commits.map(
        ({ hash, message, authorDate }): Revision => ({
          ref: hash.slice(0, 10),
          kind: 'commit',
          about: [message.split('\n')[0] ?? '', authorDate?.toISOString().slice(0, 10) ?? ''].join(' · '),
        }),
      ),
    ];
  }

  /** Tells when branches, tags or the last commit may mean something else. */
  get onDidChange(): Event<void> {
    return this.#repository.state.onDidChange;
  }
}

function folderOf(path: string): string {
  return path.replace(/\/[^/]*$/, '') || '/';
}
