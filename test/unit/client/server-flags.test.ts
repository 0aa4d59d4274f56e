// The server's process is started with fewer threads than there are cores.
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { serverFlags } from '../../../client/server-flags.ts';

it.each([
  [1, 1],
  [2, 1],
  [4, 3],
  [5, 4],
  [64, 4],
])('Of %i cores the threads beside the one that answers get so many: %i', (cores, threads) => {
  expect(serverFlags(cores)).toEqual([`--v8-pool-size=${threads}`]);
});

it('Node.js knows every flag', () => {
  const { status, stderr } = spawnSync(process.execPath, [...serverFlags(), '--eval', ''], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
