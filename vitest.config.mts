// The tests that Vitest runs: of the core, of the page in a real browser, and of the package. Those inside VS Code have a runner of their own.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // What hangs is found in the end; a slow machine that has much else to do is no failure.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 120_000 } },
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['test/{unit,rules,lsp,cli,reference,hostile}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'page', include: ['test/page/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'package', include: ['test/package.test.ts'] },
      },
    ],
  },
});
