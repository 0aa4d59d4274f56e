// Random sequences of edits, for tests and for the soak: after each, the edited tree says what a fresh one says.
import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { openTree } from '../../../server/text/open-tree.ts';
import type { TextChange, Tree } from '../../../server/text/tree.ts';
import { changeTo, soundChange } from '../sound-edits.ts';
import { beginnings, randomChange } from './edits.ts';
import { everythingOf, textAfter } from './shape.ts';
import { type Chance, randomYaml } from './yaml-text.ts';

/** Edits in a sequence, on average. */
export const editsPerText = 12;

/** One source for all choices: a source for each size would be searched for at each choice. */
export function chanceOf(gen: fc.GeneratorValue): Chance {
  return { below: (count) => gen(fc.nat) % count };
}

/** A whole number around `editsPerText`. */
export function editCount(chance: Chance): number {
  return 1 + chance.below(editsPerText * 2 - 1);
}

/** A text, and what is done to it one after the other: told when something is wrong. */
export class Sequence {
  readonly #beginning: string;
  readonly #steps: (readonly TextChange[])[] = [];
  text: string;

  private constructor(text: string) {
    this.#beginning = text;
    this.text = text;
  }

  /** Does something to a text; an error tells the whole sequence. */
  static of(text: string, act: (sequence: Sequence) => void): void {
    const sequence = new Sequence(text);
    try {
      act(sequence);
    } catch (error) {
      throw new Error(`${sequence.#told()}\n${error instanceof Error ? error.stack : error}`);
    }
  }

  /** One step: changes that go to the tree together. */
  add(changes: readonly TextChange[]): void {
    this.#steps.push(changes);
    this.text = textAfter(this.text, changes);
  }

  /** Fails where two things differ. Text is compared at once; only what differs is compared in detail. */
  expectSame(edited: unknown, fresh: unknown): void {
    if (JSON.stringify(edited) === JSON.stringify(fresh)) return;
    deepStrictEqual(edited, fresh);
    throw new Error('The order of keys differs');
  }

  #told(): string {
    const steps = this.#steps.map((changes) => `  ${JSON.stringify(changes)}`);
    return `The text ${JSON.stringify(this.#beginning)}\nafter the edits\n${steps.join('\n')}`;
  }
}

/** A property that makes edits, and tells of each. */
export type EditProperty = (onEdit: () => void) => fc.IPropertyWithHooks<[fc.GeneratorValue]>;

/**
 * Checks a property until so many edits are made, in rounds of some seconds. Throws, with the seed that repeats the
 * round and the shrunk edits, at the first failure. `onRound` is told the edits so far.
 */
export function checkEdits(
  property: EditProperty,
  least: number,
  seed = Math.floor(Math.random() * 0x7fff_ffff),
  onRound: (edits: number) => void = () => {},
): void {
  let edits = 0;
  for (let round = seed; edits < least; round++) {
    const numRuns = Math.min(100, Math.ceil((least - edits) / editsPerText));
    // Interrupted where shrinking would take too long: what is found by then is told.
    const details = fc.check(
      property(() => edits++),
      { seed: round, numRuns, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false },
    );
    if (details.failed)
      throw new Error(`Seed ${round} fails (${details.numShrinks} times shrunk). ${details.errorInstance}`);
    onRound(edits);
  }
}

/** A seed or number from the environment, to repeat what failed. */
export function asked(name: string): number | undefined {
  const value = process.env[name];
  return value === undefined ? undefined : Number(value);
}

function someChange(text: string, chance: Chance): TextChange {
  return chance.below(4) === 0 ? soundChange(text, chance) : randomChange(text, chance);
}

/** That edited trees equal fresh ones; `onEdit` counts the edits. */
export const treeProperty: EditProperty = (onEdit) =>
  fc.property(fc.gen(), (gen) => {
    const chance = chanceOf(gen);
    const text = beginnings[chance.below(beginnings.length + 2)] ?? randomYaml(chance);
    Sequence.of(text, (sequence) => {
      let tree: Tree = openTree(sequence.text);
      let readable = sequence.text;
      for (let left = editCount(chance); left > 0; left--) {
        const changes: TextChange[] = [];
        let { text } = sequence;
        const isBroken = tree.syntax.length > 0;
        if (!isBroken) readable = text;
        for (let each = chance.below(10) === 0 ? 2 : 1; each > 0; each--) {
          const isMended = isBroken && chance.below(3) === 0;
          const change = isMended ? changeTo(text, readable) : someChange(text, chance);
          changes.push(change);
          text = textAfter(text, [change]);
        }
        sequence.add(changes);
        tree = tree.edit(changes);
        onEdit();
        sequence.expectSame(everythingOf(tree), everythingOf(openTree(sequence.text)));
      }
    });
  });
