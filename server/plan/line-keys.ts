// What stands before the first colon of a line: whether an id that can't be read stands somewhere all the same.
import type { Piece, Tree } from '../text/tree.ts';

const beforeColon = /(?<![^\r\n])[ \t-]*([^\s:：-][^:：\r\n]*)[:：]/g;

/**
 * Belongs to a plan and its later versions. Nothing is read before the first question; from then on only the lines that another
 * version has in place of others.
 */
export class LineKeys {
  #tree: Tree | undefined;
  /** How many lines have this before their first colon. */
  readonly #counts = new Map<string, number>();

  /** To be called for each version: what has changed since an earlier one is little then. */
  follow(tree: Tree): void {
    if (this.#tree !== undefined) this.#read(tree);
  }

  has(id: string, tree: Tree): boolean {
    this.#read(tree);
    return this.#counts.has(id);
  }

  #read(tree: Tree): void {
    if (this.#tree === tree) return;
    const [before, { pieces }] = [this.#tree?.pieces ?? [], tree];
    const { head, tail } = this.#tree ? tree.piecesSince(this.#tree) : { head: 0, tail: 0 };
    for (let at = head; at < before.length - tail; at++) this.#count(before[at], -1);
    for (let at = head; at < pieces.length - tail; at++) this.#count(pieces[at], 1);
    this.#tree = tree;
  }

  #count(piece: Piece | undefined, by: 1 | -1): void {
    for (const [, written = ''] of piece?.text.matchAll(beforeColon) ?? []) {
      const key = written.trimEnd();
      const count = (this.#counts.get(key) ?? 0) + by;
      if (count === 0) this.#counts.delete(key);
      else this.#counts.set(key, count);
    }
  }
}
