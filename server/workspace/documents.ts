// The open documents: one tree each, kept up to date edit by edit.
import type { TextChange, Tree } from '../text/tree.ts';
import { normalUri } from './path.ts';

/** A text that is open in the editor. A new version is a new value. */
export interface OpenDocument {
  /** As the editor spells it. */
  readonly uri: string;
  readonly version: number;
  readonly tree: Tree;
}

/** The open documents by URI, however it is spelt. */
export class Documents {
  readonly #open = new Map<string, OpenDocument>();
  readonly #openTree: (text: string) => Tree;

  constructor(openTree: (text: string) => Tree) {
    this.#openTree = openTree;
  }

  get(uri: string): OpenDocument | undefined {
    return this.#open.get(normalUri(uri));
  }

  all(): Iterable<OpenDocument> {
    return this.#open.values();
  }

  open(uri: string, version: number, text: string): OpenDocument {
    return this.#keep({ uri, version, tree: this.#openTree(text) });
  }

  /** Undefined for a document that isn't open. */
  change(uri: string, version: number, changes: readonly TextChange[]): OpenDocument | undefined {
    const before = this.get(uri);
    return before && this.#keep({ uri: before.uri, version, tree: before.tree.edit(changes) });
  }

  close(uri: string): void {
    this.#open.delete(normalUri(uri));
  }

  #keep(document: OpenDocument): OpenDocument {
    this.#open.set(normalUri(document.uri), document);
    return document;
  }
}
