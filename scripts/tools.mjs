// What the scripts share: running programs, and ending with one clear line.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const require = createRequire(import.meta.url);

/** A failure that the reader can act on: shown as its message alone, without a stack. */
export class SetupError extends Error {
  /** @param {string} message @param {number} [code] the exit code */
  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}

/** Says one line to the person at the terminal. */
export function say(line) {
  console.log(`diptych: ${line}`);
}

/** Runs a script's main function, and ends the process with its exit code or one clear line. */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    const known = error instanceof SetupError;
    console.error(known ? `diptych: ${error.message}` : error);
    process.exitCode = known ? error.code : 1;
  }
}

/** The exit code by which a shell reports a program that a signal ended. */
export function signalCode(signal) {
  return 128 + constants.signals[signal];
}

/**
 * Passes the signals that would end this process on to a child, so that it can end first; returns
 * a function that stops this and tells which signal came, if any.
 */
export function forwardSignals(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  let first;
  let at = 0;
  const forward = (signal) => {
    if (first === undefined) {
      first = signal;
      at = Date.now();
      // On Windows the console tells the child, and a kill would be a hard one.
      if (process.platform !== 'win32') child.kill(signal);
    } else if (Date.now() - at > 1000) {
      // Later than an echo, as npm's of the terminal's Ctrl+C: somebody means it.
      child.kill('SIGKILL');
    }
  };
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
    return first;
  };
}

/**
 * Runs a program to its end; with `quiet` its output is kept instead of shown. A program that
 * cannot be started has the exit code 127 and the reason as its errors. Rejects only when a signal
 * told this process to end meanwhile.
 */
export function run(command, args, { quiet = false, ...options } = {}) {
  return new Promise((done, reject) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(command, args, { cwd: root, stdio, ...options });
    const stopForwarding = forwardSignals(child);
    let output = '';
    let errors = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (errors += chunk));
    child.on('error', (error) => {
      stopForwarding();
      done({ code: 127, output, errors: error.message });
    });
    child.on('close', (code, signal) => {
      const told = stopForwarding();
      if (told) reject(new SetupError(`stopped by ${told}.`, signalCode(told)));
      else done({ code: code ?? signalCode(signal), output, errors });
    });
  });
}

/** Runs a JavaScript program with this Node. */
export function node(script, args = [], options = {}) {
  return run(process.execPath, [script, ...args], options);
}

/** Runs npm: the one that runs us, or else the one on the path. */
export function npm(args, options = {}) {
  const cli = process.env['npm_execpath'];
  if (cli?.endsWith('npm-cli.js')) return node(cli, args, options);
  return run('npm', args, { shell: process.platform === 'win32', ...options });
}

/** The path of an installed package's program or file. */
export function bin(name, path) {
  return join(root, 'node_modules', name, path);
}

/** A path as its writer meant it: npm runs scripts in the project's folder, whatever the current. */
export function fromCaller(path) {
  return resolve(process.env['INIT_CWD'] ?? '.', path);
}
