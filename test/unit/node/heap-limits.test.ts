// The heap's limits: each version of V8 is told what it knows and needs, and nothing else.
import { expect, it } from 'vitest';
import { raiseHeapLimits } from '../../../server/node/heap-limits.ts';

const growing = '--heap-growing-percent=300';
const young = '--no-allocation-site-pretenuring';
const external = '--external-memory-accounted-in-global-limit';

it.each<readonly [runs: string, version: string, flags: readonly string[]]>([
  ['Node.js 20', '11.3.244.8-node.38', [growing, young]],
  ['Node.js 22', '12.4.254.21-node.33', [growing, young]],
  ['Node.js 24', '13.6.233.17-node.53', [growing, young, external]],
  ['VS Code 1.106', '13.8.258.32-electron.0', [growing, young, external]],
  ['the last that needs both', '14.7.100.1', [growing, young, external]],
  ['the first that counts so by itself', '14.8.0', [growing, young]],
  ['a later one', '15.0.1', [growing, young]],
])('of %s', (_, version, flags) => {
  const told: string[] = [];
  raiseHeapLimits(version, (flag) => told.push(flag));
  expect(told).toEqual(flags);
});
