// npm run bench:suggest [-- --eval FOLDER]: the engine and its peers, then the app; one table, one
// file, bench/results/suggest.json.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, playwright } from './app.mjs';
import { fromCaller, main, node, root } from './tools.mjs';

const results = join(root, 'bench/results');

await main(async () => {
  const { values } = parseArgs({
    options: { eval: { type: 'string', default: join(root, '../shared/eval') } },
  });
  const folder = fromCaller(values.eval);
  const engine = await node(join(root, 'scripts/run.mjs'), ['bench/suggest.ts', '--eval', folder]);
  if (engine.code !== 0) return engine.code;
  await build();
  const file = join(results, 'suggest-app.json');
  const app = await playwright(['--config', 'e2e/bench.config.ts', 'bench-suggest'], {
    DIPTYCH_EVAL: folder,
    DIPTYCH_BENCH_OUT: file,
  });
  if (app !== 0) return app;
  const [whole, part] = await Promise.all(
    [join(results, 'suggest.json'), file].map(async (path) => JSON.parse(await readFile(path))),
  );
  whole.figures.push(...part.figures);
  await writeFile(join(results, 'suggest.json'), `${JSON.stringify(whole, null, 2)}\n`);
  await rm(file);
  return 0;
});
