// Plans that were opened, edited and closed leave nothing behind: the server's heap is what it was.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Inspector } from './inspector.ts';
import { Survivor } from './survival.ts';

/** Plans before the first measurement: compiled code and caches of the language itself grow until then. */
const warmUp = 100;
const plans = 1_000;
/** What the heap may have grown by, in bytes. */
const most = 10_000_000;

const samples = readdirSync('samples')
  .filter((name) => name.endsWith('.plan.yaml'))
  .map((name) => readFileSync(`samples/${name}`, 'utf8'));

test('a thousand plans opened, edited and closed leave the heap where it was', { timeout: 600_000 }, async () => {
  const survivor = await Survivor.start({ nodeFlags: ['--inspect=127.0.0.1:0'] });
  const { editor } = survivor;
  await editor.until(() => Inspector.addressIn(editor.log) !== undefined);
  const inspector = await Inspector.attach(Inspector.addressIn(editor.log) ?? '');

  const passThrough = async (from: number, to: number): Promise<void> => {
    for (let each = from; each < to; each++) {
      const uri = await survivor.open(samples[each % samples.length] ?? '');
      for (const typed of ['x', '"', '\n  z: 1d\n'])
        await editor.type(uri, Math.floor((editor.text(uri).length * (each % 97)) / 97), typed);
      await editor.findings(uri);
      await editor.close(uri);
    }
  };

  await passThrough(0, warmUp);
  const before = await inspector.usedHeap();
  await passThrough(warmUp, warmUp + plans);
  const after = await inspector.usedHeap();
  inspector.detach();
  await survivor.stop();
  expect(after - before).toBeLessThan(most);
});
