// Mocha as it runs in both extension hosts, the one in Node.js and the one in a web worker: its build for browsers needs neither.
import type MochaClass from 'mocha';
import '../../node_modules/mocha/mocha.js';
import { extensionHost, outer } from './outer.ts';
import type { TestResult } from './result.ts';

declare const Mocha: typeof MochaClass;

const tests = new Mocha({ ui: 'bdd', timeout: 600_000, slow: 5_000 });
// What Mocha does before it loads a file: here all files are in one bundle, and are loaded after this module.
tests.suite.emit('pre-require', globalThis, null, tests);

export const { describe, it, before, after, beforeEach, afterEach } = globalThis;

/** Runs all tests of the bundle and tells about each as it ends; resolves when all have. */
export function runTests(tell: (result: TestResult) => void): Promise<void> {
  // A failed one is told with what is seen then, before the next one cleans up.
  const failures = new Map<string, TestResult>();
  tests.suite.afterEach(async () => {
    for (const [title, result] of failures) {
      failures.delete(title);
      tell({ ...result, error: [result.error, ...(await seenAfter(title))].join('\n') });
    }
  });
  class Teller extends Mocha.reporters.Base {
    constructor(runner: MochaClass.Runner, options: MochaClass.MochaOptions) {
      super(runner, options);
      runner
        .on('pass', (test) => tell({ title: test.fullTitle(), state: 'passed', milliseconds: test.duration ?? 0 }))
        .on('pending', (test) => tell({ title: test.fullTitle(), state: 'skipped', milliseconds: 0 }))
        .on('fail', (failed, error: Error) => {
          const result: TestResult = {
            title: failed.fullTitle(),
            state: 'failed',
            milliseconds: failed.duration ?? 0,
            error: error.stack ?? String(error),
          };
          if (failed.type === 'test') failures.set(result.title, result);
          else tell(result);
        });
    }
  }
  tests.reporter(Teller);
  return new Promise((resolve) => tests.run(() => resolve()));
}

async function seenAfter(title: string): Promise<readonly string[]> {
  const name = `${extensionHost}-${title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100)}`;
  return outer('witness', { name }).catch((error) => [`nothing is seen: ${error}`]);
}
