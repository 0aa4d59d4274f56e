// The server's process sets the limits of its heap itself, however it is started, and V8 has nothing to say against them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { raiseHeapLimits } from '../../server/node/heap-limits.ts';
import { Editor, ServerBundle } from './editor.ts';

/** Says each flag on stderr, which the editor keeps in its log, and sets it. */
const listener = `const v8 = require('node:v8');
const set = v8.setFlagsFromString;
v8.setFlagsFromString = (flag) => { process.stderr.write(flag + '\\n'); set(flag); };
`;
const folder = mkdtempSync(join(tmpdir(), 'plan-heap-'));
let bundle: ServerBundle;

beforeAll(async () => {
  bundle = await ServerBundle.make();
  writeFileSync(join(folder, 'listener.cjs'), listener);
});
afterAll(() => {
  bundle.drop();
  rmSync(folder, { recursive: true });
});

it('tells V8 before it answers, and hears no complaint', async () => {
  const flags: string[] = [];
  raiseHeapLimits(process.versions.v8, (flag) => flags.push(flag));
  const editor = await Editor.start(bundle, { nodeFlags: ['--require', join(folder, 'listener.cjs')] });
  await editor.stop();
  expect(flags).not.toEqual([]);
  // Both may come in one piece.
  const said = editor.log.join('').replaceAll('stderr: ', '');
  expect(said).toBe(flags.map((flag) => `${flag}\n`).join(''));
});
