// Edits by hand on their way from the page to the text: tried by the server while hands move, written as one step when they let go.
import { commands, FilePermission, Range, type TextDocument, type Uri, WorkspaceEdit, workspace } from 'vscode';
import type { GestureAnswer, GestureParams } from '../../server/protocol.ts';
import type { FromPage, ToPage, TriedGesture } from '../page/messages.ts';
import { clientText } from '../words.ts';
import type { PlanSource } from './plan-source.ts';
import { SingleFlight } from './single-flight.ts';

type Try = Extract<FromPage, { readonly type: 'try' }>;
type Make = Extract<FromPage, { readonly type: 'make' }>;

export interface GestureParts {
  readonly source: PlanSource;
  /** The plan that is shown, and the version of its text that the page was given the chart of. */
  shown(): { readonly uri: Uri; readonly version: number };
  say(message: ToPage): void;
  failed(what: string, error: unknown): void;
}

export class Gestures {
  readonly #parts: GestureParts;
  readonly #tries = new SingleFlight(() => this.#answerTry());
  #newest: Try | undefined;

  constructor(parts: GestureParts) {
    this.#parts = parts;
  }

  /** Answers what the newest gesture would do; older ones that wait are passed over. */
  try(message: Try): void {
    this.#newest = message;
    void this.#tries.go();
  }

  async #answerTry(): Promise<void> {
    const message = this.#newest;
    if (message === undefined) return;
    try {
      const { version: _, edits: __, ...answer } = await this.#ask(message.gesture);
      this.#parts.say({ type: 'tried', id: message.id, answer });
    } catch (error) {
      this.#parts.failed('A gesture on the chart got no answer', error);
      this.#parts.say({ type: 'tried', id: message.id, answer: refusing(reasonOf(error)) });
    }
  }

  /** Writes a gesture: one workspace edit of the version that it was made on, or nothing. */
  async make({ id, gesture }: Make): Promise<void> {
    try {
      const { uri } = this.#parts.shown();
      const answer = await this.#ask(gesture);
      const refused = answer.refused ?? (await written(uri, answer));
      const made = answer.made === undefined ? {} : { made: answer.made };
      this.#parts.say({ type: 'made', id, ...(refused === undefined ? made : { refused }) });
    } catch (error) {
      this.#parts.failed('An edit on the chart was not written', error);
      this.#parts.say({ type: 'made', id, refused: reasonOf(error) });
    }
  }

  async #ask(gesture: GestureParams['gesture']): Promise<GestureAnswer> {
    const { uri, version } = this.#parts.shown();
    const hindrance = await hindranceOf(uri);
    const answer = hindrance === undefined ? await this.#parts.source.gesture(uri, { version, gesture }) : undefined;
    return answer ?? { version, edits: [], ...refusing(hindrance ?? clientText('edited-meanwhile')) };
  }
}

/** Writes the edits; why that was not possible, where it wasn't. */
async function written(uri: Uri, { version, edits }: GestureAnswer): Promise<string | undefined> {
  const document = await workspace.openTextDocument(uri);
  // VS Code refuses the edit where the text changes between here and there.
  if (document.version !== version) return clientText('edited-meanwhile');
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) edit.replace(uri, rangeIn(document, range), newText);
  return (await workspace.applyEdit(edit)) ? undefined : clientText('not-written');
}

function rangeIn(document: TextDocument, { start, end }: GestureAnswer['edits'][number]['range']) {
  return document.validateRange(new Range(start.line, start.character, end.line, end.character));
}

/** Why nothing may be written here, in words. */
async function hindranceOf(uri: Uri): Promise<string | undefined> {
  if (!workspace.isTrusted) return clientText('not-trusted');
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) return clientText('read-only');
  try {
    const { permissions = 0 } = await workspace.fs.stat(uri);
    if ((permissions & FilePermission.Readonly) !== 0) return clientText('read-only');
  } catch {
    // A text that no file holds yet, or any more, can be written in the editor.
  }
  return undefined;
}

function refusing(refused: string): TriedGesture {
  return { refused, moved: [], lines: [] };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Takes back, or brings back, the last step of a text: editors do that only where the keyboard is. */
export async function stepBack(
  which: 'undo' | 'redo',
  showText: () => Promise<void>,
  showPage: () => void,
): Promise<void> {
  await showText();
  await commands.executeCommand(which);
  showPage();
}
