// The text beside a preview: where what is chosen in the preview is shown, and what is undone from there.
import { type Uri, type WebviewPanel, window, workspace } from 'vscode';
import type { Target } from '../page/messages.ts';
import { columnOfText } from './column-of-text.ts';
import { stepBack } from './gestures.ts';
import { type PlanSource, rangeOf } from './plan-source.ts';

export class TextBeside {
  readonly #panel: WebviewPanel;
  readonly #source: PlanSource;
  readonly #uri: () => Uri;
  readonly #failed: (what: string, error: unknown) => void;

  constructor(panel: WebviewPanel, source: PlanSource, uri: () => Uri, failed: (what: string, error: unknown) => void) {
    this.#panel = panel;
    this.#source = source;
    this.#uri = uri;
    this.#failed = failed;
  }

  /** Selects a thing of the plan, or a place. */
  async go(target: Target, takeFocus: boolean): Promise<void> {
    const uri = this.#uri();
    try {
      const place =
        target.kind === 'range'
          ? { document: await workspace.openTextDocument(uri), key: rangeOf(target.range) }
          : await this.#source.place(uri, target.id, target.kind);
      if (place === undefined) return;
      await window.showTextDocument(place.document, {
        viewColumn: columnOfText(uri, this.#panel),
        selection: place.key,
        preserveFocus: !takeFocus,
      });
    } catch (error) {
      this.#failed(`${target.kind === 'range' ? 'A place' : `The ${target.kind} ${target.id}`} can't be shown`, error);
    }
  }

  async stepBack(which: 'undo' | 'redo'): Promise<void> {
    const uri = this.#uri();
    const show = async () => {
      await window.showTextDocument(uri, { viewColumn: columnOfText(uri, this.#panel) });
    };
    try {
      await stepBack(which, show, () => this.#panel.reveal());
    } catch (error) {
      this.#failed(`No ${which} of ${uri.toString(true)}`, error);
    }
  }
}
