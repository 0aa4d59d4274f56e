// Earlier texts of a plan for its preview to be compared with: given to the server once, and again when they mean something else.
import { type Disposable, type Uri, workspace } from 'vscode';
import type { ChartParams } from '../../server/protocol.ts';
import type { AgainstChoice } from '../page/messages.ts';
import { clientText } from '../words.ts';
import { FileHistory } from './git.ts';
import { fileName } from './plan-documents.ts';
import type { PlanSource } from './plan-source.ts';

type Against = NonNullable<ChartParams['against']>;

/** Files may name files: nobody does that deeper. */
const deepest = 16;

/** Nothing can be compared with that; the message says why. */
export class NoEarlierText extends Error {}

export class Earlier implements Disposable {
  readonly #source: PlanSource;
  readonly #changed: () => void;
  /** What the server has. */
  #given: { readonly wish: string; readonly key: string } | undefined;
  #history: Disposable | undefined;
  #count = 0;
  readonly #saves: Disposable;

  /** `changed` hears that an earlier text is another one now. */
  constructor(source: PlanSource, changed: () => void) {
    this.#source = source;
    this.#changed = changed;
    this.#saves = workspace.onDidSaveTextDocument(({ uri }) => {
      if (this.#given?.wish !== JSON.stringify([uri.toString(), { kind: 'saved' }])) return;
      this.forget();
      changed();
    });
  }

  /** What the server is to compare with; undefined: as it does by itself. Rejects with `NoEarlierText`. */
  async against(uri: Uri, choice: AgainstChoice | undefined): Promise<Against | undefined> {
    if (choice === undefined || choice.kind === 'baseline' || choice.kind === 'nothing') {
      this.forget();
      return choice?.kind === 'nothing' ? { kind: 'nothing' } : choice;
    }
    const wish = JSON.stringify([uri.toString(), choice]);
    if (this.#given?.wish !== wish) {
      this.forget();
      this.#count += 1;
      const key = `${choice.kind} ${this.#count}`;
      await (choice.kind === 'saved' ? this.#giveSaved(uri, key) : this.#giveRevision(uri, choice.ref, key));
      this.#given = { wish, key };
    }
    return { kind: 'version', key: this.#given.key };
  }

  /** The server may know nothing any more. */
  forget(): void {
    this.#given = undefined;
    this.#history?.dispose();
    this.#history = undefined;
  }

  dispose(): void {
    this.forget();
    this.#saves.dispose();
  }

  async #giveSaved(uri: Uri, key: string): Promise<void> {
    const text = await textOf(uri);
    if (text === null) throw new NoEarlierText(clientText('never-saved', { name: fileName(uri) }));
    await this.#source.earlier(uri, { key, text });
  }

  async #giveRevision(uri: Uri, ref: string, key: string): Promise<void> {
    const history = await FileHistory.of(uri).catch(() => undefined);
    if (history === undefined) throw new NoEarlierText(FileHistory.whyNone(uri));
    const commit = await history.commit(ref).catch(() => undefined);
    if (commit === undefined) throw new NoEarlierText(clientText('unknown-revision', { ref }));
    const text = await history.text(commit, uri);
    if (text === null) throw new NoEarlierText(clientText('not-in-revision', { ref, name: fileName(uri) }));
    let files: Readonly<Record<string, string | null>> = {};
    for (let round = 0; round < deepest; round++) {
      const missing = await this.#source.earlier(uri, { key, text, files });
      if (missing.length === 0) break;
      const found = await Promise.all(
        missing.map(async (file) => [file, await history.text(commit, uri.with({ path: pathOf(file) }))] as const),
      );
      files = { ...files, ...Object.fromEntries(found) };
    }
    // A branch may be moved, and HEAD goes with every commit.
    this.#history = history.onDidChange(async () => {
      if ((await history.commit(ref).catch(() => undefined)) === commit) return;
      this.forget();
      this.#changed();
    });
  }
}

async function textOf(uri: Uri): Promise<string | null> {
  if (uri.scheme === 'untitled') return null;
  return workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => null,
  );
}

/** The path of a URI that the server wrote. */
function pathOf(uri: string): string {
  return decodeURIComponent(new URL(uri).pathname);
}
