// node scripts/run.mjs FILE.ts [ARGUMENT...]: bundles a TypeScript program and runs it in this Node.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { SetupError, main, node, root } from './tools.mjs';

await main(async () => {
  const [file, ...args] = process.argv.slice(2);
  if (!file) throw new SetupError('say which TypeScript file to run.', 2);
  const cache = join(root, 'node_modules', '.cache', 'diptych');
  await mkdir(cache, { recursive: true });
  const outDir = await mkdtemp(join(cache, 'run-'));
  try {
    await build({
      configFile: false,
      root,
      publicDir: false,
      logLevel: 'warn',
      build: {
        ssr: true,
        outDir,
        target: 'node20',
        rolldownOptions: {
          input: { program: resolve(file) },
          output: { format: 'es', entryFileNames: '[name].mjs' },
        },
      },
    });
    const { code } = await node(join(outDir, 'program.mjs'), args, { cwd: process.cwd() });
    return code;
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
});
