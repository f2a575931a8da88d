// What Electron needs of a Linux system: shared libraries and a display.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupError, run, say } from './tools.mjs';

const isLinux = process.platform === 'linux';
const hasDisplay = !isLinux || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/**
 * Finds the shared libraries and the X server that this Linux lacks for Electron; as root on Debian
 * or Ubuntu installs them, otherwise fails with the one command that does.
 */
export async function ensureSystem(electronDist) {
  if (!isLinux) return;
  const libraries = await missingLibraries(electronDist);
  const needsXvfb = !hasDisplay && !isOnPath('Xvfb');
  if (libraries.length === 0 && !needsXvfb) return;

  const missing = [...libraries, ...(needsXvfb ? ['Xvfb'] : [])].join(', ');
  if (!isOnPath('apt-get')) {
    throw new SetupError(
      `Electron needs these, please install them with your package manager: ${missing}`,
    );
  }
  const wanted = [
    ...(libraries.length > 0 ? ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2'] : []),
    ...(needsXvfb ? ['xvfb', 'xauth'] : []),
  ];
  if (process.getuid() !== 0) {
    throw new SetupError(
      `Electron needs ${missing}. Install with:\n` +
        `  sudo apt-get install --no-install-recommends ${(await packageNames(wanted)).join(' ')}`,
    );
  }
  await aptGet('update');
  const packages = await packageNames(wanted);
  say(`installing what Electron needs of the system: ${packages.join(' ')}`);
  await aptGet('install', '--yes', '--no-install-recommends', ...packages);
  const rest = await missingLibraries(electronDist);
  if (rest.length > 0) throw new SetupError(`Electron still lacks ${rest.join(', ')}.`);
}

/**
 * Runs a function with what a child needs in its environment to have a display: nothing where there
 * is one, else a virtual one's name. The virtual display lives as long as the function runs.
 */
export async function withDisplay(body) {
  if (hasDisplay) return body({});
  const { display, stop } = await startXvfb();
  say(`there is no display: using a virtual one (${display}).`);
  try {
    return await body({ DISPLAY: display });
  } finally {
    stop();
  }
}

function startXvfb() {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
  // In a process group of its own, so that the terminal's Ctrl+C does not end it before Electron.
  const server = spawn('Xvfb', args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const stop = () => server.kill();
  process.once('exit', stop);
  return new Promise((resolve, reject) => {
    let errors = '';
    server.stderr.on('data', (chunk) => (errors += chunk));
    server.stdio[3].once('data', (number) =>
      resolve({ display: `:${String(number).trim()}`, stop }),
    );
    server.once('error', (error) => reject(new SetupError(`Xvfb: ${error.message}`)));
    server.once('exit', () => reject(new SetupError(`Xvfb ended at once: ${errors.trim()}`)));
  });
}

async function missingLibraries(electronDist) {
  const { output } = await run('ldd', [join(electronDist, 'electron')], { quiet: true });
  return [...output.matchAll(/(\S+) => not found/g)].map(([, name]) => name);
}

/** The names as this release has them: newer ones call some libraries `…t64`. */
async function packageNames(names) {
  const renamed = names.map(async (name) => {
    const { code } = await run('apt-cache', ['show', `${name}t64`], { quiet: true });
    return code === 0 ? `${name}t64` : name;
  });
  return Promise.all(renamed);
}

async function aptGet(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, errors } = await run('apt-get', ['-qq', ...args], { quiet: true, env });
  if (code === 0) return;
  const why = errors.trim().split('\n').pop();
  throw new SetupError(
    `apt-get ${args[0]} failed (${why}): repeat the command when that is mended.`,
  );
}

function isOnPath(program) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.some((folder) => existsSync(join(folder, program)));
}
