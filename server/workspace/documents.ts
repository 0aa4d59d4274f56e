// The open documents: one tree each, kept up to date edit by edit.
import type { TextChange, Tree } from '../text/tree.ts';
import { normalUri } from './path.ts';

/** The steps to a tree. */
export type Opening = Generator<undefined, Tree>;

/** A text that is open in the editor. A new version is a new value. */
export class OpenDocument {
  /** As the editor spells it. */
  readonly uri: string;
  readonly version: number;
  #text: Tree | Opening;

  constructor(uri: string, version: number, text: Tree | Opening) {
    this.uri = uri;
    this.version = version;
    this.#text = text;
  }

  /** The text as a tree: opened to its end by whoever asks first. */
  get tree(): Tree {
    for (;;) {
      const tree = this.#step();
      if (tree) return tree;
    }
  }

  /** Opens the text step by step: a long one takes seconds. */
  *open(): Opening {
    for (;;) {
      const tree = this.#step();
      if (tree) return tree;
      yield;
    }
  }

  #step(): Tree | undefined {
    if (!('next' in this.#text)) return this.#text;
    const step = this.#text.next();
    if (step.done !== true) return undefined;
    this.#text = step.value;
    return step.value;
  }
}

/** The open documents by URI, however it is spelt. */
export class Documents {
  readonly #open = new Map<string, OpenDocument>();
  readonly #openTree: (text: string) => Opening;

  constructor(openTree: (text: string) => Opening) {
    this.#openTree = openTree;
  }

  get(uri: string): OpenDocument | undefined {
    return this.#open.get(normalUri(uri));
  }

  all(): Iterable<OpenDocument> {
    return this.#open.values();
  }

  open(uri: string, version: number, text: string): OpenDocument {
    return this.#keep(new OpenDocument(uri, version, this.#openTree(text)));
  }

  /** Undefined for a document that isn't open. */
  change(uri: string, version: number, changes: readonly TextChange[]): OpenDocument | undefined {
    const before = this.get(uri);
    return before && this.#keep(new OpenDocument(before.uri, version, before.tree.edit(changes)));
  }

  close(uri: string): void {
    this.#open.delete(normalUri(uri));
  }

  #keep(document: OpenDocument): OpenDocument {
    this.#open.set(normalUri(document.uri), document);
    return document;
  }
}
