// Which tests Vitest runs: all but those that need a VS Code or a browser around them.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'test/page/**', 'test/fixtures/**', 'test/package.test.ts'],
    testTimeout: 20_000,
    maxWorkers: 2,
  },
});
