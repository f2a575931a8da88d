import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    setupFiles: ['./vitest.setup.ts'],
    environment: 'node',
    // By default one core is left idle, half of a small machine.
    maxWorkers: '100%',
    // A limit against hanging, not on speed: a busy machine must not fail a test.
    testTimeout: 30_000,
  },
});
