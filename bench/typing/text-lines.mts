// A text as its typist sees it: lines that change. Splicing lines keeps the typist out of the measured time, whatever the size.

/** As in LSP: zero-based line, zero-based UTF-16 character. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** One change of the text, as LSP sends it. */
export interface Change {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

export class TextLines {
  readonly #lines: string[];

  constructor(text: string) {
    this.#lines = text.split('\n');
  }

  get count(): number {
    return this.#lines.length;
  }

  /** Empty behind the last line. */
  line(index: number): string {
    return this.#lines[index] ?? '';
  }

  lines(from: number, count: number): readonly string[] {
    return this.#lines.slice(from, from + count);
  }

  /** The whole text. */
  toString(): string {
    return this.#lines.join('\n');
  }

  apply({ range: { start, end }, text }: Change): void {
    const before = this.line(start.line).slice(0, start.character);
    const after = this.line(end.line).slice(end.character);
    this.#lines.splice(start.line, end.line - start.line + 1, ...(before + text + after).split('\n'));
  }
}
