import { chmod } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const outDir = resolve(import.meta.dirname, 'out/cli');

/** The command line: src/cli and all it needs as one program for Node, out/cli/index.js. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      input: {
        index: resolve(import.meta.dirname, 'src/cli/index.ts'),
        'reading-worker': resolve(import.meta.dirname, 'src/main/files/reading/worker.ts'),
      },
      // Flat, so that the worker stands beside whatever starts it.
      output: { format: 'es', chunkFileNames: '[name]-[hash].js' },
    },
  },
  plugins: [
    {
      name: 'executable',
      writeBundle: ({ dir = outDir }) => chmod(resolve(dir, 'index.js'), 0o755),
    },
  ],
});
