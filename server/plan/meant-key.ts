// The key of ours that an unknown one was meant as, and what becomes of its value then.
import { nearest } from './nearest.ts';
import { plainWord } from './plain-word.ts';
import { keyShape, keysOf } from './record-shapes.ts';
import type { RecordName } from './schema.generated.ts';
import { ourKey, ourValue } from './synonym.ts';
import { keySynonyms } from './synonyms.generated.ts';

/** The key that an unknown one stands for, or comes near to: it is written, if under another name. */
export function meantKey(name: RecordName, word: string): string | undefined {
  return ourKey(name, word) ?? nearest(word, keysOf(name)) ?? nearSynonym(name, word);
}

/** The key for a word of another tool with one slip of the pen: `asignee`. There are so many of them that short words come near to one by chance. */
function nearSynonym(name: RecordName, word: string): string | undefined {
  const plain = plainWord(word);
  const near = longWord.test(plain) ? nearest(plain, longSynonyms(name), 1) : undefined;
  return near && ourKey(name, near);
}

const longWord = /^[a-z]{5,}$/;
const known = new Map<RecordName, readonly string[]>();

function longSynonyms(name: RecordName): readonly string[] {
  const words = known.get(name) ?? Object.keys(keySynonyms[name]).filter((word) => longWord.test(word));
  known.set(name, words);
  return words;
}

/** Whether a word is a key of the record, or was meant as one. */
export function isKeyOf(name: RecordName, word: string): boolean {
  return keyShape(name, word) !== undefined || meantKey(name, word) !== undefined;
}

/** Words of other tools that say the unit in the key. */
const units: readonly (readonly [RegExp, string])[] = [
  [/hour|小时|工时/i, 'h'],
  [/day|天|日/i, 'd'],
  [/week|周/i, 'w'],
];

/** The value to write under `ours` where the one under the other tool's `word` would not do: `days: 5` → `duration: 5d`; undefined where it may stay. */
export function valueUnder(ours: string, name: RecordName, word: string, text: string): string | undefined {
  const shape = keyShape(name, ours)?.shape;
  if (shape?.kind !== 'scalar') return undefined;
  if (shape.values !== undefined) {
    const meant = shape.values.includes(text) ? undefined : ourValue(name, ours, text);
    return meant === undefined || meant.key !== undefined ? undefined : meant.value;
  }
  if (shape.format !== 'duration' && shape.format !== 'work') return undefined;
  const unit = units.find(([pattern]) => pattern.test(word))?.[1];
  return unit !== undefined && /^\d+(?:\.\d+)?$/.test(text) ? `${text}${unit}` : undefined;
}
