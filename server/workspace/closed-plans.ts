// The plans of the workspace that are not open: analysed from their files when somebody asks, and not kept; what is kept is how long an analysis holds.
import type { Analysis } from '../analysis.ts';
import type { FileSource } from './file-source.ts';
import { LoadedFiles, type OpenText } from './loaded-files.ts';
import { normalUri, usesAny } from './path.ts';
import { shortPrint } from './short-print.ts';

/** What one analysis of a closed plan was made from. The same object stands for the same outcome. */
export interface Basis {
  /** The plan's own file and all that it names, by URI. */
  readonly used: ReadonlySet<string>;
  readonly day: number;
  /** What those files said, in short; undefined while that is not known yet. */
  readonly print?: string;
}

export interface ClosedPlan {
  readonly uri: string;
  readonly basis: Basis;
  /** Undefined where the file has no text. */
  readonly analysis: Analysis | undefined;
}

export interface ClosedParts {
  readonly files: FileSource;
  readonly inEditor: (uri: string) => OpenText | undefined;
  /** The settled analysis of a text with the files that it names; undefined when nobody wants it any more. */
  readonly analyse: (
    uri: string,
    text: string,
    files: LoadedFiles,
    wanted: () => boolean,
  ) => Promise<{ readonly analysis: Analysis; readonly used: ReadonlySet<string> } | undefined>;
  readonly foldersFor: (uri: string) => readonly string[];
  readonly today: () => number;
}

export class ClosedPlans {
  readonly #bases = new Map<string, Basis>();
  /** Plans whose files may have changed. */
  readonly #doubtful = new Set<string>();
  readonly #parts: ClosedParts;

  constructor(parts: ClosedParts) {
    this.#parts = parts;
  }

  /** What the newest analysis of a plan was made from, as long as that holds; where that is in doubt, its files are read with `files`. */
  async basisOf(uri: string, files: LoadedFiles): Promise<Basis | undefined> {
    const path = normalUri(uri);
    const basis = this.#bases.get(path);
    if (basis?.day !== this.#parts.today()) return undefined;
    if (!this.#doubtful.delete(path)) return basis;
    await files.load(basis.used, this.#parts.foldersFor(path));
    if (this.#bases.get(path) !== basis) return undefined;
    if (basis.print !== undefined && basis.print === printOf(basis.used, files)) return basis;
    this.#bases.delete(path);
    return undefined;
  }

  /** Files to read plans with, one after the other: each is read once. */
  files(): LoadedFiles {
    return new LoadedFiles(this.#parts.files, this.#parts.inEditor);
  }

  /** What a file says; undefined where it can't be read. */
  async text(uri: string, files: LoadedFiles): Promise<string | undefined> {
    const path = normalUri(uri);
    await files.load([path], this.#parts.foldersFor(path));
    return files.textOf(path);
  }

  /** Undefined when nobody wants it any more. */
  async analyse(uri: string, files: LoadedFiles, wanted: () => boolean): Promise<ClosedPlan | undefined> {
    const path = normalUri(uri);
    const day = this.#parts.today();
    // What changes from here on makes the basis invalid.
    const begun: Basis = { used: new Set([path]), day };
    this.#bases.set(path, begun);
    this.#doubtful.delete(path);
    const text = await this.text(path, files);
    const made = text === undefined ? undefined : await this.#parts.analyse(uri, text, files, wanted);
    if (!wanted() || (text !== undefined && made === undefined)) {
      if (this.#bases.get(path) === begun) this.#bases.delete(path);
      return undefined;
    }
    const used = new Set([path, ...(made?.used ?? [])]);
    const basis: Basis = { used, day, print: printOf(used, files) };
    if (this.#bases.get(path) === begun) this.#bases.set(path, basis);
    return { uri, basis, analysis: made?.analysis };
  }

  /** Files changed; whether that concerns a plan whose analysis held so far. */
  changed(uris: ReadonlySet<string>): boolean {
    let concerns = false;
    for (const [path, { used }] of this.#bases)
      if (usesAny(used, uris)) concerns = this.#bases.delete(path) || concerns;
    return concerns;
  }

  /** Any file may have changed. */
  doubtAll(): void {
    for (const path of this.#bases.keys()) this.#doubtful.add(path);
  }

  forgetAll(): void {
    this.#bases.clear();
    this.#doubtful.clear();
  }
}

/** A number for what files say. */
function printOf(used: ReadonlySet<string>, files: LoadedFiles): string {
  return shortPrint([...used].map((path) => `${path}\0${files.textOf(path) ?? '\0'}`).join('\0'));
}
