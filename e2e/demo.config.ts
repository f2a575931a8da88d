import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: 'demo.ts',
  timeout: 120_000,
  workers: 1,
  reporter: [['list']],
});
