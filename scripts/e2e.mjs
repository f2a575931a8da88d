// npm run test:e2e [-- playwright's arguments]: the end-to-end tests on real Electron.
import { playwright } from './app.mjs';
import { main } from './tools.mjs';

await main(() => playwright(process.argv.slice(2)));
