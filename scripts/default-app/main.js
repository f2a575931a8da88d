// Stands in for Electron's own default app, which the registry's binary lacks: reads the arguments
// (`-r module`, flags, then the app's folder or file), takes on the app's identity and runs it.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);
const args = process.argv.slice(1);
let target;

for (let i = 0; i < args.length && target === undefined; i += 1) {
  if (args[i] === '-r' || args[i] === '--require') require(resolve(args[(i += 1)]));
  else if (!args[i].startsWith('-')) target = resolve(args[i]);
}

if (target === undefined) {
  console.error('Usage: electron [-r module] [flags] app-folder-or-file [arguments]');
  app.exit(1);
} else {
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
  const manifest = join(target, 'package.json');
  const isFolder = existsSync(manifest);
  if (isFolder) {
    const { name, productName, version, desktopName } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (version) app.setVersion(version);
    if (productName ?? name) app.name = productName ?? name;
    app.setDesktopName(desktopName ?? `${app.name}.desktop`);
  }
  const file = require.resolve(target);
  app.setAppPath(isFolder ? target : dirname(file));
  await import(pathToFileURL(file).href);
}
