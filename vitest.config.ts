import { defineConfig } from 'vitest/config';

export default defineConfig({
  // A limit against hanging, not on speed: a busy machine must not fail a test.
  test: { include: ['src/**/*.test.ts'], environment: 'node', testTimeout: 30_000 },
});
