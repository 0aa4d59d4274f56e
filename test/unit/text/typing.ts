// Recorded typing, done again to any text: gives the changes that an editor would send. The actions are told in test/fixtures/typing/README.md.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextChange } from '../../../server/text/tree.ts';
import { linesOf } from './shape.ts';

const folder = join(import.meta.dirname, '../../fixtures/typing');

/** Recordings by name: their actions, one a line. */
export const recordings: ReadonlyMap<string, readonly string[]> = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => [
      name,
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#')),
    ]),
);

interface Replacement {
  readonly offset: number;
  readonly removed: string;
  readonly inserted: string;
}

/** Somebody at the keyboard. */
export class Typist {
  text: string;
  #caret = 0;
  #cut = '';
  #done: Replacement[] = [];
  #undone: Replacement[] = [];
  #changes: TextChange[] = [];
  readonly #lineBreak: string;

  constructor(text: string) {
    this.text = text;
    this.#lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  }

  /** The changes of one action, each to the text that the one before it left. */
  act(line: string): readonly TextChange[] {
    const [, name = '', argument = ''] = /^(\S+) ?(.*)$/.exec(line) ?? [];
    const action = actions[name];
    if (!action) throw new Error(`Nobody knows how to ${line}`);
    this.#changes = [];
    action(this, argument);
    return this.#changes;
  }

  replace(offset: number, length: number, inserted: string): void {
    const removed = this.text.slice(offset, offset + length);
    if (removed === '' && inserted === '') return;
    this.#undone = [];
    this.#done.push({ offset, removed, inserted });
    this.#apply({ offset, removed, inserted });
  }

  #apply({ offset, removed, inserted }: Replacement): void {
    const range = { start: this.#positionAt(offset), end: this.#positionAt(offset + removed.length) };
    this.#changes.push({ range, text: inserted });
    this.text = this.text.slice(0, offset) + inserted + this.text.slice(offset + removed.length);
    this.#caret = offset + inserted.length;
  }

  sendWhole(): void {
    this.#changes.push({ text: this.text });
  }

  written(argument: string): string {
    return argument.replaceAll('⏎', this.#lineBreak).replaceAll('⇥', '\t').replaceAll('␣', ' ');
  }

  type(text: string): void {
    for (const each of text.match(/\r\n|./gs) ?? []) this.replace(this.#caret, 0, each);
  }

  paste(text: string): void {
    this.replace(this.#caret, 0, text);
  }

  back(count: number): void {
    for (let left = count; left > 0 && this.#caret > 0; left--) {
      const length = this.text.startsWith('\r\n', this.#caret - 2) ? 2 : 1;
      this.replace(this.#caret - length, length, '');
    }
  }

  delete(count: number): void {
    for (let left = count; left > 0; left--)
      this.replace(this.#caret, this.text.startsWith('\r\n', this.#caret) ? 2 : 1, '');
  }

  cut(lines: number): void {
    const { line } = this.#positionAt(this.#caret);
    const all = linesOf(this.text);
    const start = all[line]?.start ?? 0;
    const end = all[line + lines]?.start ?? this.text.length;
    this.#cut = this.text.slice(start, end);
    this.replace(start, end - start, '');
  }

  put(): void {
    this.paste(this.#cut);
  }

  undo(count: number): void {
    for (let left = count; left > 0; left--) {
      const last = this.#done.pop();
      if (!last) return;
      this.#undone.push(last);
      this.#apply({ offset: last.offset, removed: last.inserted, inserted: last.removed });
    }
  }

  redo(count: number): void {
    for (let left = count; left > 0; left--) {
      const next = this.#undone.pop();
      if (!next) return;
      this.#done.push(next);
      this.#apply(next);
    }
  }

  goToShare(share: number): void {
    const lines = linesOf(this.text);
    this.#caret = lines[Math.min(lines.length - 1, Math.floor(lines.length * share))]?.end ?? 0;
  }

  find(text: string): void {
    const ahead = this.text.indexOf(text, this.#caret);
    const found = ahead === -1 ? this.text.indexOf(text) : ahead;
    if (found !== -1) this.#caret = found + text.length;
  }

  /** To a line above or below, at the same character where it has so many, or to the end of the line (`Infinity`). */
  goToLine(down: number, character?: number): void {
    const at = this.#positionAt(this.#caret);
    const lines = linesOf(this.text);
    const line = lines[Math.max(0, Math.min(lines.length - 1, at.line + down))] ?? { start: 0, end: 0 };
    this.#caret = Math.min(line.end, line.start + (character ?? at.character));
  }

  right(count: number): void {
    this.#caret = Math.max(0, Math.min(this.text.length, this.#caret + count));
  }

  #positionAt(offset: number): { line: number; character: number } {
    const lines = linesOf(this.text);
    const line = lines.findLastIndex(({ start }) => start <= offset);
    return { line, character: offset - (lines[line]?.start ?? 0) };
  }
}

const actions: Readonly<Record<string, (typist: Typist, argument: string) => void>> = {
  line: (typist, share) => typist.goToShare(Number.parseFloat(share) / 100),
  find: (typist, text) => typist.find(text),
  home: (typist) => typist.goToLine(0, 0),
  end: (typist) => typist.goToLine(0, Number.POSITIVE_INFINITY),
  up: (typist, lines) => typist.goToLine(-Number(lines)),
  down: (typist, lines) => typist.goToLine(Number(lines)),
  left: (typist, count) => typist.right(-Number(count)),
  right: (typist, count) => typist.right(Number(count)),
  type: (typist, text) => typist.type(typist.written(text)),
  paste: (typist, text) => typist.paste(typist.written(text)),
  back: (typist, count) => typist.back(Number(count)),
  delete: (typist, count) => typist.delete(Number(count)),
  cut: (typist, lines) => typist.cut(Number(lines)),
  put: (typist) => typist.put(),
  undo: (typist, count) => typist.undo(Number(count)),
  redo: (typist, count) => typist.redo(Number(count)),
  whole: (typist) => typist.sendWhole(),
};
