// Somebody who types: gestures at random places, the same for the same seed and text.
import { chanceOf } from '../random.mts';
import { gestures, type Reach } from './gestures.mts';
import type { Change, TextLines } from './text-lines.mts';

export interface Keystroke {
  readonly gesture: string;
  readonly reach: Reach;
  readonly change: Change;
  /** Whether a new gesture begins with it: a person pauses before. */
  readonly first: boolean;
}

/** Structural edits are few changes each: they come more often, so that there are enough of them to measure. */
const times: Readonly<Record<Reach, number>> = { inside: 1, structural: 3 };

/**
 * Keystrokes without end; each has been applied to `text` when it comes. Every gesture has its turns before a round comes again, in another
 * order each time; so servers that get fewer keystrokes get the same mixture.
 */
export function* typing(text: TextLines, seed: number): Generator<Keystroke, never> {
  const chance = chanceOf(seed);
  for (;;) {
    const left = gestures.flatMap((gesture) => Array.from({ length: times[gesture.reach] }, () => gesture));
    while (left.length > 0) {
      const [gesture] = left.splice(chance.number(left.length), 1);
      let first = true;
      for (const change of gesture?.changes(text, chance) ?? []) {
        text.apply(change);
        yield { gesture: gesture?.name ?? '', reach: gesture?.reach ?? 'inside', change, first };
        first = false;
      }
    }
  }
}
