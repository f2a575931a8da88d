// Loaded before the app into its main process (electron -r …) and from there into its workers: notes, a line of JSON
// each, what their JavaScript asks of the network and which files it opens.
'use strict';
const dgram = require('node:dgram');
const dns = require('node:dns');
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');
const workers = require('node:worker_threads');

const log = process.env['DIPTYCH_WATCH_LOG'];
const { appendFileSync } = fs;

function note(kind, subject) {
  if (log) appendFileSync(log, `${JSON.stringify({ kind, subject: String(subject) })}\n`);
}

function watch(owner, names, kind, subjectOf = (subject) => JSON.stringify(subject)) {
  for (const name of names) {
    const original = owner[name];
    owner[name] = function watched(...args) {
      note(kind, subjectOf(args[0]));
      return Reflect.apply(original, this, args);
    };
  }
}

watch(net.Socket.prototype, ['connect'], 'network');
watch(dgram.Socket.prototype, ['connect', 'send'], 'network', () => 'a datagram');
watch(dns, ['lookup', 'resolve'], 'network');
watch(dns.promises, ['lookup', 'resolve'], 'network');
watch(globalThis, ['fetch'], 'network');
watch(fs, ['open', 'openSync', 'readFile', 'readFileSync', 'createReadStream'], 'file', String);
watch(fs.promises, ['open', 'readFile'], 'file', String);
workers.Worker = class extends workers.Worker {
  constructor(program, options) {
    super(program, { ...options, execArgv: ['--require', __filename] });
  }
};
syncBuiltinESMExports();
// The app's own arguments begin after this one.
if (workers.isMainThread) process.argv.splice(process.argv.indexOf('-r'), 2);
