import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  // Against hanging: the longest tests take 25 s on a quiet machine.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // A flake is reported as one; it need not cost a landing.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list']],
  use: { trace: 'on-first-retry', screenshot: 'only-on-failure' },
});
