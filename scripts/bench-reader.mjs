// npm run bench:reader: the reader at its limit, on real Electron; prints a table and writes bench/results/reader.json.
import { build, playwright } from './app.mjs';
import { main } from './tools.mjs';

await main(async () => {
  await build();
  return playwright(['--config', 'e2e/bench.config.ts', 'bench-reader']);
});
