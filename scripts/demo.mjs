// npm run demo [-- folder]: drives the app through the main job; writes its export and screenshots.
import { join } from 'node:path';
import { build, playwright } from './app.mjs';
import { fromCaller, main, root } from './tools.mjs';

await main(async () => {
  const [folder] = process.argv.slice(2);
  const DIPTYCH_DEMO_DIR = folder ? fromCaller(folder) : join(root, 'demo');
  await build();
  return playwright(['--config', 'e2e/demo.config.ts'], { DIPTYCH_DEMO_DIR });
});
