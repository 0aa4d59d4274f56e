// The lock file serves every platform, wherever it was written: else `npm ci` fails on the others.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const packages: Readonly<Record<string, Locked>> = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;

/** Whether a package finds another as Node.js does: in its own node_modules, or in those around it. */
function finds(from: string, wanted: string): boolean {
  const around = from.lastIndexOf('node_modules/');
  const own = `${from === '' ? '' : `${from}/`}node_modules/${wanted}`;
  return own in packages || (from !== '' && finds(from.slice(0, Math.max(around - 1, 0)), wanted));
}

test('has every package that is for one platform only', () => {
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((wanted) => !finds(from, wanted))
      .map((wanted) => `${from}: ${wanted}`),
  );
  expect(missing).toEqual([]);
});

test('leaves it to each machine where packages come from', () => {
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved?.startsWith('http'))).toEqual([]);
});
