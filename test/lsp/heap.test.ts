// The server's process sets the limits of its heap itself, however it is started, and V8 has nothing to say against them.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { raiseHeapLimits } from '../../server/node/heap-limits.ts';
import { ServerBundle } from './editor.ts';

/** Says each flag on stderr, and sets it. */
const listener = `const v8 = require('node:v8');
const set = v8.setFlagsFromString;
v8.setFlagsFromString = (flag) => { process.stderr.write(flag + '\\n'); set(flag); };
`;
let bundle: ServerBundle;

beforeAll(async () => {
  bundle = await ServerBundle.make();
});
afterAll(() => bundle.drop());

it('tells V8, and hears no complaint', () => {
  const flags: string[] = [];
  raiseHeapLimits(process.versions.v8, (flag) => flags.push(flag));
  const preload = join(bundle.folder, 'listener.cjs');
  writeFileSync(preload, listener);
  // Its client is gone at once, and it ends.
  const { stderr } = spawnSync(process.execPath, ['--require', preload, join(bundle.folder, 'server.js'), '--stdio'], {
    input: '',
    encoding: 'utf8',
  });
  expect(flags).not.toEqual([]);
  expect(stderr).toBe(flags.map((flag) => `${flag}\n`).join(''));
});
