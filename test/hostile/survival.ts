// A server process that is given hostile texts, and what it must still do after each of them.
import { expect } from 'vitest';
import { type Diagnostic, LSPErrorCodes, type Range } from 'vscode-languageserver';
import { Editor, type EditorOptions, ServerBundle } from '../lsp/editor.ts';
import { questionsAbout, questionsAt } from './questions.ts';

/** How long the server may take for anything before it counts as hung: long for a machine that is busy, in milliseconds. */
export const patience = 60_000;

const folder = 'file:///hostile';

export class Survivor {
  readonly editor: Editor;
  readonly #bundle: ServerBundle;
  #opened = 0;

  private constructor(bundle: ServerBundle, editor: Editor) {
    this.#bundle = bundle;
    this.editor = editor;
  }

  static async start(options?: EditorOptions): Promise<Survivor> {
    const bundle = await ServerBundle.make();
    return new Survivor(bundle, await Editor.start(bundle, options));
  }

  /** Ends the server, which must still be able to end as it is asked to. */
  async stop(): Promise<void> {
    expect(await this.editor.stop()).toBe(0);
    this.#bundle.drop();
  }

  /** Opens a text, gives its findings and closes it again: the server answers, in the right places, and has nothing to complain of. */
  async survives(text: string): Promise<readonly Diagnostic[]> {
    const uri = await this.open(text);
    const findings = await this.answers(uri);
    await this.editor.close(uri);
    return findings;
  }

  async open(text: string): Promise<string> {
    const uri = `${folder}/${this.#opened++}.plan.yaml`;
    await this.editor.open(uri, text);
    return uri;
  }

  /** The findings of an open text. Whatever else is asked is answered too, of places at its beginning, middle and end. */
  async answers(uri: string): Promise<readonly Diagnostic[]> {
    const text = this.editor.text(uri);
    const findings = await this.editor.findings(uri);
    const lengths = text.split(/\r\n|\n|\r/).map(({ length }) => length);
    for (const { range, message, relatedInformation = [] } of findings) {
      const ranges = [
        range,
        ...relatedInformation.filter(({ location }) => location.uri === uri).map(({ location }) => location.range),
      ];
      for (const each of ranges)
        if (!isInPlace(each, lengths))
          throw new Error(
            `${JSON.stringify(each)}, “${message}”, is no place in ${JSON.stringify(text.slice(0, 20_000))}`,
          );
    }
    const middle = lengths.length >> 1;
    const places = [
      { line: 0, character: 0 },
      { line: middle, character: (lengths[middle] ?? 0) >> 1 },
      { line: lengths.length - 1, character: lengths.at(-1) ?? 0 },
    ];
    const end = { line: lengths.length - 1, character: lengths.at(-1) ?? 0 };
    const questions = [...places.flatMap((position) => questionsAt(uri, position)), ...questionsAbout(uri, end)];
    for (const [method, params] of questions) await this.#asks(method, params);
    expect(this.editor.log).toEqual([]);
    return findings;
  }
  /** A refusal is an answer; what fails inside of the server is also in its log. */
  async #asks(method: string, params: object): Promise<void> {
    try {
      await this.editor.connection.sendRequest(method, params);
    } catch (error) {
      const isRefusal = error instanceof Error && 'code' in error && error.code === LSPErrorCodes.RequestFailed;
      if (!isRefusal) throw error;
    }
  }
}

/** A range is in the text and underlines something, where there is anything to underline. */
function isInPlace({ start, end }: Range, lengths: readonly number[]): boolean {
  const isEmptyText = lengths.length === 1 && lengths[0] === 0;
  const isInside = [start, end].every(
    ({ line, character }) => line >= 0 && character >= 0 && character <= (lengths[line] ?? -1),
  );
  const isForward = start.line < end.line || (start.line === end.line && start.character < end.character);
  return isInside && (isForward || isEmptyText);
}
