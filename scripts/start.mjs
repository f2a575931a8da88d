// npm start [-- files and flags]: builds the app and runs it, on the sample if no file is named.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { build, withElectron } from './app.mjs';
import { SetupError, forwardSignals, fromCaller, main, root, say, signalCode } from './tools.mjs';

// Chromium's own log, such as a missing message bus; its fatal lines and the app's are shown.
const chromiumNoise = /^\[[\d:]+\d{4}\/\d{6}\.\d+:(VERBOSE\d*|INFO|WARNING|ERROR):/;

const isFile = (arg) => !arg.startsWith('-');

await main(() =>
  withElectron(async (electron) => {
    const given = process.argv.slice(2);
    const args = given.map((arg) => (isFile(arg) ? fromCaller(arg) : arg));
    if (!given.some(isFile)) args.push('--sample');
    say('building…');
    await build();
    return runApp(electron, args);
  }),
);

function runApp({ executable, args, env }, appArgs) {
  const child = spawn(executable, [...args, '.', ...appArgs], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // So that the terminal's Ctrl+C reaches it once, through us: a second one would kill it.
    detached: process.platform !== 'win32',
  });
  const stopForwarding = forwardSignals(child);

  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === 'diptych: ready') say('Diptych is running; press Ctrl+C to stop.');
    else console.log(line);
  });
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (process.env['DEBUG'] || !chromiumNoise.test(line)) console.error(line);
  });

  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new SetupError(`Electron: ${error.message}`)));
    child.on('close', (code, signal) => {
      stopForwarding();
      resolve(code ?? signalCode(signal));
    });
  });
}
