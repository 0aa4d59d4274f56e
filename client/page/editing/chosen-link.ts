// A link that is clicked: what would come of taking it away is shown, and Delete takes it away.
import type { BlockLink } from '../../../server/charts/blocks.ts';
import type { Spot } from './drag.ts';
import type { Editing } from './editing.ts';
import { blockAt, type EditingView } from './editing-view.ts';
import type { SayGesture } from './gesture-words.ts';

export class ChosenLink {
  readonly #view: EditingView;
  readonly #editing: Editing;
  readonly #say: SayGesture;

  constructor(view: EditingView, editing: Editing, say: SayGesture) {
    this.#view = view;
    this.#editing = editing;
    this.#say = say;
    editing.onEnded(() => this.#mark(undefined));
  }

  /** Chooses the link at a spot of the picture; false where there is none. */
  choose(spot: Spot, near: { readonly x: number; readonly y: number }): boolean {
    const link = this.#linkAt(spot);
    if (link === undefined) return false;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = this.#say('remove');
    button.addEventListener('click', () => this.#editing.commit());
    const { from, to, type } = link;
    this.#editing.propose({ kind: 'unlink', from: from.planId, to: to.planId, type }, near, { hint: '', button });
    this.#mark(link);
    return true;
  }

  #linkAt({ x, y }: Spot): BlockLink | undefined {
    const strip = blockAt(this.#view, y);
    return strip?.picture.linkAt(x, y - strip.top);
  }

  #mark(link: BlockLink | undefined): void {
    for (const { picture } of this.#view.strips.values()) picture.choose(link);
  }
}
