// npm run package [-- electron-builder's arguments]: the built app as it is given to people, in dist/.
// npm run package:folder: only the folder with the program, for this machine.
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureElectron } from './electron.mjs';
import { SetupError, bin, main, node, require, root, run, say } from './tools.mjs';

const { version } = require('../package.json');
const dist = join(root, 'dist');

await main(async () => {
  const args = process.argv.slice(2);
  const { dist: electron, env } = await ensureElectron();
  const isOurs = env['ELECTRON_OVERRIDE_DIST_PATH'] === undefined;
  await rm(dist, { recursive: true, force: true });
  const standIn = isOurs ? [] : standInFor(electron);
  // Everything else needs tools that electron-builder downloads from where Electron itself comes from.
  const target = isOurs || args.includes('--dir') ? [] : ['--dir'];
  const { code } = await node(bin('electron-builder', 'cli.js'), [
    '--config=electron-builder.config.mjs',
    '--publish=never',
    ...standIn,
    ...target,
    ...args,
  ]);
  if (code !== 0) throw new SetupError('electron-builder could not make the packages.', code);
  if (process.platform === 'linux' && !args.includes('--dir')) await archive();
});

/** Has another Electron than the one in package.json packaged: enough to try a package, not to give it away. */
function standInFor(electron) {
  const found = /^v?([\d.]+)$/.exec(readVersion(electron))?.[1];
  if (found === undefined)
    throw new SetupError(`it cannot be told which version of Electron is in ${electron}.`);
  say(`packaging Electron ${found}: for trying, not to be given to anybody.`);
  return [`-c.electronDist=${electron}`, `-c.electronVersion=${found}`];
}

function readVersion(electron) {
  try {
    return readFileSync(join(electron, 'version'), 'utf8').trim();
  } catch {
    // The stand-in of scripts/electron.mjs has no such file, but a folder of that name.
    return /electron-([\d.]+)-/.exec(electron)?.[1] ?? '';
  }
}

/** The folder as a .tar.gz, made by the system's own tar: electron-builder would download another one. */
async function archive() {
  const name = `Diptych-${version}-linux-${process.arch}`;
  const folder = process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`;
  say(`packing ${name}.tar.gz…`);
  const { code, errors } = await run(
    'tar',
    [
      '--create',
      '--gzip',
      `--file=${join(dist, `${name}.tar.gz`)}`,
      `--directory=${dist}`,
      '--owner=0',
      '--group=0',
      '--numeric-owner',
      '--sort=name',
      `--transform=s,^${folder},${name},`,
      folder,
    ],
    { quiet: true },
  );
  if (code !== 0) throw new SetupError(`tar failed: ${errors}`, code);
}
