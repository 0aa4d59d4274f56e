// Somebody who types: gestures at random places, the same for the same seed and text.
import { type Chance, chanceOf } from '../random.mts';
import { type Gesture, gestures, type Reach } from './gestures.mts';
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
 * order each time, but structural ones and others always woven into each other: servers that get fewer keystrokes get some of both.
 */
export function* typing(text: TextLines, seed: number): Generator<Keystroke, never> {
  const chance = chanceOf(seed);
  for (;;) {
    for (const { name, reach, changes } of round(chance)) {
      let first = true;
      for (const change of changes(text, chance)) {
        text.apply(change);
        yield { gesture: name, reach, change, first };
        first = false;
      }
    }
  }
}

/** All gestures, as often as they come. */
function round(chance: Chance): readonly Gesture[] {
  const reaches = Map.groupBy(gestures, ({ reach }) => reach);
  const placed = [...reaches].flatMap(([reach, those]) => {
    const turns = shuffled(
      those.flatMap((gesture) => Array.from({ length: times[reach] }, () => gesture)),
      chance,
    );
    return turns.map((gesture, index) => ({ gesture, place: (index + 0.5) / turns.length }));
  });
  return placed.toSorted((one, other) => one.place - other.place).map(({ gesture }) => gesture);
}

function shuffled<T>(values: readonly T[], chance: Chance): T[] {
  const left = [...values];
  return values.flatMap(() => left.splice(chance.number(left.length), 1));
}
