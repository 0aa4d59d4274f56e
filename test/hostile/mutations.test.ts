// Samples with random damage, and damage done to them while they are open: the server goes on answering.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTree } from '../../server/text/open-tree.ts';
import { asked, chanceOf, editCount } from '../unit/text/edit-sequences.ts';
import { randomChange } from '../unit/text/edits.ts';
import { textAfter } from '../unit/text/shape.ts';
import type { Chance } from '../unit/text/yaml-text.ts';
import { patience, Survivor } from './survival.ts';

const samples = readdirSync('samples').filter((name) => name.endsWith('.plan.yaml'));
/** Texts per sample, and the seed that makes them: the same damage in every run, another one where it is asked for. */
const runs = asked('PLAN_MUTATIONS') ?? 12;
const seed = asked('PLAN_MUTATION_SEED') ?? 20_260_301;

let survivor: Survivor;
beforeAll(async () => {
  survivor = await Survivor.start();
});
afterAll(() => survivor.stop());

/** Whole pieces of a text gone, doubled or moved; single characters turned into others. */
function damaged(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  const piece = text.slice(at, at + chance.below(200));
  switch (chance.below(5)) {
    case 0:
      return text.slice(0, at) + text.slice(at + piece.length);
    case 1:
      return text.slice(0, at) + piece + text.slice(at);
    case 2: {
      const rest = text.slice(0, at) + text.slice(at + piece.length);
      const to = chance.below(rest.length + 1);
      return rest.slice(0, to) + piece + rest.slice(to);
    }
    case 3:
      return text.slice(0, at) + String.fromCharCode(chance.below(0x1_0000)) + text.slice(at + 1);
    default:
      return textAfter(text, [randomChange(text, chance)]);
  }
}

test.each(samples)('%s', { timeout: patience * 5 }, async (sample) => {
  const whole = readFileSync(`samples/${sample}`, 'utf8');
  const property = fc.asyncProperty(fc.gen(), async (gen) => {
    const chance = chanceOf(gen);
    let text = whole;
    for (let left = editCount(chance); left > 0; left--) text = damaged(text, chance);
    const { editor } = survivor;
    const uri = await survivor.open(text);
    await survivor.answers(uri);
    for (let left = 4; left > 0; left--) {
      const { range, text: typed } = randomChange(editor.text(uri), chance);
      const tree = openTree(editor.text(uri));
      const [start = 0, end = start] = range ? [tree.offsetAt(range.start), tree.offsetAt(range.end)] : [];
      await editor.type(uri, start, typed, Math.max(0, end - start));
    }
    await survivor.answers(uri);
    await editor.close(uri);
  });
  await fc.assert(property, {
    numRuns: runs,
    seed,
    interruptAfterTimeLimit: patience * 4,
  });
  expect(survivor.editor.log).toEqual([]);
});
