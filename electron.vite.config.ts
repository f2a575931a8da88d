import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';
import { NONCE_PLACEHOLDER } from './src/main/files/renderer-files';

/** What the bundled packages ask to be given along: `electron-builder.config.mjs` puts it beside the program. */
const license = { fileName: 'licenses.md' };

export default defineConfig({
  main: {
    build: {
      license,
      // Bundled whole, as the command line is: the packaged app needs no node_modules, and starts sooner.
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: resolve(import.meta.dirname, 'src/main/app.ts'),
          'reading-worker': resolve(import.meta.dirname, 'src/main/files/reading/worker.ts'),
        },
        // Flat, so that the worker stands beside whatever starts it.
        output: { format: 'es', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(import.meta.dirname, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(import.meta.dirname, 'src/renderer'),
    build: {
      license,
      minify: true,
      assetsInlineLimit: 0,
      rolldownOptions: { input: resolve(import.meta.dirname, 'src/renderer/index.html') },
    },
    html: { cspNonce: NONCE_PLACEHOLDER },
    plugins: [react()],
  },
});
