// One text, one server, somebody who types: the time of every keystroke.
import { setTimeout as pause } from 'node:timers/promises';
import { chanceOf } from '../random.mts';
import { type Reach, reaches } from '../typing/gestures.mts';
import type { TextLines } from '../typing/text-lines.mts';
import { type Keystroke, typing } from '../typing/typist.mts';
import type { Editor } from './editor.mts';

export interface Timed {
  readonly keystroke: Keystroke;
  readonly milliseconds: number;
}

export interface Typed {
  readonly timed: readonly Timed[];
  /** Processor time of the server's main thread for each measured key, pauses included, in milliseconds: a busy machine hardly changes it. */
  readonly cpu: number;
}

export interface TypingOptions {
  readonly seed: number;
  /** Keystrokes that come first and aren't measured. */
  readonly warmUp: number;
  readonly keystrokes: number;
  /** After this time there are no more keystrokes than the least, in milliseconds. */
  readonly atMost: number;
  /** Measured keystrokes of each reach, however long they take. */
  readonly least: number;
}

/** Between two keys, and before a new gesture, in milliseconds: a quick typist, so that a run doesn't take all day. */
const pauses = { key: { least: 2, more: 10 }, gesture: { least: 20, more: 40 } };

/** After a forced collection its threads go on for a while, beside what is measured, in milliseconds. */
const sweeping = 50;

/** Types into a text that is open in the editor; what the server does between the keys is its own affair. */
export async function typeInto(editor: Editor, text: TextLines, options: TypingOptions): Promise<Typed> {
  const timed: Timed[] = [];
  const chance = chanceOf(options.seed + 1);
  const end = performance.now() + options.atMost;
  let typed = 0;
  let before = 0;
  for (const keystroke of typing(text, options.seed)) {
    if (typed === options.warmUp) {
      before = (await editor.usage()).cpu;
      await pause(sweeping);
    }
    const { least, more } = pauses[keystroke.first ? 'gesture' : 'key'];
    await pause(least + chance.number(more));
    const { milliseconds } = await editor.type(keystroke.change);
    if (typed++ >= options.warmUp) timed.push({ keystroke, milliseconds });
    if (timed.length >= options.keystrokes) break;
    if (performance.now() > end && reaches.every((reach) => countOf(timed, reach) >= options.least)) break;
  }
  return { timed, cpu: ((await editor.usage()).cpu - before) / timed.length };
}

function countOf(timed: readonly Timed[], reach: Reach): number {
  return timed.filter(({ keystroke }) => keystroke.reach === reach).length;
}
