// The files that open plans name (included files, subplans, baselines): loaded once, dropped when no open plan uses them.
import type { FileLookup, LoadedFile } from '../plan/plan.ts';
import type { Tree } from '../text/tree.ts';
import type { FileSource } from './file-source.ts';
import { normalUri, resolvePath } from './path.ts';

/** What one analysis asked for. */
export interface Lookups {
  readonly lookup: FileLookup;
  /** Files that it was given, or told why not, by URI. */
  readonly used: ReadonlySet<string>;
  /** Files that nobody has loaded yet: load them and analyse again. */
  readonly missing: ReadonlySet<string>;
}

/** A text that is in the editor: a tree, or what takes its place. A new version is a new object. */
export type OpenText = Pick<Tree, 'text'>;

/** The loaded files, by URI. `inEditor` tells the text of a file that is open in the editor: that one counts, saved or not. */
export class LoadedFiles {
  readonly #loaded = new Map<string, LoadedFile>();
  readonly #loading = new Map<string, Promise<void>>();
  readonly #opened = new WeakMap<OpenText, LoadedFile>();
  readonly #source: FileSource;
  readonly #inEditor: (uri: string) => OpenText | undefined;

  constructor(source: FileSource, inEditor: (uri: string) => OpenText | undefined) {
    this.#source = source;
    this.#inEditor = inEditor;
  }

  /** A lookup for one analysis of the plan `uri` that notes what it is asked. Paths of loaded files are URIs. */
  lookups(uri: string): Lookups {
    const used = new Set<string>();
    const missing = new Set<string>();
    const lookup: FileLookup = (path, from) => {
      const target = resolvePath(path, from === '' ? uri : from);
      if (target === undefined) return { path, text: undefined, failure: 'outside' };
      used.add(target);
      const file = this.#openedFile(target) ?? this.#loaded.get(target);
      if (!file) missing.add(target);
      return file;
    };
    return { lookup, used, missing };
  }

  /** Loads those that are not loaded; the same file once, however many ask. */
  async load(uris: Iterable<string>, within: readonly string[]): Promise<void> {
    await Promise.all([...uris].map((uri) => this.#load(uri, within)));
  }

  /** Forgets a file that changed. */
  forget(uri: string): void {
    this.#loaded.delete(normalUri(uri));
    this.#loading.delete(normalUri(uri));
  }

  /** Forgets what was a folder, with all that was in it. */
  forgetBelow(uri: string): void {
    const path = normalUri(uri);
    this.forget(path);
    for (const held of [this.#loaded, this.#loading])
      for (const one of held.keys()) if (one.startsWith(`${path}/`)) held.delete(one);
  }

  forgetAll(): void {
    this.#loaded.clear();
    this.#loading.clear();
  }

  /** Drops every file that is not in use. */
  keep(used: ReadonlySet<string>): void {
    for (const uri of this.#loaded.keys()) if (!used.has(uri)) this.#loaded.delete(uri);
  }

  /** The text of a file that was loaded, or is open. */
  textOf(uri: string): string | undefined {
    return (this.#openedFile(uri) ?? this.#loaded.get(uri))?.text;
  }

  get count(): number {
    return this.#loaded.size;
  }

  #load(uri: string, within: readonly string[]): Promise<void> {
    if (this.#loaded.has(uri)) return Promise.resolve();
    const running = this.#loading.get(uri);
    if (running) return running;
    const loading = this.#source.read(uri, within).then((answer) => {
      // A file that changed while it was read is being read again.
      if (this.#loading.get(uri) !== loading) return;
      this.#loading.delete(uri);
      this.#loaded.set(
        uri,
        'text' in answer ? { path: uri, text: answer.text } : { path: uri, text: undefined, ...answer },
      );
    });
    this.#loading.set(uri, loading);
    return loading;
  }

  /** One LoadedFile per version of an open document: who compares by identity sees that nothing changed. */
  #openedFile(uri: string): LoadedFile | undefined {
    const tree = this.#inEditor(uri);
    if (!tree) return undefined;
    const known = this.#opened.get(tree);
    if (known) return known;
    const file: LoadedFile = { path: uri, text: tree.text() };
    this.#opened.set(tree, file);
    return file;
  }
}
