// Recorded typing over every sample: after each action, the edited tree equals a fresh one.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openTree } from '../../../server/text/open-tree.ts';
import { Sequence } from './edit-sequences.ts';
import { everythingOf } from './shape.ts';
import { recordings, Typist } from './typing.ts';

const samples = readdirSync('samples').filter((name) => name.endsWith('.plan.yaml'));

describe.each(samples)('%s', (sample) => {
  const written = readFileSync(`samples/${sample}`, 'utf8');
  // Some of the samples as a Windows editor saves them.
  const text = samples.indexOf(sample) % 3 !== 0 ? written : written.replace(/\n/g, '\r\n');

  // Every second one for each sample, so that each is done to half of them.
  const some = [...recordings].filter((_, index) => (index + samples.indexOf(sample)) % 2 === 0);
  test.each(some)('%s', (_, actions) => {
    const typist = new Typist(text);
    let edits = 0;
    Sequence.of(text, (sequence) => {
      let tree = openTree(text);
      for (const action of actions) {
        const changes = typist.act(action);
        for (const change of changes) {
          sequence.add([change]);
          tree = tree.edit([change]);
          edits++;
        }
        if (changes.length === 0) continue;
        expect(sequence.text).toBe(typist.text);
        sequence.expectSame(everythingOf(tree), everythingOf(openTree(typist.text)));
      }
    });
    expect(edits).toBeGreaterThan(10);
  });
});
