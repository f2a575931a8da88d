// What start, e2e and demo share: the built app, and an environment in which it runs.
import { ensureElectron } from './electron.mjs';
import { ensureSystem, withDisplay } from './system.mjs';
import { SetupError, bin, node } from './tools.mjs';

/**
 * Runs a function with an Electron that runs on this machine: its executable, the flags it needs
 * and the environment for it.
 */
export async function withElectron(body) {
  const { dist, executable, args, env } = await ensureElectron();
  await ensureSystem(dist);
  return withDisplay((display) =>
    body({
      executable,
      args,
      env: { ...process.env, ...env, ...display },
    }),
  );
}

/** Builds the app and the command line; shows a build's output only if it fails. */
export async function build() {
  const quiet = { quiet: true };
  const builds = await Promise.all([
    node(bin('electron-vite', 'bin/electron-vite.js'), ['build'], quiet),
    node(bin('vite', 'bin/vite.js'), ['build', '--config', 'vite.cli.config.ts'], quiet),
  ]);
  const failed = builds.filter(({ code }) => code !== 0);
  if (failed.length === 0) return;
  for (const { output, errors } of failed) console.error(output + errors);
  throw new SetupError('the build failed.');
}

/** Runs Playwright's tests on the app; returns the exit code. */
export function playwright(args, env = {}) {
  return withElectron(async (electron) => {
    const { code } = await node(bin('@playwright/test', 'cli.js'), ['test', ...args], {
      env: {
        ...electron.env,
        DIPTYCH_ELECTRON: electron.executable,
        DIPTYCH_ELECTRON_ARGS: JSON.stringify(electron.args),
        ...env,
      },
    });
    return code;
  });
}
