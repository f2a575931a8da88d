import { defineConfig } from '@playwright/test';

/** npm run bench:suggest measures the app with this; never part of the tests. */
export default defineConfig({
  testDir: '.',
  testMatch: 'bench-*.ts',
  timeout: 300_000,
  workers: 1,
  reporter: [['line']],
});
