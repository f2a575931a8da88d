import { defineConfig } from '@playwright/test';

/** npm run bench:suggest and bench:reader measure the app with this; never part of the tests. */
export default defineConfig({
  testDir: '.',
  testMatch: ['bench-suggest.ts', 'bench-reader.ts'],
  timeout: 300_000,
  workers: 1,
  reporter: [['line']],
});
